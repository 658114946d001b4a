import type { Db } from '~/platform/database.server'
import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { paymentTaken } from '../../sales/events'
import { saleById } from '../../sales/index.server'
import { advanceChange } from '../answer-move.server'
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
      const job = jobCtx(db, 'settle-hold', ctx.now, event.businessId)
      secureBooking(db, job, booking)
      advanceChange(db, job, booking)
      const now = bookingBySale(db, event.businessId, event.payload.saleId)
      if (now && cameTooLate(db, now, event.payload.paymentId)) tellPaidTooLate(db, event, ctx, now)
    },
  }),
]

// The hold had run out, or the booking had ended before the money came. Who cancels after it came is told by the cancellation what comes
// back, and what is paid for a visit that took place is kept.
function cameTooLate(db: Db, { businessId, saleId, status, holdUntil }: Booking, paymentId: string): boolean {
  if (status === 'expired' && holdUntil !== null) return true
  const sale = saleById(db, businessId, saleId)
  const payment = sale?.payments.find(({ id }) => id === paymentId)
  // All of it at once: it came for a change that is no longer kept.
  return sale?.refunds.some(({ cause, paymentId: of, amountMinor }) => of === paymentId && (cause === 'too-late' || (cause === 'overpaid' && amountMinor === payment?.amountMinor))) ?? false
}
