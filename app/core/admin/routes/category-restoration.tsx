import { categoryById, restoreCategory } from '~/core/listings/index.server'
import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'

export const loader = guarded({ access: 'admin' }, ({ db, ctx, params }) => {
  const category = categoryById(db, params.category ?? '') ?? notFound(ctx.i18n.t('There is no such category.'))
  return seeOther(`/admin/categories/${category.id}`)
})

export const action = guardedAction({ access: 'admin' }, ({ ctx, params }) => {
  const restored = restoreCategory(ctx, params.category ?? '')
  if (!restored.ok) return notFound(ctx.i18n.t('There is no such category.'))
  return seeOther(`/admin/categories/${restored.value.id}`, { key: 'admin.category-restored' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function CategoryRestoration() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
