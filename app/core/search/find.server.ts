import type { Db } from '~/platform/database.server'
import { businessesByIds, enabledDomains, findBusinesses, type FoundBusiness } from '../businesses/index.server'
import { businessesIn, categoryBySlug, categoryTree, fieldsOf, findListings, withBelow, type Category, type Field, type ListingSearch, type WantedValue } from '../listings/index.server'

export interface Sought {
  readonly words: string
  readonly place: string
  /** The slug of a category; '' for any. One that there is not is none. */
  readonly category?: string
  /** What the address says about the fields of the category: `field.key`, `from.key`, `to.key`. */
  readonly asked?: URLSearchParams
}

/** A category that is searched in, with those of its fields that a search can ask for. */
export interface SoughtCategory {
  readonly slug: string
  readonly title: string
  readonly filters: readonly (Pick<Field, 'key' | 'title' | 'options'> & { readonly kind: 'enum' | 'boolean' | 'number'; readonly value: string; readonly from: string; readonly to: string })[]
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

export interface Found {
  readonly businesses: FoundBusiness[]
  readonly offers: Offer[]
  readonly category: SoughtCategory | null
}

/** Businesses and offers that match; with nothing sought, every business and no offers. */
export function find(db: Db, { words, place, category: slug = '', asked = new URLSearchParams() }: Sought): Found {
  const terms = termsOf(words)
  const category = slug === '' ? null : categoryBySlug(db, slug)
  const near = place.trim()
  if (!category) {
    const businesses = findBusinesses(db, { words: terms, place: near, most })
    return { businesses, offers: terms.length === 0 ? [] : offersFor(db, { words: terms, categoryIds: null, values: [] }, near), category: null }
  }
  const categoryIds = withBelow(db, category)
  const filters = filtersOf(db, category, asked)
  const values = filters.flatMap(wantedBy)
  const inIt = new Set(businessesIn(db, categoryIds))
  // Whoever asks for something in particular looks for offers: a business says nothing there.
  const businesses = values.length > 0 ? [] : findBusinesses(db, { words: terms, place: near, most: 500 }).filter(({ id }) => inIt.has(id)).slice(0, most)
  return { businesses, offers: offersFor(db, { words: terms, categoryIds, values }, near), category: { slug: category.slug, title: category.title, filters } }
}

/** The categories that strangers can search in, by their slugs. */
export function searchableCategories(db: Db): { readonly value: string; readonly label: string }[] {
  return categoryTree(db).filter(({ retiredAt }) => retiredAt === null).map(({ slug, path }) => ({ value: slug, label: path }))
}

function filtersOf(db: Db, { id, version }: Category, asked: URLSearchParams): SoughtCategory['filters'][number][] {
  const said = (part: string, key: string) => (asked.get(`${part}.${key}`) ?? '').slice(0, 100)
  return fieldsOf(db, id, version).flatMap<SoughtCategory['filters'][number]>(({ key, title, kind, options }) => {
    const filter = { key, title, options, value: said('field', key), from: said('from', key), to: said('to', key) }
    if (kind === 'enum' || kind === 'boolean') return [{ ...filter, kind }]
    return kind === 'integer' || kind === 'number' ? [{ ...filter, kind: 'number' }] : []
  })
}

// What cannot be true of any offer, such as an answer that is none of the field's, asks for nothing.
function wantedBy({ key, kind, options, value, from, to }: SoughtCategory['filters'][number]): WantedValue[] {
  if (kind === 'enum') return options.includes(value) ? [{ key, text: value }] : []
  if (kind === 'boolean') return value === 'yes' || value === 'no' ? [{ key, flag: value === 'yes' }] : []
  const [least, greatest] = [from, to].map((text) => (text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text)))
  return least == null && greatest == null ? [] : [{ key, from: least ?? null, to: greatest ?? null }]
}

/** The words of a search; what is longer than anybody types is cut. */
export function termsOf(text: string): string[] {
  return text.slice(0, 200).split(/\s+/).filter(Boolean).slice(0, 8)
}

function offersFor(db: Db, search: Omit<ListingSearch, 'most'>, place: string): Offer[] {
  const listings = findListings(db, { ...search, most: 4 * most })
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
