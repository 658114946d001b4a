import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

/** An entry of another calendar takes time that a booking has; once for each version of the entry and each booking. */
export const channelClashed = defineEvent({
  type: 'channel.clashed',
  version: 1,
  payload: z.object({ feedId: z.string(), entryId: z.string(), entryVersion: z.number(), bookingId: z.string() }),
})

/** A calendar could not be read for a day; once until it can be read again. */
export const channelFailing = defineEvent({ type: 'channel.failing', version: 1, payload: z.object({ feedId: z.string(), since: z.number() }) })
