import type { BusinessFacts } from '~/kernel/ctx'
import { subscribedCalendar } from '~/kernel/icalendar'
import type { Db } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { openAddress, type OutwardAddress } from './addresses.server'
import { exchangedListing, type ExchangedListing } from './exchanged.server'
import { uidOf } from './model/own-uid'
import { takenTimes } from './taken-times.server'

/** What the token of an address gives out; null where it opens nothing, or its listing has no calendar any more. */
export function readAddress(db: Db, token: string, now: number): { readonly addressId: string; readonly file: string } | null {
  const open = openAddress(db, token)
  const file = open && addressFile(db, open.business, open.address, now)
  return open && file !== null ? { addressId: open.address.id, file } : null
}

/**
 * What another channel is given at an address (RFC 5545): the dates on which the listing is taken, as whole days from arrival to departure.
 * It says when, and of nobody who or why. Null where the listing has no calendar any more.
 */
export function addressFile(db: Db, business: BusinessFacts, address: OutwardAddress, now: number): string | null {
  const listing = exchangedListing(db, business.id, address.listingId)
  return listing && fileOf(db, business, listing, address, now)
}

function fileOf(db: Db, business: BusinessFacts, listing: ExchangedListing, { feedId }: OutwardAddress, now: number): string {
  const i18n = i18nFor(business.language)
  const summary = i18n.t('Not available')
  const events = takenTimes(db, business.id, listing, { leavingOut: feedId, now }).map(({ subject, sequence, start, end }) => {
    const { from, to } = listing.datesOf({ start, end })
    return { uid: uidOf(subject), sequence, start: from, end: to, summary, status: 'CONFIRMED' as const }
  })
  return subscribedCalendar({ name: `${listing.title} – ${business.name}`, zone: listing.timeZone, stamp: now }, events)
}
