import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { storeById } from '../queries.server'
import { refusalWords } from '../refusals'
import { reopenStore } from '../save-store.server'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx, params }) => {
  const store = storeById(db, ctx.businessId, params.store ?? '') ?? notFound(refusalWords(ctx.i18n, 'unknown-store'))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/stores/${store.id}`)
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, params }) => {
  const answer = reopenStore(ctx, params.store ?? '')
  if (!answer.ok) return notFound(refusalWords(ctx.i18n, answer.refusal))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/stores`, { key: 'businesses.store-opened' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function StoreOpening() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
