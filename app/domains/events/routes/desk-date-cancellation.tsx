import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cancellationStakes } from '~/core/bookings/index.server'
import { CancelDate } from '~/core/sessions/index'
import { answerCancellation } from '~/core/sessions/index.server'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { dateHref, deskDate, headOfDate } from '../desk.server'
import { cancelledOrders } from '../ui/cancelled-orders'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = headOfDate(ctx, found)
  return { title: `${ctx.i18n.t('Cancel this date')} – ${head.name}`, date: head, stakes: cancellationStakes(db, ctx, found.session), currency: ctx.business.currency }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  const answer = answerCancellation(ctx, form, session)
  return 'cancelled' in answer ? seeOther(dateHref(ctx, session.id), { key: 'events.date-cancelled', params: { count: String(answer.cancelled) } }) : answer
})

export default function EventDateCancellation() {
  const i18n = useI18n()
  const { date, stakes, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <CancelDate
      date={date}
      stakes={stakes}
      what={i18n.t('{event} does not take place then, and nobody can buy tickets for it any more.', { event: date.name })}
      people={(orders) => cancelledOrders(i18n, orders)}
      currency={currency}
      reasonHint={i18n.t('Everybody with a ticket reads these words in the mail.')}
      answer={answer}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
