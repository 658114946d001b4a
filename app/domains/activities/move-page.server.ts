import { bookingById, isOpen, moveBooking, type Booking, type BookingItem, type MoveRefusal } from '~/core/bookings/index.server'
import { placesIn, sessionById, sessionsOf } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { never } from '~/kernel/result'
import type { Db } from '~/platform/database.server'
import { choice, type Choice } from './choice'
import { bookableUntil } from './domain.server'
import { priceOf } from './model/price'
import { activityById } from './queries.server'
import { ruleWords } from './rule-words'

/** The places of a booking that move, and the dates that they may move to; null where it has none, or not ours alone. */
export function movePage(db: Db, ctx: BusinessCtx, bookingId: string) {
  const booking = bookingById(db, ctx.businessId, bookingId)
  const item = booking && movingItem(booking)
  const activity = item && activityById(db, ctx.businessId, item.listingId)
  if (!booking || !item || !activity) return null
  const chosen = choice.parse(item.choice)
  const { places } = priceOf(activity, chosen.people, null)
  const { sessions } = sessionsOf(db, ctx.businessId, item.listingId, { from: ctx.now + 1, statuses: ['scheduled', 'confirmed'], size: 60 })
  const room = placesIn(db, ctx.businessId, sessions, ctx.now)
  const dates = sessions.filter((session) => {
    const { left, taken } = room.get(session.id) ?? { left: 0, taken: 0 }
    const fits = chosen.private ? taken === 0 : left === null || left >= places
    return session.id !== item.sessionId && fits && (ctx.member !== null || ctx.now < bookableUntil(activity, session))
  })
  return {
    title: ctx.i18n.t('Choose another date'),
    reference: booking.reference,
    what: item.title,
    itemId: item.id,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    zone: item.timeZone,
    readerZone: ctx.zone,
    stands: isOpen(booking.status) && booking.status !== 'held' && booking.startsAt > ctx.now,
    /** The business says yes first where it has approved the booking already. */
    asks: activity.approval && booking.status === 'confirmed' && ctx.member === null,
    dates: dates.map(({ id, startsAt, endsAt, timeZone, priceMinor }) => ({ id, startsAt, endsAt, zone: timeZone, priceMinor, left: room.get(id)?.left ?? null })),
    currency: ctx.business.currency,
  }
}

export type MovePage = NonNullable<ReturnType<typeof movePage>>

/** Moves to the date that was chosen; answers why where that is not to be. */
export function moveToDate(ctx: BusinessCtx, booking: Booking, sessionId: string) {
  const item = movingItem(booking)
  const chosen: Choice | null = item && { ...choice.parse(item.choice), session: sessionId }
  if (!item || !chosen) return { ok: false as const, refusal: { kind: 'unknown-booking' } as MoveRefusal }
  return moveBooking(ctx, { bookingId: booking.id, items: [{ itemId: item.id, choice: { ...chosen } }] })
}

/** Why a date is not to be had, in a sentence. */
export function moveRefusalWords(ctx: BusinessCtx, refusal: MoveRefusal): string {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'taken':
      return i18n.t('Somebody else has just taken these places. Choose another date.')
    case 'against-rule':
      return ruleWords(i18n, refusal)
    case 'not-from-here':
      return i18n.t('This booking no longer stands, so it cannot be moved.')
    case 'already-started':
    case 'past':
      return i18n.t('It has begun already, so it can no longer be moved.')
    case 'unknown-booking':
    case 'not-offered':
    case 'not-a-time':
    case 'too-soon':
    case 'too-far':
    case 'choose-person':
      return i18n.t('This date is not to be had any more. Choose another one.')
    default:
      return never(refusal)
  }
}

/** Whether a date is one of this business's, for the form that names it. */
export function isDate(db: Db, ctx: BusinessCtx, sessionId: string): boolean {
  return sessionById(db, ctx.businessId, sessionId) !== null
}

function movingItem({ items }: Booking): BookingItem | null {
  const active = items.filter(({ state, domain }) => state === 'active' && domain === 'activities')
  return active[0] ?? null
}
