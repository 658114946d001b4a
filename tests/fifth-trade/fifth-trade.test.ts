import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../serving'

const house = mkdtempSync(join(tmpdir(), 'guildhall-fifth-trade-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

beforeAll(() => {
  copyHouse()
  moveIn()
  addLine('app/registry.ts', "import appointments from './domains/appointments/module'\n", "import boats from './domains/boats/module'\n")
  addLine('app/registry.server.ts', "import appointments from './domains/appointments/module.server'\n", "import boats from './domains/boats/module.server'\n")
  enlist('app/registry.ts', /(export const modules: readonly ModuleManifest\[\] = \[)/, 'boats')
  enlist('app/registry.server.ts', /(const domains: readonly Trade\[\] = \[)/, 'boats')
})

test('a fifth trade is a folder and one line in each registry, and is found everywhere', { timeout: 600_000 }, async () => {
  await passes('vitest', ['run', 'app/domains/boats'])
})

test('its pages stand in the walls of everybody', { timeout: 600_000 }, async () => {
  await passes('vitest', ['run', 'tests/walls', '-t', 'one row and one example|/boats/'])
})

test('its types and its arrows are right', { timeout: 600_000 }, async () => {
  await passes('tsc', ['--noEmit'])
  await passes('depcruise', ['--config', '.dependency-cruiser.cjs', 'app'])
})

/** All that belongs to the house, without what was built or installed in it. */
function copyHouse(): void {
  const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], { cwd: root, encoding: 'utf8' })
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    cpSync(join(root, file), join(house, file))
  }
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
}

/** The folder takes its place among the trades; what is imported by a relative path is nearer there, and its journey becomes a test. */
function moveIn(): void {
  const folder = join(house, 'app/domains/boats')
  cpSync(join(root, 'tests/fifth-trade/boats'), folder, { recursive: true })
  rmSync(join(house, 'tests/fifth-trade'), { recursive: true })
  const manifest = join(folder, 'module.ts')
  writeFileSync(manifest, readFileSync(manifest, 'utf8').replace('../../../app/kernel/', '../../kernel/'))
  renameSync(join(folder, 'boats.journey.ts'), join(folder, 'boats.test.ts'))
}

function addLine(file: string, after: string, line: string): void {
  const path = join(house, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(after)
  writeFileSync(path, text.replace(after, after + line))
}

function enlist(file: string, list: RegExp, name: string): void {
  const path = join(house, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(list)
  writeFileSync(path, text.replace(list, `$1${name}, `))
}

/** Runs a tool in that house, and says what it said where it failed. */
function passes(tool: string, args: readonly string[]): Promise<void> {
  const running = spawn('npx', ['--no-install', tool, ...args], { cwd: house, env: { ...process.env, NODE_ENV: 'test' } })
  let said = ''
  for (const stream of [running.stdout, running.stderr]) stream.on('data', (words) => (said = `${said}${words}`.slice(-6000)))
  return new Promise((done, fail) => {
    running.once('error', fail)
    running.once('close', (code) => (code === 0 ? done() : fail(new Error(`${tool} ${args.join(' ')} ended with ${code}\n${said}`))))
  })
}
