import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { Ctx } from '~/kernel/ctx'
import { formatDateTime, formatMoney } from '~/kernel/format'
import { conflict, invalid, notFound, seeOther } from '~/platform/answers.server'
import { read as readDatabase } from '~/platform/database.server'
import { readForm } from '~/platform/forms.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { saleById, undoPayment, type Payment, type Sale } from '../../sales/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { inwardReasonForm } from '../desk-forms'
import { undoRefusal } from '../desk-refusals'
import { bookingForMember } from '../diary.server'
import { ReasonPage } from '../ui/act-page'

export const loader = guarded({ access: { needs: 'payments.take' } }, ({ db, ctx, params }) => {
  const { i18n } = ctx
  const booking = bookingForMember(db, ctx, params.reference)
  const payment = paymentIn(ctx, saleById(db, ctx.businessId, booking.saleId), params.payment)
  const desk = deskBooking(ctx, booking)
  return {
    title: i18n.t('Take this payment back?'),
    booking: desk,
    amount: formatMoney(i18n.locale, payment.amountMinor, booking.currency),
    takenAt: formatDateTime(i18n.locale, desk.zone, payment.takenAt),
  }
})

export const action = guardedAction({ access: { needs: 'payments.take' } }, ({ ctx, params, form }) => {
  const { saleId, reference } = bookingToAct(ctx, params.reference)
  const payment = paymentIn(ctx, readDatabase((db) => saleById(db, ctx.businessId, saleId)), params.payment)
  const read = readForm(form, inwardReasonForm(ctx.i18n))
  if (!read.ok) return invalid({ result: read.again() })
  const undone = undoPayment(ctx, payment.id, read.value.reason)
  if (!undone.ok) return conflict({ result: read.again({ '': undoRefusal(ctx.i18n, undone.refusal) }) })
  return seeOther(bookingHref(ctx, reference), { key: 'bookings.payment-undone' })
})

export default function PaymentUndoing() {
  const i18n = useI18n()
  const { title, booking, amount, takenAt } = useLoaderData<typeof loader>()
  return (
    <ReasonPage
      booking={booking}
      title={title}
      consequence={i18n.t('{amount}, noted on {takenAt}, will be due again. The row stays in the history with your reason; no money moves.', { amount, takenAt })}
      tone="bad"
      verb={i18n.t('Take it back')}
      result={useActionData<typeof action>()?.result}
      inward
    />
  )
}

/** A payment of this very booking: another's is not undone from here. */
function paymentIn(ctx: Ctx, sale: Sale | null, id: string | undefined): Payment {
  return sale?.payments.find((payment) => payment.id === id) ?? notFound(ctx.i18n.t('We know no such payment.'))
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
