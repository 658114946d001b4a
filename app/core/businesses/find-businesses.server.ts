import { facetOf, matchesFor } from '~/kernel/words-sought'
import { prepared, type Db } from '~/platform/database.server'
import { walkWords, type WordPlace } from '~/platform/word-index.server'

/** A business as strangers find it. */
export interface FoundBusiness {
  readonly id: string
  readonly slug: string
  readonly name: string
  readonly kicker: string | null
  readonly currency: string
  readonly cities: string
}

export interface BusinessSearch {
  /** Each must stand in its name, in what it says of itself, or in where it is; whole words weigh more than beginnings. */
  readonly words: readonly string[]
  /** Each must begin a word of a city's or region's name, or a postal code. */
  readonly place: readonly string[]
  /** Any of these categories; null: whether it is in one or not. */
  readonly categoryIds: readonly string[] | null
}

export interface BusinessesFound {
  readonly businesses: readonly FoundBusiness[]
  /** Where the list goes on; null at its end. */
  readonly next: WordPlace | null
}

/** At most so many businesses that are open to the public and match: names first, then the newest. */
export function findBusinesses(db: Db, search: BusinessSearch, after: WordPlace | null, most: number): BusinessesFound {
  const { places, next } = walkWords(db, { index: 'businesses_fts', matches: businessMatches(search) }, after, most)
  return { businesses: found(db).all({ numbers: JSON.stringify(places.map(({ number }) => number)) }), next }
}

/** How many there are, counted to `most`. */
export function countFoundBusinesses(db: Db, search: BusinessSearch, most: number): number {
  return walkWords(db, { index: 'businesses_fts', matches: businessMatches(search) }, null, most).places.length
}

/** Those of these businesses that are open to the public, by their ids, each with the drawing or picture at its head. */
export function businessesFound(db: Db, ids: readonly string[]): Map<string, FoundBusiness & { readonly cover: string | null }> {
  return new Map(byIds(db).all({ ids: JSON.stringify([...new Set(ids)]) }).map((business) => [business.id, business]))
}

/** The currencies of all businesses, the one that most of them have first. */
export function currenciesInUse(db: Db): string[] {
  return currencies(db).all()
}

function businessMatches({ words, place, categoryIds }: BusinessSearch): string[] {
  const facets = [['open'], ...(categoryIds ? [categoryIds.map((id) => facetOf('c', id))] : [])]
  return matchesFor({ words, place, columns: ['name', 'about', 'place'], facets })
}

const columns = `b.id, b.slug, b.name, b.kicker, b.currency,
    (SELECT coalesce(group_concat(DISTINCT city), '') FROM stores WHERE business_id = b.id AND status = 'open') AS cities`

// The index by name, since statistics of a file that was small once make a scan look cheaper.
/** Exported for the test of their plans. */
export const foundBusinessesSql = {
  found: `SELECT ${columns}
  FROM json_each(@numbers) AS place CROSS JOIN business_entries e ON e.number = place.value CROSS JOIN businesses b INDEXED BY sqlite_autoindex_businesses_1 ON b.id = e.business_id
  ORDER BY place.key`,
  byIds: `SELECT ${columns}, b.cover FROM json_each(@ids) AS one CROSS JOIN businesses b INDEXED BY sqlite_autoindex_businesses_1 ON b.id = one.value WHERE b.status IN ('active', 'trial')`,
  // From one to the next in the index, since there are few of them and many businesses; none is counted further than to a thousand.
  currencies: `WITH RECURSIVE used (currency) AS (
      SELECT min(currency) FROM businesses UNION ALL SELECT (SELECT min(currency) FROM businesses WHERE currency > used.currency) FROM used WHERE used.currency IS NOT NULL
    ) SELECT currency FROM used WHERE currency IS NOT NULL
    ORDER BY (SELECT count(*) FROM (SELECT 1 FROM businesses WHERE currency = used.currency LIMIT 1000)) DESC, currency`,
}

const found = prepared((db) => db.$client.prepare<{ numbers: string }, FoundBusiness>(foundBusinessesSql.found))
const byIds = prepared((db) => db.$client.prepare<{ ids: string }, FoundBusiness & { cover: string | null }>(foundBusinessesSql.byIds))
const currencies = prepared((db) => db.$client.prepare<[], string>(foundBusinessesSql.currencies).pluck())
