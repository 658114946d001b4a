import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { formatMoney } from '~/kernel/format'
import { conflict, seeOther } from '~/platform/answers.server'
import { read } from '~/platform/database.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { useI18n } from '~/platform/words/use-i18n'
import { pageTitle } from '~/ui/page-title'
import { retryCardRefund } from '../../payments/index.server'
import { bookingHref, bookingToAct, deskBooking } from '../desk-booking.server'
import { refundIn } from '../desk-refund.server'
import { bookingForMember } from '../diary.server'
import { ActPage } from '../ui/act-page'
import { failureWords } from '../words'

export const loader = guarded({ access: { needs: 'refunds.make' } }, ({ db, ctx, params }) => {
  const booking = bookingForMember(db, ctx, params.reference)
  const { sale, refund } = refundIn(db, ctx, booking, params.refund)
  return {
    title: ctx.i18n.t('Try this refund again?'),
    booking: deskBooking(ctx, booking),
    amount: formatMoney(ctx.i18n.locale, refund.amountMinor, sale.currency),
    failure: refund.failure && failureWords(ctx.i18n, refund.failure),
  }
})

export const action = guardedAction({ access: { needs: 'refunds.make' } }, ({ ctx, params }) => {
  const booking = bookingToAct(ctx, params.reference)
  const { refund } = read((db) => refundIn(db, ctx, booking, params.refund))
  if (!retryCardRefund(ctx, refund.id).ok) return conflict({ refusal: ctx.i18n.t('This refund is on its way already, or was given or withdrawn. Somebody may have been faster.') })
  return seeOther(bookingHref(ctx, booking.reference), { key: 'bookings.refund-retried' })
})

export default function RefundRetrial() {
  const i18n = useI18n()
  const { title, booking, amount, failure } = useLoaderData<typeof loader>()
  return (
    <ActPage
      booking={booking}
      title={title}
      consequence={
        failure === null
          ? i18n.t('Stripe is asked once more to give {amount} back to the card that paid.', { amount })
          : i18n.t('Stripe is asked once more to give {amount} back to the card that paid. Last time it could not. {failure}', { amount, failure })
      }
      verb={i18n.t('Try again')}
      refusal={useActionData<typeof action>()?.refusal}
    />
  )
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title)
export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
