import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { makeFinal } from '../allocation/index.server'
import { saleById } from '../sales/index.server'
import { expireBooking } from './change-status.server'
import { bookingSecured } from './events'
import { factsOf } from './facts'
import { answerBy, holdGraceMs } from './model/states'
import type { Booking } from './queries.server'
import { actingAs, addStep } from './steps.server'

/**
 * Money has come for a booking that is held, in the caller's transaction: once what was due at once is there, its claims are final and it
 * stands, or the business is asked. Money that came when the hold had run out ends it instead, and goes back whole, even where the time
 * is still free.
 */
export function secureBooking(db: Db, ctx: BusinessCtx, booking: Booking): void {
  if (booking.status !== 'held' || booking.holdUntil === null) return
  if (booking.holdUntil + holdGraceMs <= ctx.now) {
    expireBooking(ctx, booking.id)
    return
  }
  const sale = saleById(db, ctx.businessId, booking.saleId)
  if (!sale || sale.paidMinor - sale.refundedMinor < sale.dueAtOnceMinor) return
  for (const item of booking.items) makeFinal(db, ctx.businessId, item.id)
  const status = booking.afterHold ?? 'confirmed'
  statusUpdate(db).run({ bookingId: booking.id, businessId: ctx.businessId, status, answerBy: status === 'pending' ? answerBy(ctx.now, booking.startsAt) : null })
  addStep(db, ctx, { bookingId: booking.id, what: 'paid' })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.secure', subject: booking.id, changes: { from: 'held', to: status } })
  announce(db, ctx, bookingSecured, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload: { ...factsOf(booking), status, by: actingAs(ctx) } })
}

const statusUpdate = prepared((db) =>
  db.$client.prepare<{ bookingId: string; businessId: string; status: string; answerBy: number | null }>(
    `UPDATE bookings SET status = @status, answer_by = @answerBy, hold_until = NULL, after_hold = NULL, sequence = sequence + 1
     WHERE id = @bookingId AND business_id = @businessId`,
  ),
)
