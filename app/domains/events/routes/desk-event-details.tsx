import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { detailsOf } from '../copy-event.server'
import { deskEvent, eventHead } from '../desk.server'
import { answerEditor, editorChoices, editorValues } from '../editor.server'
import { editorId, EventEditor } from '../ui/event-editor'

export const loader = guarded({ access: { needs: 'events.manage' } }, ({ db, ctx, params }) => {
  const event = deskEvent(db, ctx, params.event)
  const details = detailsOf(db, ctx, event)
  return {
    title: `${event.listing.title} – ${ctx.business.name}`,
    ...eventHead(db, ctx, event),
    values: editorValues(details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'events.manage' } }, ({ ctx, form, params }) => {
  const answer = answerEditor(ctx, form, params.event ?? '')
  if ('again' in answer) return showAgain(answer)
  return seeOther(`/dashboard/${ctx.business.slug}/events/${answer.saved.listing.id}`, { key: 'events.event-saved' })
})

export default function EventDetailsPage() {
  const i18n = useI18n()
  const { name, here, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the event')
  return (
    <EditorPage title={i18n.t('Words and terms')} back={here} backTo={name} editorId={editorId} save={save}>
      <EventEditor values={values} choices={choices} answer={answer} save={save} back={here} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
