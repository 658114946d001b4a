import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import { qrCode, type QrCode } from '~/platform/qr-code.server'
import { bookingById, letterFor, type SessionPlace } from '../bookings/index.server'
import { admittedOf } from './admissions.server'
import { placeWords, type PlaceWords } from './place-words.server'
import { ticketsOf } from './tickets.server'

/** A ticket as page, file and mail show it. */
export interface ShownTicket extends Omit<PlaceWords, 'where'> {
  readonly where: NonNullable<PlaceWords['where']>
  readonly itemId: string
  readonly sessionId: string
  readonly code: string
  readonly qr: QrCode
  readonly name: string
  /** So many people come in on it, and so many have. */
  readonly quantity: number
  readonly admitted: number
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
}

export interface ShownTickets {
  readonly reference: string
  readonly business: { readonly name: string; readonly slug: string; readonly phone: string | null }
  readonly tickets: readonly ShownTicket[]
}

/** The tickets of a booking with all that they say; null where the booking or its business is gone. */
export function shownTickets(db: Db, i18n: I18n, businessId: string, bookingId: string, now: number): ShownTickets | null {
  const booking = bookingById(db, businessId, bookingId)
  const letter = booking && letterFor(db, booking)
  if (!booking || !letter) return null
  const { business, store } = letter
  const atStore = { text: [store.name, store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', ') }
  const tickets = ticketsOf(db, businessId, bookingId, now).map(({ place, code, address }) => {
    const words = placeWords(db, i18n, place)
    return { ...words, where: words.where ?? atStore, ...factsOf(place), admitted: admittedOf(db, place.itemId), code, qr: qrCode(address) }
  })
  return { reference: booking.reference, business: { name: business.name, slug: business.slug, phone: store.phone ?? business.phone }, tickets }
}

function factsOf({ itemId, sessionId, name, quantity, startsAt, endsAt, timeZone }: SessionPlace) {
  return { itemId, sessionId, name, quantity, startsAt, endsAt, zone: timeZone }
}
