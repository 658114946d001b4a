import { useForm } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { invalid, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { stripeReady } from '~/platform/stripe.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { ErrorSummary } from '~/ui/error-summary'
import { Notice } from '~/ui/notice'
import { Breadcrumb } from '~/ui/page'
import { pageTitle } from '~/ui/page-title'
import { TextField } from '~/ui/text-field'
import { paymentSettingsForm, termsValues, type PaymentSettingsInput } from '../forms'
import { changePaymentSettings, paymentSettings } from '../settings.server'
import { TermsFields } from '../ui/terms-fields'

export const loader = guarded({ access: { needs: 'payments.manage' } }, ({ db, ctx }) => {
  const { terms, holdMinutes, releaseDays } = paymentSettings(db, ctx.businessId)
  return {
    title: `${ctx.i18n.t('Payments')} – ${ctx.business.name}`,
    back: `/dashboard/${ctx.business.slug}/settings`,
    cards: stripeReady().ok,
    values: { terms: termsValues(terms), holdMinutes: String(holdMinutes), releaseDays: releaseDays === null ? '' : String(releaseDays) },
  }
})

export const action = guardedAction({ access: { needs: 'payments.manage' } }, ({ ctx, form }) => {
  const sent = readForm(form, paymentSettingsForm(ctx.i18n))
  if (!sent.ok) return invalid({ result: sent.again() })
  changePaymentSettings(ctx, sent.value)
  return seeOther(`/dashboard/${ctx.business.slug}/settings/payments`, { key: 'payments.settings-saved' })
})

export default function Payments() {
  const i18n = useI18n()
  const { back, cards, values } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<PaymentSettingsInput>({
    id: 'payments',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: values,
    constraint: { 'terms.kind': { required: true }, holdMinutes: { required: true } },
    defaultNoValidate: false,
  })
  return (
    <div className="stack loose narrow">
      <Breadcrumb href={back} label={i18n.t('Settings')} nav={i18n.t('Back')} />
      <h1>{i18n.t('Payments')}</h1>
      {!cards && (
        <Notice tone="wait">
          <p>
            <strong>{i18n.t('For now customers can only pay on arrival.')}</strong>
          </p>
          <p>
            {i18n.t('This server has no account with Stripe, which takes the cards. Who runs it sets STRIPE_KEY and STRIPE_WEBHOOK_SECRET and starts it again; from then on holds what you choose here.')}
          </p>
        </Notice>
      )}
      <ErrorSummary form={form} />
      <form id={form.id} method="post" className="stack loose fields">
        <p>{i18n.t('This holds for every service that says nothing else. What is booked keeps what it was booked with.')}</p>
        <TermsFields fields={fields.terms.getFieldset()} />
        <TextField
          field={fields.holdMinutes}
          label={i18n.t('Minutes to pay')}
          hint={i18n.t('So long a time is kept for somebody who has to pay first. Then others can book it.')}
          inputMode="numeric"
          width="short"
          autoComplete="off"
        />
        <TextField
          field={fields.releaseDays}
          label={i18n.t('Days until an unpaid booking is let go')}
          hint={i18n.t('Where the rest is due by a date, we remind the customer three days before and on the day. So many days after it, what is still not paid is cancelled under your policy. Leave it empty to decide yourself.')}
          inputMode="numeric"
          width="short"
          autoComplete="off"
        />
        <Actions>
          <Button>{i18n.t('Save')}</Button>
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
