import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Breadcrumb, TitleLine } from '~/ui/page'
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
  if ('again' in answer) {
    const page = { result: answer.again, asked: answer.asked }
    return answer.wrong ? invalid(page) : data(page)
  }
  return seeOther(`/dashboard/${ctx.business.slug}/activities/${answer.saved.listing.id}`, { key: 'activities.added' })
})

export default function NewActivity() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the draft')
  return (
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Activities')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('New activity')}>
        <Actions small>
          <Button variant="quiet" form={editorId}>
            {save}
          </Button>
        </Actions>
      </TitleLine>
      <ActivityEditor values={values} choices={choices} asked={answer?.asked ?? choices.asked} lastResult={answer?.result} save={save} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
