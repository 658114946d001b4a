import { Agent, request } from 'node:http'

export interface Ask {
  readonly method?: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Fields of a form. */
  readonly form?: Readonly<Record<string, string>>
}

export interface Answer {
  readonly status: number
  readonly location: string | null
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: Buffer
}

/** Asks once over the agent's connections. Rejects where the connection breaks. */
export function ask(url: string, { method = 'GET', path, headers = {}, form }: Ask, agent?: Agent): Promise<Answer> {
  const body = form && new URLSearchParams(form).toString()
  const all = { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded', 'Content-Length': String(Buffer.byteLength(body)) }) }
  return new Promise((resolve, reject) => {
    const sent = request(url + path, { method, headers: all, ...(agent ? { agent } : {}) }, (answer) => {
      const pieces: Buffer[] = []
      answer.on('data', (piece: Buffer) => pieces.push(piece))
      answer.once('error', reject)
      answer.once('end', () => resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? null, headers: answer.headers, body: Buffer.concat(pieces) }))
    })
    sent.once('error', reject)
    sent.end(body)
  })
}

export interface Load {
  readonly connections: number
  /** How many answers to wait for. */
  readonly count: number
  readonly next: () => Ask
  /** What every answer must be: a figure of errors is none. */
  readonly expect: number
}

/** Answers per second at so many connections, which are kept open. Throws at the first answer that is not the expected one. */
export async function load(url: string, { connections, count, next, expect }: Load): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  let left = count
  const worker = async () => {
    while (left > 0) {
      left -= 1
      const asked = next()
      const { status, body } = await ask(url, asked, agent)
      if (status !== expect) throw new Error(`${asked.path} answered ${status}, not ${expect}: ${body.toString().slice(0, 2000)}`)
    }
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: connections }, worker)).finally(() => agent.destroy())
  return (count * 1000) / (performance.now() - start)
}
