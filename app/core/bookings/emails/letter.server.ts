import type { Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { businessById, storeById, type Business, type Store } from '../../businesses/index.server'
import { policyWords } from '../../pricing/index.server'
import { saleById, type Sale } from '../../sales/index.server'
import { domainOf } from '../domain.server'
import { manageLink } from '../manage-link.server'
import type { Booking } from '../queries.server'
import { policyOf } from '../settlement.server'

/** Everything that mails and calendar entries say of a booking. */
export interface Letter {
  readonly booking: Booking
  readonly business: Business
  readonly store: Store
  readonly zone: string
  readonly what: string
  readonly withWhom: string | null
  /** The store's address on one line. */
  readonly where: string
  /** Opens the booking without an account. */
  readonly link: string
  readonly sale: Sale | null
  /** What holds when the customer cancels, in the language of the booking. */
  readonly policy: readonly string[]
}

/** Gathers what is told of a booking; null where its business or store is gone. */
export function letterFor(db: Db, booking: Booking): Letter | null {
  const business = businessById(db, booking.businessId)
  const store = storeById(db, booking.businessId, booking.storeId)
  if (!business || !store) return null
  const described = booking.items.map((item) => domainOf(item.domain).describe(item))
  const people = [...new Set(described.flatMap(({ withWhom }) => withWhom ?? []))]
  return {
    booking,
    business,
    store,
    zone: booking.items[0]?.timeZone ?? store.timeZone,
    what: [...new Set(described.map(({ title }) => title))].join(', '),
    withWhom: people.length === 0 ? null : people.join(', '),
    where: [store.line1, store.line2, `${store.postalCode} ${store.city}`].filter(Boolean).join(', '),
    link: manageLink(booking),
    sale: saleById(db, booking.businessId, booking.saleId),
    policy: policyWords(i18nFor(booking.language), policyOf(db, booking)),
  }
}
