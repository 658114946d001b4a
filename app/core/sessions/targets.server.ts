import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import type { LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Scope } from './draft'
import { isLive } from './model/states'
import { sessionById, sessionsOfSeries } from './queries.server'
import type { ActRefusal } from './refusals'
import type { Session } from './rows.server'

/** What an act is on: the session itself, and those of its series that follow and still lie ahead. */
export interface Targets {
  readonly session: Session
  /** Null: on this one alone. */
  readonly series: { readonly seriesId: string; readonly seriesDate: LocalDate } | null
  readonly all: readonly Session[]
}

/** The sessions that an act is on; refused for one that is over, under way or cancelled. A session of no series has none that follow. */
export function targetsOf(db: Db, ctx: BusinessCtx, sessionId: string, scope: Scope): Result<Targets, ActRefusal> {
  const session = sessionById(db, ctx.businessId, sessionId)
  if (!session) return refuse({ kind: 'unknown-session' })
  if (!isLive(session.status)) return refuse({ kind: 'not-from-here', status: session.status })
  if (session.startsAt <= ctx.now) return refuse({ kind: 'already-started' })
  const { seriesId, seriesDate } = session
  if (scope === 'one' || seriesId === null || seriesDate === null) return ok({ session, series: null, all: [session] })
  const all = sessionsOfSeries(db, ctx.businessId, seriesId, seriesDate).filter((one) => isAhead(one, ctx.now))
  return ok({ session, series: { seriesId, seriesDate }, all })
}

/** Whether an act on those that follow is on this one too: what has begun meanwhile, or was cancelled alone, stays as it is. */
export function isAhead({ status, startsAt }: Session, now: number): boolean {
  return isLive(status) && startsAt > now
}

/** A session and those that follow it in its series, as an act on all of them would reach; none where it is over, under way or cancelled. */
export function followingSessions(db: Db, ctx: BusinessCtx, session: Session): readonly Session[] {
  const targets = targetsOf(db, ctx, session.id, 'following')
  return targets.ok ? targets.value.all : []
}
