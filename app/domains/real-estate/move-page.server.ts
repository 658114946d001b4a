import { bookingById, isOpen, previewMove, type Booking, type BookingItem, type ItemMove } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { availabilityOf, isLet, shownSpan, type LetProperty } from './availability.server'
import { askedStay, type AskedStay } from './asked-stay'
import { stayChoice, type StayChoice } from './choice'
import { isFree } from './model/free-stays'
import { propertyById } from './queries.server'
import { datesWords, takenWords, type NearDates } from './stay-offer.server'
import { nearestDates, stayPlan } from './stay-plan.server'
import { guestWords, refusalWords, traceRows } from './stay-words'

/** A stay that is booked and is to move. */
export interface MovingStay {
  readonly booking: Booking
  readonly item: BookingItem
  readonly property: LetProperty
  /** As it is booked. */
  readonly chosen: StayChoice
}

/** The stay of a booking that still stands; null where there is none, or it is no longer let. */
export function movingStay(db: Db, booking: Booking | null): MovingStay | null {
  const item = booking?.items.find(({ domain, state }) => domain === 'real-estate' && state === 'active')
  const property = booking && item ? propertyById(db, booking.businessId, item.listingId) : null
  const chosen = stayChoice.safeParse(item?.choice)
  return booking && item && isLet(property) && chosen.success ? { booking, item, property, chosen: chosen.data } : null
}

/** Dates and guests that an address or a form asks for; those of the booking where it says nothing else. */
export function wantedStay({ chosen }: MovingStay, query: URLSearchParams): { readonly asked: AskedStay; readonly wanted: StayChoice | null } {
  const given = askedStay(query)
  const guests = query.has('adults') ? given.guests : chosen.guests
  const asked = { ...given, guests }
  const wanted = asked.arrive && asked.depart ? { ...chosen, arrive: asked.arrive, depart: asked.depart, guests } : null
  return { asked, wanted }
}

/** What a stay becomes. */
export function moveTo({ item }: MovingStay, wanted: StayChoice): ItemMove {
  return { itemId: item.id, choice: { ...wanted } }
}

/** What moving to other dates would mean: the new dates and their price, or why it cannot be and the nearest that can. */
export function previewOf(db: Db, ctx: BusinessCtx, stay: MovingStay, wanted: StayChoice, atDesk: boolean) {
  const { booking, item, property } = stay
  const planned = stayPlan(db, ctx, property, wanted, atDesk)
  const refused = (why: string) => ({ kind: 'refused', why, nearest: nearestMoves(db, ctx, stay, wanted, atDesk) }) as const
  if (!planned.ok) return refused(refusalWords(ctx.i18n, planned.refusal))
  const known = availabilityOf(db, ctx, property, { arrive: wanted.arrive, depart: addDays(wanted.depart, property.stay.prepareNights) }, [item.id])
  if (!isFree(known, wanted)) return refused(takenWords(ctx))
  return {
    kind: 'moves',
    ...shownSpan(property, wanted),
    guests: guestWords(ctx.i18n, wanted.guests),
    price: previewMove(db, ctx, { bookingId: booking.id, items: [moveTo(stay, wanted)] }),
    rows: traceRows(ctx.i18n, ctx.business.currency, planned.value.trace),
    totalMinor: planned.value.trace.totalMinor,
  } as const
}

/** The free dates nearest to those wanted; what the stay holds itself counts as free. */
export function nearestMoves(db: Db, ctx: BusinessCtx, { item, property }: MovingStay, wanted: StayChoice, atDesk: boolean): NearDates[] {
  return nearestDates(db, ctx, property, wanted, { atDesk, ignoring: [item.id] }).map((dates) => ({ ...dates, label: datesWords(ctx, dates) }))
}

/** What both pages that move a stay show of it as it stands. */
export function shownMove(ctx: BusinessCtx, { booking, item, property, chosen }: MovingStay) {
  const { most, childAge } = { most: property.stay.guestsMost, childAge: property.stay.childAge }
  return {
    reference: booking.reference,
    title: item.title,
    business: ctx.business.name,
    startsAt: item.startsAt,
    endsAt: item.endsAt,
    zone: item.timeZone,
    readerZone: ctx.zone,
    chosen: { arrive: chosen.arrive, depart: chosen.depart, guests: chosen.guests },
    guests: guestWords(ctx.i18n, chosen.guests),
    room: { most, childAge },
    currency: ctx.business.currency,
    stands: isOpen(booking.status) && (booking.startsAt > ctx.now || ctx.member !== null),
    /** The business says yes first where it has approved the stay already. */
    asks: property.approval && booking.status === 'confirmed' && ctx.member === null,
  }
}

export type ShownMove = ReturnType<typeof shownMove>
export type MovePreview = ReturnType<typeof previewOf>

/** The stay of the booking that a guest is at. */
export function guestsStay(db: Db, businessId: string, bookingId: string): MovingStay | null {
  return movingStay(db, bookingById(db, businessId, bookingId))
}
