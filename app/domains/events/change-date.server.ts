import { answerChange, changeDate, type NotChanged, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { read as readDatabase, transact } from '~/platform/database.server'
import { dateForm, quotaField } from './event-form'
import { quotaProblems } from './quota-editor.server'
import { setDateQuota } from './save-quota.server'
import { quotasOf, type Quota } from './tickets.server'

/** Changes what holds of a date, and its quotas, all or none; answers the form again where that is not to be, else null. */
export function answerDateChange(ctx: BusinessCtx, form: FormData, session: Session) {
  const quotas = readDatabase((db) => quotasOf(db, session.listingId))
  return answerChange(form, dateForm(ctx.i18n, quotas.map(({ id }) => id)), (values) =>
    transact((): Result<null, NotChanged> => {
      const changed = changeDate(ctx, session, values)
      return changed.ok ? setQuotas(ctx, session, quotas, values) : changed
    }),
  )
}

// Those of this date alone, also where the rest holds for all that follow.
function setQuotas(ctx: BusinessCtx, session: Session, quotas: readonly Quota[], values: Readonly<Record<`quota-${string}`, number | undefined>>): Result<null, NotChanged> {
  for (const { id } of quotas) {
    const name = quotaField(id)
    const set = setDateQuota(ctx, session.id, id, values[name] ?? null)
    if (!set.ok) return refuse({ status: 409, errors: { [name]: Object.values(quotaProblems(ctx, set.refusal, id))[0] ?? '' }, offHours: false })
  }
  return ok(null)
}
