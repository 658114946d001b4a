import type { BusinessCtx } from '~/kernel/ctx'
import { refuse, type Result } from '~/kernel/result'
import { day, minute, wallClock, type Interval } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { claimAll, ensureResource, fullBetween, resourceById, takenBetween, type Claim } from '../allocation/index.server'
import { staffById } from '../businesses/index.server'
import { instantOfWall, merge, movedWall, overlap } from '../schedules/index.server'
import type { TakenDate } from './refusals'
import type { Session } from './rows.server'

/** What a session needs beside its places: guide and rooms, for its time and what lies around it. */
export interface Needs extends Pick<Session, 'startsAt' | 'endsAt' | 'prepareMinutes' | 'clearMinutes' | 'staffId' | 'timeZone' | 'localStart'> {
  readonly placeIds: readonly string[]
}

/** Claims guide and rooms for a session, all or none; a room is taken whole. Answers who or what is taken where one is. */
export function claimNeeds(db: Db, ctx: BusinessCtx, sessionId: string, needs: Needs): Result<null, TakenDate> {
  const claimed = claimAll(ctx, claimsOf(db, ctx, needs), { businessId: ctx.businessId, subject: sessionId, kind: 'session', expiresAt: null })
  if (claimed.ok) return claimed
  const { resourceId } = claimed.refusal.claim
  const name = resourceById(db, ctx.businessId, resourceId)?.name ?? ''
  return refuse({ sessionId, date: needs.localStart.slice(0, 10), startsAt: needs.startsAt, resourceId, name })
}

/**
 * The nearest starts at which guide and rooms are all free, three at most, within a week of the one wanted: in steps of half an hour from it,
 * and not at night unless it was wanted at night.
 */
export function freeStarts(db: Db, ctx: BusinessCtx, needs: Needs, ignoring: readonly string[] = []): number[] {
  const { startsAt, endsAt, timeZone, prepareMinutes, clearMinutes } = needs
  const reach = 7 * day
  const before = prepareMinutes * minute
  const after = endsAt - startsAt + clearMinutes * minute
  const glance = { from: startsAt - reach - before, to: startsAt + reach + after, now: ctx.now, ignoring }
  const busy = merge(resourcesOf(db, ctx, needs).flatMap((resource) => busyOf(db, ctx, resource, glance)))
  const wanted = wallClock(startsAt, timeZone).minute
  const hours = { from: Math.min(wanted, 7 * 60), to: Math.max(wanted, 21 * 60) }
  const found: number[] = []
  for (const start of outwards(needs, reach)) {
    const shown = wallClock(start, timeZone).minute
    if (start <= ctx.now || shown < hours.from || shown > hours.to) continue
    const claim: Interval = { start: start - before, end: start + after }
    if (!busy.some((taken) => overlap(taken, claim))) found.push(start)
    if (found.length === 3) break
  }
  return found
}

interface NeededResource {
  readonly id: string
  readonly quantity: number
}

function claimsOf(db: Db, ctx: BusinessCtx, needs: Needs): Claim[] {
  const startsAt = needs.startsAt - needs.prepareMinutes * minute
  const endsAt = needs.endsAt + needs.clearMinutes * minute
  return resourcesOf(db, ctx, needs).map(({ id, quantity }) => ({ resourceId: id, startsAt, endsAt, quantity }))
}

function resourcesOf(db: Db, ctx: BusinessCtx, { staffId, placeIds }: Needs): NeededResource[] {
  const guide = staffId === null ? null : staffById(db, ctx.businessId, staffId)
  const person = guide && ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'person', ownerId: guide.id, name: guide.name, capacity: 1 })
  const rooms = placeIds.map((id) => ({ id, quantity: resourceById(db, ctx.businessId, id)?.capacity ?? 1 }))
  return [...(person === null ? [] : [{ id: person, quantity: 1 }]), ...rooms]
}

// A room of several seats is wanted whole: whatever is in it is in the way.
function busyOf(db: Db, ctx: BusinessCtx, { id }: NeededResource, glance: Parameters<typeof takenBetween>[3]): Interval[] {
  return [...takenBetween(db, ctx.businessId, id, glance), ...fullBetween(db, ctx.businessId, id, glance)].map(({ start, end }) => ({ start, end }))
}

// Wall time by wall time, the later first where two are equally far, so that a change of the clock between shifts none of them.
function* outwards({ localStart, timeZone, startsAt }: Needs, reach: number): Generator<number> {
  const step = 30
  const wanted = wallClock(startsAt, timeZone).minute
  const ofDay = Array.from({ length: (24 * 60) / step }, (_, index) => (wanted % step) + index * step)
  const days = Math.floor(reach / day)
  const starts = Array.from({ length: 2 * days + 1 }, (_, index) => index - days)
    .flatMap((days) => ofDay.map((at) => instantOfWall(movedWall(localStart, days, at), timeZone)))
    .filter((start) => start !== startsAt)
  yield* [...new Set(starts)].sort((a, b) => Math.abs(a - startsAt) - Math.abs(b - startsAt) || b - a)
}
