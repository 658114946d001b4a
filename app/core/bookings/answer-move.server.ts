import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { closeRequests, openRequest, turnDown } from './change-requests.server'
import type { ClaimRefusal } from './claim-item.server'
import { moveNow, movesOf } from './move-booking.server'
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
    return moveNow(db, ctx, booking, moves)
  })
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
