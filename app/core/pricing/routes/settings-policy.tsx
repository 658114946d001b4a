import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, notFound, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { PostButton } from '~/ui/button'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { policyById } from '../policies.server'
import { answerPolicy, policyValues } from '../policy-page.server'
import { policyWords } from '../policy-words'
import { PolicyEditor } from '../ui/policy-editor'

export const loader = guarded({ access: { needs: 'policies.manage' } }, ({ db, ctx, params }) => {
  const policy = policyById(db, ctx.businessId, params.policy ?? '') ?? notFound(ctx.i18n.t('There is no such policy here.'))
  const back = `/dashboard/${ctx.business.slug}/settings/policies`
  return {
    title: `${policy.name} – ${ctx.business.name}`,
    name: policy.name,
    isDefault: policy.isDefault,
    words: policyWords(ctx.i18n, policy),
    back,
    here: `${back}/${policy.id}`,
    values: policyValues(policy),
  }
})

export const action = guardedAction({ access: { needs: 'policies.manage' } }, ({ ctx, form, params }) => {
  const id = params.policy ?? ''
  if (!read((db) => policyById(db, ctx.businessId, id))) notFound(ctx.i18n.t('There is no such policy here.'))
  const answer = answerPolicy(ctx, form, id)
  if ('again' in answer) return invalid({ result: answer.again })
  return seeOther(`/dashboard/${ctx.business.slug}/settings/policies`, { key: 'pricing.policy-saved' })
})

export default function Policy() {
  const i18n = useI18n()
  const { name, isDefault, words, back, here, values } = useLoaderData<typeof loader>()
  const lastResult = useActionData<typeof action>()?.result
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Cancellation policies')} nav={i18n.t('Back')} />
      <h1 dir="auto">{name}</h1>
      <p>{words.join(' ')}</p>
      <PolicyEditor values={values} lastResult={lastResult} back={back} />
      {!isDefault && (
        <Section id="retirement" title={i18n.t('Take it out of use')}>
          <p>{i18n.t('Services that have it follow your default from then on. What is booked keeps it.')}</p>
          <PostButton action={`${here}/retirement`} variant="quiet">
            {i18n.t('Take it out of use')}
          </PostButton>
        </Section>
      )}
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
