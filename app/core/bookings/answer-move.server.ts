import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { saleById, letPayAhead } from '../sales/index.server'
import { closeRequests, markPaid, openRequest, requestOf, tellAsked, turnDown } from './change-requests.server'
import type { ClaimRefusal } from './claim-item.server'
import { moveNow, movesOf, needsAnswer, plansOf } from './move-booking.server'
import { bookingById, type Booking } from './queries.server'

export type AnswerMoveRefusal = ClaimRefusal | { readonly kind: 'no-request' }

/** The business grants another time: what was held for it and the old time are freed, and the new claims made, in one transaction. */
export function grantMove(ctx: BusinessCtx, bookingId: string): Result<Booking, AnswerMoveRefusal> {
  return transact((db): Result<Booking, AnswerMoveRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const request = openRequest(db, ctx.businessId, bookingId, ctx.now)
    const moves = booking && request && movesOf(booking, request.items)
    if (!moves) return refuse({ kind: 'no-request' })
    closeRequests(db, ctx, bookingId, 'granted', null)
    const moved = moveNow(db, ctx, booking, moves)
    // What was paid ahead has found what it was for; whatever is over goes back.
    if (request.payFirstMinor !== null) letPayAhead(db, ctx, booking.saleId, 0)
    return moved
  })
}

/**
 * Money has come for a booking that is to become something else, in the caller's transaction: once what had to be paid first is there, it
 * is made so, or the business is asked. Where the time that was kept for it has run out, what was paid ahead goes back.
 */
export function advanceChange(db: Db, ctx: BusinessCtx, booking: Booking): void {
  const request = requestOf(db, ctx.businessId, booking.id, -1)
  const sale = saleById(db, ctx.businessId, booking.saleId)
  if (!request || request.payBy === null || !sale) return
  if (request.expiresAt <= ctx.now) return closeRequests(db, ctx, booking.id, 'expired', null)
  if (sale.paidMinor - sale.refundedMinor < (request.payFirstMinor ?? 0)) return
  markPaid(db, ctx, booking, request)
  const moves = movesOf(booking, request.items)
  const planned = moves && plansOf(db, ctx, moves)
  if (planned?.ok && needsAnswer(booking, planned.value)) return tellAsked(db, ctx, booking, request)
  if (!grantMove(ctx, booking.id).ok) turnDown(db, ctx, booking, request, 'expired', null)
}

/** The business says no to another time; the booking stays where it is. */
export function declineMove(ctx: BusinessCtx, bookingId: string, reason: string): Result<Booking, { readonly kind: 'no-request' }> {
  return transact((db) => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const request = openRequest(db, ctx.businessId, bookingId, ctx.now)
    if (!booking || !request) return refuse({ kind: 'no-request' } as const)
    turnDown(db, ctx, booking, request, 'declined', reason)
    return ok(booking)
  })
}
