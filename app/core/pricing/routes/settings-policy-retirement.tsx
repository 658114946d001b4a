import { notFound, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { policyById } from '../policies.server'
import { retirePolicy } from '../save-policy.server'

export const loader = guarded({ access: { needs: 'policies.manage' } }, ({ db, ctx, params }) => {
  const policy = policyById(db, ctx.businessId, params.policy ?? '') ?? notFound(ctx.i18n.t('There is no such policy here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/policies/${policy.id}`)
})

export const action = guardedAction({ access: { needs: 'policies.manage' } }, ({ ctx, params }) => {
  const retired = retirePolicy(ctx, params.policy ?? '')
  if (!retired.ok && retired.refusal.kind === 'unknown-policy') return notFound(ctx.i18n.t('There is no such policy here.'))
  return seeOther(`/dashboard/${ctx.business.slug}/settings/policies`, { key: retired.ok ? 'pricing.policy-retired' : 'pricing.policy-default' })
})

/** Only its action is used; an error needs a page to stand on. */
export default function PolicyRetirement() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
