import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './bookings'
import { businesses, stores } from './businesses'
import { id, instant } from './columns'
import { contacts } from './contacts'
import { listings } from './listings'

/** What somebody says of a listing that they booked and had. Whose it is stands with the booking, and goes with its name. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    storeId: text('store_id').notNull().references(() => stores.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    /** One to five. */
    stars: integer().notNull(),
    words: text(),
    givenAt: instant().notNull(),
    /** What the business says to it, in public. */
    answer: text(),
    answeredAt: instant(),
    /** Since when nobody outside sees it, and why: a hidden one does not count. */
    hiddenAt: instant(),
    hiddenReason: text(),
  },
  (t) => [
    uniqueIndex('reviews_once').on(t.bookingId, t.listingId),
    index('reviews_by_business').on(t.businessId, t.id),
    index('reviews_of_listing').on(t.listingId, t.id).where(sql`hidden_at is null`),
    // All that an average asks, so that it reads no row.
    index('reviews_stars').on(t.listingId, t.stars, t.hiddenAt).where(sql`hidden_at is null`),
    index('reviews_given').on(t.businessId, t.givenAt, t.listingId, t.storeId, t.stars, t.hiddenAt).where(sql`hidden_at is null`),
    check('reviews_stars_range', sql`typeof(stars) = 'integer' and stars between 1 and 5`),
    check('reviews_lengths', sql`coalesce(length(words) between 1 and 2000, 1) and coalesce(length(answer) between 1 and 2000, 1)`),
    check('reviews_answer', sql`(answer is null) = (answered_at is null)`),
    check('reviews_hidden', sql`(hidden_reason is null) = (hidden_at is null)`),
  ],
)

/** A day after something has taken place its customer is asked once how it was. */
export const reviewRequests = sqliteTable(
  'review_requests',
  {
    bookingId: text('booking_id').primaryKey().references(() => bookings.id),
    dueAt: instant().notNull(),
    sentAt: instant(),
    /** Since when it is not to be sent: it did not take place, it is rated already, or nobody may be asked. */
    droppedAt: instant(),
  },
  (t) => [
    index('review_requests_due').on(t.dueAt).where(sql`sent_at is null and dropped_at is null`),
    check('review_requests_once', sql`sent_at is null or dropped_at is null`),
  ],
)

/** Who does not want to be asked by this business any more. */
export const reviewStops = sqliteTable('review_stops', {
  contactId: text('contact_id').primaryKey().references(() => contacts.id),
  stoppedAt: instant().notNull(),
})
