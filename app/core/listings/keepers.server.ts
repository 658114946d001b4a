import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { setListingStatus } from './arrange-listings.server'
import { listingById } from './queries.server'
import type { ListingStatus } from './model/status-moves'

/** What only the trade of a listing can do with it. */
export interface ListingKeeper {
  readonly domain: string
  /** Makes a draft like it, with all that belongs to it. Answers the new one's id. */
  readonly copyListing: (ctx: BusinessCtx, listingId: string) => Result<string, unknown>
  /** Publishes, pauses or archives it by rules of the trade's own; left out, or null, where none are beside the core's. */
  readonly setListingStatus?: (ctx: BusinessCtx, listingId: string, status: ListingStatus) => Result<unknown, unknown> | null
}

const keepers = new Map<string, ListingKeeper>()

/** Hands the core those who keep each trade's listings, once, at start. */
export function installKeepers(list: readonly ListingKeeper[]): void {
  keepers.clear()
  for (const keeper of list) keepers.set(keeper.domain, keeper)
}

/** Copies a listing of any trade. Answers the copy's id. */
export function copyAnyListing(ctx: BusinessCtx, listingId: string): Result<string, 'unknown-listing' | 'mend-first'> {
  return transact((db): Result<string, 'unknown-listing' | 'mend-first'> => {
    const listing = listingById(db, ctx.businessId, listingId)
    const keeper = listing && keepers.get(listing.domain)
    if (!keeper) return refuse('unknown-listing')
    const copied = keeper.copyListing(ctx, listingId)
    // What it is made of has changed since: its own page says what has to be mended.
    return copied.ok ? copied : refuse('mend-first')
  })
}

/** Publishes, pauses or archives a listing of any trade, by its trade's rules and by the core's. */
export function setAnyListingStatus(ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<null, 'unknown-listing' | 'not-allowed'> {
  return transact((db): Result<null, 'unknown-listing' | 'not-allowed'> => {
    const listing = listingById(db, ctx.businessId, listingId)
    if (!listing) return refuse('unknown-listing')
    const set = keepers.get(listing.domain)?.setListingStatus?.(ctx, listingId, status) ?? setListingStatus(db, ctx, listingId, status)
    return set.ok ? ok(null) : refuse('not-allowed')
  })
}
