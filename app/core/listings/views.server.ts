import { isbot } from 'isbot'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf, type LocalDate } from '~/kernel/time'
import { prepared, transact, type Db } from '~/platform/database.server'

/** How often a listing's page was looked at on a date of its business's own clock. */
export interface ListingViews {
  readonly businessId: string
  readonly listingId: string
  readonly date: LocalDate
  readonly views: number
}

/** What this process has counted and not yet written. A GET never writes, so that a lost minute is accepted. */
const tally = new Map<string, ListingViews>()

/**
 * Counts that somebody looks at the public page of a listing. Machines are not counted, nor members of the business, nor whoever comes from that
 * very page and has but chosen another date on it. Nothing of who looks is kept.
 */
export function countView({ businessId, business, member, now }: BusinessCtx, request: Request, listingId: string): void {
  if (member !== null || !isSomebody(request)) return
  const date = localDateOf(now, business.timeZone)
  const key = `${date} ${listingId}`
  tally.set(key, { businessId, listingId, date, views: (tally.get(key)?.views ?? 0) + 1 })
}

/** Writes what this process has counted since it last did. Answers how many rows that were. */
export function writeViews(): number {
  const counted = [...tally.values()]
  if (counted.length > 0) transact((db) => addViews(db, counted))
  // Only now: what could not be written is tried again.
  tally.clear()
  return counted.length
}

/** Adds to the views of listings; what is none of the business's is left out. */
export function addViews(db: Db, counted: readonly ListingViews[]): void {
  for (const row of counted) viewsAdded(db).run(row)
}

export interface ViewsAsked {
  readonly businessId: string
  /** Both included. */
  readonly from: LocalDate
  readonly to: LocalDate
  /** Only of listings of this trade; null: of all. */
  readonly domain: string | null
  /** Only of listings that are to be had at this store; null: of all. */
  readonly storeId: string | null
}

/** Views by listing, those that have any. */
export function viewsByListing(db: Db, asked: ViewsAsked): Map<string, number> {
  return mapOf(byListing(db).all(asked))
}

/** Views by store: of the listings that are to be had there now, so that those of two stores count at both. */
export function viewsByStore(db: Db, asked: ViewsAsked): Map<string, number> {
  return mapOf(byStore(db).all(asked))
}

interface ViewsRow {
  readonly id: string
  readonly views: number
}

function mapOf(rows: readonly ViewsRow[]): Map<string, number> {
  return new Map(rows.map(({ id, views }) => [id, views]))
}

function isSomebody({ method, headers, url }: Request): boolean {
  if (method !== 'GET' || isbot(headers.get('User-Agent'))) return false
  // A browser that fetches ahead shows the page to nobody yet.
  if (/prefetch|prerender/.test(`${headers.get('Sec-Purpose') ?? ''} ${headers.get('Purpose') ?? ''}`)) return false
  const cameFrom = headers.get('Referer')
  return cameFrom === null || !URL.canParse(cameFrom) || new URL(cameFrom).pathname !== new URL(url).pathname
}

const span = `v.business_id = @businessId AND v.date >= @from AND v.date <= @to AND (@domain IS NULL OR l.domain = @domain)`
const views = 'FROM listing_views v CROSS JOIN listings l ON l.id = v.listing_id'

/** Exported for the test of their plans. */
export const viewsSql = {
  listing: `SELECT v.listing_id AS id, sum(v.views) AS views ${views}
    WHERE ${span} AND (@storeId IS NULL OR EXISTS (SELECT 1 FROM listing_stores s WHERE s.listing_id = l.id AND s.store_id = @storeId)) GROUP BY v.listing_id`,
  store: `SELECT s.store_id AS id, sum(v.views) AS views ${views} CROSS JOIN listing_stores s ON s.listing_id = l.id
    WHERE ${span} AND (@storeId IS NULL OR s.store_id = @storeId) GROUP BY s.store_id`,
}

const viewsAdded = prepared((db) =>
  db.$client.prepare<ListingViews>(
    `INSERT INTO listing_views (business_id, date, listing_id, views)
     SELECT @businessId, @date, @listingId, @views WHERE EXISTS (SELECT 1 FROM listings WHERE id = @listingId AND business_id = @businessId)
     ON CONFLICT (business_id, date, listing_id) DO UPDATE SET views = views + excluded.views`,
  ),
)
const byListing = prepared((db) => db.$client.prepare<ViewsAsked, ViewsRow>(viewsSql.listing))
const byStore = prepared((db) => db.$client.prepare<ViewsAsked, ViewsRow>(viewsSql.store))
