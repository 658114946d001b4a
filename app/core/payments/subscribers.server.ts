import { subscribe, type Subscriber } from '~/platform/outbox/index.server'
import { refundMade, saleClosed } from '../sales/events'
import { orderCardRefund } from './card-refunds.server'
import { retireCheckouts } from './checkout-rows.server'

export const paymentSubscribers: readonly Subscriber[] = [
  subscribe({
    name: 'payments.order-card-refund',
    to: refundMade,
    run: (db, { businessId, payload }, ctx) => {
      if (businessId !== null) orderCardRefund(db, businessId, payload.refundId, ctx.now)
    },
  }),
  subscribe({ name: 'payments.close-pages', to: saleClosed, run: (db, { payload }, ctx) => retireCheckouts(db, payload.saleId, ctx.now) }),
]
