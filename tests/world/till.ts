import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { bookingById, expireHolds, expireUnanswered, payBooking, type Booking } from '~/core/bookings/index.server'
import { receivableOf, sumOfEverything } from '~/core/ledger/index.server'
import { changePaymentSettings, fetchEvents, handleEvents, settleSession, sweepCardRefunds, sweepCheckouts, type PaymentTerms } from '~/core/payments/index.server'
import { handleEvent, receiveWebhook } from '~/core/payments/stripe-events.server'
import { saleById, type Sale } from '~/core/sales/index.server'
import { read } from '~/platform/database.server'
import { forgetEnv } from '~/platform/env.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { installModules } from '~/registry.server'
import type { Books } from '../fakes/stripe/control'
import type { Rule } from '../fakes/stripe/rules'
import { standInKey, standInWebhookSecret } from '../fakes/stripe/stripe'
import { standIn, type StandIn } from '../fakes/stripe/stripe-under-test'
import { Salon } from './salon'
import { theMorning } from './world'

/** Gives each test of the file a Stripe of its own, told of by webhooks, and a clock that stands still until it is moved. Call it after `withDatabase()`. */
export function withStripe(): () => StandIn {
  let there: StandIn | undefined
  let close: (() => Promise<void>) | undefined
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: theMorning })
    const app = await webhookTaker()
    close = app.close
    there = await standIn({ app: app.url, now: () => Date.now() })
    vi.stubEnv('STRIPE_KEY', standInKey)
    vi.stubEnv('STRIPE_WEBHOOK_SECRET', standInWebhookSecret)
    vi.stubEnv('STRIPE_HOST', new URL(there.url).host)
    forgetEnv()
    installModules()
  })
  afterEach(async () => {
    await close?.()
    vi.unstubAllEnvs()
    vi.useRealTimers()
    forgetEnv()
  })
  return () => {
    if (!there) throw new Error('There is no Stripe yet')
    return there
  }
}

// What the route does with a webhook.
async function webhookTaker(): Promise<{ url: string; close: () => Promise<void> }> {
  const handling = new Set<Promise<unknown>>()
  const server = createServer((request, response) => {
    const pieces: Buffer[] = []
    request.on('data', (piece: Buffer) => pieces.push(piece))
    request.on('end', () => {
      const id = receiveWebhook(Buffer.concat(pieces).toString(), String(request.headers['stripe-signature']))
      if (id === null) return void response.writeHead(400).end()
      const handled = handleEvent(id, 1).then(() => response.writeHead(204).end())
      handling.add(handled)
      void handled.finally(() => handling.delete(handled))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // Stripe keeps its connection open for the next webhook.
      server.closeAllConnections()
      await closed
      // What is under way writes to the file of its test, which is closed next.
      await Promise.allSettled(handling)
    },
  }
}

/** A salon whose customers pay by card, and everything that happens beside them. */
export class Till {
  readonly salon: Salon
  readonly #stripe: () => StandIn

  constructor(stripe: () => StandIn, terms: PaymentTerms, { holdMinutes = 30, ...options }: { holdMinutes?: number } & ConstructorParameters<typeof Salon>[0] = {}) {
    this.#stripe = stripe
    this.salon = new Salon(options)
    changePaymentSettings(this.salon.owner, { terms, holdMinutes })
  }

  get stripe(): StandIn {
    return this.#stripe()
  }

  /** The salon's owner, now. */
  get owner() {
    return this.salon.at(Date.now())
  }

  get customer() {
    return this.salon.customer(Date.now())
  }

  /** Moves the clock on. */
  wait(ms: number): void {
    vi.setSystemTime(Date.now() + ms)
  }

  tell(rule: Rule | { readonly mode: string; readonly [more: string]: unknown }): Promise<number> {
    return this.stripe.tell('/__control', rule)
  }

  books(): Promise<Books> {
    return this.stripe.books()
  }

  /** Opens the payment page of a booking; throws where there is none. Answers the session's id. */
  async page(bookingId: string): Promise<string> {
    const outcome = await payBooking(this.customer, bookingId)
    if (outcome.kind !== 'page') throw new Error(`No page: ${outcome.kind}`)
    return outcome.url.split('/').pop() ?? ''
  }

  /** Pays on the page and comes back from it. */
  async pay(bookingId: string): Promise<void> {
    const session = await this.page(bookingId)
    await this.stripe.press({ id: session }, 'pay')
    await this.land(session)
  }

  /** What the landing does. */
  async land(session: string): Promise<void> {
    await settleSession(session)
    await this.round()
  }

  /** Runs everything that runs beside the requests, until nothing is left to do. */
  async round(): Promise<void> {
    const now = () => ({ now: Date.now(), atMost: 100 })
    for (let did = 1, rounds = 0; did > 0; rounds += 1) {
      if (rounds > 50) throw new Error('It does not come to rest')
      did = await drainOutbox(now())
      did += await handleEvents(now())
      did += await sweepCheckouts(now())
      did += await sweepCardRefunds(now())
      did += expireHolds(now()) + expireUnanswered(now())
    }
  }

  /** What Stripe could not tell is fetched. */
  fetch(): Promise<number> {
    return fetchEvents()
  }

  booking(id: string): Booking {
    const booking = read((db) => bookingById(db, this.salon.owner.businessId, id))
    if (!booking) throw new Error(`No booking ${id}`)
    return booking
  }

  sale(bookingId: string): Sale {
    const sale = read((db) => saleById(db, this.salon.owner.businessId, this.booking(bookingId).saleId))
    if (!sale) throw new Error(`No sale of ${bookingId}`)
    return sale
  }

  /** The books add up, what is receivable is what is due, and what stands at Stripe is what Stripe has. */
  async expectRightBooks(...bookingIds: string[]): Promise<void> {
    for (const { sumMinor } of read(sumOfEverything)) expect(sumMinor).toBe(0)
    for (const id of bookingIds) {
      const sale = this.sale(id)
      expect(read((db) => receivableOf(db, sale.id))).toBe(sale.dueMinor)
    }
    const { intents, refunds } = await this.books()
    const taken = intents.filter(({ status }) => status === 'succeeded').reduce((sum, { amount }) => sum + amount, 0)
    const given = refunds.filter(({ status }) => status === 'succeeded').reduce((sum, { amount }) => sum + amount, 0)
    const atStripe = read((db) => db.$client.prepare<[], { minor: number | null }>("SELECT sum(balance_minor) AS minor FROM ledger_balances WHERE account = 'stripe-balance'").get())?.minor ?? 0
    expect(atStripe).toBe(taken - given)
  }
}
