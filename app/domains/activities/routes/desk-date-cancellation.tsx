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

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = headOfDate(ctx, found)
  return { title: `${ctx.i18n.t('Cancel this date')} – ${head.name}`, date: head, stakes: cancellationStakes(db, ctx, found.session), currency: ctx.business.currency }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  const answer = answerCancellation(ctx, form, session)
  return 'cancelled' in answer ? seeOther(dateHref(ctx, session.id), { key: 'activities.date-cancelled', params: { count: String(answer.cancelled) } }) : answer
})

export default function ActivityDateCancellation() {
  const i18n = useI18n()
  const { date, stakes, currency } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <CancelDate
      date={date}
      stakes={stakes}
      what={i18n.t('{activity} does not take place then, and nobody can book it any more.', { activity: date.name })}
      people={(bookings) => i18n.t('{bookings, plural, =0 {Nobody is booked.} one {# booking is cancelled, and whoever made it is told.} other {# bookings are cancelled, and whoever made them is told.}}', { bookings })}
      currency={currency}
      reasonHint={i18n.t('Everybody who is booked reads these words in the mail.')}
      answer={answer}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
