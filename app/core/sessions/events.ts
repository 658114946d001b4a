import * as z from 'zod'
import { defineEvent } from '~/platform/outbox/events'

const facts = z.object({ sessionId: z.string(), listingId: z.string(), domain: z.string(), startsAt: z.number(), endsAt: z.number() })

export const sessionScheduled = defineEvent({ type: 'session.scheduled', version: 1, payload: facts })
/** Its title, places, price, guide, rooms or minimum are others. */
export const sessionChanged = defineEvent({ type: 'session.changed', version: 1, payload: facts })
export const sessionMoved = defineEvent({ type: 'session.moved', version: 1, payload: facts.extend({ fromStartsAt: z.number() }) })
export const sessionCancelled = defineEvent({ type: 'session.cancelled', version: 1, payload: facts })
/** It takes place: enough are booked, or the business said so. */
export const sessionConfirmed = defineEvent({ type: 'session.confirmed', version: 1, payload: facts })
/** Its deadline has come and too few are booked: the business decides. */
export const sessionUndecided = defineEvent({ type: 'session.undecided', version: 1, payload: facts.extend({ booked: z.number(), minPeople: z.number() }) })
/** A series went on by itself, and these dates were left out since somebody or some room is taken then. */
export const seriesLeftOut = defineEvent({
  type: 'session.series-left-out',
  version: 1,
  payload: z.object({ seriesId: z.string(), listingId: z.string(), domain: z.string(), dates: z.array(z.string()) }),
})

export type SessionFacts = z.output<typeof facts>
