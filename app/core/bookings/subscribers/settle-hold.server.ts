import { subscribe, type Subscriber } from '~/platform/outbox/subscribers.server'
import { jobCtx } from '../../businesses/index.server'
import { paymentTaken } from '../../sales/events'
import { isOpen } from '../model/states'
import { bookingBySale } from '../queries.server'
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
      if (now && !isOpen(now.status)) tellPaidTooLate(db, event, ctx, now)
    },
  }),
]
