import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { languageNames, languages } from '~/platform/words/i18n'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { Breadcrumb, Section } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextArea, TextField } from '~/ui/text-field'
import { changeBusiness, presentBusiness } from '../change-business.server'
import { zoneChoices } from '../choices.server'
import { businessForm } from '../forms'
import { refusalWords } from '../refusals'

export const loader = guarded({ access: { needs: 'business.manage' } }, ({ db, ctx }) => {
  const { name, slug, kicker, about, email, phone, website, legalName, taxNumber, timeZone, language } = presentBusiness(db, ctx.businessId)
  return {
    title: `${ctx.i18n.t('Business details')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings`,
    values: { name, slug, kicker, about, email, phone, website, legalName, taxNumber, timeZone, language },
    zones: zoneChoices(),
  }
})

export const action = guardedAction({ access: { needs: 'business.manage' } }, ({ ctx, form }) => {
  const read = readForm(form, businessForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const answer = changeBusiness(ctx, read.value)
  if (!answer.ok) return invalid({ result: read.again({ slug: refusalWords(ctx.i18n, answer.refusal) }) })
  return seeOther(`/dashboard/${answer.value.slug}/settings`, { key: 'businesses.saved' })
})

export default function BusinessSettings() {
  const i18n = useI18n()
  const { back, values, zones } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [form, fields] = useForm({
    id: 'business',
    lastResult: answer?.result,
    defaultValue: values,
    constraint: getZodConstraint(businessForm(i18n)),
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Business details')}</h1>
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose">
        <Section id="public-words" title={i18n.t('What customers see')}>
          <div className="stack">
            <TextField field={fields.name} label={i18n.t('Name')} autoComplete="organization" />
            <TextField field={fields.slug} label={i18n.t('Address of the public page')} hint={i18n.t('What stands after /b/. Links to the old address lead to the new one.')} autoCapitalize="none" spellCheck={false} />
            <TextField field={fields.kicker} label={i18n.t('What it is, in a few words')} hint={i18n.t('It stands above the name: “Hairdresser in Cais do Sodré”.')} />
            <TextArea field={fields.about} label={i18n.t('About')} hint={i18n.t('Blank lines make paragraphs.')} rows={6} width="long" />
            <TextField field={fields.email} label={i18n.t('E-mail')} type="email" autoComplete="email" />
            <TextField field={fields.phone} label={i18n.t('Telephone')} type="tel" autoComplete="tel" />
            <TextField field={fields.website} label={i18n.t('Website')} type="url" autoComplete="url" />
          </div>
        </Section>
        <Section id="invoice-words" title={i18n.t('What stands on receipts')}>
          <div className="stack">
            <TextField field={fields.legalName} label={i18n.t('Legal name')} />
            <TextField field={fields.taxNumber} label={i18n.t('Tax number')} />
          </div>
        </Section>
        <Section id="habits" title={i18n.t('Language and clock')}>
          <div className="stack">
            <SelectField field={fields.language} label={i18n.t('Language')} hint={i18n.t('For customers who have not chosen one, and for mail to you.')} options={languages.map((value) => ({ value, label: languageNames[value] }))} />
            <SelectField field={fields.timeZone} label={i18n.t('Time zone')} hint={i18n.t('Of the dashboard. Every store has its own for its hours.')} options={zones} />
          </div>
        </Section>
        <Actions>
          <Button>{i18n.t('Save details')}</Button>
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
