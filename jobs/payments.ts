import { handleEvents, sweepCardRefunds, sweepCheckouts } from '~/core/payments/index.server'
import { constantly } from './every'

// Side by side: a payment page that Stripe is slow to answer for keeps no refund waiting.
export default constantly(
  '1 second',
  'payments',
  () => handleEvents({ atMost: 20 }),
  () => sweepCheckouts({ atMost: 20 }),
  () => sweepCardRefunds({ atMost: 20 }),
)
