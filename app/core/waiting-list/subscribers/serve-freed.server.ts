import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import type { EventKind } from '~/platform/outbox/events'
import { bookingCancelled, bookingDeclined, bookingExpired, bookingItemCancelled, bookingMoved, type BookingFacts } from '../../bookings/events'
import { placesOfBooking } from '../../bookings/index.server'
import { jobCtx } from '../../businesses/index.server'
import { serveLine } from '../serve-line.server'

const freeing: readonly EventKind<BookingFacts>[] = [bookingCancelled, bookingExpired, bookingDeclined, bookingItemCancelled, bookingMoved]

/** Where a booking lets places go, whoever waits for them is asked within seconds; what is freed otherwise the job finds within a minute. */
export const serveFreed: readonly Subscriber[] = freeing.map((to) =>
  subscribe({
    name: `waiting-list.serve-${to.type}`,
    to,
    run: (db, { businessId, subject }, { now }) => {
      if (businessId === null) return
      const sessions = new Set(placesOfBooking(db, businessId, subject, now).map(({ sessionId }) => sessionId))
      for (const sessionId of sessions) serveLine(db, jobCtx(db, 'serve-freed', now, businessId), sessionId)
    },
  }),
)
