import type { Db } from '~/platform/database.server'
import { businessesByIds, enabledDomains, findBusinesses, type FoundBusiness } from '../businesses/index.server'
import { findListings } from '../listings/index.server'

export interface Sought {
  readonly words: string
  readonly place: string
}

export interface Offer {
  readonly id: string
  readonly title: string
  readonly href: string
  readonly domain: string
  readonly priceMinor: number | null
  readonly currency: string
  readonly business: string
}

const most = 50

/** Businesses and offers that match; with nothing sought, every business and no offers. */
export function find(db: Db, { words, place }: Sought): { businesses: FoundBusiness[]; offers: Offer[] } {
  const terms = termsOf(words)
  const businesses = findBusinesses(db, { words: terms, place: place.trim(), most })
  return { businesses, offers: terms.length === 0 ? [] : offersFor(db, terms, place.trim()) }
}

/** The words of a search; what is longer than anybody types is cut. */
export function termsOf(text: string): string[] {
  return text.slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8)
}

function offersFor(db: Db, terms: readonly string[], place: string): Offer[] {
  const listings = findListings(db, terms, 4 * most)
  const near = place === '' ? null : new Set(findBusinesses(db, { words: [], place, most: 500 }).map(({ id }) => id))
  const businesses = new Map(
    businessesByIds(db, [...new Set(listings.map(({ businessId }) => businessId))])
      .filter(({ id, status }) => (status === 'active' || status === 'trial') && (near === null || near.has(id)))
      .map((business) => [business.id, { business, domains: enabledDomains(db, business.id) as readonly string[] }]),
  )
  return listings
    .flatMap((listing) => {
      const at = businesses.get(listing.businessId)
      if (!at?.domains.includes(listing.domain)) return []
      const { slug, name, currency } = at.business
      const { id, title, domain, priceMinor } = listing
      return { id, title, domain, priceMinor, currency, business: name, href: `/b/${slug}/${domain}/${listing.slug}` }
    })
    .slice(0, most)
}
