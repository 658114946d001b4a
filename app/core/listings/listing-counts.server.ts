import { prepared, type Db } from '~/platform/database.server'

export interface ListingCount {
  readonly domain: string
  /** Whatever their status, those in the archive left out. */
  readonly all: number
  readonly active: number
}

/** How many listings a business has in each domain. */
export function listingCounts(db: Db, businessId: string): ListingCount[] {
  return counts(db).all({ businessId })
}

const counts = prepared((db) =>
  db.$client.prepare<{ businessId: string }, ListingCount>(
    `SELECT domain, sum(status <> 'archived') AS "all", sum(status = 'active') AS active FROM listings WHERE business_id = @businessId GROUP BY domain`,
  ),
)
