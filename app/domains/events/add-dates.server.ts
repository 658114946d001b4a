import type { BusinessCtx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { addSessions, type CreateSeriesRefusal, type NewDates, type Session, type SessionDraft } from '~/core/sessions/index.server'
import { makePools } from './date-pools.server'

/** Gives an event a date, or dates by a rule, each with pools of its own; all or none. */
export function addDates(ctx: BusinessCtx, draft: SessionDraft, rule: string | null, more: Partial<Pick<NewDates, 'skip' | 'anyHours'>> = {}): Result<readonly Session[], CreateSeriesRefusal> {
  return transact((db): Result<readonly Session[], CreateSeriesRefusal> => {
    const made = addSessions(ctx, { draft, rule, skip: [], ...more })
    if (!made.ok) return made
    for (const session of made.value) makePools(db, ctx, session)
    return ok(made.value)
  })
}
