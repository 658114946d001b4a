import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { planChases } from '../chase-balances.server'
import { bookingCancelled, bookingCompleted, bookingConfirmed, bookingItemCancelled, bookingMoved, bookingNoShow, bookingPlaced, bookingSecured } from '../events'

const changes = [bookingPlaced, bookingSecured, bookingConfirmed, bookingMoved, bookingCancelled, bookingItemCancelled, bookingCompleted, bookingNoShow]

/** Whatever happens to a booking, what is done about its rest is made to fit. */
export const chasePlans: readonly Subscriber[] = changes.map((to) =>
  subscribe({
    name: `bookings.plan-chases-${to.type}`,
    to,
    run: (db, { businessId, subject }, ctx) => {
      if (businessId !== null) planChases(db, businessId, subject, ctx.now)
    },
  }),
)
