import { ensureResource } from '~/core/allocation/index.server'
import { storesOf } from '~/core/businesses/index.server'
import { createListing, type SaveListingRefusal } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'

/** Adds a boat as a draft. Answers its id. */
export function addBoat(ctx: BusinessCtx, titleOf: (db: Db) => string, priceMinor = 2500): Result<string, SaveListingRefusal> {
  return transact((db): Result<string, SaveListingRefusal> => {
    const title = titleOf(db)
    const storeIds = storesOf(db, ctx.businessId).map(({ id }) => id)
    const listing = createListing(db, ctx, { domain: 'boats', title, slug: null, description: null, priceMinor, section: null, storeIds })
    if (!listing.ok) return listing
    ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'place', ownerId: listing.value.id, name: title, capacity: 1 })
    return ok(listing.value.id)
  })
}
