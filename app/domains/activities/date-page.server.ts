import { leftInRounds, stakesIn } from '~/core/bookings/index.server'
import { changeValues, deskDateFacts, type Session } from '~/core/sessions/index.server'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'

/** A date as the desk sees it: its numbers, what it needs, and what of it can be changed. */
export function datePage(db: Db, ctx: MemberCtx, session: Session) {
  return {
    ...deskDateFacts(db, ctx, session),
    paidMinor: stakesIn(db, ctx.businessId, [session.id]).paidMinor,
    currency: ctx.business.currency,
    /** Of who is still to be told of a move or a cancellation. */
    toTell: leftInRounds(db, ctx.businessId, session.id),
    values: changeValues(db, ctx, session),
  }
}
