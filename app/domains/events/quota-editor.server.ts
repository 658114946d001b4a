import { sessionById } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatDateTime } from '~/kernel/format'
import { invalid } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { quotaForm } from './event-form'
import { dateFigures } from './figures.server'
import { quotaErrors } from './refusal-words'
import { saveQuota, type QuotaRefusal } from './save-quota.server'

/** Saves what the editor of a quota sent; answers the form again where that is not to be, else null. */
export function answerQuota(ctx: BusinessCtx, form: FormData, listingId: string, quotaId: string | null) {
  const read = readForm(form, quotaForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const saved = saveQuota(ctx, listingId, quotaId, { name: read.value.name, capacity: read.value.capacity ?? null })
  return saved.ok ? null : invalid({ result: read.again(quotaProblems(ctx, saved.refusal, quotaId)) })
}

/** What stood in the way, with the date and the number that are. */
export function quotaProblems(ctx: BusinessCtx, refusal: QuotaRefusal, quotaId: string | null) {
  if (refusal.kind !== 'taken') return quotaErrors(ctx.i18n, refusal, '', 0)
  return readDatabase((db) => {
    const session = sessionById(db, ctx.businessId, refusal.sessionId)
    const taken = session ? dateFigures(db, ctx, session).quotas.find(({ quota }) => quota.id === quotaId)?.figures.taken : undefined
    return quotaErrors(ctx.i18n, refusal, session ? formatDateTime(ctx.i18n.locale, session.timeZone, session.startsAt) : '', taken ?? refusal.subjects.length)
  })
}
