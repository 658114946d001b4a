import { bookingById, isOpen, previewMove, type Booking, type BookingItem, type ItemMove } from '~/core/bookings/index.server'
import type { Store } from '~/core/businesses/index.server'
import { paymentSettings } from '~/core/payments/index.server'
import { timesPage } from '~/core/schedules/index.server'
import { minute, parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { choice } from './choice'
import { choicesAt, type AskedPart } from './offered.server'
import { asService, mayBecome } from './other-service.server'
import { nearestVisits, startsOf, timesOf } from './open-visits.server'
import { serviceById, type Service } from './queries.server'
import { choosesPerson, staffFor, storeFor } from './who-and-where.server'

/** The times to which the customer may move their visit, all of it together; null where it is no appointment or no longer offered. */
export function movePage(db: Db, ctx: BookingCtx, query: URLSearchParams) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const present = booking && movingVisit(db, booking)
  if (!booking || !present) return null
  const visit = asService(db, ctx.businessId, present, query.get('service'))
  const [service] = visit.parts
  const becomes = visit === present ? null : (service?.service.listing.slug ?? null)
  const wanted = parseInstant(query.get('start') ?? '')
  const path = `/bookings/${booking.reference}/move`
  const token: Readonly<Record<string, string>> = ctx.booking.token === null ? {} : { token: ctx.booking.token }
  return {
    title: ctx.i18n.t('Move booking {reference}', { reference: booking.reference }),
    reference: booking.reference,
    business: ctx.business.name,
    bookingHref: `/bookings/${booking.reference}${ctx.booking.token === null ? '' : `?token=${ctx.booking.token}`}`,
    path,
    /** What the address of every page here carries on; `keep` what the choice of a service is part of too. */
    token,
    keep: becomes === null ? token : { ...token, service: becomes },
    services: mayBecome(db, ctx.businessId, present).map(({ listing }) => ({ value: listing.slug, label: listing.title })),
    service: service?.service.listing.slug ?? '',
    becomes,
    /** What it is as long as nothing has changed. */
    titles: movingParts(present).map(({ title }) => title),
    /** What it does to the price, where it becomes something else. */
    price: becomes === null || wanted === null ? null : previewMove(db, ctx, { bookingId: booking.id, items: movesTo(visit, wanted) }),
    holdMinutes: paymentSettings(db, ctx.businessId).holdMinutes,
    /** Of the first: whether the page that asks is still about the visit as it stands. */
    itemId: visit.itemId,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    parts: movingParts(visit),
    /** The business says yes first where it has approved the visit already. */
    asks: visit.parts.some(({ service }) => service.approval) && booking.status === 'confirmed',
    stands: isOpen(booking.status) && booking.startsAt > ctx.now,
    wanted,
    zone: visit.store.timeZone,
    readerZone: ctx.zone,
    times: timesPage(db, ctx, timesOf(db, ctx, visit), query),
  }
}

export type MovePage = NonNullable<ReturnType<typeof movePage>>

/** The visit of the booking that the customer is at, as it stands now; as another service where one is named. */
export function presentVisit(db: Db, ctx: BookingCtx, service: string | null): MovingVisit | null {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const visit = booking && movingVisit(db, booking)
  return visit && asService(db, ctx.businessId, visit, service)
}

/** A visit that is booked and is to move: its services, people and gaps as they stand, what it holds itself as free. */
export interface MovingVisit {
  /** Of the first item. */
  readonly itemId: string
  readonly store: Store
  readonly parts: readonly AskedPart[]
  readonly ignoring: readonly string[]
}

/** Whom an item keeps when it moves. */
type Keeping = (item: BookingItem, service: Service, chosen: string | null) => AskedPart['staff'] | null

/** The appointments of a booking that still stand, in their turn; null where there are none, or one is no longer offered. */
export function movingVisit(db: Db, booking: Booking, keeping: Keeping = (_, service, chosen) => staffFor(service, chosen)): MovingVisit | null {
  const items = booking.items.filter(({ domain, state }) => domain === 'appointments' && state === 'active')
  const [first] = items
  const chosen = choice.safeParse(first?.choice)
  const service = first && serviceById(db, booking.businessId, first.listingId)
  const store = service && storeFor(service, chosen.success ? chosen.data.store : null)
  const parts = items.flatMap((item, at) => movingPart(db, booking, item, { before: items[at - 1], keeping }) ?? [])
  return first && store && parts.length === items.length ? { itemId: first.id, store, parts, ignoring: items.map(({ id }) => id) } : null
}

/** Where each item goes if the visit starts then. */
export function movesTo(visit: MovingVisit, start: number): ItemMove[] {
  const choices = choicesAt(visit, start)
  return visit.ignoring.map((itemId, at) => ({ itemId, choice: { ...choices[at] }, listingId: visit.parts[at]?.service.listing.id ?? null }))
}

/** The free starts nearest to one that was taken meanwhile. */
export function otherStarts(db: Db, ctx: BookingCtx, visit: MovingVisit, start: number): number[] {
  return nearestVisits(db, ctx, visit, start).map((open) => open.start)
}

/** Each service with when it starts after the first one does, in milliseconds. */
export function movingParts(visit: MovingVisit) {
  const offsets = startsOf(visit, 0)
  return visit.parts.map(({ service, person }, at) => ({
    title: service.listing.title, withWhom: person?.name ?? null, afterMs: offsets[at] ?? 0, lengthMs: service.durationMinutes * minute,
  }))
}

function movingPart(db: Db, { businessId }: Booking, item: BookingItem, { before, keeping }: { readonly before: BookingItem | undefined; readonly keeping: Keeping }): AskedPart | null {
  const service = serviceById(db, businessId, item.listingId)
  const chosen = choice.safeParse(item.choice)
  const wanted = chosen.success ? chosen.data.staff : null
  const staff = service && chosen.success && keeping(item, service, wanted)
  if (!service || !staff) return null
  const person = wanted !== null && choosesPerson(service) && staff.length === 1 ? (staff[0] ?? null) : null
  return { service, staff, person, gapMs: before ? item.startsAt - before.endsAt : 0 }
}
