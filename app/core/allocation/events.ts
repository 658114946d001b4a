import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

/** What there is of a resource between two instants is another than before, without a booking: blocked, freed, closed, or of another capacity. Null: at any time. */
export const resourceChanged = defineEvent({
  type: 'resource.changed',
  version: 1,
  payload: z.object({ resourceId: z.string(), from: z.number().nullable(), to: z.number().nullable() }),
})
