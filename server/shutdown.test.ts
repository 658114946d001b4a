import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetHealth, readiness } from '~/platform/health.server'
import { createLog } from '~/platform/log.server'
import { createShutdown, shutDownOnSignals, type Closer } from './shutdown'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
let agent: Agent
beforeEach(() => {
  forgetHealth()
  agent = new Agent({ keepAlive: true })
})
afterEach(async () => {
  agent.destroy()
  await shell?.close()
})

const soon = (ms: number) => new Promise((done) => setTimeout(done, ms))

async function shellWith(answerAfter: number, closers: readonly Closer[] = [], limits: { drainFor?: number; forceAfter?: number } = {}) {
  const events: string[] = []
  shell = await startShell({
    answer: async () => {
      events.push('asked')
      await soon(answerAfter)
      events.push('answered')
      return new Response('done')
    },
  })
  const watched = closers.map(({ name, close }) => ({
    name,
    close: async () => {
      events.push(`closing ${name}`)
      await close()
    },
  }))
  const exit = (code: number) => void events.push(`exit ${code}`)
  const shutDown = createShutdown({ server: shell.server, closers: watched, log: createLog('silent'), exit, ...limits })
  return { events, shutDown }
}

function get(): Promise<number | string> {
  const { port } = shell.server.address() as AddressInfo
  return new Promise((resolve) => {
    request({ port, host: '127.0.0.1', agent, path: '/' }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode ?? 0)))
      .on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
      .end()
  })
}

test('requests under way are answered, then the parts close one after the other, then the process ends', async () => {
  const slow = { name: 'jobs', close: () => soon(50).then(() => undefined) }
  const { events, shutDown } = await shellWith(300, [slow, { name: 'outbox', close: () => undefined }, { name: 'database', close: () => undefined }])
  const answer = get()
  await expect.poll(() => events).toEqual(['asked'])
  expect(readiness().ok).toBe(true)
  const stopped = shutDown('SIGTERM')
  expect(readiness()).toMatchObject({ ok: false, checks: [{ name: 'server', detail: 'stopping' }] })
  expect(shell.server.listening).toBe(false)
  expect(await answer).toBe(200)
  await stopped
  expect(events).toEqual(['asked', 'answered', 'closing jobs', 'closing outbox', 'closing database', 'exit 0'])
})

test('a browser’s idle connection holds nothing up', async () => {
  const { events, shutDown } = await shellWith(0)
  expect(await get()).toBe(200)
  await shutDown('SIGTERM')
  expect(events.at(-1)).toBe('exit 0')
})

test('a part that cannot close does not keep the others open, and the exit code tells', async () => {
  const broken = { name: 'jobs', close: () => Promise.reject(new Error('stuck')) }
  const { events, shutDown } = await shellWith(0, [broken, { name: 'database', close: () => undefined }])
  await shutDown('SIGTERM')
  expect(events).toEqual(['closing jobs', 'closing database', 'exit 1'])
})

test('requests that never end are cut off, so that the database is still closed', async () => {
  const { events, shutDown } = await shellWith(60_000, [{ name: 'database', close: () => undefined }], { drainFor: 100 })
  const answer = get()
  await expect.poll(() => events).toEqual(['asked'])
  await shutDown('SIGTERM')
  expect(await answer).toBe('ECONNRESET')
  expect(events).toEqual(['asked', 'closing database', 'exit 0'])
})

test('what hangs is ended by force, and by a second signal at once', async () => {
  const { events, shutDown } = await shellWith(0, [{ name: 'jobs', close: () => new Promise(() => undefined) }], { forceAfter: 100 })
  void shutDown('SIGTERM')
  await expect.poll(() => events).toContain('exit 1')
  await shutDown('SIGINT')
  expect(events).toEqual(['closing jobs', 'exit 1', 'exit 1'])
})

test('supervisors and keyboards are listened to', () => {
  const heard: string[] = []
  shutDownOnSignals(async (signal) => void heard.push(signal))
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.emit(signal)
    process.removeListener(signal, process.listeners(signal).at(-1)!)
  }
  expect(heard).toEqual(['SIGTERM', 'SIGINT'])
})
