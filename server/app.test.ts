import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Response as ExpressResponse } from 'express'
import { afterEach, expect, test } from 'vitest'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
afterEach(() => shell.close())

const post = { method: 'POST', headers: { 'Sec-Fetch-Site': 'same-origin' }, body: 'a=1' }

test('each request is logged in one line with the id that was answered, and without query, cookie, name or address', async () => {
  shell = await startShell()
  const answer = await shell.ask('/find-booking?email=ana@example.test&token=secret', { headers: { Cookie: 'guildhall_session=secret', 'User-Agent': 'AnaBrowser', 'x-request-id': 'mine' } })
  await expect.poll(() => shell.lines.length).toBe(1)
  const line = shell.lines[0]!
  expect(line).toMatchObject({ level: 'info', method: 'GET', path: '/find-booking', status: 200, msg: 'answered', requestId: answer.headers['x-request-id'] })
  expect(line.requestId).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/)
  expect(Object.keys(line).sort()).toEqual(['level', 'method', 'ms', 'msg', 'path', 'requestId', 'status', 'time'])
  expect(JSON.stringify(line)).not.toMatch(/secret|ana@|127\.0\.0\.1|AnaBrowser/)
})

test('Remix is given the address under APP_URL, the nonce, the id and the client’s address', async () => {
  const seen: unknown[] = []
  shell = await startShell({
    clientAddressHeader: 'fly-client-ip',
    answer: async (request, context) => {
      seen.push({ url: request.url, method: request.method, ...context })
      return new Response('ok')
    },
  })
  const answer = await shell.ask('//evil.example/b/anna?x=%20', { headers: { Host: 'evil.example', 'Fly-Client-IP': '192.0.2.7' } })
  expect(seen).toMatchObject([{ url: 'https://guildhall.example//evil.example/b/anna?x=%20', method: 'GET', clientAddress: '192.0.2.7', requestId: answer.headers['x-request-id'] }])
})

test('headers that loaders set and cookies of loaders and Response all arrive', async () => {
  shell = await startShell({
    answer: async (_request, { setHeader, addHeader }) => {
      setHeader('Cache-Control', 'no-store')
      addHeader('Set-Cookie', 'a=1')
      return new Response(null, { status: 303, headers: [['Location', '/x'], ['Set-Cookie', 'b=2'], ['Set-Cookie', 'c=3']] })
    },
  })
  const answer = await shell.ask('/', post)
  expect(answer).toMatchObject({ status: 303, headers: { location: '/x', 'cache-control': 'no-store', 'set-cookie': ['a=1', 'b=2', 'c=3'] } })
})

test('what fails outside Remix is a friendly page with the number that stands in the log', async () => {
  shell = await startShell({
    answer: async () => {
      throw new Error('burst')
    },
  })
  const answer = await shell.ask('/', { headers: { Accept: 'text/html' } })
  expect(answer.status).toBe(500)
  expect(answer.body).toContain(String(answer.headers['x-request-id']))
  expect(answer.body).not.toContain('burst')
  expect(shell.lines.find(({ level }) => level === 'error')).toMatchObject({ requestId: answer.headers['x-request-id'], err: { message: 'burst' } })
})

test('strange methods and targets are refused before anything else', async () => {
  shell = await startShell()
  expect(await shell.ask('/', { method: 'OPTIONS' })).toMatchObject({ status: 405, headers: { allow: expect.stringContaining('POST') as string } })
  expect((await shell.ask('/', { method: 'TRACE' })).status).toBe(405)
  expect(await asTyped('GET http://elsewhere.example/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /)
})

test('who wants no page gets a line of text', async () => {
  shell = await startShell()
  const answer = await shell.ask('/', { method: 'TRACE', headers: { Accept: 'application/json, text/plain' } })
  expect(answer.headers['content-type']).toContain('text/plain')
})

test('a write on a node that is not the primary is sent on, unread', async () => {
  const roles = { role: () => 'replica' as const, forward: (_req: unknown, res: ExpressResponse) => void res.end('from the primary') === undefined }
  shell = await startShell({ replication: roles })
  expect((await shell.ask('/', post)).body).toBe('from the primary')
  expect((await shell.ask('/')).body).toContain('Hall')
  expect((await shell.ask('/', { ...post, headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403)
})

test('a landing is a GET that writes, and goes to the primary too', async () => {
  const roles = { role: () => 'replica' as const, forward: (_req: unknown, res: ExpressResponse) => void res.end('from the primary') === undefined }
  shell = await startShell({ replication: roles })
  expect((await shell.ask('/landings/stripe?session=cs_1')).body).toBe('from the primary')
})

test('a write waits where nobody knows who the primary is', async () => {
  shell = await startShell({ replication: { role: () => 'unknown', forward: () => false } })
  expect(await shell.ask('/', post)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } })
})

test('built files are kept for a year, others for an hour, missing ones are refused here, and pages are packed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  mkdirSync(join(folder, 'assets'))
  writeFileSync(join(folder, 'assets', 'index-a1b2.css'), 'a{}'.repeat(1000))
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>')
  shell = await startShell({ files: folder, answer: async () => new Response('<p>page</p>'.repeat(500), { headers: { 'Content-Type': 'text/html' } }) })

  expect((await shell.ask('/assets/index-a1b2.css')).headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect((await shell.ask('/favicon.svg')).headers).toMatchObject({ 'cache-control': 'public, max-age=3600', 'content-type': 'image/svg+xml' })
  expect(await shell.ask('/favicon.ico')).toMatchObject({ status: 302, headers: { location: '/favicon.svg' } })
  expect((await shell.ask('/assets/gone.js')).status).toBe(404)
  expect((await shell.ask('/assets/%E0%A4%A')).status).toBe(404)
  // fetch unpacks what it names.
  const packed = await fetch(`${shell.origin}/`, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(packed.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.text()).toContain('<p>page</p>')
  rmSync(folder, { recursive: true })
})

test('a client that goes away aborts the request', async () => {
  let aborted = false
  shell = await startShell({
    answer: ({ signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          aborted = true
          resolve(new Response('nobody listens'))
        })
      }),
  })
  const { port } = shell.server.address() as { port: number }
  const socket = connect(port, '127.0.0.1', () => socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n'))
  setTimeout(() => socket.destroy(), 100)
  await expect.poll(() => aborted, { timeout: 20_000 }).toBe(true)
  await expect.poll(() => shell.lines.at(-1)?.msg, { timeout: 20_000 }).toBe('broken off')
})

function asTyped(text: string): Promise<string> {
  const { port } = shell.server.address() as { port: number }
  return new Promise((resolve) => {
    let said = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    socket.on('data', (piece) => (said += piece.toString()))
    socket.on('close', () => resolve(said))
  })
}
