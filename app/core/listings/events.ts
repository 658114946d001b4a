import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

/** A listing was saved or has another status: what it says, or how it is had, may be another. */
export const listingChanged = defineEvent({
  type: 'listing.changed',
  version: 1,
  payload: z.object({ listingId: z.string(), domain: z.string(), status: z.string() }),
})
