import type { BusinessCtx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { createSeries, createSession, type CreateSeriesRefusal, type Session, type SessionDraft } from '~/core/sessions/index.server'
import { makePools } from './date-pools.server'

/** Gives an event a date, or dates by a rule, each with pools of its own; all or none. */
export function addDates(ctx: BusinessCtx, draft: SessionDraft, rule: string | null): Result<readonly Session[], CreateSeriesRefusal> {
  return transact((db): Result<readonly Session[], CreateSeriesRefusal> => {
    const made = rule === null ? createSession(ctx, draft) : createSeries(ctx, { ...draft, rule, skip: [] })
    if (!made.ok) return made
    const sessions = 'sessions' in made.value ? made.value.sessions : [made.value]
    for (const session of sessions) makePools(db, ctx, session)
    return ok(sessions)
  })
}
