import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { conflict, invalid, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { withdrawRefund } from '../../sales/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { inwardReasonForm } from '../desk-forms'
import { refundIn } from '../desk-refund.server'
import { giveRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ReasonPage } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'refunds.make' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const { sale, refund } = refundIn(db, ctx, booking, params.refund)
  return {
    title: ctx.i18n.t('Withdraw this refund?'),
    booking: deskBooking(ctx, booking),
    amount: formatMoney(ctx.i18n.locale, refund.amountMinor, sale.currency),
  }
})

export const action = guardedAction({ access: { needs: 'refunds.make' } }, ({ ctx, params, form }) => {
  const booking = bookingToAct(ctx, params.reference)
  const { refund } = readDatabase((db) => refundIn(db, ctx, booking, params.refund))
  const read = readForm(form, inwardReasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const withdrawn = withdrawRefund(ctx, refund.id, read.value.reason)
  if (!withdrawn.ok) return conflict({ result: read.again({ '': giveRefusal(ctx.i18n, withdrawn.refusal) }) })
  return seeOther(bookingHref(ctx, booking.reference), { key: 'bookings.refund-withdrawn' })
})

export default function RefundWithdrawal() {
  const i18n = useI18n()
  const { title, booking, amount } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      booking={booking}
      title={title}
      consequence={i18n.t('{amount} is no longer due to the customer, and you keep it. Nothing is sent: tell them yourself.', { amount })}
      tone="bad"
      verb={i18n.t('Withdraw the refund')}
      result={useActionData<typeof action>()?.result}
      inward
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
