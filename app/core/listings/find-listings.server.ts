import type { LocalDate } from '~/kernel/time'
import { facetOf, matchesFor } from '~/kernel/words-sought'
import { prepared, type Db } from '~/platform/database.server'
import { walkWords, type WordPlace } from '~/platform/word-index.server'

/** A listing as strangers find it. */
export interface FoundListing {
  readonly id: string
  readonly businessId: string
  readonly domain: string
  readonly slug: string
  readonly title: string
  readonly description: string | null
  readonly priceMinor: number | null
}

/** A field of a category that has to say something: a text, a number from and to, or yes or no. */
export type WantedValue =
  | { readonly key: string; readonly text: string }
  | { readonly key: string; readonly from: number | null; readonly to: number | null }
  | { readonly key: string; readonly flag: boolean }

export interface ListingSearch {
  /** Each must stand in its title, its description, the name of its business or where it is; whole words weigh more than beginnings. */
  readonly words: readonly string[]
  /** Each must begin a word of a city's or region's name, or a postal code. */
  readonly place: readonly string[]
  /** Null: any. */
  readonly domain: string | null
  /** Any of these categories; null: whether it is in one or not. */
  readonly categoryIds: readonly string[] | null
  readonly values: readonly WantedValue[]
  /** Minor units of this currency, both included; null: whatever it costs. */
  readonly price: { readonly currency: string; readonly from: number | null; readonly to: number | null } | null
  /** On one of these dates, both included, so many people must fit in; null: whenever. */
  readonly free: FreeOn | null
}

export interface FreeOn {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly people: number
  /** Domains that keep no free days: what else is asked of their listings. */
  readonly asked: ReadonlyMap<string, (listing: Pick<FoundListing, 'id' | 'businessId'>) => boolean>
}

export interface ListingsFound {
  readonly listings: readonly FoundListing[]
  /** Where the search goes on; null at its end. */
  readonly next: WordPlace | null
}

/** At most so many listings that are open to the public and match, of open businesses and trades that are switched on: titles first, then the newest. */
export function findListings(db: Db, search: ListingSearch, after: WordPlace | null, most: number): ListingsFound {
  const { places, next } = walkWords(db, walkOf(db, search), after, most)
  return { listings: listingsAt(db, places), next }
}

/** The first page and how many there are in all, counted to `count` or as far as that is quick; `complete` is false where there may be more. */
export function findFirstListings(db: Db, search: ListingSearch, most: number, count: number): ListingsFound & { readonly count: number; readonly complete: boolean } {
  const { places, next } = walkWords(db, walkOf(db, search), null, count, most)
  const [page, last] = [places.slice(0, most), places[most - 1]]
  return { listings: listingsAt(db, page), next: places.length > most && last ? last : next, count: places.length, complete: next === null }
}

function listingsAt(db: Db, places: readonly WordPlace[]): FoundListing[] {
  return found(db).all({ numbers: JSON.stringify(places.map(({ number }) => number)) })
}

function walkOf(db: Db, search: ListingSearch) {
  const { words, place, domain, categoryIds, price } = search
  const facets = [
    ['open'],
    ...(domain === null ? [] : [[facetOf('d', domain)]]),
    ...(categoryIds ? [categoryIds.map((id) => facetOf('c', id))] : []),
    ...(price ? [[facetOf('m', price.currency)]] : []),
  ]
  const matches = matchesFor({ words, place, columns: ['title', 'description', 'seller', 'place'], facets })
  return { index: 'listings_fts', matches, narrow: narrowing(db, search) } as const
}

interface Passing extends Pick<FoundListing, 'id' | 'businessId' | 'domain'> {
  readonly number: number
}

/** What words cannot tell: values, prices and free days. Undefined where none of it is asked. */
function narrowing(db: Db, search: ListingSearch): ((numbers: readonly number[]) => readonly number[]) | undefined {
  const { free } = search
  const { sql, params } = narrowingSql(search)
  if (sql === null) return undefined
  const passing = db.$client.prepare<Record<string, unknown>, Passing>(sql)
  return (numbers) =>
    passing
      .all({ ...params, numbers: JSON.stringify(numbers) })
      .filter((listing) => free?.asked.get(listing.domain)?.(listing) ?? true)
      .map(({ number }) => number)
}

/** The statement that keeps those of some numbers that fit, with its parameters beside `@numbers`; exported for the test of its plan. */
export function narrowingSql({ values, price, free }: Pick<ListingSearch, 'values' | 'price' | 'free'>): { readonly sql: string | null; readonly params: Readonly<Record<string, unknown>> } {
  const wanted = values.map(wantedSql)
  const conditions = [
    ...wanted.map(({ sql }) => `EXISTS (SELECT 1 FROM listing_values v WHERE v.listing_id = l.id AND ${sql})`),
    ...(price ? ['l.price_minor BETWEEN @priceFrom AND @priceTo'] : []),
    ...(free ? [`(${free.asked.size > 0 ? 'l.domain IN (SELECT value FROM json_each(@asked)) OR ' : ''}${isFree})`] : []),
  ]
  if (conditions.length === 0) return { sql: null, params: {} }
  return {
    sql: `SELECT e.number, l.id, l.business_id AS businessId, l.domain FROM json_each(@numbers) AS place CROSS JOIN listing_entries e ON e.number = place.value
      CROSS JOIN ${listingsById} WHERE ${conditions.join(' AND ')} ORDER BY place.key`,
    params: {
      ...Object.assign({}, ...wanted.map(({ params }) => params)),
      ...(price ? { priceFrom: price.from ?? 0, priceTo: price.to ?? Number.MAX_SAFE_INTEGER } : {}),
      ...(free ? { from: free.from, to: free.to, people: free.people, ...(free.asked.size > 0 ? { asked: JSON.stringify([...free.asked.keys()]) } : {}) } : {}),
    },
  }
}

// By name, since statistics of a file that was small once make a scan look cheaper.
const listingsById = 'listings l INDEXED BY sqlite_autoindex_listings_1 ON l.id = e.listing_id'

const isFree = `EXISTS (SELECT 1 FROM free_days f WHERE f.listing_number = e.number AND f.date BETWEEN @from AND @to AND (f.places IS NULL OR f.places >= @people))`

/** The condition of one wanted value, its parameters named by its place. */
function wantedSql(value: WantedValue, at: number): { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } {
  const key = { [`key${at}`]: value.key }
  if ('text' in value) return { sql: `v.key = @key${at} AND v.text = @text${at}`, params: { ...key, [`text${at}`]: value.text } }
  if ('flag' in value) return { sql: `v.key = @key${at} AND v.flag = @flag${at}`, params: { ...key, [`flag${at}`]: value.flag ? 1 : 0 } }
  const { from, to } = value
  return {
    sql: `v.key = @key${at} AND +v.number BETWEEN @from${at} AND @to${at}`,
    params: { ...key, [`from${at}`]: from ?? -Number.MAX_VALUE, [`to${at}`]: to ?? Number.MAX_VALUE },
  }
}

/** Exported for the test of its plan. */
export const foundListingsSql = `SELECT l.id, l.business_id AS businessId, l.domain, l.slug, l.title, l.description, l.price_minor AS priceMinor
  FROM json_each(@numbers) AS place CROSS JOIN listing_entries e ON e.number = place.value CROSS JOIN ${listingsById}
  ORDER BY place.key`

const found = prepared((db) => db.$client.prepare<{ numbers: string }, FoundListing>(foundListingsSql))
