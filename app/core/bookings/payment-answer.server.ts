import { never } from '~/kernel/result'
import { seeOther } from '~/platform/answers.server'
import type { PayOutcome } from './pay-booking.server'

/** Leads a customer on to the payment page; where there is none, to their booking, which says why. */
export function paymentAnswer(outcome: PayOutcome, booking: string): Response {
  switch (outcome.kind) {
    case 'page':
      return seeOther(outcome.url)
    case 'unknown':
      return seeOther(booking, { key: 'bookings.payment-page-silent' })
    case 'too-late':
      return seeOther(booking, { key: 'bookings.payment-too-late' })
    case 'no-card':
      return seeOther(booking, { key: 'bookings.no-card' })
    case 'nothing-due':
      return seeOther(booking, { key: 'bookings.nothing-due' })
    default:
      return never(outcome)
  }
}
