import type { EntryTimes } from '~/kernel/icalendar'
import type { Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { enabledDomains } from '../businesses/index.server'
import type { Claim } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import type { Nights } from './model/nights-of-entry'

/** A listing whose calendar is exchanged with other channels, as its domain describes it. */
export interface ExchangedListing {
  readonly listingId: string
  readonly title: string
  /** The zone of entries that name none, and of the dates that are sent out. */
  readonly timeZone: string
  /** What it consists of: where any of these is full, the listing is taken. */
  readonly resourceIds: readonly string[]
  /** What an entry of another calendar takes; nothing where that is none of this listing's time. */
  readonly claimsFor: (times: EntryTimes) => readonly Claim[]
  /** The dates that a time claimed of it takes, as other channels write them. */
  readonly datesOf: (taken: Interval) => Nights
}

/** A domain whose listings can be exchanged. */
export interface ExchangedDomain {
  readonly domain: string
  /** In the business's order; those that are out of use are left out. */
  readonly listings: (db: Db, businessId: string) => readonly ExchangedListing[]
  /** Null where this listing has no calendar to exchange. */
  readonly listing: (db: Db, businessId: string, listingId: string) => ExchangedListing | null
}

let domains: readonly ExchangedDomain[] = []

/** Hands over the domains that exchange calendars, once, at start. */
export function installExchanged(list: readonly { readonly exchanged?: ExchangedDomain | undefined; readonly bookable: { readonly domain: string } }[]): void {
  domains = list.flatMap(({ exchanged }) => exchanged ?? [])
}

/** The listings of a business whose calendars can be exchanged, of the domains that it has switched on. */
export function exchangedListings(db: Db, businessId: string): ExchangedListing[] {
  const enabled = new Set<string>(enabledDomains(db, businessId))
  return domains.filter(({ domain }) => enabled.has(domain)).flatMap(({ listings }) => listings(db, businessId))
}

/** A listing as it is exchanged, whether or not its domain is switched on; null where it has no calendar to exchange. */
export function exchangedListing(db: Db, businessId: string, listingId: string): ExchangedListing | null {
  const listing = listingById(db, businessId, listingId)
  return domains.find(({ domain }) => domain === listing?.domain)?.listing(db, businessId, listingId) ?? null
}
