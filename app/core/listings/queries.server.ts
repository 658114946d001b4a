import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { prepared, type Db } from '~/platform/database.server'
import { listings, listingSlugs, listingStores } from '#db/schema/listings'
import type { ListingStatus } from './model/status-moves'

export type Listing = typeof listings.$inferSelect

/**
 * The listing of a slug in one domain of a business. `movedTo` is its present slug where it has left this one; null where there is none.
 * Its status is not asked: a page for customers does.
 */
export function listingBySlug(db: Db, businessId: string, domain: string, slug: string): Listing | { readonly movedTo: string } | null {
  const listing = bySlug(db).get({ businessId, domain, slug })
  if (listing) return listing
  const moved = byOldSlug(db).get({ businessId, domain, slug })
  return moved ? { movedTo: moved.slug } : null
}

/** A listing of this business; another's is null. */
export function listingById(db: Db, businessId: string, listingId: string): Listing | null {
  return byId(db).get({ businessId, listingId }) ?? null
}

/** The listings of a domain in the business's order, of these statuses only. */
export function listingsOf(
  db: Db,
  businessId: string,
  { domain, statuses }: { readonly domain: string; readonly statuses: readonly ListingStatus[] },
): Listing[] {
  return ofDomain(db).all({ businessId, domain }).filter((listing) => statuses.includes(listing.status))
}

/** Listings of this business by their ids, in no order; others are left out. */
export function listingsByIds(db: Db, businessId: string, ids: readonly string[]): Listing[] {
  if (ids.length === 0) return []
  return db.select().from(listings).where(and(eq(listings.businessId, businessId), inArray(listings.id, [...ids]))).all()
}

/** The ids of the stores where a listing is to be had. */
export function storesOfListing(db: Db, businessId: string, listingId: string): string[] {
  return storeIds(db).all({ businessId, listingId }).map((row) => row.storeId)
}

const bySlug = prepared((db) =>
  db
    .select()
    .from(listings)
    .where(and(eq(listings.businessId, sql.placeholder('businessId')), eq(listings.domain, sql.placeholder('domain')), eq(listings.slug, sql.placeholder('slug'))))
    .prepare(),
)

const byOldSlug = prepared((db) =>
  db
    .select({ slug: listings.slug })
    .from(listingSlugs)
    .innerJoin(listings, eq(listings.id, listingSlugs.listingId))
    .where(
      and(
        eq(listingSlugs.businessId, sql.placeholder('businessId')),
        eq(listingSlugs.domain, sql.placeholder('domain')),
        eq(listingSlugs.slug, sql.placeholder('slug')),
      ),
    )
    .prepare(),
)

const byId = prepared((db) =>
  db
    .select()
    .from(listings)
    .where(and(eq(listings.businessId, sql.placeholder('businessId')), eq(listings.id, sql.placeholder('listingId'))))
    .prepare(),
)

const ofDomain = prepared((db) =>
  db
    .select()
    .from(listings)
    .where(and(eq(listings.businessId, sql.placeholder('businessId')), eq(listings.domain, sql.placeholder('domain'))))
    .orderBy(asc(listings.position), asc(listings.id))
    .prepare(),
)

const storeIds = prepared((db) =>
  db
    .select({ storeId: listingStores.storeId })
    .from(listingStores)
    .innerJoin(listings, eq(listings.id, listingStores.listingId))
    .where(and(eq(listingStores.listingId, sql.placeholder('listingId')), eq(listings.businessId, sql.placeholder('businessId'))))
    .orderBy(asc(listingStores.storeId))
    .prepare(),
)
