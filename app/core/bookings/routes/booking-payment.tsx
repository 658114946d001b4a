import { seeOther } from '~/platform/answers.server'
import { guarded, guardedAction } from '~/platform/guarded.server'
import { customerHref } from '../customer-hrefs'
import { payBooking } from '../pay-booking.server'
import { paymentAnswer } from '../payment-answer.server'

export const loader = guarded({ access: 'booking' }, ({ ctx }) => seeOther(customerHref(ctx.booking)))

export const action = guardedAction({ access: 'booking' }, async ({ ctx }) => paymentAnswer(await payBooking(ctx, ctx.booking.id), customerHref(ctx.booking)))

/** Only its action is used; an error needs a page to stand on. */
export default function BookingPayment() {
  return null
}

export { RefusalPage as ErrorBoundary } from '~/ui/refusal-page'
