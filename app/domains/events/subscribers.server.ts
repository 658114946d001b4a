import { sessionScheduled } from '~/core/sessions/events'
import { sessionById } from '~/core/sessions/index.server'
import { subscribe } from '~/platform/outbox/subscribers.server'
import { makePools } from './date-pools.server'

/** A series that goes on by itself makes dates that no use case of ours saw: their tickets are on sale once they have pools. */
export const makePoolsOfDate = subscribe({
  name: 'events.make-pools',
  to: sessionScheduled,
  run: (db, { businessId, subject, payload }, ctx) => {
    const session = payload.domain === 'events' && businessId !== null ? sessionById(db, businessId, subject) : null
    if (session) makePools(db, ctx, session)
  },
})
