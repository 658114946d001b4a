import { setListingStatus } from '~/core/listings/index.server'
import { sessionsOf } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { datesAhead } from './date-pools.server'
import { eventMoves, eventState, type EventState } from './model/event-state'
import { eventById, type Event } from './queries.server'
import { ticketsOf } from './tickets.server'

export type StatusRefusal =
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'not-from-here'; readonly state: EventState }
  /** What has to be there before anybody can buy. */
  | { readonly kind: 'incomplete'; readonly missing: readonly ('date' | 'ticket' | 'link')[] }

/** Publishes an event or pauses its sale. What is booked stays booked. Cancelling is a use case of its own. */
export function setEventState(ctx: BusinessCtx, listingId: string, to: 'published' | 'paused'): Result<Event, StatusRefusal> {
  return transact((db): Result<Event, StatusRefusal> => {
    const event = eventById(db, ctx.businessId, listingId)
    if (!event) return refuse({ kind: 'unknown-event' })
    const state = stateOf(db, ctx, event)
    if (!eventMoves[state].includes(to)) return refuse({ kind: 'not-from-here', state })
    const missing = to === 'published' ? missingIn(db, ctx, event) : []
    if (missing.length > 0) return refuse({ kind: 'incomplete', missing })
    const set = setListingStatus(db, ctx, listingId, to === 'published' ? 'active' : 'paused')
    return set.ok ? ok({ ...event, listing: set.value }) : refuse({ kind: 'not-from-here', state })
  })
}

/** The state of an event at `ctx.now`. */
export function stateOf(db: Db, ctx: BusinessCtx, { listing, cancelledAt }: Event): EventState {
  return eventState({ status: listing.status, cancelledAt, lastEndsAt: lastEndOf(db, ctx, listing.id) }, ctx.now)
}

function lastEndOf(db: Db, { businessId }: BusinessCtx, listingId: string): number | null {
  const [last] = sessionsOf(db, businessId, listingId, { from: Number.MAX_SAFE_INTEGER, order: 'back', statuses: ['scheduled', 'confirmed', 'completed'], size: 1 }).sessions
  return last?.endsAt ?? null
}

/** What an event lacks before it can be published. */
export function missingIn(db: Db, ctx: BusinessCtx, { listing, form, virtualLink }: Event): ('date' | 'ticket' | 'link')[] {
  return [
    ...(datesAhead(db, ctx, listing.id).length === 0 ? ['date' as const] : []),
    ...(ticketsOf(db, listing.id).some(({ active }) => active) ? [] : ['ticket' as const]),
    ...(form !== 'physical' && virtualLink === null ? ['link' as const] : []),
  ]
}
