import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { EditorPage } from '~/core/listings/index'
import { showAgain } from '~/core/listings/index.server'
import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { answerEditor, blankDetails, editorChoices, editorValues } from '../property-editor.server'
import { propertyById } from '../queries.server'
import { editorId, PropertyEditor } from '../ui/property-editor'

export const loader = guarded({ access: { needs: 'real-estate.manage' } }, ({ db, ctx, query }) => {
  const details = blankDetails(db, ctx, propertyById(db, ctx.businessId, query.get('whole') ?? ''))
  return {
    title: `${ctx.i18n.t('Add a property')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/real-estate/properties`,
    values: editorValues(ctx, details),
    choices: editorChoices(db, ctx, details, null),
  }
})

export const action = guardedAction({ access: { needs: 'real-estate.manage' } }, ({ ctx, form }) => {
  const answer = answerEditor(ctx, form, null)
  if ('again' in answer) return showAgain(answer)
  const { listing, tenure } = answer.saved
  const here = `/dashboard/${ctx.business.slug}/real-estate/properties/${listing.id}`
  return tenure === 'nightly' ? seeOther(`${here}/rates`, { key: 'real-estate.property-added' }) : seeOther(here, { key: 'real-estate.draft-saved' })
})

export default function NewProperty() {
  const i18n = useI18n()
  const { back, values, choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const save = i18n.t('Save the draft')
  return (
    <EditorPage title={i18n.t('Add a property')} back={back} backTo={i18n.t('Properties')} editorId={editorId} save={save}>
      <PropertyEditor values={values} choices={choices} answer={answer} save={save} back={back} />
    </EditorPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
