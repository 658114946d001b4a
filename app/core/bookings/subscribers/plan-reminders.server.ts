import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import {
  bookingCancelled, bookingCompleted, bookingConfirmed, bookingDeclined, bookingExpired, bookingItemCancelled, bookingMoved, bookingNoShow, bookingPlaced, bookingSecured,
} from '../events'
import { planReminders } from '../reminders.server'

const changes = [
  bookingPlaced, bookingSecured, bookingConfirmed, bookingMoved, bookingDeclined, bookingCancelled, bookingItemCancelled, bookingExpired, bookingCompleted, bookingNoShow,
]

/** Whatever happens to a booking, its reminders are made to fit. */
export const reminderPlans: readonly Subscriber[] = changes.map((to) =>
  subscribe({
    name: `bookings.plan-reminders-${to.type}`,
    to,
    run: (db, { businessId, subject }, ctx) => {
      if (businessId !== null) planReminders(db, businessId, subject, ctx.now)
    },
  }),
)
