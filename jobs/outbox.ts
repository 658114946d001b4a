import { drainOutbox, sendDueMails } from '~/platform/outbox/index.server'
import { constantly } from './every'

// Side by side: a Postmark that is slow keeps no event waiting.
export default constantly(
  '200 ms',
  'outbox',
  ({ now }) => drainOutbox({ now, atMost: 50 }),
  ({ now }) => sendDueMails({ now, atMost: 20 }),
)
