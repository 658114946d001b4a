import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from './env.server'
import { fetchOutside, mostBytes } from './fetch-outside.server'

let servers: Server[] = []
afterEach(() => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  servers = []
  vi.unstubAllEnvs()
  forgetEnv()
})

/** A stranger's server on this machine. Answers its port. */
async function stranger(answer: RequestListener, host = '127.0.0.1', port = 0): Promise<number> {
  const server = createServer(answer)
  servers.push(server)
  await new Promise<void>((up) => server.listen(port, host, up))
  return (server.address() as AddressInfo).port
}

const accept = 'text/calendar'
/** As if one address of this machine lay somewhere on the internet. */
const mayReach = (address: string) => address === '127.0.0.1'
const open = { accept, mayReach }
const says = (text: string | Buffer, headers = {}): RequestListener => (_, response) => response.writeHead(200, headers).end(text)

test('a page is read with what it says of its version, and asked with that it says when it has not changed', async () => {
  const seen: (string | undefined)[] = []
  const port = await stranger(({ headers, url }, response) => {
    seen.push(headers['if-none-match'], headers['if-modified-since'], headers.accept, url)
    if (headers['if-none-match'] === '"v1"') response.writeHead(304).end()
    else response.writeHead(200, { ETag: '"v1"', 'Last-Modified': 'Tue, 03 Nov 2026 09:00:00 GMT' }).end('\uFEFFhello')
  })
  const address = `http://127.0.0.1:${port}/a?token=secret`
  const first = await fetchOutside(address, open)
  expect(first).toEqual({ ok: true, value: { kind: 'read', text: 'hello', etag: '"v1"', lastModified: 'Tue, 03 Nov 2026 09:00:00 GMT' } })
  expect(await fetchOutside(address, { ...open, etag: '"v1"', lastModified: 'Tue, 03 Nov 2026 09:00:00 GMT' })).toEqual({ ok: true, value: { kind: 'unchanged' } })
  expect(seen).toEqual([undefined, undefined, accept, '/a?token=secret', '"v1"', 'Tue, 03 Nov 2026 09:00:00 GMT', accept, '/a?token=secret'])
})

test.each([
  'http://127.0.0.1/', 'http://localhost/', 'http://[::1]/', 'http://2130706433/', 'http://0x7f.1/', 'http://0.0.0.0/', 'http://[::ffff:127.0.0.1]/', 'http://10.0.0.1/',
  'http://192.168.1.1/', 'http://169.254.169.254/latest/meta-data/', 'https://[fd00::1]/', 'http://[fe80::1]/', 'http://[::]/', 'http://224.0.0.1/',
])('%s is refused before a byte is sent', async (address) => {
  expect(await fetchOutside(address, { accept })).toEqual({ ok: false, refusal: { kind: 'private-address' } })
})

test('a name that leads into a private network is refused, also where it leads elsewhere too', async () => {
  for (const addresses of [['10.0.0.1'], ['93.184.216.34', '10.0.0.1'], ['93.184.216.34', '::1']]) {
    expect(await fetchOutside('http://calendar.example/', { accept, resolve: async () => addresses })).toEqual({ ok: false, refusal: { kind: 'private-address' } })
  }
})

test.each(['ftp://93.184.216.34/', 'file:///etc/passwd', 'http://93.184.216.34:22/', 'http://93.184.216.34:8080/', 'http://me:secret@93.184.216.34/', 'nonsense', ''])('“%s” is no address of the web that we follow', async (address) => {
  expect(await fetchOutside(address, { accept })).toEqual({ ok: false, refusal: { kind: 'no-web-address' } })
})

test('this machine is spoken to where the setting says so, and a private network is not even then', async () => {
  const port = await stranger(says('hello'))
  vi.stubEnv('FETCH_LOOPBACK', 'on')
  forgetEnv()
  expect(await fetchOutside(`http://127.0.0.1:${port}/`, { accept })).toMatchObject({ ok: true })
  expect(await fetchOutside('http://10.0.0.1/', { accept })).toEqual({ ok: false, refusal: { kind: 'private-address' } })
  vi.stubEnv('FETCH_LOOPBACK', '')
  forgetEnv()
  expect(await fetchOutside(`http://127.0.0.1:${port}/`, { accept })).toEqual({ ok: false, refusal: { kind: 'private-address' } })
})

test.each(['http://127.0.0.2/', 'http://[::1]/', 'http://169.254.169.254/', 'http://10.0.0.1/', '//localhost/', 'file:///etc/passwd'])('a redirect to %s is refused', async (location) => {
  let asked = 0
  const port = await stranger((_, response) => {
    asked += 1
    response.writeHead(302, { Location: location }).end()
  })
  const refused = await fetchOutside(`http://127.0.0.1:${port}/`, { ...open, resolve: async (name) => [name === 'localhost' ? '127.0.0.2' : name] })
  expect(refused).toEqual({ ok: false, refusal: { kind: location.startsWith('file') ? 'no-web-address' : 'private-address' } })
  expect(asked).toBe(1)
})

test('five redirects are followed, and not a sixth', async () => {
  const port = await stranger(({ url }, response) => {
    const left = Number(url?.slice(1))
    if (left === 0) response.end('there')
    else response.writeHead(left % 2 ? 301 : 307, { Location: `/${left - 1}` }).end()
  })
  expect(await fetchOutside(`http://127.0.0.1:${port}/5`, open)).toMatchObject({ ok: true, value: { text: 'there' } })
  expect(await fetchOutside(`http://127.0.0.1:${port}/6`, open)).toEqual({ ok: false, refusal: { kind: 'too-many-redirects' } })
})

test('the connection goes where the check looked, whatever the name says a moment later', async () => {
  const port = await stranger(says('checked'))
  await stranger(says('rebound'), '127.0.0.2', port)
  const answers = [['127.0.0.1'], ['127.0.0.2']]
  const resolve = vi.fn(async () => answers.shift() ?? ['127.0.0.2'])
  expect(await fetchOutside(`http://rebinding.localhost:${port}/`, { ...open, resolve })).toMatchObject({ ok: true, value: { text: 'checked' } })
  expect(resolve).toHaveBeenCalledTimes(1)
  // And where a name is asked for again, it is checked again.
  expect(await fetchOutside(`http://rebinding.localhost:${port}/`, { ...open, resolve })).toEqual({ ok: false, refusal: { kind: 'private-address' } })
})

test('5 MB are read, and one byte more is not', async () => {
  const [whole, more] = [await stranger(says(Buffer.alloc(mostBytes, 'a'))), await stranger(says(Buffer.alloc(mostBytes + 1, 'a')))]
  const read = await fetchOutside(`http://127.0.0.1:${whole}/`, open)
  expect(read.ok && read.value.kind === 'read' && read.value.text.length).toBe(mostBytes)
  expect(await fetchOutside(`http://127.0.0.1:${more}/`, open)).toEqual({ ok: false, refusal: { kind: 'too-large' } })
})

test('what is compressed counts by what comes out of it', async () => {
  const [small, bomb] = [gzipSync('hello'), gzipSync(Buffer.alloc(mostBytes * 20))]
  expect(bomb.length).toBeLessThan(mostBytes / 20)
  const at = async (body: Buffer, encoding: string) => fetchOutside(`http://127.0.0.1:${await stranger(says(body, { 'Content-Encoding': encoding }))}/`, open)
  expect(await at(small, 'gzip')).toMatchObject({ ok: true, value: { text: 'hello' } })
  expect(await at(brotliCompressSync('hello'), 'br')).toMatchObject({ ok: true, value: { text: 'hello' } })
  expect(await at(bomb, 'gzip')).toEqual({ ok: false, refusal: { kind: 'too-large' } })
  expect(await at(Buffer.from('hello'), 'gzip')).toEqual({ ok: false, refusal: { kind: 'no-connection' } })
  expect(await at(small, 'zip-of-mine')).toEqual({ ok: false, refusal: { kind: 'no-connection' } })
})

test('a server that drips, one that never answers and one that sends round in circles are left after the time is up', async () => {
  const drip = await stranger(async (_, response) => {
    response.writeHead(200)
    for (let more = true; more && !response.destroyed; await pause(20)) more = response.write('a') || true
  })
  const silent = await stranger(() => undefined)
  const slowCircle = await stranger((_, response) => void pause(100).then(() => response.writeHead(302, { Location: '/' }).end()))
  for (const port of [drip, silent, slowCircle]) {
    const from = performance.now()
    expect(await fetchOutside(`http://127.0.0.1:${port}/`, { ...open, within: 300 })).toEqual({ ok: false, refusal: { kind: 'too-slow' } })
    expect(performance.now() - from).toBeLessThan(2000)
  }
  const never = new Promise<string[]>(() => undefined)
  expect(await fetchOutside('http://nowhere.localhost/', { ...open, within: 100, resolve: () => never })).toEqual({ ok: false, refusal: { kind: 'too-slow' } })
})

test('other answers and broken connections are told apart', async () => {
  const gone = await stranger((_, response) => response.writeHead(410).end())
  expect(await fetchOutside(`http://127.0.0.1:${gone}/`, open)).toEqual({ ok: false, refusal: { kind: 'status', status: 410 } })
  const broken = await stranger((_, response) => {
    response.writeHead(200, { 'Content-Length': '100' }).write('half')
    response.destroy()
  })
  expect(await fetchOutside(`http://127.0.0.1:${broken}/`, open)).toEqual({ ok: false, refusal: { kind: 'no-connection' } })
  expect(await fetchOutside(`https://127.0.0.1:${gone}/`, open)).toEqual({ ok: false, refusal: { kind: 'no-connection' } })
  expect(await fetchOutside('http://nobody.invalid/', { accept, resolve: () => Promise.reject(new Error('ENOTFOUND')) })).toEqual({ ok: false, refusal: { kind: 'unknown-name' } })
})
