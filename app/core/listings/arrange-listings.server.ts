import { and, eq } from 'drizzle-orm'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import type { Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { listings } from '#db/schema/listings'
import { listingChanged } from './events'
import { listingStatuses, mayMove, type ListingStatus } from './model/status-moves'
import { listingById, listingsOf, type Listing } from './queries.server'

/** Publishes, pauses or archives a listing. Runs in the caller's transaction. */
export function setListingStatus(db: Db, ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<Listing, 'unknown-listing' | 'not-allowed'> {
  const listing = listingById(db, ctx.businessId, listingId)
  if (!listing) return refuse('unknown-listing' as const)
  if (!mayMove(listing.status, status)) return refuse('not-allowed' as const)
  record(db, ctx, { businessId: ctx.businessId, action: 'listings.listing.set-status', subject: listingId, changes: { was: listing.status, status } })
  announce(db, ctx, listingChanged, { businessId: ctx.businessId, subject: listingId, payload: { listingId, domain: listing.domain, status } })
  return ok(update(db, listing, { status, updatedAt: ctx.now }))
}

export interface NotAllowed {
  readonly kind: 'not-allowed'
  readonly status: ListingStatus
}

/** The same for what a trade knows of a listing, which it answers with the listing as it is then. */
export function changeStatus<Sold extends { readonly listing: Listing }>(db: Db, ctx: BusinessCtx, sold: Sold, status: ListingStatus): Result<Sold, NotAllowed> {
  const set = setListingStatus(db, ctx, sold.listing.id, status)
  return set.ok ? ok({ ...sold, listing: set.value }) : refuse({ kind: 'not-allowed', status: sold.listing.status })
}

/**
 * Moves a listing one place up or down among those of its domain that are not in the archive; at the end of the list nothing changes.
 * Runs in the caller's transaction.
 */
export function moveListing(db: Db, ctx: BusinessCtx, listingId: string, direction: 'up' | 'down'): Result<Listing, 'unknown-listing'> {
  const listing = listingById(db, ctx.businessId, listingId)
  if (!listing) return refuse('unknown-listing' as const)
  const statuses = listingStatuses.filter((status) => status !== 'archived')
  const list = listingsOf(db, ctx.businessId, { domain: listing.domain, statuses })
  const at = list.findIndex((other) => other.id === listingId)
  const other = at < 0 ? undefined : list[direction === 'up' ? at - 1 : at + 1]
  if (!other) return ok(listing)
  update(db, other, { position: listing.position })
  record(db, ctx, { businessId: ctx.businessId, action: 'listings.listing.move', subject: listingId, changes: { direction } })
  return ok(update(db, listing, { position: other.position }))
}

function update(db: Db, { id, businessId }: Listing, values: Partial<Listing>): Listing {
  return db
    .update(listings)
    .set(values)
    .where(and(eq(listings.businessId, businessId), eq(listings.id, id)))
    .returning()
    .get()
}
