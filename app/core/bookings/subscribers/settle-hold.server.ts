import type { Db } from '~/platform/database.server'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { paymentTaken } from '../../sales/events'
import { saleById } from '../../sales/index.server'
import { bookingBySale, type Booking } from '../queries.server'
import { secureBooking } from '../secure-booking.server'
import { tellPaidTooLate } from './tell-customer.server'

/** What money does to the booking that it was paid for. */
export const settleHolds: readonly Subscriber[] = [
  subscribe({
    name: 'bookings.settle-hold',
    to: paymentTaken,
    run: (db, event, ctx) => {
      if (event.businessId === null || event.payload.method !== 'card') return
      const booking = bookingBySale(db, event.businessId, event.payload.saleId)
      if (!booking) return
      secureBooking(db, jobCtx(db, 'settle-hold', ctx.now, event.businessId), booking)
      const now = bookingBySale(db, event.businessId, event.payload.saleId)
      if (now && cameTooLate(db, now, event.payload.paymentId)) tellPaidTooLate(db, event, ctx, now)
    },
  }),
]

// The hold had run out, or the booking had ended before the money came. Who cancels after it came is told by the cancellation what comes
// back, and what is paid for a visit that took place is kept.
function cameTooLate(db: Db, { businessId, saleId, status, holdUntil }: Booking, paymentId: string): boolean {
  if (status === 'expired' && holdUntil !== null) return true
  return saleById(db, businessId, saleId)?.refunds.some((refund) => refund.cause === 'too-late' && refund.paymentId === paymentId) ?? false
}
