import { useForm } from '@conform-to/react'
import { getZodConstraint } from '@conform-to/zod/v4'
import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { Actions, Button } from '~/ui/button'
import { SelectField } from '~/ui/choice-field'
import { ErrorSummary } from '~/ui/error-summary'
import { pageTitle } from '~/ui/page-title'
import { giveRefund, handMethods } from '../../sales/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { givingForm } from '../desk-forms'
import { refundIn } from '../desk-refund.server'
import { giveRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ActFrame, BackButton } from '../ui/act-page'
import { methodName } from '../method-words'

export const loader = guarded({ access: { needs: 'refunds.make' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const { sale, refund } = refundIn(db, ctx, booking, params.refund)
  return {
    title: ctx.i18n.t('Have you given it back?'),
    booking: deskBooking(ctx, booking),
    amount: formatMoney(ctx.i18n.locale, refund.amountMinor, sale.currency),
    methods: handMethods.map((method) => ({ value: method, label: methodName(ctx.i18n, method) })),
  }
})

export const action = guardedAction({ access: { needs: 'refunds.make' } }, ({ ctx, params, form }) => {
  const booking = bookingToAct(ctx, params.reference)
  const { refund } = readDatabase((db) => refundIn(db, ctx, booking, params.refund))
  const read = readForm(form, givingForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const given = giveRefund(ctx, refund.id, read.value.method)
  if (!given.ok) return conflict({ result: read.again({ '': giveRefusal(ctx.i18n, given.refusal) }) })
  return seeOther(bookingHref(ctx, booking.reference), { key: 'bookings.refund-given' })
})

export default function RefundGiving() {
  const i18n = useI18n()
  const { title, booking, amount, methods } = useLoaderData<typeof loader>()
  const [form, fields] = useForm<{ method: string }>({
    id: 'giving',
    lastResult: useActionData<typeof action>()?.result,
    defaultNoValidate: false,
    constraint: getZodConstraint(givingForm(i18n)),
  })
  return (
    <ActFrame
      booking={booking}
      title={title}
      consequence={i18n.t('{amount} is due to the customer. This notes that you have given it back; no card is credited and nothing is sent.', { amount })}
      before={<ErrorSummary form={form} />}
    >
      <form className="stack" id={form.id} method="post">
        <SelectField field={fields.method} label={i18n.t('How it was given')} options={methods} blank={i18n.t('Choose one')} width="short" />
        <Actions>
          <Button>{i18n.t('Mark as given back')}</Button>
          <BackButton booking={booking} />
        </Actions>
      </form>
    </ActFrame>
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
