import * as z from 'zod'
import { record } from '~/platform/audit.server'
import { defineEvent } from '~/platform/outbox/events'
import { subscribe } from '~/platform/outbox/subscribers.server'

/** An event that no module knows: something happened, n times. */
export const bellRang = defineEvent({
  type: 'bell.rang',
  version: 2,
  payload: z.object({ strokes: z.number() }),
  upcast: (_version, payload) => ({ strokes: payload.times }),
})

/** Writes one audit row for each bell it hears: what it leaves can be counted. */
export const countsBells = subscribe({
  name: 'tests.counts-bells',
  to: bellRang,
  run: (db, event, ctx) => record(db, ctx, { action: 'tests.bell.hear', subject: event.id, changes: { strokes: event.payload.strokes } }),
})
