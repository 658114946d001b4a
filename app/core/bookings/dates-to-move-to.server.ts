import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { poolsOf } from '../allocation/index.server'
import { businessById } from '../businesses/index.server'
import { sessionsOf, type Session, type SessionCursor } from '../sessions/index.server'
import { domainOf } from './domain.server'
import { isOpen } from './model/states'
import { needsAnswer, plansOf, type ItemMove } from './move-booking.server'
import type { PlannedMove } from './change-requests.server'
import { priceChange } from './price-change.server'
import { bookingById, type Booking, type BookingItem } from './queries.server'
import { actingAs } from './steps.server'

/** What of a booking goes to another date together: every place that stands in the first of its sessions. Empty where it has none. */
export function itemsOnDate({ items }: Booking): BookingItem[] {
  const dated = items.filter(({ state, sessionId, domain }) => state === 'active' && sessionId !== null && domainOf(domain).onDate !== undefined)
  return dated.filter(({ sessionId }) => sessionId === dated[0]?.sessionId)
}

/** The same places in another session. */
export function movesToDate(booking: Booking, sessionId: string): ItemMove[] {
  return itemsOnDate(booking).map(({ id, domain, choice }) => ({ itemId: id, choice: domainOf(domain).onDate?.(choice, sessionId) as ItemMove['choice'] }))
}

/** What a booking moves from, and a page of the dates ahead of its listing that it may move to; null where it has no places in a session. */
export function datesToMoveTo(db: Db, ctx: BusinessCtx, bookingId: string, after: SessionCursor | null) {
  const booking = bookingById(db, ctx.businessId, bookingId)
  const [item] = booking ? itemsOnDate(booking) : []
  const business = businessById(db, ctx.businessId)
  if (!booking || !item || !business) return null
  const stands = isOpen(booking.status) && booking.status !== 'held' && (booking.startsAt > ctx.now || actingAs(ctx) !== 'customer')
  const { sessions, next } = sessionsOf(db, ctx.businessId, item.listingId, { from: ctx.now, after, statuses: ['scheduled', 'confirmed'], size: datesAPage })
  return {
    title: ctx.i18n.t('Choose another date'),
    reference: booking.reference,
    business: business.name,
    what: item.title,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    zone: item.timeZone,
    readerZone: ctx.zone,
    currency: booking.currency,
    stands,
    /** The business moved it, so any other date costs what is paid. */
    isFree: item.freedAt !== null,
    next,
    dates: stands ? sessions.filter(({ id }) => id !== item.sessionId).flatMap((session) => dateToMoveTo(db, ctx, booking, session) ?? []) : [],
  }
}

export type DatesToMoveTo = NonNullable<ReturnType<typeof datesToMoveTo>>

const datesAPage = 24

/** A date, how many more it takes, and what it does to the price; null where it is not to be had at all. */
function dateToMoveTo(db: Db, ctx: BusinessCtx, booking: Booking, session: Session) {
  const planned = movesPlanned(db, ctx, booking, session.id)
  if (!planned) return null
  const { fits, left } = roomFor(db, ctx, planned)
  const { beforeMinor, afterMinor } = priceChange(db, ctx, booking, planned)
  return {
    id: session.id, title: session.title, startsAt: session.startsAt, endsAt: session.endsAt, zone: session.timeZone, fits, left, afterMinor, moreMinor: afterMinor - beforeMinor,
    /** The business says yes first where it has approved the booking already. */
    asks: actingAs(ctx) === 'customer' && needsAnswer(booking, planned),
  }
}

function movesPlanned(db: Db, ctx: BusinessCtx, booking: Booking, sessionId: string): PlannedMove[] | null {
  const items = movesToDate(booking, sessionId).flatMap(({ itemId, choice }) => {
    const item = booking.items.find(({ id }) => id === itemId)
    return item ? [{ item, choice, listingId: item.listingId }] : []
  })
  const planned = plansOf(db, ctx, items)
  return planned.ok ? planned.value : null
}

/** Whether all that is claimed together would fit as it stands, and how many more the fullest pool of it takes; null without limit. */
function roomFor(db: Db, ctx: BusinessCtx, planned: readonly PlannedMove[]): { readonly fits: boolean; readonly left: number | null } {
  const needed = new Map<string, number>()
  for (const { resourceId, quantity } of planned.flatMap(({ plan }) => plan.claimSets[0]?.claims ?? [])) needed.set(resourceId, (needed.get(resourceId) ?? 0) + quantity)
  const pools = [...poolsOf(db, ctx.businessId, [...needed.keys()], ctx.now).values()]
  const left = pools.flatMap(({ capacity, taken }) => (capacity === null ? [] : Math.max(0, capacity - taken)))
  return {
    fits: pools.every(({ id, capacity, taken }) => capacity === null || capacity - taken >= (needed.get(id) ?? 0)),
    left: left.length === 0 ? null : Math.min(...left),
  }
}
