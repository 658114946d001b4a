import { bookingById, isOpen, type BookingItem } from '~/core/bookings/index.server'
import { parseInstant } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { choice, chosenAt, type Choice } from './choice'
import { staffFor, storeFor } from './open-slots.server'
import { serviceById } from './queries.server'
import { timesPage } from './times-page.server'

/** The times to which the customer may move their visit; null where it is no appointment or no longer offered. */
export function movePage(db: Db, ctx: BookingCtx, query: URLSearchParams) {
  const found = visitOf(db, ctx)
  if (!found) return null
  const { booking, item, chosen } = found
  const service = serviceById(db, ctx.businessId, item.listingId)
  const store = service && storeFor(service, chosen.store)
  const staff = service && staffFor(service, chosen.staff)
  if (!service || !store || !staff) return null
  const path = `/bookings/${booking.reference}/move`
  const keep: Readonly<Record<string, string>> = ctx.booking.token === null ? {} : { token: ctx.booking.token }
  return {
    title: ctx.i18n.t('Move booking {reference}', { reference: booking.reference }),
    reference: booking.reference,
    business: ctx.business.name,
    bookingHref: `/bookings/${booking.reference}${ctx.booking.token === null ? '' : `?token=${ctx.booking.token}`}`,
    path,
    keep,
    item: { id: item.id, title: item.title, startsAt: item.startsAt, endsAt: item.endsAt },
    minutes: service.durationMinutes,
    /** The business says yes first where it has approved the visit already. */
    asks: service.approval && booking.status === 'confirmed',
    stands: isOpen(booking.status) && booking.startsAt > ctx.now,
    wanted: parseInstant(query.get('start') ?? ''),
    zone: store.timeZone,
    readerZone: ctx.zone,
    times: timesPage(db, ctx, service, { store, staff, person: null }, query, item.id),
  }
}

export type MovePage = NonNullable<ReturnType<typeof movePage>>

/** The choice that a move asks for: another start, the same person and place; null where the start is no instant or the item not this booking's. */
export function choiceAt(db: Db, ctx: BookingCtx, itemId: string, start: string): Choice | null {
  const at = parseInstant(start)
  const found = visitOf(db, ctx, itemId)
  return at === null || !found ? null : chosenAt(at, found.chosen.staff, found.chosen.store)
}

function visitOf(db: Db, ctx: BookingCtx, itemId?: string) {
  const booking = bookingById(db, ctx.businessId, ctx.booking.id)
  const item = booking?.items.find((candidate) => fits(candidate, itemId))
  const chosen = item && choice.safeParse(item.choice)
  return booking && item && chosen?.success ? { booking, item, chosen: chosen.data } : null
}

function fits(item: BookingItem, itemId: string | undefined): boolean {
  return item.domain === 'appointments' && (itemId === undefined || item.id === itemId)
}
