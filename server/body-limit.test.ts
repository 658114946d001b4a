import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { bodyLimit } from './body-limit'
import { startShell, type ShellUnderTest } from './shell-under-test'

let shell: ShellUnderTest
afterEach(() => shell.close())

const megabyte = 1024 * 1024
const headers = { 'Sec-Fetch-Site': 'same-origin' }

async function shellThatCounts() {
  const bodies: number[] = []
  shell = await startShell({
    uploads: { paths: ['/dashboard/:business/pictures'], bytes: 2 * megabyte, atOnce: 1 },
    answer: async (request) => {
      bodies.push((await request.arrayBuffer()).byteLength)
      return new Response('saved')
    },
  })
  return bodies
}

test.each([
  ['/book', bodyLimit, 200],
  ['/book', bodyLimit + 1, 413],
  ['/book', 3 * megabyte, 413],
  ['/book', 20 * megabyte, 413],
  ['/dashboard/salon/pictures', 2 * megabyte, 200],
  ['/dashboard/salon/pictures', 2 * megabyte + 1, 413],
  ['/dashboard/salon/pictures/1', bodyLimit + 1, 413],
  ['/dashboard/a/b/pictures', bodyLimit + 1, 413],
])('%s takes a body by its length of %d: %d', async (path, bytes, status) => {
  const bodies = await shellThatCounts()
  // A body that is refused by its announced length need not be sent.
  const answer = await shell.ask(path, { method: 'POST', headers: { ...headers, 'Content-Length': bytes }, body: bytes > 8 * megabyte ? '' : Buffer.alloc(bytes, 97) }).catch(String)
  expect(answer).toMatchObject({ status })
  expect(bodies).toEqual(status === 200 ? [bytes] : [])
})

test.each([
  [1, 200],
  [10, 200],
  [11, 413],
  [400, 413],
])('a body of %d pieces of 10 KB that tells no length is counted as it comes: %d', async (pieces, status) => {
  const bodies = await shellThatCounts()
  const piece = Buffer.alloc(10 * 1024, 97)
  const answer = await shell.ask('/book', { method: 'POST', headers, body: Array.from({ length: pieces }, () => piece) })
  expect(answer.status).toBe(status)
  expect(bodies).toEqual(status === 200 ? [pieces * piece.length] : [])
})

test('the refusal is a page that says nothing was saved, and the next request is answered', async () => {
  await shellThatCounts()
  const answer = await shell.ask('/book', { method: 'POST', headers, body: Buffer.alloc(bodyLimit + 1) })
  expect(answer.headers['content-type']).toContain('text/html')
  expect(answer.body).toContain('Nothing was saved')
  expect((await shell.ask('/book', { method: 'POST', headers, body: 'x' })).status).toBe(200)
})

test('more uploads at once than there is room for are told to come back, while forms go on', async () => {
  await shellThatCounts()
  const slow = request(`${shell.origin}/dashboard/salon/pictures`, { method: 'POST', headers: { ...headers, 'Content-Length': megabyte } })
  slow.on('error', () => undefined)
  await new Promise((sent) => slow.write(Buffer.alloc(1024), sent))
  await pause(50)
  const second = await shell.ask('/dashboard/salon/pictures', { method: 'POST', headers: { ...headers, 'Content-Length': megabyte }, body: '' })
  expect(second).toMatchObject({ status: 503, headers: { 'retry-after': '10' } })
  expect((await shell.ask('/dashboard/salon/pictures', { method: 'POST', headers, body: 'small' })).status).toBe(200)
  slow.destroy()
  await pause(50)
  expect((await shell.ask('/dashboard/salon/pictures', { method: 'POST', headers: { ...headers, 'Content-Length': megabyte }, body: Buffer.alloc(megabyte) })).status).toBe(200)
})

test('a form arrives as it was sent', async () => {
  shell = await startShell({ answer: async (request) => Response.json(Object.fromEntries(await request.formData())) })
  const form = { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' }
  const answer = await shell.ask('/book?a=1', { method: 'POST', headers: form, body: new URLSearchParams({ name: 'Ana Conceição', note: '' }).toString() })
  expect(JSON.parse(answer.body)).toEqual({ name: 'Ana Conceição', note: '' })
})
