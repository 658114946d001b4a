import { readReference } from '~/kernel/ids'
import { read } from '~/platform/database.server'
import { emailKey } from '../identity/index.server'
import { bookingHead, type BookingHead } from './queries.server'

/** The booking of a reference, for whoever knows the address it was made with; null for a wrong one of either. */
export function findBooking({ reference, email }: { readonly reference: string; readonly email: string }): BookingHead | null {
  const wanted = readReference(reference)
  if (wanted === null) return null
  const booking = read((db) => bookingHead(db, wanted))
  return booking?.contactEmail && emailKey(booking.contactEmail) === emailKey(email) ? booking : null
}
