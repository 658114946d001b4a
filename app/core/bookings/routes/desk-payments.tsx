import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { decimalText, parseMoney } from '~/kernel/money'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { MoneyField } from '~/ui/text-field'
import { handMethods, saleById, takePayment } from '../../sales/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { paymentForm } from '../desk-forms'
import { paymentRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ActFrame, BackButton } from '../ui/act-page'
import { methodName } from '../method-words'

export const loader = guarded({ access: { needs: 'payments.take' } }, ({ db, ctx, params }) => {
  const { i18n } = ctx
  const booking = bookingForMember(db, ctx, params.reference)
  const sale = saleById(db, ctx.businessId, booking.saleId) ?? notFound(i18n.t('We know no such booking.'))
  return {
    title: i18n.t('Take a payment'),
    booking: deskBooking(ctx, booking),
    currency: sale.currency,
    due: formatMoney(i18n.locale, sale.dueMinor, sale.currency),
    amount: sale.dueMinor > 0 ? decimalText(sale.dueMinor, sale.currency, i18n.locale) : '',
    methods: handMethods.map((method) => ({ value: method, label: methodName(i18n, method) })),
  }
})

export const action = guardedAction({ access: { needs: 'payments.take' } }, ({ ctx, params, form }) => {
  const { i18n } = ctx
  const { saleId, reference, currency } = bookingToAct(ctx, params.reference)
  const read = readForm(form, paymentForm(i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const amountMinor = parseMoney(read.value.amount, currency, i18n.locale)
  if (amountMinor === null || amountMinor <= 0) return invalid({ result: read.again({ amount: i18n.t('Enter an amount such as 45.00') }) })
  const taken = takePayment(ctx, { saleId, method: read.value.method, amountMinor })
  if (!taken.ok) return conflict({ result: read.again({ amount: paymentRefusal(i18n, taken.refusal, currency) }) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.payment-taken' })
})

export default function BookingPayments() {
  const i18n = useI18n()
  const { title, booking, currency, due, amount, methods } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ method: string; amount: string }>({
    id: 'payment',
    lastResult: useActionData<typeof action>()?.result,
    defaultValue: { amount },
    defaultNoValidate: false,
    constraint: getZodConstraint(paymentForm(i18n)),
  })
  return (
    <ActFrame
      booking={booking}
      title={title}
      consequence={i18n.t('{due} is due. This notes what you have taken; no card is charged and nothing is sent.', { due })}
      before={<ErrorSummary form={form} />}
    >
      <form className="stack" id={form.id} method="post">
        <SelectField field={fields.method} label={i18n.t('How it was paid')} options={methods} blank={i18n.t('Choose one')} width="short" />
        <MoneyField field={fields.amount} label={i18n.t('Amount')} currency={currency} enterKeyHint="done" />
        <Actions>
          <Button>{i18n.t('Note the payment')}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
