import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { minute } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { instantOfWall } from '../schedules/index.server'
import type { SessionDraft, SettingTerms } from './draft'
import { checkDraft, makeSession } from './make-session.server'
import { freeStarts } from './needs.server'
import { offDates } from './off-hours.server'
import type { CreateSessionRefusal } from './refusals'
import type { Session } from './rows.server'

/** Gives a listing a date, within the hours of its guide unless told otherwise. Where guide or rooms are taken then, the nearest starts at which all of them are free are told. */
export function createSession(ctx: BusinessCtx, draft: SessionDraft, { anyHours = false }: SettingTerms = {}): Result<Session, CreateSessionRefusal> {
  return transact((db): Result<Session, CreateSessionRefusal> => {
    const checked = checkDraft(db, ctx, draft)
    if (!checked.ok) return checked
    const at = instantOfWall(draft.start, checked.value.store.timeZone)
    if (at <= ctx.now) return refuse({ kind: 'past' })
    const made = makeSession(ctx, checked.value, { wall: draft.start, at }, null)
    if (!made.ok) {
      const needs = { ...draft, startsAt: at, endsAt: at + draft.durationMinutes * minute, timeZone: checked.value.store.timeZone, localStart: draft.start }
      return refuse({ kind: 'taken', dates: [made.refusal], free: freeStarts(db, ctx, needs) })
    }
    const off = anyHours ? [] : offDates(db, ctx, [made.value])
    if (off.length > 0) return refuse({ kind: 'off-hours', dates: off })
    record(db, ctx, { businessId: ctx.businessId, action: 'sessions.session.create', subject: made.value.id, changes: { startsAt: at } })
    return ok(made.value)
  })
}
