import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { daysBetween, formatTime } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import { instantOfWall, movedWall, partsOfWall, type WallTime } from '../schedules/index.server'
import type { Scope, SettingTerms } from './draft'
import { sessionMoved } from './events'
import { followers } from './followers.server'
import { factsOf } from './make-session.server'
import { claimNeeds, freeStarts } from './needs.server'
import { offDates } from './off-hours.server'
import type { MoveSessionRefusal, TakenDate } from './refusals'
import { placeIdsOf, updateSession, type Session } from './rows.server'
import { splitSeries } from './split-series.server'
import { isAhead, targetsOf, type Targets } from './targets.server'

export interface SessionMove extends SettingTerms {
  readonly sessionId: string
  readonly scope: Scope
  /** The new wall time of this one; those that follow are moved by as many days and as many minutes. */
  readonly start: WallTime
  /** As everybody is told; null: nobody says why. */
  readonly reason: string | null
}

/**
 * Moves a session, or it and all that follow; all or none. Whoever is booked stays booked and is told. Guide and rooms are let go of all of
 * them first, so that a series may move across itself. What came before stays where it was.
 */
export function moveSession(ctx: BusinessCtx, move: SessionMove): Result<readonly Session[], MoveSessionRefusal> {
  return transact((db): Result<readonly Session[], MoveSessionRefusal> => {
    const targets = targetsOf(db, ctx, move.sessionId, move.scope)
    if (!targets.ok) return targets
    const { session } = targets.value
    if (instantOfWall(move.start, session.timeZone) <= ctx.now) return refuse({ kind: 'past' })
    if (move.start === session.localStart) return refuse({ kind: 'stays-there' })
    const by = shiftOf(session.localStart, move.start)
    const all = inSeries(db, ctx, targets.value, by)
    return all ? moveAll(db, ctx, all, move, by) : refuse({ kind: 'cannot-shift' })
  })
}

interface Shift {
  readonly days: number
  readonly minutes: number
}

function shiftOf(from: WallTime, to: WallTime): Shift {
  const [old, now] = [partsOfWall(from), partsOfWall(to)]
  return { days: daysBetween(old.date, now.date), minutes: now.minute - old.minute }
}

// The sessions to move, already in the series that goes on from here; null where no rule says what they would follow.
function inSeries(db: Db, ctx: BusinessCtx, { session, series, all }: Targets, by: Shift): readonly Session[] | null {
  if (!series) return all
  return splitSeries(db, ctx, { ...session, ...series }, { ...by, terms: {} })?.filter((one) => isAhead(one, ctx.now)) ?? null
}

function moveAll(db: Db, ctx: BusinessCtx, all: readonly Session[], { sessionId, scope, reason, anyHours = false }: SessionMove, by: Shift): Result<readonly Session[], MoveSessionRefusal> {
  for (const { id } of all) release(db, ctx.businessId, id, ctx.now)
  const taken: TakenDate[] = []
  const moved = all.map((session) => {
    const to = movedTo(session, by, ctx.now)
    const claimed = claimNeeds(db, ctx, session.id, { ...to, placeIds: placeIdsOf(db, session.id) })
    if (!claimed.ok) taken.push(claimed.refusal)
    return { from: session, to }
  })
  if (taken.length > 0) {
    const [only] = moved
    return refuse({ kind: 'taken', dates: taken, free: scope === 'one' && only ? freeStarts(db, ctx, { ...only.to, placeIds: placeIdsOf(db, sessionId) }) : [] })
  }
  const off = anyHours ? [] : offDates(db, ctx, moved.map(({ to }) => to))
  if (off.length > 0) return refuse({ kind: 'off-hours', dates: off })
  for (const { from, to } of moved) {
    updateSession(db, to)
    followers().moved(db, ctx, to, from, reason)
    record(db, ctx, { businessId: ctx.businessId, action: 'sessions.session.move', subject: to.id, changes: { from: from.startsAt, to: to.startsAt, scope } })
    announce(db, ctx, sessionMoved, { businessId: ctx.businessId, storeId: to.storeId, subject: to.id, payload: { ...factsOf(to), fromStartsAt: from.startsAt } })
  }
  return ok(moved.map(({ to }) => to))
}

/** A session so many days and minutes of the wall clock later: it lasts as long, and is decided on as long before. */
function movedTo(session: Session, { days, minutes }: Shift, now: number): Session {
  const { date, minute } = partsOfWall(session.localStart)
  const total = minute + minutes
  const localStart = movedWall(`${date}T${formatTime(total)}`, days + Math.floor(total / 1440))
  const startsAt = instantOfWall(localStart, session.timeZone)
  const decideBy = session.decideBy === null ? null : session.decideBy + startsAt - session.startsAt
  // Who was asked for the old date is asked again for the new one.
  const askedAt = decideBy !== null && decideBy > now ? null : session.askedAt
  return { ...session, localStart, startsAt, endsAt: startsAt + session.endsAt - session.startsAt, decideBy, askedAt, sequence: session.sequence + 1 }
}
