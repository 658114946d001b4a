import { createListing, setListingStatus, type Listing, type NewListing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { transact } from '~/platform/database.server'

/** An active listing, by default a cut for 45.00, at these stores. */
export function listing(ctx: BusinessCtx, storeIds: readonly string[], details: Partial<NewListing> = {}): Listing {
  return transact((db) => {
    const made = createListing(db, ctx, { domain: 'appointments', title: 'Cut', slug: null, description: null, priceMinor: 4500, section: null, storeIds, ...details })
    if (!made.ok) throw new Error(`No listing: ${made.refusal}`)
    const active = setListingStatus(db, ctx, made.value.id, 'active')
    if (!active.ok) throw new Error(`Not active: ${active.refusal}`)
    return active.value
  })
}
