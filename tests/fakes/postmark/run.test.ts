import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ServerClient } from 'postmark'
import { expect, test } from 'vitest'
import { clockFrom } from '~/platform/clock.server'
import { standInToken } from './postmark'

test('as a process of its own it keeps the time of the town, and ends with its parent', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'guildhall-postmark-'))
  const start = Date.UTC(2026, 9, 25, 0, 30)
  const town = clockFrom(start, join(folder, 'town.db'))
  const child = spawn('node', ['--import', 'tsx', 'tests/fakes/postmark/run.ts', '--state', join(folder, 'postmark.jsonl'), '--with-parent'], {
    env: { ...process.env, GUILDHALL_MODE: 'test', GUILDHALL_NOW: new Date(start).toISOString(), DATABASE_PATH: join(folder, 'town.db') },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [address] = (await once(createInterface({ input: child.stdout }), 'line')) as [string]
  const client = new ServerClient(standInToken, { requestHost: new URL(address).host, useHttps: false })

  const before = town()
  const { SubmittedAt } = await client.sendEmail({ From: 'a@guildhall.test', To: 'ana@example.test', Subject: 'Booked', TextBody: 'Booked' })

  expect(Date.parse(SubmittedAt)).toBeGreaterThanOrEqual(before)
  expect(Date.parse(SubmittedAt)).toBeLessThanOrEqual(town())
  child.stdin.end()
  expect((await once(child, 'exit'))[0]).toBe(0)
})
