import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

const facts = z.object({
  bookingId: z.string(),
  reference: z.string(),
  status: z.string(),
  startsAt: z.number(),
  endsAt: z.number(),
  /** Who did it, as the mails need it: a member's own act is not told to them again. */
  by: z.enum(['customer', 'member', 'system']),
  /** The round of a session that was moved or called off, where it is one of those that this happened to. */
  roundId: z.string().optional(),
})

export const bookingPlaced = defineEvent({ type: 'booking.placed', version: 1, payload: facts.extend({ channel: z.enum(['online', 'desk']) }) })
/** What was to be paid at once is paid: it stands, or the business is asked now. */
export const bookingSecured = defineEvent({ type: 'booking.secured', version: 1, payload: facts })
export const bookingConfirmed = defineEvent({ type: 'booking.confirmed', version: 1, payload: facts })
export const bookingDeclined = defineEvent({ type: 'booking.declined', version: 1, payload: facts })
export const bookingCancelled = defineEvent({ type: 'booking.cancelled', version: 1, payload: facts })
export const bookingExpired = defineEvent({ type: 'booking.expired', version: 1, payload: facts })
export const bookingMoved = defineEvent({
  type: 'booking.moved',
  version: 1,
  /** `toStartsAt`: where one item of several was moved with its session, its new start. */
  payload: facts.extend({ fromStartsAt: z.number(), toStartsAt: z.number().optional() }),
})
export const bookingCompleted = defineEvent({ type: 'booking.completed', version: 1, payload: facts })
export const bookingNoShow = defineEvent({ type: 'booking.no-show', version: 1, payload: facts })

/** One item of it was called off; the others stand. */
export const bookingItemCancelled = defineEvent({ type: 'booking.item-cancelled', version: 1, payload: facts.extend({ itemId: z.string() }) })

/** Another person of the business will do an item of it, at the same time. */
export const bookingReassigned = defineEvent({
  type: 'booking.reassigned',
  version: 1,
  payload: facts.extend({ itemId: z.string(), staffId: z.string(), fromStaffId: z.string().nullable() }),
})

/** A customer asked to move a booking that the business approves first; it was granted, declined, or ran out. */
export const moveAsked = defineEvent({ type: 'booking.move-asked', version: 1, payload: facts.extend({ requestId: z.string(), toStartsAt: z.number() }) })
export const moveDeclined = defineEvent({ type: 'booking.move-declined', version: 1, payload: facts.extend({ requestId: z.string(), toStartsAt: z.number() }) })

export type BookingFacts = z.output<typeof facts>
export type MovedFacts = z.output<typeof bookingMoved.payload>
