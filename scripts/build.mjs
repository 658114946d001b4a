// Builds pages and server (Remix on Vite), then the programs that run beside it (esbuild): jobs and the database's.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { install } from './install.mjs'
import { root, run } from './run.mjs'

const out = join(root, 'build')
const stamp = join(out, '.stamp')
const folders = ['app', 'db', 'jobs', 'patches', 'public', 'server']
const files = ['package.json', 'package-lock.json', 'remix.config.js', 'scripts/build.mjs', 'tsconfig.json', 'vite.config.ts']

/** Builds everything into build/; does nothing where no source has changed since. */
export async function build() {
  const sources = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources) return
  rmSync(out, { recursive: true, force: true })
  run('npx', ['--no-install', 'remix', 'vite:build', '--logLevel', 'warn'], { env: { NODE_ENV: 'production' } })
  await buildPrograms()
  writeFileSync(stamp, sources)
}

/** Builds jobs and database programs alone, in a fraction of a second. */
export async function buildPrograms() {
  const { build: bundle } = await import('esbuild')
  for (const options of programs()) await bundle(options)
}

/** What esbuild is told for each folder of programs; `npm run dev` watches with the same. */
export function programs() {
  // Made by hand below: a build of programs alone says nothing about the pages.
  mkdirSync(out, { recursive: true })
  return [bundleOf('jobs', sourcesIn('jobs')), bundleOf('db', ['migrate.ts', 'seed.ts'])]
}

function bundleOf(folder, names) {
  return {
    entryPoints: names.map((name) => join(root, folder, name)).filter((path) => existsSync(path)),
    outdir: join(out, folder),
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
  }
}

function sourcesIn(folder) {
  const path = join(root, folder)
  return existsSync(path) ? readdirSync(path).filter((name) => /\.ts$/.test(name) && !isTest(name)) : []
}

function hashOfSources() {
  const hash = createHash('sha256')
  for (const path of [...folders.flatMap(filesBelow), ...files]) {
    hash.update(`${path}\0`).update(readFileSync(join(root, path))).update('\0')
  }
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !isTest(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length))
    .sort()
}

function isTest(name) {
  return /\.test\.tsx?$/.test(name)
}

if (process.argv[1] === import.meta.filename) {
  install()
  await build()
}
