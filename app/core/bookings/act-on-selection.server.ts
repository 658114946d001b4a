import { ok, refuse, type Result } from '~/kernel/result'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { completeBooking, confirmBooking, declineBooking, type StatusRefusal } from './change-status.server'
import { diaryOf, inDiary } from './diary.server'
import { bookingByReference, type Booking } from './queries.server'
import type { SelectionAct } from './selection'

/** More than a page of the list ever holds, and few enough to be done at once. */
export const mostChosen = 100

export type Wish = { readonly act: Exclude<SelectionAct, 'refusal'> } | { readonly act: 'refusal'; readonly reason: string }

/** What came of one of them; `refusal` is null where it was done. */
export interface RowOutcome {
  readonly reference: string
  readonly refusal: StatusRefusal | null
}

export type SelectionRefusal = { readonly kind: 'none-chosen' } | { readonly kind: 'too-many'; readonly most: number }

/**
 * Does the same with several bookings, one after the other, each in a transaction of its own: one that is refused holds up no other.
 * What is not in the member's diary or not of this business is unknown, as it is when it is acted on alone.
 */
export function actOnSelection(ctx: MemberCtx, references: readonly string[], wish: Wish): Result<RowOutcome[], SelectionRefusal> {
  if (references.length === 0) return refuse({ kind: 'none-chosen' })
  if (references.length > mostChosen) return refuse({ kind: 'too-many', most: mostChosen })
  return ok(references.map((reference) => ({ reference, refusal: refusalOf(ctx, reference, wish) })))
}

function refusalOf(ctx: MemberCtx, reference: string, wish: Wish): StatusRefusal | null {
  const booking = read((db) => bookingByReference(db, ctx.businessId, reference))
  if (!booking || !inDiary(diaryOf(ctx.member), booking)) return { kind: 'unknown-booking' }
  const answer = act(ctx, booking, wish)
  return answer.ok ? null : answer.refusal
}

function act(ctx: MemberCtx, { id, status }: Booking, wish: Wish): Result<unknown, StatusRefusal> {
  switch (wish.act) {
    case 'confirmation':
      // What waits for its payment is not the business's to confirm: only what asks for an answer is.
      return status === 'held' ? refuse({ kind: 'not-from-here', status }) : confirmBooking(ctx, id)
    case 'refusal':
      return declineBooking(ctx, id, wish.reason)
    case 'completion':
      return completeBooking(ctx, id)
  }
}
