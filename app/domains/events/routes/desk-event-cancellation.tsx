import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { calledOff } from '~/core/bookings/index.server'
import { CancelPage } from '~/core/sessions/index'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { cancelEvent } from '../cancel-event.server'
import { datesAhead } from '../date-pools.server'
import { deskEvent, eventHead } from '../desk.server'
import { cancelForm } from '../event-form'
import { eventMoves } from '../model/event-state'
import { cancelledOrders } from '../ui/cancelled-orders'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const head = eventHead(db, ctx, event)
  const dates = datesAhead(db, ctx, event.listing.id)
  if (!eventMoves[head.state].includes('cancelled')) throw seeOther(head.here)
  return {
    title: `${ctx.i18n.t('Cancel the event')} – ${event.listing.title}`,
    ...head,
    dates: dates.length,
    stakes: calledOff(db, ctx.businessId, dates.map(({ id }) => id)),
    currency: ctx.business.currency,
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const here = `/dashboard/${ctx.business.slug}/events/${params.event}`
  const read = readForm(form, cancelForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const cancelled = cancelEvent(ctx, params.event ?? '', read.value.reason)
  if (cancelled.ok) return seeOther(here, { key: 'events.cancelled' })
  // Somebody else was faster: the page shows what it is now.
  return cancelled.refusal.kind === 'unknown-event' ? notFound(ctx.i18n.t('There is no such event here.')) : seeOther(here)
})

export default function EventCancellation() {
  const i18n = useI18n()
  const { name, here, dates, stakes, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <CancelPage
      back={here}
      label={name}
      title={i18n.t('Cancel {event}?', { event: name })}
      what={i18n.t('{dates, plural, =0 {It has no date ahead.} one {Its date ahead is called off.} other {All # dates ahead are called off.}} Nobody can buy tickets any more. Dates that have begun stay as they were.', { dates })}
      people={cancelledOrders(i18n, stakes.bookings)}
      backMinor={stakes.backMinor}
      currency={currency}
      reasonHint={i18n.t('Everybody with a ticket reads these words in the mail.')}
      verb={i18n.t('Cancel the event')}
      lastResult={answer?.result}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
