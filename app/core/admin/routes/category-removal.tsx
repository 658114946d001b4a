import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { categoryById, isUsed, removeCategory } from '~/core/listings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ConfirmPage } from '~/ui/confirm-page'
import { pageTitle } from '~/ui/page-title'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const category =
    categoryById(db, params.category ?? '') ?? notFound(ctx.i18n.t('There is no such category.'), { href: '/admin/categories', label: ctx.i18n.t('Categories') })
  const used = isUsed(db, category.id)
  const { title: name } = category
  return {
    title: used ? ctx.i18n.t('Retire {name}?', { name }) : ctx.i18n.t('Delete {name}?', { name }),
    name,
    used,
    back: `/admin/categories/${category.id}`,
  }
})

export const action = guardedAction({ access: 'admin' }, ({ ctx, params }) => {
  const removed = removeCategory(ctx, params.category ?? '')
  if (!removed.ok) return notFound(ctx.i18n.t('There is no such category.'))
  return seeOther('/admin/categories', { key: removed.value === 'deleted' ? 'admin.category-deleted' : 'admin.category-retired' })
})

export default function CategoryRemoval() {
  const i18n = useI18n()
  const { title, name, used, back } = useLoaderData<typeof loader>()
  return (
    <ConfirmPage
      back={{ href: back, label: name, nav: i18n.t('Back') }}
      title={title}
      tone={used ? 'wait' : 'bad'}
      consequence={
        <p>
          {used
            ? i18n.t('It is in use. What is in it stays in it and is still found, but nobody can choose it any more. You can offer it again.')
            : i18n.t('Nothing is in it. It is deleted, and so is what it asks.')}
        </p>
      }
    >
      <form method="post">
        <Actions>
          <Button variant="danger">{used ? i18n.t('Retire the category') : i18n.t('Delete the category')}</Button>
          <Button href={back} variant="plain">
            {i18n.t('Leave it as it is')}
          </Button>
        </Actions>
      </form>
    </ConfirmPage>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
