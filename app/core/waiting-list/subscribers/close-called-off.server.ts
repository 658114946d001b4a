import { subscribe } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { sessionCancelled } from '../../sessions/events'
import { closeLine } from '../close-line.server'

/** Whoever waited for what is called off is told within seconds, and waits no more. */
export const closeCalledOff = subscribe({
  name: 'waiting-list.close-called-off',
  to: sessionCancelled,
  run: (db, { businessId, subject }, { now }) => {
    if (businessId !== null) closeLine(db, jobCtx(db, 'close-called-off', now, businessId), subject)
  },
})
