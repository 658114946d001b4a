import { parseMoney } from '~/kernel/money'
import { wordsIn } from '~/kernel/words-sought'
import type { Ctx } from '~/kernel/ctx'
import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { bookableDomains } from '../bookings/index.server'
import { countFoundBusinesses, currenciesInUse, findBusinesses, knownTrades, type BusinessSearch, type FoundBusiness } from '../businesses/index.server'
import { categoryBySlug, categoryTree, fieldsOf, findFirstListings, findListings, listingById, withBelow, type Category, type Field, type FoundListing, type ListingSearch, type WantedValue } from '../listings/index.server'
import { offersOf, type Offer } from './offers.server'
import { datesSought, type Sought, type SoughtPlace } from './sought'
import { daysAhead } from './stale-days.server'

/** A category that is searched in, with those of its fields that a search can ask for. */
export interface SoughtCategory {
  readonly slug: string
  readonly title: string
  readonly filters: readonly (Pick<Field, 'key' | 'title' | 'options'> & { readonly kind: 'enum' | 'boolean' | 'number'; readonly value: string; readonly from: string; readonly to: string })[]
}

export interface FoundOffers {
  readonly rows: readonly Offer[]
  readonly next: SoughtPlace | null
  /** In all, counted to `mostCounted`; null on the pages after the first. */
  readonly count: number | null
  /** Whether that is all there is. */
  readonly complete: boolean
}

export interface FoundBusinesses {
  readonly rows: readonly FoundBusiness[]
  readonly next: SoughtPlace | null
  readonly count: number
}

export interface Found {
  /** Null where offers are not what is looked for. */
  readonly offers: FoundOffers | null
  readonly businesses: FoundBusinesses | null
  readonly category: SoughtCategory | null
  /** The prices that are asked for, where they are prices; minor units. */
  readonly price: ListingSearch['price']
  /** What was typed as a price and is none. */
  readonly unread: readonly string[]
}

const perPage = 24
/** Beside offers only the first few businesses are shown. */
const besideOffers = 6
export const mostCounted = 100

/** Businesses and offers that match, from a place in the list on; with nothing sought, every business and no offers. */
export function find(db: Db, ctx: Ctx, sought: Sought, after: SoughtPlace | null): Found {
  const category = sought.category === '' ? null : categoryBySlug(db, sought.category)
  const filters = category ? filtersOf(db, category, sought.asked) : []
  const [words, place] = [wordsIn(sought.q), wordsIn(sought.place)]
  const [{ price, unread }, free] = [priceOf(ctx, sought), freeOn(db, ctx, sought)]
  const values = filters.flatMap(wantedBy)
  const shared = { words, place, categoryIds: category ? withBelow(db, category) : null }
  // A sign alone is something that nobody wrote.
  const unwritten = (sought.q !== '' && words.length === 0) || (sought.place !== '' && place.length === 0)
  // Whoever asks for something in particular looks for offers: a business says nothing there.
  const particular = sought.domain !== '' || values.length > 0 || price !== null || free !== null
  const anything = words.length === 0 && place.length === 0 && !category && !particular
  const listings = { ...shared, values, price, domain: sought.domain === '' ? null : sought.domain, free }
  return {
    category: category && { slug: category.slug, title: category.title, filters },
    price,
    unread,
    offers: unwritten || sought.show === 'businesses' || (anything && sought.show === '') ? null : offersFor(db, ctx, listings, { people: sought.people === '' ? null : Number(sought.people), after }),
    businesses: unwritten || sought.show === 'offers' || particular || (after !== null && sought.show === '') ? null : businessesFor(db, shared, sought.show === 'businesses' ? after : null, anything || sought.show === 'businesses' ? perPage : besideOffers),
  }
}

/** What the filters can be set to: categories by their slugs, the trades, and the currencies that prices are in, the most common one first. */
export function searchChoices(db: Db, ctx: Ctx) {
  return {
    categories: categoryTree(db).filter(({ retiredAt }) => retiredAt === null).map(({ slug, path }) => ({ value: slug, label: path })),
    trades: knownTrades().map(({ domain, label }) => ({ domain, label: label(ctx.i18n) })),
    currencies: currenciesInUse(db),
  }
}

/** Today, and the last date that is looked ahead to. */
export function searchDates({ now }: Ctx): { readonly first: LocalDate; readonly last: LocalDate } {
  const first = localDateOf(now, 'UTC')
  return { first, last: addDays(first, daysAhead) }
}

function freeOn(db: Db, ctx: Ctx, sought: Sought): ListingSearch['free'] {
  const dates = datesSought(sought)
  if (!dates) return null
  const { from, to } = dates
  const people = Number(sought.people || 1)
  const asked = bookableDomains().flatMap(({ domain, isFree }) => (isFree ? [[domain, isFree] as const] : []))
  const askedOf = asked.map(([domain, isFree]) => [domain, ({ id, businessId }: Pick<FoundListing, 'id' | 'businessId'>) => {
    const listing = listingById(db, businessId, id)
    return listing !== null && isFree(db, ctx, listing, from, to, people)
  }] as const)
  return { from, to, people, asked: new Map(askedOf) }
}

function businessesFor(db: Db, search: BusinessSearch, after: SoughtPlace | null, most: number): FoundBusinesses {
  const { businesses, next } = findBusinesses(db, search, after, most)
  return { rows: businesses, next, count: next || after ? countFoundBusinesses(db, search, mostCounted) : businesses.length }
}

function offersFor(db: Db, ctx: Ctx, search: ListingSearch, { people, after }: { readonly people: number | null; readonly after: SoughtPlace | null }): FoundOffers {
  const found = after ? { ...findListings(db, search, after, perPage), count: null, complete: false } : findFirstListings(db, search, perPage, mostCounted)
  const { listings, next, count, complete } = found
  return { rows: offersOf(db, ctx, listings, search.free, people), next, count, complete }
}

function priceOf({ i18n }: Ctx, { min, max, currency }: Sought): Pick<Found, 'price' | 'unread'> {
  const typed = currency === '' ? [] : [min, max].filter((text) => text !== '')
  const read = (text: string) => (text === '' || currency === '' ? null : parseMoney(text, currency, i18n.locale))
  const [from, to] = [read(min), read(max)]
  return { price: from === null && to === null ? null : { currency, from, to }, unread: typed.filter((text) => read(text) === null) }
}

function filtersOf(db: Db, { id, version }: Category, asked: Sought['asked']): SoughtCategory['filters'][number][] {
  const said = (part: string, key: string) => asked[`${part}.${key}`] ?? ''
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
  const [least, greatest] = [from, to].map((text) => (text === '' || !Number.isFinite(Number(text)) ? null : Number(text)))
  return least == null && greatest == null ? [] : [{ key, from: least ?? null, to: greatest ?? null }]
}
