import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { answerEditor, blankDetails, editorChoices, editorValues } from '../editor.server'
import { editorId, EventEditor } from '../ui/event-editor'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx }) => {
  const details = blankDetails(db, ctx)
  return {
    title: `${ctx.i18n.t('New event')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/events`,
    values: editorValues(details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form }) => {
  const answer = answerEditor(ctx, form, null)
  if ('again' in answer) return showAgain(answer)
  return seeOther(`/dashboard/${ctx.business.slug}/events/${answer.saved.listing.id}`, { key: 'events.event-added' })
})

export default function NewEvent() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the draft')
  return (
    <EditorPage title={i18n.t('New event')} back={back} backTo={i18n.t('Events')} editorId={editorId} save={save}>
      <EventEditor values={values} choices={choices} answer={answer} save={save} back={back} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
