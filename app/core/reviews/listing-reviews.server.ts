import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { firstNameOf, reviewsOf } from './queries.server'
import { ratingsOf, type Rating } from './ratings.server'

export interface ShownReview {
  readonly id: string
  readonly stars: number
  readonly words: string | null
  readonly givenAt: number
  /** The first name of whoever gave it; empty where nobody is named any more. */
  readonly by: string
  readonly answer: string | null
}

export interface ReviewsOfListing {
  readonly rating: Rating | null
  readonly reviews: readonly ShownReview[]
  /** Where older ones are; null where there are none. */
  readonly olderHref: string | null
  readonly business: string
  readonly zone: string
}

const perPage = 10

/** What customers said of a listing, the latest ten from a place on: for its public page. */
export function listingReviews(db: Db, ctx: BusinessCtx, listingId: string, before: string | null = null): ReviewsOfListing {
  const { reviews, older } = reviewsOf(db, ctx.businessId, listingId, before, perPage)
  return {
    rating: ratingsOf(db, [listingId]).get(listingId) ?? null,
    reviews: reviews.map((review) => ({ id: review.id, stars: review.stars, words: review.words, givenAt: review.givenAt, by: firstNameOf(db, review), answer: review.answer })),
    olderHref: older === null ? null : `/b/${ctx.business.slug}/reviews/${listingId}?before=${older}`,
    business: ctx.business.name,
    zone: ctx.business.timeZone,
  }
}
