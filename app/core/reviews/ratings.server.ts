import { prepared, type Db } from '~/platform/database.server'

/** What the reviews that show come to. */
export interface Rating {
  /** From 1 to 5. */
  readonly average: number
  readonly count: number
}

/** The rating of each of these listings; those that nobody rated are left out. */
export function ratingsOf(db: Db, listingIds: readonly string[]): Map<string, Rating> {
  return mapOf(ofListings(db).all({ ids: JSON.stringify(listingIds) }))
}

/** The ratings that were given in `[from, to)`, by listing or by store; those without any are left out. */
export function ratingsByPart(db: Db, businessId: string, from: number, to: number, part: 'listing' | 'store'): Map<string, Rating> {
  return mapOf((part === 'listing' ? byListing : byStore)(db).all({ businessId, from, to }))
}

interface RatingRow extends Rating {
  readonly id: string
}

function mapOf(rows: readonly RatingRow[]): Map<string, Rating> {
  return new Map(rows.map(({ id, average, count }) => [id, { average, count }]))
}

const given = 'FROM reviews INDEXED BY reviews_given WHERE business_id = @businessId AND given_at >= @from AND given_at < @to AND hidden_at IS NULL'

/** Exported for the test of their plans. */
export const ratingsSql = {
  listings: `SELECT one.value AS id, avg(r.stars) AS average, count(*) AS count
    FROM json_each(@ids) one CROSS JOIN reviews r INDEXED BY reviews_stars ON r.listing_id = one.value AND r.hidden_at IS NULL GROUP BY one.value`,
  listing: `SELECT listing_id AS id, avg(stars) AS average, count(*) AS count ${given} GROUP BY listing_id`,
  store: `SELECT store_id AS id, avg(stars) AS average, count(*) AS count ${given} GROUP BY store_id`,
}

interface Given {
  readonly businessId: string
  readonly from: number
  readonly to: number
}

const ofListings = prepared((db) => db.$client.prepare<{ ids: string }, RatingRow>(ratingsSql.listings))
const byListing = prepared((db) => db.$client.prepare<Given, RatingRow>(ratingsSql.listing))
const byStore = prepared((db) => db.$client.prepare<Given, RatingRow>(ratingsSql.store))
