import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { Mailroom, ruleShape, type Bounce, type Rule } from './mailroom'
import { mostPerBatch, type PostmarkAnswer } from './messages'

export interface PostmarkOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly stateFile: string
  readonly token?: string
  readonly now?: () => number
}

/** The token the stand-in knows where no other is said. */
export const standInToken = 'guildhall-stand-in'

/** Plays Postmark on this machine; its state lies in a file, so several processes and a restart see the same. */
export async function startPostmark(options: PostmarkOptions): Promise<{ url: string; close(): Promise<void> }> {
  const mailroom = new Mailroom(options.stateFile, options.now ?? Date.now)
  const token = options.token ?? standInToken
  const server = createServer((request, response) => {
    answer(mailroom, token, request).then(
      ({ status, body }) => reply(response, status, body),
      (error: unknown) => reply(response, 500, { ErrorCode: 500, Message: String(error) }),
    )
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve(mailroom.close()))
        server.closeAllConnections()
      }),
  }
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function answer(mailroom: Mailroom, token: string, request: IncomingMessage): Promise<Answer> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const asked = `${request.method} ${url.pathname}`
  if (asked === 'GET /__messages') return { status: 200, body: { messages: mailroom.messages(url.searchParams.get('to') ?? undefined) } }
  if (asked === 'POST /__control') return control(mailroom, await jsonOf(request))

  const refused = refusedToken(request, token)
  if (refused) return { status: 401, body: refused }
  const activated = /^PUT \/bounces\/(\d+)\/activate$/.exec(asked)?.[1]
  if (activated) return activate(mailroom, Number(activated))
  switch (asked) {
    case 'POST /email':
      return sendOne(mailroom, await jsonOf(request))
    case 'POST /email/batch':
      return sendBatch(mailroom, await jsonOf(request))
    case 'GET /bounces':
      return { status: 200, body: { TotalCount: mailroom.bounces().length, Bounces: mailroom.bounces().map((bounce) => asPostmark(bounce, mailroom)) } }
    default:
      return { status: 404, body: { ErrorCode: 404, Message: `The stand-in does not play ${asked}.` } }
  }
}

async function sendOne(mailroom: Mailroom, input: unknown): Promise<Answer> {
  if (input === undefined) return { status: 422, body: invalidJson }
  const rule = mailroom.ruleFor(input)
  if (rule?.mode === 'fail') return failure(rule)
  const body = mailroom.take(input, rule)
  if (rule?.mode === 'slow') await wait(rule.ms)
  return { status: body.ErrorCode === 0 ? 200 : 422, body }
}

async function sendBatch(mailroom: Mailroom, input: unknown): Promise<Answer> {
  if (!Array.isArray(input)) return { status: 422, body: invalidJson }
  if (input.length > mostPerBatch) return { status: 422, body: { ErrorCode: 410, Message: `A batch holds ${mostPerBatch} messages at most.` } }
  const rules = input.map((message) => mailroom.ruleFor(message))
  const failing = rules.find((rule) => rule?.mode === 'fail')
  if (failing) return failure(failing)
  const body = input.map((message, at) => mailroom.take(message, rules[at]))
  await wait(Math.max(0, ...rules.map((rule) => (rule?.mode === 'slow' ? rule.ms : 0))))
  return { status: 200, body }
}

function control(mailroom: Mailroom, input: unknown): Answer {
  const rule = ruleShape.safeParse(input)
  if (!rule.success) return { status: 422, body: { errors: rule.error.issues } }
  mailroom.addRule(rule.data)
  return { status: 200, body: { rule: rule.data } }
}

function activate(mailroom: Mailroom, id: number): Answer {
  const bounce = mailroom.activate(id)
  if (!bounce) return { status: 404, body: { ErrorCode: 407, Message: 'Bounce not found.' } }
  return { status: 200, body: { Message: 'OK', Bounce: asPostmark(bounce, mailroom) } }
}

function asPostmark(bounce: Bounce, mailroom: Mailroom) {
  const inactive = mailroom.isInactive(bounce.email)
  return {
    ID: bounce.id,
    Type: bounce.type,
    TypeCode: bounce.type === 'HardBounce' ? 1 : 512,
    Email: bounce.email,
    MessageID: bounce.messageId,
    BouncedAt: bounce.at,
    Inactive: inactive,
    CanActivate: inactive && bounce.type === 'HardBounce',
  }
}

function refusedToken(request: IncomingMessage, token: string): PostmarkAnswer | undefined {
  const given = request.headers['x-postmark-server-token']
  if (given === token) return undefined
  return {
    ErrorCode: 10,
    Message: given ? 'The Server Token you provided in the X-Postmark-Server-Token request header was invalid.' : 'No Account or Server API tokens were supplied in the HTTP headers.',
  }
}

const invalidJson: PostmarkAnswer = { ErrorCode: 402, Message: 'Received invalid JSON input.' }

function failure(rule: Rule): Answer {
  return { status: rule.status, body: { ErrorCode: rule.status === 503 ? 100 : rule.status, Message: 'The stand-in was told to fail.' } }
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  try {
    return JSON.parse(Buffer.concat(pieces).toString()) as unknown
  } catch {
    return undefined
  }
}

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body))
}
