import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { guarded } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Badge } from '~/ui/badge'
import { Actions, Button } from '~/ui/button'
import { Breadcrumb, Section, TitleLine } from '~/ui/page'
import { PlainList } from '~/ui/plain-list'
import { pageTitle } from '~/ui/page-title'
import { freePolicy } from '../model/policy'
import { policiesOf } from '../policies.server'
import { policyWords } from '../policy-words'

export const loader = guarded({ access: { needs: 'policies.manage' } }, ({ db, ctx }) => ({
  title: `${ctx.i18n.t('Cancellation policies')} – ${ctx.business.name}`,
  base: `/dashboard/${ctx.business.slug}/settings`,
  free: policyWords(ctx.i18n, freePolicy),
  policies: policiesOf(db, ctx.businessId).map((policy) => ({ id: policy.id, name: policy.name, isDefault: policy.isDefault, words: policyWords(ctx.i18n, policy) })),
}))

export default function Policies() {
  const i18n = useI18n()
  const { base, free, policies } = useLoaderData<typeof loader>()
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={base} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <TitleLine title={i18n.t('Cancellation policies')}>
        <Actions small>
          <Button variant="quiet" icon="plus" href={`${base}/policies/new`}>
            {i18n.t('Add a policy')}
          </Button>
        </Actions>
      </TitleLine>
      <p>{i18n.t('What comes back when a customer cancels. Customers read it before they book, and what is booked keeps the policy it was booked with.')}</p>
      {policies.length === 0 && (
        <Section id="free" title={i18n.t('What holds now')}>
          <p>{free.join(' ')}</p>
        </Section>
      )}
      <PlainList
        items={policies.map(({ id, name, isDefault, words }) => ({
          key: id,
          content: (
            <>
              <a href={`${base}/policies/${id}`} dir="auto">
                {name}
              </a>{' '}
              {isDefault && <Badge tone="good">{i18n.t('Default')}</Badge>}
              <br />
              <span className="soft">{words.join(' ')}</span>
            </>
          ),
        }))}
      />
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
