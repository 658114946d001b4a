import { and, eq, max, ne } from 'drizzle-orm'
import { changesBetween, freeSlug, storesOf } from '~/core/businesses/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { slugOf } from '~/kernel/ids'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import type { Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { listings, listingSlugs, listingStores } from '#db/schema/listings'
import { listingChanged } from './events'
import { listingById, storesOfListing, type Listing } from './queries.server'

export interface ListingDetails {
  readonly title: string
  /** Null: made from the title, and again from a changed one. */
  readonly slug: string | null
  readonly description: string | null
  /** Minor units of the business's currency, as the business writes it; null: no price is shown. */
  readonly priceMinor: number | null
  /** A heading under which the public page groups it. */
  readonly section: string | null
  /** The stores where it is to be had. */
  readonly storeIds: readonly string[]
}

export type NewListing = ListingDetails & { readonly domain: string }

export type SaveListingRefusal = 'unknown-listing' | 'unknown-store'

/** Adds a listing of a trade (`before` null) or changes one; its slug follows its title. Runs in the caller's transaction. */
export function saveListing(db: Db, ctx: BusinessCtx, domain: string, before: Listing | null, words: Omit<ListingDetails, 'slug'>): Result<Listing, SaveListingRefusal> {
  const { title, description, section, priceMinor, storeIds } = words
  const details = { title, slug: null, description, section, priceMinor, storeIds }
  return before ? changeListing(db, ctx, before.id, details) : createListing(db, ctx, { ...details, domain })
}

/** Adds a listing as a draft after the others of its domain. A slug that is taken gets a number. Runs in the caller's transaction. */
export function createListing(db: Db, ctx: BusinessCtx, { domain, storeIds, ...details }: NewListing): Result<Listing, SaveListingRefusal> {
  if (!areOwnStores(db, ctx, storeIds)) return refuse('unknown-store' as const)
  const id = ctx.newId()
  const slug = freeSlug(details.slug ?? details.title, id, (wanted) => isTaken(db, ctx, domain, id, wanted))
  const last = db
    .select({ position: max(listings.position) })
    .from(listings)
    .where(and(eq(listings.businessId, ctx.businessId), eq(listings.domain, domain)))
    .get()
  const listing = db
    .insert(listings)
    .values({ ...details, id, businessId: ctx.businessId, domain, slug, status: 'draft', position: (last?.position ?? 0) + 1, createdAt: ctx.now, updatedAt: ctx.now })
    .returning()
    .get()
  offerIn(db, listing, storeIds)
  record(db, ctx, {
    businessId: ctx.businessId,
    action: 'listings.listing.create',
    subject: id,
    changes: { domain, slug, title: listing.title, priceMinor: listing.priceMinor },
  })
  return ok(listing)
}

/** Changes what a listing says and where it is to be had. Bookings keep the title and price they were made with. */
export function changeListing(db: Db, ctx: BusinessCtx, listingId: string, { storeIds, ...details }: ListingDetails): Result<Listing, SaveListingRefusal> {
  const listing = listingById(db, ctx.businessId, listingId)
  if (!listing) return refuse('unknown-listing' as const)
  if (!areOwnStores(db, ctx, storeIds)) return refuse('unknown-store' as const)
  const slug = slugAfter(db, ctx, listing, details)
  if (slug !== listing.slug) leaveSlug(db, listing, slug)
  const storesBefore = storesOfListing(db, ctx.businessId, listingId)
  const moved = storesBefore.join() !== [...new Set(storeIds)].sort().join()
  if (moved) offerIn(db, listing, storeIds)
  // Its domain saves what is its own in the same act: how it is had may change where not a word does.
  announce(db, ctx, listingChanged, { businessId: ctx.businessId, subject: listingId, payload: { listingId, domain: listing.domain, status: listing.status } })
  const changes = changesBetween(listing, { ...details, slug }, ['title', 'slug', 'priceMinor', 'section'])
  if (!changes && !moved) return ok(listing)
  record(db, ctx, { businessId: ctx.businessId, action: 'listings.listing.change', subject: listingId, changes: { ...changes, ...(moved ? { stores: storeIds } : {}) } })
  return ok(
    db
      .update(listings)
      .set({ ...details, slug, updatedAt: ctx.now })
      .where(and(eq(listings.businessId, ctx.businessId), eq(listings.id, listingId)))
      .returning()
      .get(),
  )
}

function areOwnStores(db: Db, ctx: BusinessCtx, storeIds: readonly string[]): boolean {
  const own = new Set(storesOf(db, ctx.businessId).map((store) => store.id))
  return storeIds.length > 0 && storeIds.every((id) => own.has(id))
}

function slugAfter(db: Db, ctx: BusinessCtx, listing: Listing, { title, slug }: Pick<ListingDetails, 'title' | 'slug'>): string {
  const wanted = slug ?? (title === listing.title ? listing.slug : title)
  // "cut-2" stays what it is while its owner saves the form with the same slug.
  if (slugOf(wanted) === listing.slug) return listing.slug
  return freeSlug(wanted, listing.id, (other) => isTaken(db, ctx, listing.domain, listing.id, other))
}

function isTaken(db: Db, ctx: BusinessCtx, domain: string, listingId: string, slug: string): boolean {
  const present = db
    .select({ id: listings.id })
    .from(listings)
    .where(and(eq(listings.businessId, ctx.businessId), eq(listings.domain, domain), eq(listings.slug, slug)))
    .get()
  if (present) return present.id !== listingId
  const left = db
    .select({ listingId: listingSlugs.listingId })
    .from(listingSlugs)
    .where(
      and(
        eq(listingSlugs.businessId, ctx.businessId),
        eq(listingSlugs.domain, domain),
        eq(listingSlugs.slug, slug),
        ne(listingSlugs.listingId, listingId),
      ),
    )
    .get()
  return left !== undefined
}

function leaveSlug(db: Db, { businessId, domain, id, slug }: Listing, next: string): void {
  db.delete(listingSlugs)
    .where(and(eq(listingSlugs.businessId, businessId), eq(listingSlugs.domain, domain), eq(listingSlugs.slug, next)))
    .run()
  db.insert(listingSlugs).values({ businessId, domain, slug, listingId: id }).run()
}

function offerIn(db: Db, { id }: Listing, storeIds: readonly string[]): void {
  db.delete(listingStores).where(eq(listingStores.listingId, id)).run()
  for (const storeId of new Set(storeIds)) db.insert(listingStores).values({ listingId: id, storeId }).run()
}
