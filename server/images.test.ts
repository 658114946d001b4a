import { afterEach, beforeEach, expect, test } from 'vitest'
import { startShell, type ShellUnderTest } from './shell-under-test'

const hash = 'a'.repeat(64)
const asked: string[] = []
let shell: ShellUnderTest
beforeEach(async () => {
  asked.length = 0
  shell = await startShell({
    blob: (name) => {
      asked.push(name)
      return name === hash ? { type: 'image/webp', bytes: Buffer.from('bytes of a picture') } : null
    },
  })
})
afterEach(() => shell.close())

test('a picture is served for ever, to anybody, as what it is, by one look', async () => {
  const answer = await shell.ask(`/images/${hash}.webp`, { headers: { 'Accept-Encoding': 'gzip' } })
  expect(answer).toMatchObject({
    status: 200,
    body: 'bytes of a picture',
    headers: { 'content-type': 'image/webp', 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff', 'content-length': '18' },
  })
  expect(answer.headers).not.toHaveProperty('content-encoding')
  expect(answer.headers).not.toHaveProperty('set-cookie')
  expect(asked).toEqual([hash])
})

test('whoever has it already is told so, and whoever asks for its head gets no body', async () => {
  expect(await shell.ask(`/images/${hash}.webp`, { headers: { 'If-None-Match': `"${hash}"` } })).toMatchObject({ status: 304, body: '' })
  expect(await shell.ask(`/images/${hash}.webp`, { method: 'HEAD' })).toMatchObject({ status: 200, body: '', headers: { 'content-length': '18' } })
})

test.each([`/images/${hash}.jpg`, `/images/${hash}.avif`, `/images/${'b'.repeat(64)}.webp`, `/images/${hash}`, `/images/${hash}.svg`, `/images/${hash.toUpperCase()}.webp`, '/images/../../etc/passwd', '/images/'])(
  '%s is not there, and no cache keeps that',
  async (path) => {
    expect(await shell.ask(path)).toMatchObject({ status: 404, headers: { 'cache-control': 'no-store' } })
  },
)
