import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Stripe from 'stripe'
import { Account } from './account'
import { answerControl } from './control'
import { Courier } from './courier'
import { Desk, withFault, type Answer } from './desk'
import { failedPage, pressButton, showPage, type PageAnswer } from './page'
import { RequestsSeen } from './requests-seen'
import { Store } from './store'

export interface StripeOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly stateFile: string
  /** The application's origin, whose /webhooks/stripe is told of every event; without it nobody is told. */
  readonly app?: string
  readonly key?: string
  readonly webhookSecret?: string
  readonly now?: () => number
}

/** The key and the secret that the stand-in knows where no others are said. */
export const standInKey = 'sk_test_guildhall_stand_in'
export const standInWebhookSecret = 'whsec_guildhall_stand_in'

/** Plays Stripe on this machine; its state lies in a file, so several processes and a restart see the same. */
export async function startStripe(options: StripeOptions): Promise<{ url: string; close(): Promise<void> }> {
  const store = new Store(options.stateFile)
  let url = ''
  const account = new Account(store, options.now ?? Date.now, () => url, options.app !== undefined)
  const seen = process.env.STRIPE_REQUESTS_FILE ? new RequestsSeen(process.env.STRIPE_REQUESTS_FILE) : undefined
  const endpoint = options.app === undefined ? undefined : { url: `${options.app}/webhooks/stripe`, secret: options.webhookSecret ?? standInWebhookSecret }
  const courier = new Courier(account, endpoint)
  const house: House = { account, courier, desk: new Desk(account, seen), key: options.key ?? standInKey }
  const server = createServer((request, response) => {
    answer(house, request, response).catch((error: unknown) => reply(response, 500, { error: { type: 'api_error', message: String(error) } }))
  })
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  courier.start()
  return {
    url,
    close: async () => {
      await courier.close()
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      store.close()
    },
  }
}

interface House {
  readonly account: Account
  readonly courier: Courier
  readonly desk: Desk
  readonly key: string
}

async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const body = await textOf(request)
  if (url.pathname.startsWith('/__')) {
    const { status, body: told } = answerControl(house.account, `${request.method} ${url.pathname}`, body)
    reply(response, status, told)
  } else if (url.pathname.startsWith('/c/pay/')) await answerPage(house.account, request, response, url.pathname.slice('/c/pay/'.length), body)
  else await answerApi(house, request, response, url, body)
  house.courier.wake()
}

async function answerPage(account: Account, request: IncomingMessage, response: ServerResponse, id: string, body: string): Promise<void> {
  const posts = request.method === 'POST'
  const fault = posts ? account.store.transact(() => account.faultAt('POST /c/pay/:id')) : undefined
  const work = (): PageAnswer => account.act(null, () => (posts ? pressButton(account, id, new URLSearchParams(body).get('do')) : showPage(account, id)))
  const done = await withFault(fault, work, failedPage)
  if (done === 'cut') response.destroy()
  else if (done !== 'silent') response.writeHead(done.status, done.headers).end(request.method === 'HEAD' ? '' : done.html)
}

async function answerApi(house: House, request: IncomingMessage, response: ServerResponse, url: URL, body: string): Promise<void> {
  const requestId = `req_${randomBytes(7).toString('hex')}`
  const key = request.headers['idempotency-key']?.toString()
  const refused = refusedRequest(house.key, request)
  const done = refused ?? (await house.desk.answer({ method: request.method ?? '', path: url.pathname, query: url.search.slice(1), body, key, requestId }))
  if (done === 'cut') response.destroy()
  else if (done !== 'silent') {
    reply(response, done.status, done.body, {
      'Request-Id': requestId,
      'Stripe-Version': Stripe.API_VERSION,
      ...(key === undefined ? {} : { 'Idempotency-Key': key }),
      ...(done.replayed ? { 'Idempotent-Replayed': 'true' } : {}),
    })
  }
}

function refusedRequest(key: string, request: IncomingMessage): Answer | undefined {
  const { authorization, 'content-type': type = '' } = request.headers
  const refusal = (status: number, message: string): Answer => ({ status, body: { error: { type: 'invalid_request_error', message } } })
  if (!authorization) return refusal(401, 'You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth.')
  if (authorization !== `Bearer ${key}`) return refusal(401, `Invalid API Key provided: ${authorization.slice(-4).padStart(12, '*')}`)
  const version = request.headers['stripe-version']
  // Stripe shows its objects in many versions; the stand-in knows the one of the SDK.
  if (version !== undefined && version !== Stripe.API_VERSION) return refusal(400, `Invalid Stripe API version: ${String(version)}`)
  if (request.method === 'POST' && !type.startsWith('application/x-www-form-urlencoded')) {
    return refusal(400, 'Invalid request (check that your POST content type is application/x-www-form-urlencoded).')
  }
  return undefined
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(piece as Buffer)
  return Buffer.concat(pieces).toString()
}

function reply(response: ServerResponse, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body, null, 2))
}
