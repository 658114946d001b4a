import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { stakesIn } from '~/core/bookings/index.server'
import { MoveDate } from '~/core/sessions/index'
import { answerMove } from '~/core/sessions/index.server'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { dateHref, deskDate, headOfDate } from '../desk.server'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const found = deskDate(db, ctx, params.date)
  const head = headOfDate(ctx, found)
  return { title: `${ctx.i18n.t('Move this date')} – ${head.name}`, date: head, bookings: stakesIn(db, ctx.businessId, [found.session.id]).bookings }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const { session } = read((db) => deskDate(db, ctx, params.date))
  const answer = answerMove(ctx, form, session)
  return 'moved' in answer ? seeOther(dateHref(ctx, session.id), { key: 'activities.date-moved', params: { count: String(answer.moved) } }) : answer
})

export default function ActivityDateMove() {
  const i18n = useI18n()
  const { date, bookings } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <MoveDate
      {...date}
      consequence={i18n.t('{bookings, plural, =0 {Nobody is booked.} one {# booking moves with it. Whoever made it is told, and may take another date without a fee, or cancel with everything back.} other {# bookings move with it. Whoever made them is told, and may take another date without a fee, or cancel with everything back.}}', { bookings })}
      reasonHint={i18n.t('Everybody who is booked reads these words in the mail.')}
      answer={answer}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
