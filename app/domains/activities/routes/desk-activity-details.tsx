import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { detailsOf } from '../copy-activity.server'
import { deskActivity, activityHead } from '../desk.server'
import { answerEditor, editorChoices, editorValues } from '../editor.server'
import { editorId, ActivityEditor } from '../ui/activity-editor'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx, params }) => {
  const activity = deskActivity(db, ctx, params.activity)
  const details = detailsOf(db, ctx, activity)
  return {
    title: `${activity.listing.title} – ${ctx.business.name}`,
    ...activityHead(db, ctx, activity),
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form, params }) => {
  const answer = answerEditor(ctx, form, params.activity ?? '')
  if ('again' in answer) return showAgain(answer)
  return seeOther(`/dashboard/${ctx.business.slug}/activities/${answer.saved.listing.id}`, { key: 'activities.saved' })
})

export default function ActivityDetailsPage() {
  const i18n = useI18n()
  const { name, here, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the activity')
  return (
    <EditorPage title={i18n.t('Words and terms')} back={here} backTo={name} editorId={editorId} save={save}>
      <ActivityEditor values={values} choices={choices} answer={answer} save={save} back={here} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
