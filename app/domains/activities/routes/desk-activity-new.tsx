import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { answerEditor, blankDetails, editorChoices, editorValues } from '../editor.server'
import { editorId, ActivityEditor } from '../ui/activity-editor'

export const loader = guarded({ access: { needs: 'activities.manage' } }, ({ db, ctx }) => {
  const details = blankDetails(db, ctx)
  return {
    title: `${ctx.i18n.t('New activity')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/activities`,
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'activities.manage' } }, ({ ctx, form }) => {
  const answer = answerEditor(ctx, form, null)
  if ('again' in answer) return showAgain(answer)
  return seeOther(`/dashboard/${ctx.business.slug}/activities/${answer.saved.listing.id}`, { key: 'activities.added' })
})

export default function NewActivity() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the draft')
  return (
    <EditorPage title={i18n.t('New activity')} back={back} backTo={i18n.t('Activities')} editorId={editorId} save={save}>
      <ActivityEditor values={values} choices={choices} answer={answer} save={save} back={back} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
