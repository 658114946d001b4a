import { leftInRounds, takingsOf } from '~/core/bookings/index.server'
import { changeSession, deskDateFacts, sessionRefusalWords, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { invalid } from '~/platform/answers.server'
import { transact, type Db } from '~/platform/database.server'
import { readForm, type FormErrors } from '~/platform/forms.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { refuse, ok, type Result } from '~/kernel/result'
import { numbersForm, quotaField } from './event-form'
import { dateFigures } from './figures.server'
import { quotaProblems } from './quota-editor.server'
import { setDateQuota } from './save-quota.server'
import { quotasOf, type Quota } from './tickets.server'

/** The live numbers of a date, and what its tickets brought. */
export function datePage(db: Db, ctx: MemberCtx, session: Session) {
  const { places, tickets, quotas } = dateFigures(db, ctx, session)
  const takings = takingsOf(db, ctx.businessId, session.id, 'ticket')
  return {
    ...deskDateFacts(db, ctx, session),
    currency: ctx.business.currency,
    toTell: leftInRounds(db, ctx.businessId, session.id),
    tickets: tickets.map(({ ticket, sold, left }) => ({ id: ticket.id, title: ticket.title, active: ticket.active, taken: sold.taken, held: sold.held, left, revenueMinor: takings.get(ticket.id)?.priceMinor ?? 0 })),
    revenueMinor: [...takings.values()].reduce((sum, { priceMinor }) => sum + priceMinor, 0),
    quotas: quotas.map(({ quota, figures: { capacity, taken, held } }) => ({ id: quota.id, name: quota.name, capacity, taken, held })),
    values: {
      title: session.title ?? '',
      capacity: figureText(places.capacity),
      ...Object.fromEntries(quotas.map(({ quota, figures }) => [quotaField(quota.id), figureText(figures.capacity)])),
    } as Record<string, string>,
  }
}

/** Changes title, places and quotas of a date, all or none; answers the form again where that is not to be, else null. */
export function answerNumbers(ctx: BusinessCtx, form: FormData, session: Session, listingId: string) {
  const outcome = transact((db): Result<null, { quotas: readonly Quota[]; errors: FormErrors | null }> => {
    const quotas = quotasOf(db, listingId)
    const read = readForm(form, numbersForm(ctx.i18n, quotas.map(({ id }) => id)))
    if (!read.ok) return refuse({ quotas, errors: null })
    const { title, capacity, ...ofQuotas } = read.value
    const changed = changeSession(ctx, { sessionId: session.id, scope: 'one', changes: { title, capacity: capacity ?? null } })
    if (!changed.ok) return refuse({ quotas, errors: { [changed.refusal.kind === 'crowded' ? 'capacity' : '']: sessionRefusalWords(ctx.i18n, changed.refusal, session.timeZone) } })
    for (const { id } of quotas) {
      const set = setDateQuota(ctx, session.id, id, ofQuotas[quotaField(id)] ?? null)
      if (!set.ok) return refuse({ quotas, errors: { [quotaField(id)]: Object.values(quotaProblems(ctx, set.refusal, id))[0] ?? '' } })
    }
    return ok(null)
  })
  if (outcome.ok) return null
  const { quotas, errors } = outcome.refusal
  const read = readForm(form, numbersForm(ctx.i18n, quotas.map(({ id }) => id)))
  return invalid({ result: read.again(errors ?? undefined) })
}

function figureText(figure: number | null): string {
  return figure === null ? '' : String(figure)
}
