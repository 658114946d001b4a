import { prepared, type Db } from '~/platform/database.server'
import { bookingById } from '../bookings/index.server'

export interface Review {
  readonly id: string
  readonly businessId: string
  readonly listingId: string
  readonly bookingId: string
  readonly stars: number
  readonly words: string | null
  readonly givenAt: number
  readonly answer: string | null
  readonly hiddenAt: number | null
  readonly hiddenReason: string | null
}

/** A page of reviews, the latest first. */
export interface ReviewsPage {
  readonly reviews: readonly Review[]
  /** Where older ones begin; null where there are none. */
  readonly older: string | null
}

/** A review of this business; another's is null. */
export function reviewById(db: Db, businessId: string, id: string): Review | null {
  return byId(db).get({ businessId, id }) ?? null
}

/** The reviews of a listing that show, from a place on. */
export function reviewsOf(db: Db, businessId: string, listingId: string, before: string | null, most: number): ReviewsPage {
  return pageOf(ofListing(db).all({ businessId, listingId, before: before ?? last, most: most + 1 }), most)
}

/** All reviews of a business, hidden ones among them. */
export function reviewsOfBusiness(db: Db, businessId: string, before: string | null, most: number): ReviewsPage {
  return pageOf(ofBusiness(db).all({ businessId, before: before ?? last, most: most + 1 }), most)
}

/** By whom a review is, as strangers are told: the first of their names. Empty where nobody is named any more. */
export function firstNameOf(db: Db, { businessId, bookingId }: Review): string {
  return bookingById(db, businessId, bookingId)?.contactName.trim().split(/\s+/)[0] ?? ''
}

// Sorts after every id.
const last = '~'

function pageOf(found: readonly Review[], most: number): ReviewsPage {
  const reviews = found.slice(0, most)
  return { reviews, older: found.length > most ? (reviews.at(-1)?.id ?? null) : null }
}

const columns = `id, business_id AS businessId, listing_id AS listingId, booking_id AS bookingId, stars, words, given_at AS givenAt, answer, hidden_at AS hiddenAt, hidden_reason AS hiddenReason`

interface Asked {
  readonly businessId: string
  readonly before: string
  readonly most: number
}

/** Exported for the test of their plans. */
export const reviewsSql = {
  listing: `SELECT ${columns} FROM reviews INDEXED BY reviews_of_listing
    WHERE listing_id = @listingId AND hidden_at IS NULL AND id < @before AND business_id = @businessId ORDER BY id DESC LIMIT @most`,
  business: `SELECT ${columns} FROM reviews INDEXED BY reviews_by_business WHERE business_id = @businessId AND id < @before ORDER BY id DESC LIMIT @most`,
}

const byId = prepared((db) => db.$client.prepare<{ businessId: string; id: string }, Review>(`SELECT ${columns} FROM reviews WHERE id = @id AND business_id = @businessId`))
const ofListing = prepared((db) => db.$client.prepare<Asked & { listingId: string }, Review>(reviewsSql.listing))
const ofBusiness = prepared((db) => db.$client.prepare<Asked, Review>(reviewsSql.business))
