import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { categoryById, fieldsOf } from '~/core/listings/index.server'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button, PostButton } from '~/ui/button'
import { Breadcrumb, TitleLine } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { answerCategory, categoryValues, placesFor } from '../category-editor.server'
import { CategoryEditor } from '../ui/category-editor'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const category =
    categoryById(db, params.category ?? '') ?? notFound(ctx.i18n.t('There is no such category.'), { href: '/admin/categories', label: ctx.i18n.t('Categories') })
  const { id, title, version, slug, retiredAt } = category
  return {
    title,
    version,
    slug,
    retired: retiredAt !== null,
    here: `/admin/categories/${id}`,
    values: categoryValues(db, category),
    places: placesFor(db, ctx, category),
    preview: fieldsOf(db, id, version),
  }
})

export const action = guardedAction({ access: 'admin' }, ({ ctx, form, params }) => {
  const answer = answerCategory(ctx, form, params.category ?? '')
  if ('saved' in answer) return seeOther(`/admin/categories/${answer.saved.id}`, { key: 'admin.category-saved' })
  const page = { result: answer.again, preview: answer.preview }
  return answer.wrong ? invalid(page) : data(page)
})

export default function Category() {
  const i18n = useI18n()
  const { title, version, retired, here, slug, values, places, preview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href="/admin/categories" label={i18n.t('Categories')} nav={i18n.t('Back')} />
      <TitleLine title={title} kicker={i18n.t('Version {version}', { version })}>
        {retired && <Badge tone="done">{i18n.t('Retired')}</Badge>}
      </TitleLine>
      <Actions small>
        <Button variant="quiet" icon="search" href={`/search?category=${slug}`}>
          {i18n.t('See what is in it')}
        </Button>
        <Button variant="quiet" href={`${here}/schema`}>
          {i18n.t('Write it as JSON Schema')}
        </Button>
        {retired ? (
          <PostButton action={`${here}/restoration`}>{i18n.t('Offer it again')}</PostButton>
        ) : (
          <Button variant="plain" href={`${here}/removal`}>
            {i18n.t('Take it away')}
          </Button>
        )}
      </Actions>
      <CategoryEditor values={values} places={places} preview={answer?.preview ?? preview} lastResult={answer?.result} save={i18n.t('Save the category')} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
