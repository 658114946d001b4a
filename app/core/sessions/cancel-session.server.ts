import type { BusinessCtx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import type { Scope } from './draft'
import { sessionCancelled } from './events'
import { followers } from './followers.server'
import { factsOf } from './make-session.server'
import type { ActRefusal } from './refusals'
import { updateSession, type Session } from './rows.server'
import { endSeriesBefore } from './split-series.server'
import { targetsOf } from './targets.server'

export interface SessionCancellation {
  readonly sessionId: string
  readonly scope: Scope
  /** As everybody is told. */
  readonly reason: string
}

/**
 * Calls off a session, or it and all that follow: guide and rooms are free at once, nobody can book in it any more, and who is booked is told
 * and given everything back by what follows. A series that is called off from here on makes no more dates.
 */
export function cancelSession(ctx: BusinessCtx, { sessionId, scope, reason }: SessionCancellation): Result<readonly Session[], ActRefusal> {
  return transact((db): Result<readonly Session[], ActRefusal> => {
    const targets = targetsOf(db, ctx, sessionId, scope)
    if (!targets.ok) return targets
    const { series, all } = targets.value
    if (series) endSeriesBefore(db, ctx, series.seriesId, series.seriesDate)
    const cancelled = all.map((session): Session => ({ ...session, status: 'cancelled', reason, sequence: session.sequence + 1 }))
    for (const session of cancelled) {
      updateSession(db, session)
      release(db, ctx.businessId, session.id, ctx.now)
      followers().cancelled(db, ctx, session, reason)
      record(db, ctx, { businessId: ctx.businessId, action: 'sessions.session.cancel', subject: session.id, changes: { scope } })
      announce(db, ctx, sessionCancelled, { businessId: ctx.businessId, storeId: session.storeId, subject: session.id, payload: factsOf(session) })
    }
    return ok(cancelled)
  })
}
