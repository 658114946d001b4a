import type { Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessById, storeById, type Business, type Store } from '../../businesses/index.server'
import { policyWords } from '../../pricing/index.server'
import { saleById, type Sale } from '../../sales/index.server'
import { domainOf } from '../domain.server'
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
  /** The store's address on one line. */
  readonly where: string
  /** Opens the booking without an account. */
  readonly link: string
  readonly sale: Sale | null
  /** What holds when the customer cancels, in the language of the booking. */
  readonly policy: readonly string[]
}

export interface LetterPart {
  readonly itemId: string
  readonly title: string
  readonly withWhom: string | null
  readonly startsAt: number
  readonly endsAt: number
}

/** Gathers what is told of a booking; null where its business or store is gone. */
export function letterFor(db: Db, booking: Booking): Letter | null {
  const business = businessById(db, booking.businessId)
  const store = storeById(db, booking.businessId, booking.storeId)
  if (!business || !store) return null
  const parts = shownItems(booking.items).map((item): LetterPart => ({ ...domainOf(item.domain).describe(item), itemId: item.id, startsAt: item.startsAt, endsAt: item.endsAt }))
  const titles = parts.map(({ title }) => title)
  const people = parts.flatMap(({ withWhom }) => withWhom ?? [])
  const i18n = i18nFor(booking.language)
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
    where: [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', '),
    link: manageLink(booking),
    sale: saleById(db, booking.businessId, booking.saleId),
    policy: policyWords(i18n, policyOf(db, booking)),
  }
}
