import { prepared, type Db } from '~/platform/database.server'
import type { Booking } from '../bookings/index.server'

/** What somebody had and has not rated yet: the listings of a completed booking, each once, in the order of its items. */
export function reviewsToGive(db: Db, booking: Booking): { readonly listingId: string; readonly title: string }[] {
  if (booking.status !== 'completed') return []
  const given = new Set(givenRows(db).all({ bookingId: booking.id }))
  const had = booking.items.filter(({ state, listingId }) => state === 'active' && !given.has(listingId))
  return [...new Map(had.map(({ listingId, title }) => [listingId, { listingId, title }])).values()]
}

const givenRows = prepared((db) => db.$client.prepare<{ bookingId: string }, string>('SELECT listing_id FROM reviews WHERE booking_id = @bookingId').pluck())
