import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetHealth, registerCheck } from '~/platform/health.server'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
beforeEach(forgetHealth)
afterEach(() => shell.close())

test('alive is whoever answers; ready is whoever says so in every part', async () => {
  shell = await startShell()
  registerCheck({ name: 'jobs', check: () => ({ ok: true, detail: 'all alive' }) })
  expect((await shell.ask('/healthz')).status).toBe(200)
  expect(await shell.ask('/readyz')).toMatchObject({ status: 200, headers: { 'cache-control': 'no-store' } })

  registerCheck({ name: 'mail', check: () => ({ ok: false, detail: 'There is no Postmark token' }) })
  const red = await shell.ask('/readyz')
  expect(red.status).toBe(503)
  expect(JSON.parse(red.body)).toEqual({
    ok: false,
    checks: [
      { name: 'jobs', ok: true, detail: 'all alive' },
      { name: 'mail', ok: false, detail: 'There is no Postmark token' },
    ],
  })
  expect((await shell.ask('/healthz')).status).toBe(200)
})

test('figures count what was answered, whatever methods and paths clients invent', async () => {
  shell = await startShell()
  await shell.ask('/b/anna?x=1')
  await shell.ask('/', { method: 'PROPFIND' })
  await shell.ask('/', { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' }, body: '' })
  const { body, headers } = await shell.ask('/metrics')
  expect(headers['content-type']).toContain('version=0.0.4')
  expect(body).toContain('http_requests_total{method="GET",status="200"} 1')
  expect(body).toContain('http_requests_total{method="other",status="405"} 1')
  expect(body).toContain('http_requests_total{method="POST",status="403"} 1')
  expect(body).toContain('http_request_duration_seconds_count 3')
  expect(body).toMatch(/process_resident_memory_bytes \d{7,}/)
  expect(body).not.toContain('anna')
})

test('figures are for this machine, or for whoever holds the token', async () => {
  shell = await startShell({ clientAddressHeader: 'fly-client-ip' })
  expect((await shell.ask('/metrics')).status).toBe(200)
  expect((await shell.ask('/metrics', { headers: { 'Fly-Client-IP': '192.0.2.7' } })).status).toBe(403)
  await shell.close()
  shell = await startShell({ metricsToken: 'sixteen characters' })
  expect((await shell.ask('/metrics')).status).toBe(403)
  expect((await shell.ask('/metrics', { headers: { Authorization: 'Bearer sixteen character' } })).status).toBe(403)
  expect((await shell.ask('/metrics', { headers: { Authorization: 'Bearer sixteen characters' } })).status).toBe(200)
})
