import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

/** Hours of a store, a person or a place are others: on these local dates, both included, or on any where they are null. */
export const hoursChanged = defineEvent({
  type: 'hours.changed',
  version: 1,
  payload: z.object({ ownerId: z.string(), from: z.string().nullable(), to: z.string().nullable() }),
})
