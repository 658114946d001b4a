import { join } from 'node:path'
import { bookingById, type PlacedBooking } from '~/core/bookings/index.server'
import { secureBooking } from '~/core/bookings/secure-booking.server'
import { jobCtx } from '~/core/businesses/index.server'
import { changePaymentSettings } from '~/core/payments/index.server'
import { takeCardPayment } from '~/core/sales/index.server'
import { day } from '~/kernel/time'
import { closeDatabase, openDatabase, transact, type Db } from '~/platform/database.server'
import { forgetEnv } from '~/platform/env.server'
import { connect } from '#db/connect'
import { standInKey, standInWebhookSecret } from '../fakes/stripe/stripe'
import { bareWriters, changesSince, countRows, rowsSince, type Write } from './bare-writes'
import { migratedFile } from './files'
import { byTurns, perSecond, type Measured } from './measure'
import { openShop, ordersFor, place, type Shop } from './shop'

interface Rounds {
  readonly rounds: number
  readonly each: number
}

/** What one booking takes, a transaction each. */
type Steps = readonly (() => void)[]

/** Bookings per second through the use case, beside the same rows written bare; every commit is synced (synchronous FULL). */
export function measureCommits(folder: string, rounds: Rounds): Promise<Measured> {
  return measured(folder, rounds, 'Bookings committed through placeBooking', (shop) => {
    const orders = ordersFor(shop, shop.trim)
    return [() => void place(shop, orders.next().value)]
  })
}

/** Bookings that are held, and then paid by card and secured, beside the same rows written bare in as many transactions. What Stripe is asked in between is not measured. */
export async function measurePaidCommits(folder: string, rounds: Rounds): Promise<Measured> {
  Object.assign(process.env, { STRIPE_KEY: standInKey, STRIPE_WEBHOOK_SECRET: standInWebhookSecret })
  forgetEnv()
  try {
    return await measured(folder, rounds, 'Bookings held, paid by card and secured', payingCustomers)
  } finally {
    delete process.env.STRIPE_KEY
    delete process.env.STRIPE_WEBHOOK_SECRET
    forgetEnv()
  }
}

function payingCustomers(shop: Shop): Steps {
  changePaymentSettings(shop.owner, { terms: { kind: 'deposit', percent: 30, restDays: null }, holdMinutes: 30 })
  const orders = ordersFor(shop, shop.trim)
  const { businessId } = shop.owner
  let placed: PlacedBooking
  return [() => void (placed = place(shop, orders.next().value)), () => transact((db) => pay(db, businessId, placed))]
}

function pay(db: Db, businessId: string, { id, held }: PlacedBooking): void {
  const ctx = jobCtx(db, 'payments', Date.now(), businessId)
  const booking = bookingById(db, businessId, id)
  if (!held || !booking) throw new Error('The booking is not held')
  takeCardPayment(db, ctx, { saleId: booking.saleId, checkoutId: ctx.newId(), paymentIntentId: `pi_${id}`, amountMinor: 1350, card: { brand: 'visa', last4: '4242' } })
  secureBooking(db, ctx, booking)
}

async function measured(folder: string, { rounds, each }: Rounds, name: string, stepsOf: (shop: Shop) => Steps): Promise<Measured> {
  const database = migratedFile(join(folder, 'commits.db'))
  openDatabase(database)
  const steps = stepsOf(openShop())
  const templates = steps.map(templateOf())
  const bare = connect(migratedFile(join(folder, 'bare.db')))
  copyWorld(bare, database)
  const writes = bareWriters(bare, templates, (nth) => nth * day).map((write) => bare.$client.transaction(write))

  const book = () => steps.forEach((step) => step())
  const pair = await byTurns(rounds, () => perSecond(each, book), () => perSecond(each, () => writes.forEach((write) => write.immediate())))
  closeDatabase()
  bare.$client.close()
  const rows = `the same ${templates.flat().length} rows bare`
  return {
    name,
    figure: `${pair.figure.toFixed(0)}/s`,
    reference: `${pair.reference.toFixed(0)}/s, ${steps.length > 1 ? `${rows} in ${steps.length} transactions` : rows}`,
    ratio: pair.ratio,
    aim: '≥ 0.5',
    met: pair.ratio >= 0.5,
  }
}

/** Runs one step after the other, and answers what each wrote and changed. */
function templateOf(): (step: () => void) => Write[] {
  let written: readonly Write[] = []
  return (step) => {
    const before = transact(countRows)
    step()
    const template = transact((db) => [...rowsSince(db, before), ...changesSince(db, written)])
    written = [...written, ...template]
    return template
  }
}

// Foreign keys hold for bare rows too: the world that they stand in is copied. What the first booking wrote is left out.
function copyWorld(bare: ReturnType<typeof connect>, from: string): void {
  bare.$client.exec(`ATTACH '${from}' AS world`)
  for (const table of ['users', 'businesses', 'stores', 'staff', 'listings', 'resources']) {
    bare.$client.exec(`INSERT INTO main.${table} SELECT * FROM world.${table}`)
  }
  bare.$client.exec('DETACH world')
}
