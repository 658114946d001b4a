import { env } from '~/platform/env.server'

const openPerContact = 5

/** How many bookings of one contact may wait for payment or for an answer at once; RATE_LIMIT_FACTOR raises it. */
export function mostOpenBookings(): number {
  return Math.ceil(openPerContact * env().RATE_LIMIT_FACTOR)
}
