import type { Db } from '~/platform/database.server'

/** What customers gave a listing together, from 1 to 5 stars. */
export interface ListingRating {
  readonly average: number
  readonly count: number
}

type Ratings = (db: Db, ids: readonly string[]) => ReadonlyMap<string, ListingRating>

let find: Ratings = () => new Map()

/** Hands over who keeps the reviews of listings, once, at start: that module stands after this one. */
export function installRatings(ratings: Ratings): void {
  find = ratings
}

/** The rating of each of these listings; those that nobody rated are left out. */
export function listingRatings(db: Db, ids: readonly string[]): ReadonlyMap<string, ListingRating> {
  return find(db, ids)
}
