import { subscribe } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { sessionChanged } from '../../sessions/events'
import { serveLine } from '../serve-line.server'

/** Where the business gives a session more places, whoever waits for them is asked within seconds. */
export const serveChanged = subscribe({
  name: 'waiting-list.serve-changed',
  to: sessionChanged,
  run: (db, { businessId, subject }, { now }) => {
    if (businessId !== null) serveLine(db, jobCtx(db, 'serve-changed', now, businessId), subject)
  },
})
