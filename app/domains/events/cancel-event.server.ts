import { setListingStatus } from '~/core/listings/index.server'
import { cancelSession } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { datesAhead } from './date-pools.server'
import { stateOf } from './event-status.server'
import { eventMoves, type EventState } from './model/event-state'
import { eventById, type Event } from './queries.server'

export type CancelRefusal = { readonly kind: 'unknown-event' } | { readonly kind: 'not-from-here'; readonly state: EventState }

/**
 * Calls off an event: every date ahead is cancelled, nobody can buy any more, and whoever has tickets is told and given everything back by
 * what follows a cancelled session. Dates that have begun stay as they were.
 */
export function cancelEvent(ctx: BusinessCtx, listingId: string, reason: string): Result<Event, CancelRefusal> {
  return transact((db): Result<Event, CancelRefusal> => {
    const event = eventById(db, ctx.businessId, listingId)
    if (!event) return refuse({ kind: 'unknown-event' })
    const state = stateOf(db, ctx, event)
    if (!eventMoves[state].includes('cancelled')) return refuse({ kind: 'not-from-here', state })
    const dates = datesAhead(db, ctx, listingId)
    for (const { id } of dates) {
      const cancelled = cancelSession(ctx, { sessionId: id, scope: 'one', reason })
      if (!cancelled.ok) throw new Error(`The date ${id} could not be cancelled: ${cancelled.refusal.kind}`)
    }
    if (event.listing.status === 'active') setListingStatus(db, ctx, listingId, 'paused')
    cancelUpdate(db).run({ listingId, businessId: ctx.businessId, now: ctx.now, reason })
    record(db, ctx, { businessId: ctx.businessId, action: 'events.event.cancel', subject: listingId, changes: { dates: dates.length } })
    return ok({ ...event, cancelledAt: ctx.now, cancelReason: reason })
  })
}

const cancelUpdate = prepared((db) =>
  db.$client.prepare<{ listingId: string; businessId: string; now: number; reason: string }>(
    'UPDATE event_listings SET cancelled_at = @now, cancel_reason = @reason WHERE listing_id = @listingId AND business_id = @businessId',
  ),
)
