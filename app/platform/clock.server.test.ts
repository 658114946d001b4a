import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test, vi } from 'vitest'
import { clockFrom } from './clock.server'

const run = promisify(execFile)
const start = Date.UTC(2026, 9, 24, 23, 30)
const folder = () => mkdtempSync(join(tmpdir(), 'guildhall-clock-'))

test('processes that start together agree on one time', async () => {
  const database = join(folder(), 'town.db')

  const offsets = await Promise.all([askAnotherProcess(database, start), askAnotherProcess(database, start), askAnotherProcess(database, start)])

  const kept = JSON.parse(readFileSync(`${database}.clock`, 'utf8'))
  expect(kept.start).toBe('2026-10-24T23:30:00.000Z')
  // Each process reads the real clock twice, and a millisecond may pass in between.
  for (const offset of offsets) expect(Math.abs(offset - kept.offset)).toBeLessThanOrEqual(1)
})

test('time runs on through a restart', async () => {
  const database = join(folder(), 'town.db')
  const first = clockFrom(start, database)
  await new Promise((resolve) => setTimeout(resolve, 30))

  const afterRestart = clockFrom(start, database)

  expect(afterRestart() - start).toBeGreaterThanOrEqual(29)
  expect(Math.abs(afterRestart() - first())).toBeLessThan(5)
})

test('a later start with another instant keeps the time of the first, and says so', () => {
  const database = join(folder(), 'town.db')
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  const first = clockFrom(start, database)

  const second = clockFrom(start + 86_400_000, database)

  expect(Math.abs(second() - first())).toBeLessThan(5)
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('was started at 2026-10-24T23:30:00.000Z'))
  warn.mockRestore()
})

test('without a start, time is real and nothing is written', () => {
  const empty = folder()

  expect(Math.abs(clockFrom(undefined, join(empty, 'town.db'))() - Date.now())).toBeLessThan(5)
  expect(readdirSync(empty)).toEqual([])
})

/** The offset to real time (ms) that `now()` has in a process of its own. */
async function askAnotherProcess(database: string, from: number): Promise<number> {
  const script = `import('./app/platform/clock.server.ts').then(({ now }) => { now(); console.log(now() - Date.now()) })`
  const { stdout } = await run('node', ['--import', 'tsx', '--input-type=module', '-e', script], {
    env: { ...process.env, GUILDHALL_MODE: 'test', GUILDHALL_NOW: new Date(from).toISOString(), DATABASE_PATH: database },
  })
  return Number(stdout)
}
