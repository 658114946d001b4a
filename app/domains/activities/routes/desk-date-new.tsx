import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { NewDates } from '~/core/sessions/index'
import { addSessions, answerDates, newDates } from '~/core/sessions/index.server'
import { seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { activityHead, activityHref, deskActivity } from '../desk.server'
import { dateWords } from '../ui/date-words'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const activity = deskActivity(db, ctx, params.activity)
  const { durationMinutes, maxGroup } = activity
  return {
    title: `${ctx.i18n.t('Add dates')} – ${activity.listing.title}`,
    ...activityHead(db, ctx, activity),
    form: newDates(db, ctx, activity.stores, { time: '10:00', durationMinutes, capacity: maxGroup }),
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const activity = read((db) => deskActivity(db, ctx, params.activity))
  const answer = answerDates(ctx, form, { listingId: activity.listing.id, stores: activity.stores }, (dates) => addSessions(ctx, dates))
  return 'added' in answer ? seeOther(activityHref(ctx, activity), { key: 'activities.dates-added', params: { count: String(answer.added) } }) : answer
})

export default function NewActivityDates() {
  const i18n = useI18n()
  const { name, here, form } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return <NewDates name={name} here={here} {...form} {...dateWords(i18n)} answer={answer} />
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
