import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { answerEditor, blankDetails, editorChoices, editorValues } from '../editor.server'
import { editorId, ServiceEditor } from '../ui/service-editor'

export const loader = guarded({ access: { needs: 'appointments.manage' } }, ({ db, ctx }) => {
  const details = blankDetails(db, ctx)
  return {
    title: `${ctx.i18n.t('Add a service')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/appointments/services`,
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details),
  }
})

export const action = guardedAction({ access: { needs: 'appointments.manage' } }, ({ ctx, form }) => {
  const answer = answerEditor(ctx, form, null)
  if ('again' in answer) return showAgain(answer)
  const services = `/dashboard/${ctx.business.slug}/appointments/services`
  return seeOther(`${services}/${answer.saved.listing.id}`, { key: 'appointments.service-added' })
})

export default function NewService() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the draft')
  return (
    <EditorPage title={i18n.t('Add a service')} back={back} backTo={i18n.t('Services')} editorId={editorId} save={save}>
      <ServiceEditor values={values} choices={choices} answer={answer} save={save} back={back} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
