import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { tallyByListing, tallyByStore, type PartTally } from '../bookings/index.server'
import { storesOf } from '../businesses/index.server'
import { listingsByIds, viewsByListing, viewsByStore, type ViewsAsked } from '../listings/index.server'
import { ratingsByPart, type Rating } from '../reviews/index.server'
import { spanOf, type Asked } from './asked'
import type { Range } from './range'

/** What is known of a store or a listing in a range. */
export interface Part extends PartTally {
  readonly name: string
  /** How often its public page was looked at. */
  readonly views: number
  /** Of the reviews that were given in the range; null where nobody gave any. */
  readonly rating: Rating | null
}

/** Revenue, bookings and views by store, the most revenue first. */
export function storeTable(db: Db, ctx: BusinessCtx, asked: Asked): Part[] {
  const names = new Map(storesOf(db, ctx.businessId).map(({ id, name }) => [id, name]))
  const parts = withViews(tallyByStore(db, spanOf(ctx, asked, asked)), viewsByStore(db, viewsAsked(ctx, asked, asked)))
  const ratings = ratingsIn(db, ctx, asked, 'store')
  return parts.map((part) => ({ ...part, rating: ratings.get(part.id) ?? null, name: names.get(part.id) ?? '' }))
}

/** The same by listing. */
export function listingTable(db: Db, ctx: BusinessCtx, asked: Asked): (Part & { readonly domain: string })[] {
  const parts = withViews(tallyByListing(db, spanOf(ctx, asked, asked)), viewsByListing(db, viewsAsked(ctx, asked, asked)))
  const listings = new Map(listingsByIds(db, ctx.businessId, parts.map(({ id }) => id)).map((listing) => [listing.id, listing]))
  const ratings = ratingsIn(db, ctx, asked, 'listing')
  return parts.map((part) => ({ ...part, rating: ratings.get(part.id) ?? null, name: listings.get(part.id)?.title ?? '', domain: listings.get(part.id)?.domain ?? '' }))
}

/** The listings that were booked most, the most booked first; those that nobody booked are none of them. */
export function mostBooked<Row extends Pick<Part, 'bookings'>>(rows: readonly Row[], atMost: number): Row[] {
  return rows.filter(({ bookings }) => bookings > 0).sort((a, b) => b.bookings - a.bookings).slice(0, atMost)
}

/** How often the listings that are asked for were looked at in a range. */
export function viewsIn(db: Db, ctx: BusinessCtx, asked: Asked, range: Range): number {
  return [...viewsByListing(db, viewsAsked(ctx, asked, range)).values()].reduce((sum, views) => sum + views, 0)
}

function ratingsIn(db: Db, ctx: BusinessCtx, asked: Asked, part: 'store' | 'listing'): Map<string, Rating> {
  const { businessId, from, to } = spanOf(ctx, asked, asked)
  return ratingsByPart(db, businessId, from, to, part)
}

function viewsAsked({ businessId }: BusinessCtx, { domain, store }: Asked, { from, to }: Range): ViewsAsked {
  return { businessId, from, to, domain: domain || null, storeId: store || null }
}

function withViews(rows: readonly PartTally[], views: ReadonlyMap<string, number>): (PartTally & { views: number })[] {
  const booked = new Set(rows.map(({ id }) => id))
  const onlySeen = [...views.keys()].filter((id) => !booked.has(id)).map((id) => ({ id, bookings: 0, worthMinor: 0 }))
  return [...rows, ...onlySeen]
    .map((row) => ({ ...row, views: views.get(row.id) ?? 0 }))
    .sort((a, b) => b.worthMinor - a.worthMinor || b.bookings - a.bookings || b.views - a.views || (a.id < b.id ? -1 : 1))
}
