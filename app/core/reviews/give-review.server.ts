import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { bookingById } from '../bookings/index.server'
import { reviewsToGive } from './to-give.server'

export interface GivenReview {
  readonly bookingId: string
  readonly listingId: string
  /** One to five. */
  readonly stars: number
  readonly words: string | null
}

/** There is no such booking, or nothing of this listing in it to rate any more: it did not take place, or is rated already. */
export type GiveReviewRefusal = 'unknown-booking' | 'nothing-to-rate'

/** Rates a listing of a completed booking, once. Answers the review's id. */
export function giveReview(ctx: BusinessCtx, { bookingId, listingId, stars, words }: GivenReview): Result<string, GiveReviewRefusal> {
  return transact((db): Result<string, GiveReviewRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    if (!booking) return refuse('unknown-booking')
    if (!reviewsToGive(db, booking).some((had) => had.listingId === listingId)) return refuse('nothing-to-rate')
    const id = ctx.newId()
    insertReview(db).run({ id, businessId: ctx.businessId, storeId: booking.storeId, listingId, bookingId, stars, words: words || null, givenAt: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'reviews.review.give', subject: id, changes: { listingId, stars } })
    return ok(id)
  })
}

interface ReviewRow extends GivenReview {
  readonly id: string
  readonly businessId: string
  readonly storeId: string
  readonly givenAt: number
}

const insertReview = prepared((db) =>
  db.$client.prepare<ReviewRow>(
    `INSERT INTO reviews (id, business_id, store_id, listing_id, booking_id, stars, words, given_at)
     VALUES (@id, @businessId, @storeId, @listingId, @bookingId, @stars, @words, @givenAt)`,
  ),
)
