import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { RouteConfigEntry } from '@remix-run/route-config'
import routeTree from '~/routes'
import { root } from '../serving'

export interface Door {
  /** `GET /account`, `POST /b/:business/appointments/:service/book`. */
  readonly name: string
  readonly source: string
}

/** What answers beside Remix. */
const ofTheServer: readonly Door[] = [
  ...['/healthz', '/readyz', '/metrics'].map((path) => ({ name: `GET ${path}`, source: 'server/health.ts' })),
  { name: 'GET /images/:image', source: 'server/images.ts' },
]

/** Everything that answers: each page and each action of the route tree, and what the server answers itself. */
export async function doors(): Promise<Door[]> {
  const found = new Map<string, Door>(ofTheServer.map((door) => [door.name, door]))
  for (const { path, file } of leaves(await routeTree, '')) {
    const source = join('app', file)
    for (const method of methodsOf(source)) found.set(`${method} ${path}`, { name: `${method} ${path}`, source })
  }
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

// A layout is asked through the pages that stand in it.
function leaves(entries: readonly RouteConfigEntry[], above: string): { path: string; file: string }[] {
  return entries.flatMap(({ path, file, children }) => {
    const here = path ? `${above}/${path}` : above
    return children ? leaves(children, here) : [{ path: here || '/', file }]
  })
}

function methodsOf(source: string): ('GET' | 'POST')[] {
  if (!existsSync(join(root, source))) throw new Error(`${source} is mounted and does not exist`)
  const text = readFileSync(join(root, source), 'utf8')
  const exports = (name: string) => new RegExp(`export (const|function|async function) ${name}\\b|export \\{[^}]*\\b${name}\\b`).test(text)
  const methods: ('GET' | 'POST')[] = []
  if (exports('loader') || /export default\b|\bas default\b/.test(text)) methods.push('GET')
  if (exports('action')) methods.push('POST')
  return methods
}
