import type { BookingFacts } from './events'
import type { Booking } from './queries.server'

/** Ids and facts of a booking, as its events carry them. */
export function factsOf(booking: Booking): Omit<BookingFacts, 'by'> {
  return { bookingId: booking.id, reference: booking.reference, status: booking.status, startsAt: booking.startsAt, endsAt: booking.endsAt }
}
