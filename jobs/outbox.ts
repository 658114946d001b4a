import { goRounds } from '~/core/bookings/index.server'
import { handleEvents, sweepCardRefunds, sweepCheckouts } from '~/core/payments/index.server'
import { refreshFreeDays } from '~/core/search/index.server'
import { drainOutbox, sendDueMails } from '~/platform/outbox/index.server'
import { constantly } from './every'

// All that the house says to the world, side by side in one worker: a Postmark or a Stripe that is slow keeps no event waiting.
export default constantly(
  '200 ms',
  'outbox',
  ({ now }) => drainOutbox({ now, atMost: 50 }),
  ({ now }) => goRounds({ now, atMost: 25 }),
  ({ now }) => sendDueMails({ now, atMost: 20 }),
  () => handleEvents({ atMost: 20 }),
  () => sweepCheckouts({ atMost: 20 }),
  () => sweepCardRefunds({ atMost: 20 }),
  ({ now }) => refreshFreeDays({ now, atMost: 5 }),
)
