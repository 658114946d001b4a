import { createServer, request, type IncomingHttpHeaders, type OutgoingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { createLog } from '~/platform/log.server'
import { createApp, type ShellOptions } from './app'

export interface Asked {
  readonly method?: string
  readonly headers?: OutgoingHttpHeaders
  /** Pieces are sent one by one, without a length. */
  readonly body?: string | Buffer | readonly Buffer[]
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** A shell that listens on a port of its own, with a log that can be read and a stand-in for Remix. */
export interface ShellUnderTest {
  readonly server: Server
  readonly origin: string
  readonly lines: Record<string, unknown>[]
  readonly ask: (path: string, asked?: Asked) => Promise<Answered>
  readonly close: () => Promise<void>
}

export async function startShell(options: Partial<ShellOptions> = {}): Promise<ShellUnderTest> {
  const lines: Record<string, unknown>[] = []
  const app = createApp({
    answer: async () => new Response('<h1>Hall</h1>', { headers: { 'Content-Type': 'text/html' } }),
    appUrl: 'https://guildhall.example',
    log: createLog('debug', { write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>) }),
    sessionCookie: 'guildhall_session',
    files: tmpdir(),
    replication: { role: () => 'primary', forward: () => false },
    ...options,
  })
  const server = createServer(app)
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return { server, origin: `http://127.0.0.1:${port}`, lines, ask: (path, asked) => ask(port, path, asked), close }
}

function ask(port: number, path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    // Node's client gives a DELETE no length of its own.
    const length = typeof body === 'string' ? { 'Content-Length': Buffer.byteLength(body) } : {}
    const sent = request({ host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(pieces).toString() }))
    })
    sent.on('error', reject)
    if (Array.isArray(body)) for (const piece of body) sent.write(piece)
    else if (body !== undefined) return void sent.end(body)
    sent.end()
  })
}
