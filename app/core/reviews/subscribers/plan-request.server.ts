import { subscribe } from '~/platform/outbox/subscribers.server'
import { bookingCompleted } from '../../bookings/events'
import { planRequest } from '../ask-for-reviews.server'

/** Whoever has had what they booked is asked how it was. */
export const planRequests = [
  subscribe({ name: 'reviews.plan-request', to: bookingCompleted, run: (db, { payload: { bookingId, endsAt } }) => planRequest(db, { id: bookingId, endsAt }) }),
]
