import { peopleInOrder } from '~/core/allocation/index.server'
import type { ChoiceRefusal, Plan } from '~/core/bookings/index.server'
import { nearestTimes, slotAt } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { localDateOf, minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { startOf, type ViewingChoice } from './choice'
import { viewingSearch, viewingTimes, viewingWindow, type ShownToVisitors, type ViewingSought } from './viewing-times.server'

/** What a viewing means: an agent's time and nothing else, free of charge; whether that time is still free is for the ledger to say. */
export function viewingPlan(db: Db, ctx: BusinessCtx, property: ShownToVisitors, chosen: ViewingChoice, atDesk: boolean): Result<Plan, ChoiceRefusal> {
  const { store, viewing } = property
  const start = startOf(chosen)
  const late = outsideWindow(ctx.now, property, start, atDesk)
  if (late) return refuse(late)
  const date = localDateOf(start, store.timeZone)
  const open = slotAt(viewingSearch(db, ctx, property, { from: date, to: date, atDesk, agentId: chosen.agentId ?? null, asIfFree: true }), start)
  if (!open) return refuse({ kind: 'not-a-time' })
  const endsAt = start + viewing.minutes * minute
  return ok({
    store,
    startsAt: start,
    endsAt,
    timeZone: store.timeZone,
    sessionId: null,
    quantity: 1,
    // Nothing is to be paid, and everybody reads so.
    lines: [{ kind: 'item', title: ctx.i18n.t('Viewing: {title}', { title: property.listing.title }), amount: 0 }],
    trace: null,
    claimSets: peopleInOrder(db, ctx.businessId, open.people, start, store.timeZone).map(({ staffId, resourceId }) => ({
      staffId,
      claims: [{ resourceId, startsAt: start, endsAt, quantity: 1 }],
    })),
    needsApproval: property.approval,
    policyId: property.policyId,
    payment: { kind: 'on-arrival' },
  })
}

/** The starts of the free viewings nearest to one that was not: three at most. */
export function nearestViewings(db: Db, ctx: BusinessCtx, property: ShownToVisitors, start: number, terms: ViewingSought = {}): number[] {
  const { earliest, latest } = viewingWindow(ctx.now, property)
  // Of a time long gone or far ahead, the nearest are those at the edge of what may be booked.
  const wanted = terms.atDesk ? Math.max(start, ctx.now) : Math.min(Math.max(start, earliest), latest)
  return nearestTimes(viewingTimes(db, ctx, property, terms), wanted).map((visit) => visit.start).filter((at) => at > ctx.now)
}

function outsideWindow(now: number, property: ShownToVisitors, start: number, atDesk: boolean): ChoiceRefusal | null {
  if (start < now) return { kind: 'past' }
  if (atDesk) return null
  const { earliest, latest } = viewingWindow(now, property)
  if (start < earliest) return { kind: 'too-soon', earliest }
  return start >= latest ? { kind: 'too-far', latest } : null
}
