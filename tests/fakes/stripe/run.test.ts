import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { clockFrom } from '~/platform/clock.server'
import { application, deposit, sdkOf, until } from './stripe-under-test'

test('as a process of its own it keeps the time of the town, tells the application, and ends with its parent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-stripe-'))
  const start = Date.UTC(2026, 9, 25, 0, 30)
  const town = clockFrom(start, join(folder, 'town.db'))
  const app = await application(town)
  const taken = new URL(app.url).port
  const child = spawn('node', ['--import', 'tsx', 'tests/fakes/stripe/run.ts', '--state', join(folder, 'stripe.db'), '--port', taken, '--app', app.url, '--with-parent'], {
    env: { ...process.env, GUILDHALL_MODE: 'test', GUILDHALL_NOW: new Date(start).toISOString(), DATABASE_PATH: join(folder, 'town.db') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  expect(new URL(address).port).not.toBe(taken)
  const sdk = sdkOf(address)

  const before = Math.floor(town() / 1000)
  const { id, created } = await sdk.checkout.sessions.create(deposit)
  await sdk.checkout.sessions.expire(id)

  expect(created).toBeGreaterThanOrEqual(before)
  expect(created).toBeLessThanOrEqual(Math.floor(town() / 1000))
  await until(() => app.taken.length === 1)
  expect(app.taken).toMatchObject([{ type: 'checkout.session.expired', right: true }])
  child.stdin.end()
  expect((await once(child, 'exit'))[0]).toBe(0)
})
