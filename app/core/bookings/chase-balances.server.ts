import type { BusinessCtx } from '~/kernel/ctx'
import { formatDate } from '~/kernel/format'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { enqueueMail } from '~/platform/outbox/enqueue-mail.server'
import { i18nFor } from '~/platform/words/i18n'
import { jobCtx } from '../businesses/index.server'
import { paymentSettings } from '../payments/index.server'
import { saleById, type Sale } from '../sales/index.server'
import { releaseUnpaid } from './change-status.server'
import { customerMail } from './emails/customer-mail.server'
import { letterFor } from './emails/letter.server'
import { chaseTimes, type ChaseKind, type DueChase } from './model/chase-times'
import { bookingById, type Booking } from './queries.server'
import { stepsOf } from './steps.server'
import type { Sweep } from './sweep.server'

/**
 * Makes what is to be done about the rest of a booking what it should be now: by the date that its sale names and the rule of its business, where it
 * is confirmed, else nothing. Runs on each change; twice does no harm. What was done is never done again.
 */
export function planChases(db: Db, businessId: string, bookingId: string, now: number): void {
  const booking = bookingById(db, businessId, bookingId)
  dropAll(db).run({ bookingId, now })
  const restDueAt = booking?.status === 'confirmed' ? (saleById(db, businessId, booking.saleId)?.restDueAt ?? null) : null
  if (!booking || restDueAt === null) return
  const { releaseDays } = paymentSettings(db, businessId)
  for (const chase of chaseTimes(restDueAt, releaseDays, booking.startsAt, lastTold(db, bookingId))) insertChase(db).run({ bookingId, ...chase })
}

/** Asks for what is due, and lets go what was not paid in time. Answers how many it dealt with; may run twice without harm. */
export function chaseBalances({ now, atMost }: Sweep): number {
  const due = read((db) => dueRows(db).all({ now, atMost }))
  for (const chase of due) transact((db) => chaseOne(db, jobCtx(db, 'chase-balances', now, chase.businessId), chase))
  return due.length
}

interface Waiting extends DueChase {
  readonly bookingId: string
  readonly businessId: string
}

function chaseOne(db: Db, ctx: BusinessCtx, { bookingId, kind, runAt }: Waiting): void {
  const booking = bookingById(db, ctx.businessId, bookingId)
  const sale = booking && saleById(db, ctx.businessId, booking.saleId)
  // It was paid or called off meanwhile, it has begun, or another job was faster.
  const stands = booking?.status === 'confirmed' && booking.startsAt > ctx.now && sale !== null && sale.dueMinor > 0
  const { changes } = (stands ? markDone(db) : dropOne(db)).run({ bookingId, kind, runAt, now: ctx.now })
  if (!stands || changes === 0 || !booking || !sale) return
  if (kind === 'release') letGo(ctx, booking, sale)
  else ask(db, ctx, booking, kind)
}

function letGo(ctx: BusinessCtx, booking: Booking, { restDueAt }: Sale): void {
  const i18n = i18nFor(booking.language)
  const day = formatDate(i18n.locale, booking.items[0]?.timeZone ?? 'UTC', restDueAt ?? ctx.now)
  releaseUnpaid(ctx, booking.id, i18n.t('The rest was to be paid by {day} and was not.', { day }))
}

function ask(db: Db, ctx: BusinessCtx, booking: Booking, kind: Exclude<ChaseKind, 'release'>): void {
  const letter = letterFor(db, booking)
  if (!letter || booking.contactEmail === null) return
  enqueueMail(db, ctx, { key: `balance:${booking.id}:${kind}:${letter.sale?.restDueAt ?? 0}`, to: booking.contactEmail, ...customerMail(letter, { occasion: `balance-${kind}`, now: ctx.now }) })
}

// Placed, confirmed or moved: the moment since which the customer knows of the date.
function lastTold(db: Db, bookingId: string): number {
  return stepsOf(db, bookingId).find(({ what }) => what === 'placed' || what === 'confirmed' || what === 'moved')?.at ?? 0
}

interface ChaseKey extends DueChase {
  readonly bookingId: string
}

/** Exported for the test of its plan. */
export const chasesSql = `SELECT c.booking_id AS bookingId, b.business_id AS businessId, c.kind, c.run_at AS runAt
  FROM balance_chases AS c JOIN bookings AS b ON b.id = c.booking_id
  WHERE c.run_at <= @now AND c.done_at IS NULL AND c.dropped_at IS NULL ORDER BY c.run_at LIMIT @atMost`

const dueRows = prepared((db) => db.$client.prepare<Sweep, Waiting>(chasesSql))

const dropAll = prepared((db) =>
  db.$client.prepare<{ bookingId: string; now: number }>('UPDATE balance_chases SET dropped_at = @now WHERE booking_id = @bookingId AND done_at IS NULL AND dropped_at IS NULL'),
)

const insertChase = prepared((db) =>
  db.$client.prepare<ChaseKey>(
    `INSERT INTO balance_chases (booking_id, kind, run_at) VALUES (@bookingId, @kind, @runAt)
     ON CONFLICT (booking_id, kind, run_at) DO UPDATE SET dropped_at = NULL WHERE done_at IS NULL`,
  ),
)

const markDone = prepared((db) =>
  db.$client.prepare<ChaseKey & { now: number }>(
    'UPDATE balance_chases SET done_at = @now WHERE booking_id = @bookingId AND kind = @kind AND run_at = @runAt AND done_at IS NULL AND dropped_at IS NULL',
  ),
)

const dropOne = prepared((db) =>
  db.$client.prepare<ChaseKey & { now: number }>(
    'UPDATE balance_chases SET dropped_at = @now WHERE booking_id = @bookingId AND kind = @kind AND run_at = @runAt AND done_at IS NULL AND dropped_at IS NULL',
  ),
)
