import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { Breadcrumb, TitleLine } from '~/ui/page'
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
  if ('again' in answer) {
    const page = { result: answer.again, asked: answer.asked }
    return answer.wrong ? invalid(page) : data(page)
  }
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
    <div className="stack loose">
      <Breadcrumb href={back} label={i18n.t('Properties')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Add a property')}>
        <Actions small>
          <Button variant="quiet" form={editorId}>
            {save}
          </Button>
        </Actions>
      </TitleLine>
      <PropertyEditor values={values} choices={choices} asked={answer?.asked ?? choices.asked} lastResult={answer?.result} save={save} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
