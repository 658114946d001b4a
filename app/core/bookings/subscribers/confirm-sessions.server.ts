import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { confirmReached, sessionsByIds } from '../../sessions/index.server'
import { bookingConfirmed, bookingMoved, bookingPlaced, bookingSecured } from '../events'
import { bookingById } from '../queries.server'

/** Whatever adds people to a session may be what it waited for: it takes place then. */
export const sessionConfirmations: readonly Subscriber[] = [bookingPlaced, bookingSecured, bookingConfirmed, bookingMoved].map((to) =>
  subscribe({
    name: `bookings.confirm-sessions-${to.type}`,
    to,
    run: (db, { businessId, subject }, { now }) => {
      if (businessId === null) return
      const sessionIds = bookingById(db, businessId, subject)?.items.flatMap(({ sessionId }) => sessionId ?? []) ?? []
      confirmReached(db, jobCtx(db, 'confirm-sessions', now, businessId), sessionsByIds(db, businessId, [...new Set(sessionIds)]))
    },
  }),
)
