import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import type { EventKind } from '~/platform/outbox/events'
import { release } from '../allocation/index.server'
import type { Ending } from '../pricing/index.server'
import { closeSale } from '../sales/index.server'
import { hasBegun } from './begun.server'
import { withdrawRequests } from './change-requests.server'
import { bookingCancelled, bookingCompleted, bookingConfirmed, bookingDeclined, bookingExpired, bookingNoShow, type BookingFacts } from './events'
import { factsOf } from './facts'
import { holdGraceMs, isOpen, mayBecome, type BookingStatus } from './model/states'
import { bookingById, type Booking } from './queries.server'
import { endingOf, policyOf } from './settlement.server'
import { actingAs, addStep, type LaterStatus } from './steps.server'

export type StatusRefusal =
  | { readonly kind: 'unknown-booking' }
  /** It cannot go there from where it is: somebody else was faster, or the page was old. */
  | { readonly kind: 'not-from-here'; readonly status: BookingStatus }
  | { readonly kind: 'not-started' }
  | { readonly kind: 'already-started' }
  | { readonly kind: 'answer-too-late' }

type Changed = Result<Booking, StatusRefusal>

/** The business says yes. */
export function confirmBooking(ctx: BusinessCtx, bookingId: string): Changed {
  return changeStatus(ctx, bookingId, { to: 'confirmed', event: bookingConfirmed, check: refuseConfirming(ctx.now) })
}

/** The business says no, and why. What it claimed is free again. */
export function declineBooking(ctx: BusinessCtx, bookingId: string, reason: string): Changed {
  return changeStatus(ctx, bookingId, { to: 'declined', event: bookingDeclined, reason })
}

/** Customer or business calls it off; customers until it starts or one of them is let in. `roundId`: with everybody else in a session. */
export function cancelBooking(ctx: BusinessCtx, bookingId: string, reason: string | null, roundId?: string): Changed {
  return changeStatus(ctx, bookingId, {
    to: 'cancelled',
    event: bookingCancelled,
    reason,
    roundId,
    check: (booking, db) => (actingAs(ctx) === 'customer' && hasBegun(db, ctx.now, booking) ? { kind: 'already-started' } : null),
  })
}

/** What was to be paid by a date was not: it is let go as if the customer had called it off now, under the policy it was booked with. */
export function releaseUnpaid(ctx: BusinessCtx, bookingId: string, reason: string): Changed {
  return changeStatus(ctx, bookingId, { to: 'cancelled', event: bookingCancelled, reason, ending: ({ startsAt }) => ({ by: 'customer', noticeMs: startsAt - ctx.now }) })
}

/** It took place. */
export function completeBooking(ctx: BusinessCtx, bookingId: string): Changed {
  return changeStatus(ctx, bookingId, { to: 'completed', event: bookingCompleted, check: started(ctx.now) })
}

/** The customer did not come: what the policy leaves of what was paid stays with the business. */
export function markNoShow(ctx: BusinessCtx, bookingId: string): Changed {
  return changeStatus(ctx, bookingId, { to: 'no_show', event: bookingNoShow, check: started(ctx.now) })
}

/** Its hold or its answer-by time has run out; one that has not stays. */
export function expireBooking(ctx: BusinessCtx, bookingId: string): Changed {
  return changeStatus(ctx, bookingId, {
    to: 'expired',
    event: bookingExpired,
    check: (booking) => (ranOut(booking, ctx.now) ? null : { kind: 'not-from-here', status: booking.status }),
  })
}

interface StatusChange {
  readonly to: LaterStatus
  readonly event: EventKind<BookingFacts>
  readonly reason?: string | null
  readonly roundId?: string | undefined
  readonly check?: (booking: Booking, db: Db) => StatusRefusal | null
  /** How it ends, where that is not told by who acts. */
  readonly ending?: (booking: Booking) => Ending
}

function changeStatus(ctx: BusinessCtx, bookingId: string, { to, event, reason = null, roundId, check, ending: endsAs }: StatusChange): Changed {
  return transact((db): Changed => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    if (!booking) return refuse({ kind: 'unknown-booking' })
    if (!mayBecome(booking.status, to)) return refuse({ kind: 'not-from-here', status: booking.status })
    const refusal = check?.(booking, db)
    if (refusal) return refuse(refusal)

    statusUpdate(db).run({ bookingId, businessId: ctx.businessId, to, reason })
    if (!isOpen(to) && to !== 'completed' && to !== 'no_show') letGo(db, ctx, booking)
    const ending = endsAs?.(booking) ?? endingOf(booking, to, actingAs(ctx), ctx.now)
    // What was paid for a hold that has run out came too late, though nobody called anything off.
    const cause = booking.status === 'held' && to === 'expired' ? 'too-late' : undefined
    if (ending) closeSale(db, ctx, booking.saleId, policyOf(db, booking), ending, reason, cause)
    addStep(db, ctx, { bookingId, what: to, reason })
    record(db, ctx, { businessId: ctx.businessId, action: `bookings.booking.${to}`, subject: bookingId, changes: { from: booking.status, to } })
    announce(db, ctx, event, { businessId: ctx.businessId, storeId: booking.storeId, subject: bookingId, payload: { ...factsOf(booking), status: to, by: actingAs(ctx), roundId } })
    return ok({ ...booking, status: to, reason, sequence: booking.sequence + 1 })
  })
}

function letGo(db: Db, ctx: BusinessCtx, booking: Booking): void {
  for (const item of booking.items) release(db, ctx.businessId, item.id, ctx.now)
  withdrawRequests(db, ctx, booking.id)
  itemsUpdate(db).run({ bookingId: booking.id })
}

function ranOut(booking: Booking, now: number): boolean {
  const { status, answerBy, holdUntil } = booking
  return (status === 'pending' && answerBy !== null && answerBy <= now) || (status === 'held' && holdUntil !== null && holdUntil + holdGraceMs <= now)
}

// What is held is confirmed by being paid, or by the business once it is.
function refuseConfirming(now: number): (booking: Booking) => StatusRefusal | null {
  return (booking) => (ranOut(booking, now) ? { kind: 'answer-too-late' } : booking.status === 'held' ? { kind: 'not-from-here', status: 'held' } : null)
}

function started(now: number): (booking: Booking) => StatusRefusal | null {
  return (booking) => (booking.startsAt > now ? { kind: 'not-started' } : null)
}

const statusUpdate = prepared((db) =>
  db.$client.prepare<{ bookingId: string; businessId: string; to: string; reason: string | null }>(
    `UPDATE bookings SET status = @to, reason = coalesce(@reason, reason), answer_by = NULL, sequence = sequence + 1
     WHERE id = @bookingId AND business_id = @businessId`,
  ),
)

const itemsUpdate = prepared((db) => db.$client.prepare<{ bookingId: string }>("UPDATE booking_items SET state = 'cancelled' WHERE booking_id = @bookingId"))
