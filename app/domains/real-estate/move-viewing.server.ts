import type { TimeProblem } from '~/core/bookings/index'
import { bookingById, isOpen, type Booking, type BookingItem, type ItemMove, type MoveRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { chosenViewing, viewingChoice } from './choice'
import { propertyById } from './queries.server'
import { isFreeAt, viewingProblem } from './viewing-step.server'
import { isShown, type ShownToVisitors } from './viewing-times.server'

/** A viewing that is booked and is to move. */
export interface MovingViewing {
  readonly booking: Booking
  readonly item: BookingItem
  readonly property: ShownToVisitors
  /** Who shows it at another time as well, where one agent was asked for; null where anybody does. */
  readonly agentId: string | null
}

/** The viewing of a booking that still stands; null where there is none, or nobody shows the property any more. */
export function movingViewing(db: Db, booking: Booking | null): MovingViewing | null {
  for (const item of booking?.items ?? []) {
    const chosen = item.domain === 'real-estate' && item.state === 'active' ? viewingChoice.safeParse(item.choice) : null
    if (!booking || !chosen?.success) continue
    const property = propertyById(db, booking.businessId, item.listingId)
    return isShown(property) ? { booking, item, property, agentId: chosen.data.agentId === undefined ? null : item.staffId } : null
  }
  return null
}

/** The viewing of the booking that a customer is at. */
export function guestsViewing(db: Db, businessId: string, bookingId: string): MovingViewing | null {
  return movingViewing(db, bookingById(db, businessId, bookingId))
}

/** What a viewing becomes. */
export function viewingMove({ item, agentId }: MovingViewing, start: number): ItemMove {
  return { itemId: item.id, choice: { ...chosenViewing(start, agentId) } }
}

/** What both pages that move a viewing show of it; `wanted`: the time that was chosen, with what stands in its way. */
export function shownViewing(db: Db, ctx: BusinessCtx, viewing: MovingViewing, start: number | null) {
  const { booking, item, property, agentId } = viewing
  const atDesk = ctx.member !== null
  return {
    reference: booking.reference,
    title: item.title,
    business: ctx.business.name,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    zone: item.timeZone,
    readerZone: ctx.zone,
    stands: isOpen(booking.status) && (booking.startsAt > ctx.now || atDesk),
    /** The business says yes first where it has approved the viewing already. */
    asks: property.approval && booking.status === 'confirmed' && !atDesk,
    wanted: start === null ? null : { start, end: start + property.viewing.minutes * minute },
    problem: start === null || isFreeAt(db, ctx, property, start, { ignoring: [item.id], atDesk, agentId }) ? null : viewingMoveProblem(db, ctx, viewing, start, 'taken'),
  }
}

export type ShownViewing = ReturnType<typeof shownViewing>

/** Why it did not move, and the nearest times to which it can. */
export function viewingMoveProblem(db: Db, ctx: BusinessCtx, { item, property, agentId }: MovingViewing, start: number | null, why: MoveRefusal['kind']): TimeProblem {
  const { i18n } = ctx
  const problem = viewingProblem(db, ctx, property, start, why, { ignoring: [item.id], atDesk: ctx.member !== null, agentId })
  if (why === 'already-started') return { ...problem, status: 409, why: i18n.t('It has begun already, so it can no longer be moved.'), alternatives: [] }
  if (why === 'not-from-here' || why === 'unknown-booking') return { ...problem, status: 409, why: i18n.t('This booking no longer stands, so it cannot be moved.'), alternatives: [] }
  return problem
}
