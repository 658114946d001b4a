import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { answerPolicy, policyValues } from '../policy-page.server'
import { PolicyEditor } from '../ui/policy-editor'

export const loader = guarded({ access: { needs: 'policies.manage' } }, ({ ctx }) => ({
  title: `${ctx.i18n.t('Add a policy')} – ${ctx.business.name}`,
  back: `/dashboard/${ctx.business.slug}/settings/policies`,
  values: policyValues(null),
}))

export const action = guardedAction({ access: { needs: 'policies.manage' } }, ({ ctx, form }) => {
  const answer = answerPolicy(ctx, form, null)
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther(`/dashboard/${ctx.business.slug}/settings/policies`, { key: 'pricing.policy-saved' })
})

export default function NewPolicy() {
  const i18n = useI18n()
  const { back, values } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Cancellation policies')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Add a policy')}</h1>
      <PolicyEditor values={values} lastResult={useActionData<typeof action>()?.result} back={back} />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
