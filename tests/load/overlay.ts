import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files'

// Routes that only the bench asks for stand in a copy of the house, built apart: nothing of them is in the product.

export interface OverlayWanted {
  /** Of the product's routes only these (a module's id and a file each); all of them without. */
  readonly only?: readonly `${string}/${string}`[]
  /** Fill up with pages that nobody asks for until so many are mounted. */
  readonly mounted?: number
}

/** Builds a copy of the house with the bench's own pages in it, and answers its folder. */
export function buildOverlay(folder: string, { only, mounted = 0 }: OverlayWanted = {}): string {
  mkdirSync(folder, { recursive: true })
  for (const name of ['app', 'db', 'jobs', 'server', 'public', 'package.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts']) {
    cpSync(join(root, name), join(folder, name), { recursive: true, filter: (path) => !/\.test\.tsx?$/.test(path) })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  cpSync(join(root, 'tests', 'load', 'pages'), join(folder, 'app', 'core', 'bench', 'routes'), { recursive: true })
  cpSync(join(root, 'tests', 'load', 'bare-writes.ts'), join(folder, 'app', 'core', 'bench', 'bare-writes.ts'))
  replaceRegistry(folder, only ?? null, mounted)
  const { status, stdout, stderr } = spawnSync('npx', ['--no-install', 'remix', 'vite:build', '--logLevel', 'warn'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production' },
  })
  if (status !== 0) throw new Error(`The overlay was not built:\n${stdout}${stderr}`)
  return folder
}

function replaceRegistry(folder: string, only: readonly string[] | null, mounted: number): void {
  const path = join(folder, 'app', 'registry.ts')
  const source = readFileSync(path, 'utf8')
  const changed = source.replace('export function mountedRoutes(', "import { benched } from './core/bench/mounted'\n\nexport const mountedRoutes = () => benched(productRoutes())\n\nfunction productRoutes(")
  if (changed === source) throw new Error('app/registry.ts no longer exports mountedRoutes()')
  writeFileSync(path, changed)
  writeFileSync(join(folder, 'app', 'core', 'bench', 'mounted.ts'), mountedSource(only, mounted))
  const filler = readFileSync(join(root, 'tests', 'load', 'pages', 'empty.tsx'), 'utf8')
  for (let nth = 0; nth < mounted; nth += 1) writeFileSync(join(folder, 'app', 'core', 'bench', 'routes', `filler-${nth}.tsx`), filler)
}

// The fillers stand where the product's routes stand: in every shell, some with parameters, so that matching has to tell them apart.
function mountedSource(only: readonly string[] | null, mounted: number): string {
  return `
import type { MountedRoute } from '../../registry'

const only: readonly string[] | null = ${JSON.stringify(only)}

export function benched(product: readonly MountedRoute[]): MountedRoute[] {
  const kept = product.filter(({ module, file }) => only === null || only.includes(\`\${module}/\${file}\`))
  if (only !== null && kept.length < only.length) throw new Error('Not all of these routes are the product’s')
  const own = [route('bare', 'bench/empty', 'empty'), route('bare', 'bench/writes', 'writes')]
  const shells = ['public', 'business', 'account', 'dashboard', 'bare'] as const
  const fillers = Array.from({ length: Math.max(0, ${mounted} - kept.length - own.length) }, (_, nth) =>
    route(shells[nth % shells.length] ?? 'public', nth % 3 === 0 ? \`filler-\${nth}/:of/\${nth}\` : \`filler/of/\${nth}\`, \`filler-\${nth}\`))
  return [...kept, ...own, ...fillers]
}

function route(shell: MountedRoute['shell'], path: string, file: string): MountedRoute {
  return { shell, path, file, module: 'bench', source: \`core/bench/routes/\${file}.tsx\` }
}
`
}
