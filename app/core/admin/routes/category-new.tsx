import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { answerCategory, categoryValues, placesFor } from '../category-editor.server'
import { CategoryEditor } from '../ui/category-editor'

export const loader = guarded({ access: 'admin' }, ({ db, ctx }) => ({
  title: ctx.i18n.t('Add a category'),
  values: categoryValues(db, null),
  places: placesFor(db, ctx, null),
}))

export const action = guardedAction({ access: 'admin' }, ({ ctx, form }) => {
  const answer = answerCategory(ctx, form, null)
  if ('saved' in answer) return seeOther(`/admin/categories/${answer.saved.id}`, { key: 'admin.category-added' })
  const page = { result: answer.again, preview: answer.preview }
  return answer.wrong ? invalid(page) : data(page)
})

export default function NewCategory() {
  const i18n = useI18n()
  const { title, values, places } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href="/admin/categories" label={i18n.t('Categories')} nav={i18n.t('Back')} />
      <h1>{title}</h1>
      <CategoryEditor values={values} places={places} preview={answer?.preview ?? []} lastResult={answer?.result} save={i18n.t('Add the category')} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
