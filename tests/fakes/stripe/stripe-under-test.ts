import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Stripe from 'stripe'
import { afterEach } from 'vitest'
import type { Books } from './control'
import { standInKey, standInWebhookSecret, startStripe, type StripeOptions } from './stripe'

/** When the clock of these tests stands still: Tuesday 3 November 2026, 09:00 UTC. */
export const start = Date.UTC(2026, 10, 3, 9)

/** A clock that stands still until it is moved. */
export function stillClock(at = start): { now: () => number; move: (ms: number) => void } {
  let instant = at
  return { now: () => instant, move: (ms) => void (instant += ms) }
}

const open: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const one of open.splice(0).reverse()) await one.close()
})

export function newStateFile(): string {
  return join(mkdtempSync(join(tmpdir(), 'guildhall-stripe-')), 'stripe.db')
}

export interface StandIn {
  readonly url: string
  readonly sdk: Stripe
  /** POSTs to one of the stand-in's own paths, such as /__control. */
  tell(path: string, body: object): Promise<number>
  books(): Promise<Books>
  /** Presses a button of a session's page, without following where it leads. */
  press(session: { id: string }, button: string): Promise<Response>
}

/** A stand-in of its own, closed after the test. */
export async function standIn(options: Partial<StripeOptions> = {}): Promise<StandIn> {
  const stripe = await startStripe({ port: 0, stateFile: newStateFile(), ...options })
  open.push(stripe)
  const { url } = stripe
  return {
    url,
    sdk: sdkOf(url),
    tell: async (path, body) => (await fetch(url + path, { method: 'POST', body: JSON.stringify(body) })).status,
    books: async () => (await (await fetch(`${url}/__books`)).json()) as Books,
    press: ({ id }, button) => fetch(`${url}/c/pay/${id}`, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: button }) }),
  }
}

/** Stripe's own client, asking the stand-in at `url`. */
export function sdkOf(url: string, key = standInKey, timeout = 5000): Stripe {
  const { hostname, port } = new URL(url)
  return new Stripe(key, { host: hostname, port, protocol: 'http', maxNetworkRetries: 0, timeout, telemetry: false })
}

/** What a deposit of 35.00 for a visit is asked with. */
export const deposit = {
  mode: 'payment',
  line_items: [{ price_data: { currency: 'eur', unit_amount: 3500, product_data: { name: 'Deposit for colour', description: 'Tuesday at 10:00' } }, quantity: 1 }],
  success_url: 'http://localhost:3000/landings/stripe?session={CHECKOUT_SESSION_ID}',
  cancel_url: 'http://localhost:3000/bookings/AP-7K3M9Q',
} satisfies Stripe.Checkout.SessionCreateParams

/** A session that has been paid, and its payment intent. */
export async function paidSession({ sdk, press }: StandIn, params: Stripe.Checkout.SessionCreateParams = deposit): Promise<{ session: Stripe.Checkout.Session; intent: string }> {
  const { id } = await sdk.checkout.sessions.create(params)
  await press({ id }, 'pay')
  const session = await sdk.checkout.sessions.retrieve(id)
  if (typeof session.payment_intent !== 'string') throw new Error(`${id} was not paid`)
  return { session, intent: session.payment_intent }
}

/** An application that takes webhooks: what it read, in the order of arrival. `answers` are its first statuses, then 200. */
export async function application(clock: () => number, answers: number[] = []) {
  const taken: { type: string; id: string; right: boolean }[] = []
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const body = Buffer.concat(pieces).toString()
      const { type, id } = JSON.parse(body) as { type: string; id: string }
      taken.push({ type, id, right: request.url === '/webhooks/stripe' && isRight(body, String(request.headers['stripe-signature']), clock()) })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken, types: () => taken.map(({ type }) => type) }
}

function isRight(body: string, signature: string, now: number): boolean {
  try {
    Stripe.webhooks.constructEvent(body, signature, standInWebhookSecret, undefined, undefined, now)
    return true
  } catch {
    return false
  }
}

/** Waits until it is so; fails after five seconds. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 250; tries++) {
    if (await isSo()) return
    await wait(20)
  }
  throw new Error('It did not come to pass within five seconds')
}
