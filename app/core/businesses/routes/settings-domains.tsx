import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { CheckboxGroup, SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { presentBusiness } from '../change-business.server'
import { domainsForm } from '../forms'
import { knownTrades } from '../installed.server'
import { enabledDomains } from '../queries.server'
import { refusalWords } from '../refusals'
import { switchDomains } from '../switch-domains.server'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx }) => {
  const enabled = enabledDomains(db, ctx.businessId)
  return {
    title: `${ctx.i18n.t('Trades')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings`,
    values: { enabled, defaultDomain: presentBusiness(db, ctx.businessId).defaultDomain ?? enabled[0] ?? '' },
    trades: knownTrades().map(({ domain, label, about }) => ({ value: domain, label: label(ctx.i18n), hint: about(ctx.i18n) })),
  }
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, domainsForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = switchDomains(ctx, read.value)
  if (answer.ok) return seeOther(`/dashboard/${ctx.business.slug}/settings`, { key: 'businesses.saved' })
  const field = answer.refusal === 'default-off' ? 'defaultDomain' : 'enabled'
  return invalid({ result: read.again({ [field]: refusalWords(ctx.i18n, answer.refusal) }) })
})

export default function Domains() {
  const i18n = useI18n()
  const { back, values, trades } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm<{ enabled: string[]; defaultDomain: string }>({
    id: 'domains',
    lastResult: answer?.result,
    defaultValue: values,
    constraint: getZodConstraint(domainsForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Trades')}</h1>
      <p>{i18n.t('What is switched off keeps all that it holds; customers and the dashboard no longer see it until it is on again.')}</p>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <CheckboxGroup field={fields.enabled} label={i18n.t('What the business offers')} choices={trades} />
        <SelectField field={fields.defaultDomain} label={i18n.t('Where the pages begin')} options={trades} />
        <Actions>
          <Button>{i18n.t('Save the trades')}</Button>
          <Button variant="plain" href={back}>
            {i18n.t('Back')}
          </Button>
        </Actions>
      </form>
    </div>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
