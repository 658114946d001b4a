import type { Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessById, storeById, type Business, type Store } from '../../businesses/index.server'
import { policyWords } from '../../pricing/index.server'
import { saleAsRead, type Sale } from '../../sales/index.server'
import { domainOf, type Described } from '../domain.server'
import { enclosureOf, type Enclosure } from '../enclosures.server'
import { shownItems } from '../model/items'
import { manageLink } from '../manage-link.server'
import type { Booking } from '../queries.server'
import { policyOf } from '../settlement.server'
import { together } from '../together'

/** Everything that mails and calendar entries say of a booking. */
export interface Letter {
  readonly booking: Booking
  readonly business: Business
  readonly store: Store
  readonly zone: string
  /** What it is about, in the language of the booking. */
  readonly what: string
  readonly withWhom: string | null
  /** The same for readers of other languages. */
  readonly titles: readonly string[]
  readonly people: readonly string[]
  /** Where there are several, each with its time, in their order. */
  readonly parts: readonly LetterPart[]
  /** The address on one line: of the store, or of where the first of it is. */
  readonly where: string
  /** Shows the way there. */
  readonly mapHref: string | null
  /** Where people come together in the net; null until the booking is confirmed, and once it is called off. */
  readonly onlineHref: string | null
  /** How to find the store, where it is there. */
  readonly directions: string | null
  /** What else there is to say of it. */
  readonly facts: Described['facts']
  /** Hours of a day, or an arrival and a departure. */
  readonly span: Described['span']
  /** Opens the booking without an account. */
  readonly link: string
  readonly sale: Sale | null
  /** What holds when the customer cancels, in the language of the booking. */
  readonly policy: readonly string[]
  /** What goes with it, such as tickets, in that language; looked up only where it is told. */
  readonly enclosed: (now: number) => Enclosure | null
}

export interface LetterPart extends Described {
  readonly itemId: string
  readonly startsAt: number
  readonly endsAt: number
}

/** Gathers what is told of a booking; null where its business or store is gone. */
export function letterFor(db: Db, booking: Booking): Letter | null {
  const business = businessById(db, booking.businessId)
  const store = storeById(db, booking.businessId, booking.storeId)
  if (!business || !store) return null
  const i18n = i18nFor(booking.language)
  const parts = shownItems(booking.items).map((item): LetterPart => ({ ...domainOf(item.domain).describe(db, i18n, item), itemId: item.id, startsAt: item.startsAt, endsAt: item.endsAt }))
  const where = parts[0]?.where ?? null
  const titles = parts.map(({ title }) => title)
  const people = parts.flatMap(({ withWhom }) => withWhom ?? [])
  return {
    booking,
    business,
    store,
    zone: booking.items[0]?.timeZone ?? store.timeZone,
    what: together(i18n, titles),
    withWhom: people.length === 0 ? null : together(i18n, people),
    titles,
    people,
    parts: parts.length > 1 ? parts : [],
    where: where?.text ?? [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', '),
    mapHref: where?.mapHref ?? null,
    onlineHref: booking.status === 'confirmed' ? (where?.onlineHref ?? null) : null,
    directions: where ? null : store.directions,
    facts: parts.length === 1 ? (parts[0]?.facts ?? []) : [],
    span: parts[0]?.span ?? 'hours',
    link: manageLink(booking),
    sale: saleAsRead(db, booking.businessId, booking.saleId),
    // What costs nothing has nothing to come back.
    policy: booking.totalMinor === 0 ? [] : policyWords(i18n, policyOf(db, booking)),
    enclosed: (now) => enclosureOf(db, booking, i18n, now),
  }
}
