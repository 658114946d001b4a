import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stakesIn } from '~/core/bookings/index.server'
import { cancelSession, sessionRefusalWords } from '~/core/sessions/index.server'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { dateHead, deskDate } from '../desk.server'
import { cancelForm } from '../activity-form'
import { CancelPage } from '../ui/cancel-page'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = dateHead(ctx, found)
  return {
    title: `${ctx.i18n.t('Cancel this date')} – ${head.name}`,
    ...head,
    stakes: stakesIn(db, ctx.businessId, [found.session.id]),
    currency: ctx.business.currency,
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = readDatabase((db) => deskDate(db, ctx, params.date))
  const read = readForm(form, cancelForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const cancelled = cancelSession(ctx, { sessionId: session.id, ...read.value })
  if (!cancelled.ok) return conflict({ result: read.again({ '': sessionRefusalWords(ctx.i18n, cancelled.refusal, session.timeZone) }) })
  return seeOther(`/dashboard/${ctx.business.slug}/activities/dates/${session.id}`, { key: 'activities.date-cancelled', params: { count: String(cancelled.value.length) } })
})

export default function DateCancellation() {
  const i18n = useI18n()
  const { name, when, back, inSeries, stakes, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <CancelPage
      back={back}
      label={when}
      title={i18n.t('Cancel {when}?', { when })}
      what={i18n.t('{activity} does not take place then, and nobody can book it any more.', { activity: name })}
      stakes={stakes}
      currency={currency}
      verb={i18n.t('Cancel this date')}
      mayFollow={inSeries}
      lastResult={answer?.result}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
