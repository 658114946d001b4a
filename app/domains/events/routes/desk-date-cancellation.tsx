import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stakesIn } from '~/core/bookings/index.server'
import { cancelSession, sessionRefusalWords } from '~/core/sessions/index.server'
import { formatDateTime } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { deskDate, deskEvent, eventHref } from '../desk.server'
import { dateCancelForm } from '../event-form'
import { CancelPage } from '../ui/cancel-page'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const date = deskDate(db, ctx, event, params.date)
  return {
    title: `${ctx.i18n.t('Cancel this date')} – ${event.listing.title}`,
    name: event.listing.title,
    when: formatDateTime(ctx.i18n.locale, date.timeZone, date.startsAt),
    back: `${eventHref(ctx, event)}/dates/${date.id}`,
    inSeries: date.seriesId !== null,
    stakes: stakesIn(db, ctx.businessId, [date.id]),
    currency: ctx.business.currency,
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const date = readDatabase((db) => deskDate(db, ctx, deskEvent(db, ctx, params.event), params.date))
  const read = readForm(form, dateCancelForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const cancelled = cancelSession(ctx, { sessionId: date.id, ...read.value })
  if (!cancelled.ok) return conflict({ result: read.again({ '': sessionRefusalWords(ctx.i18n, cancelled.refusal, date.timeZone) }) })
  return seeOther(`/dashboard/${ctx.business.slug}/events/${params.event}/dates/${date.id}`, { key: 'events.date-cancelled', params: { count: String(cancelled.value.length) } })
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
      what={i18n.t('{event} does not take place then, and nobody can buy tickets for it any more.', { event: name })}
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
