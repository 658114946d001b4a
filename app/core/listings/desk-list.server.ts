import { facetOf, wordsIn } from '~/kernel/words-sought'
import type { Db } from '~/platform/database.server'
import type { DeskAddress, DeskCursor, DeskSort } from './desk-address'
import type { ListingStatus } from './model/status-moves'

/** A listing as its business sees it among all its others. */
export interface DeskListing {
  readonly id: string
  readonly domain: string
  readonly slug: string
  readonly title: string
  readonly description: string | null
  readonly section: string | null
  readonly status: ListingStatus
  readonly priceMinor: number | null
  readonly createdAt: number
  readonly category: string | null
  /** The names of its stores, one after the other. */
  readonly stores: string | null
}

export interface DeskList {
  readonly rows: readonly DeskListing[]
  readonly before: DeskCursor | null
  readonly after: DeskCursor | null
  /** Counted to `mostCounted`, which then means "or more". */
  readonly count: number
}

/** Whose listings: of the trades that are switched on. */
export interface DeskOf {
  readonly businessId: string
  readonly domains: readonly string[]
}

const pageSize = 25
export const mostCounted = 1000
export const mostInFile = 10_000

/** A page of a business's listings of all trades: one statement along the index of what they are sorted by. */
export function deskList(db: Db, of: DeskOf, address: DeskAddress, cursor: DeskCursor | null): DeskList {
  const values = { ...valuesOf(of, address), at: cursor?.id ?? null }
  const found = db.$client.prepare<unknown[], DeskListing>(deskPageSql(address, cursor?.side ?? null)).all(values)
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  const backwards = cursor?.side === 'before'
  if (backwards) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  return {
    rows,
    before: first && (backwards ? more : cursor !== null) ? { id: first.id, side: 'before' } : null,
    after: last && (backwards || more) ? { id: last.id, side: 'after' } : null,
    count: db.$client.prepare<unknown[], { n: number }>(deskCountSql(address)).get(values)?.n ?? 0,
  }
}

/** All pages as one, no more than `mostInFile` rows: those that a file of the list holds. */
export function allOfDesk(db: Db, of: DeskOf, address: DeskAddress): DeskListing[] {
  return db.$client.prepare<unknown[], DeskListing>(deskPageSql(address, null, mostInFile)).all({ ...valuesOf(of, address), at: null })
}

/** How many listings there are in each status, whatever else the list is narrowed to. */
export function deskCounts(db: Db, { businessId, domains }: DeskOf): ReadonlyMap<ListingStatus, number> {
  const rows = db.$client.prepare<unknown[], { status: ListingStatus; n: number }>(deskCountsSql).all({ businessId, domains: JSON.stringify(domains) })
  return new Map(rows.map(({ status, n }) => [status, n]))
}

/** Exported for the test of its plan. */
export const deskCountsSql = `SELECT status, count(*) AS n FROM listings l INDEXED BY listings_by_business
  WHERE l.business_id = @businessId AND l.domain IN (SELECT value FROM json_each(@domains)) GROUP BY status`

/** The listings of these ids that the business has in these trades, in the business's order. */
export function deskListingsByIds(db: Db, { businessId, domains }: DeskOf, ids: readonly string[]): DeskListing[] {
  return db.$client
    .prepare<unknown[], DeskListing>(
      `SELECT ${columns} FROM json_each(@ids) id CROSS JOIN listings l ON l.id = id.value
       WHERE l.business_id = @businessId AND l.domain IN (SELECT value FROM json_each(@domains)) ORDER BY l.domain, l.position, l.id`,
    )
    .all({ businessId, domains: JSON.stringify(domains), ids: JSON.stringify(ids) })
}

/** The statement of a page; exported for the test of its plan. */
export function deskPageSql(address: DeskAddress, side: DeskCursor['side'] | null, atMost = pageSize + 1): string {
  const { key, descending } = orders[address.sort]
  const forwards = side !== 'before'
  const order = descending === forwards ? 'DESC' : 'ASC'
  const beyond = side ? `AND (${key('l')}, l.id) ${order === 'ASC' ? '>' : '<'} (SELECT ${key('c')}, c.id FROM listings c WHERE c.id = @at AND c.business_id = @businessId)` : ''
  const sorted = `${key('l').replaceAll(', ', ` ${order}, `)} ${order}, l.id ${order}`
  return `SELECT ${columns} ${sourceOf(address)} WHERE ${conditionsOf(address)} ${beyond} ORDER BY ${sorted} LIMIT ${atMost}`
}

/** The statement that counts; exported for the test of its plan. */
export function deskCountSql(address: DeskAddress): string {
  return `SELECT count(*) AS n FROM (SELECT 1 ${sourceOf(address)} WHERE ${conditionsOf(address)} LIMIT ${mostCounted})`
}

const columns = `l.id, l.domain, l.slug, l.title, l.description, l.section, l.status, l.price_minor AS priceMinor, l.created_at AS createdAt,
  (SELECT k.title FROM listing_categories c JOIN categories k ON k.id = c.category_id WHERE c.listing_id = l.id) AS category,
  (SELECT group_concat(s.name, ', ') FROM listing_stores i JOIN stores s ON s.id = i.store_id WHERE i.listing_id = l.id) AS stores`

const orders: Readonly<Record<DeskSort, { readonly index: string; readonly key: (of: string) => string; readonly descending: boolean }>> = {
  position: { index: 'listings_by_business', key: (of) => `${of}.domain, ${of}.position`, descending: false },
  title: { index: 'listings_by_title', key: (of) => `${of}.title COLLATE NOCASE`, descending: false },
  newest: { index: 'listings_by_age', key: (of) => `${of}.created_at`, descending: true },
  price: { index: 'listings_by_price', key: (of) => `CASE WHEN ${of}.price_minor IS NULL THEN -1 ELSE ${of}.price_minor END`, descending: true },
}

/** What matches words comes from the index of words, which knows whose each is. */
function sourceOf({ q, sort }: DeskAddress): string {
  if (q === '') return `FROM listings l INDEXED BY ${orders[sort].index}`
  return `FROM (SELECT rowid AS number FROM listings_fts WHERE listings_fts MATCH @match ORDER BY rowid DESC LIMIT ${mostInFile}) found
    CROSS JOIN listing_entries e ON e.number = found.number CROSS JOIN listings l ON l.id = e.listing_id`
}

function conditionsOf({ status, domain, category, store }: DeskAddress): string {
  return [
    'l.business_id = @businessId',
    domain === '' ? 'l.domain IN (SELECT value FROM json_each(@domains))' : 'l.domain = @domain AND @domain IN (SELECT value FROM json_each(@domains))',
    status !== '' && 'l.status = @status',
    category !== '' && 'EXISTS (SELECT 1 FROM listing_categories c WHERE c.listing_id = l.id AND c.category_id = @category)',
    store !== '' && 'EXISTS (SELECT 1 FROM listing_stores i WHERE i.listing_id = l.id AND i.store_id = @store)',
  ]
    .filter((part) => part !== false)
    .join(' AND ')
}

function valuesOf({ businessId, domains }: DeskOf, { q, status, domain, category, store }: DeskAddress) {
  return { businessId, domains: JSON.stringify(domains), match: q === '' ? null : matchOf(businessId, q), status, domain, category, store }
}

/** All words as the beginnings of words in titles and descriptions, among the business's own. Without a word nothing matches. */
function matchOf(businessId: string, q: string): string {
  const words = wordsIn(q)
  const own = `facets : "${facetOf('b', businessId)}"`
  return words.length === 0 ? `${own} AND facets : "none"` : `${own} AND ({title description} : (${words.map((word) => `"${word}" *`).join(' AND ')}))`
}
