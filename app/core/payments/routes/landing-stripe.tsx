import { now } from '~/platform/clock.server'
import { landing } from '~/platform/guarded.server'
import { seeOther } from '~/platform/answers.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { localPath } from '../../identity/index.server'
import { settleSession } from '../settle-checkouts.server'

// The webhook may be late: so whoever comes back from the payment page has Stripe asked at once, and what follows from it done.
export const loader = landing({ access: 'public', at: '/landings/stripe' }, async ({ query }) => {
  const to = localPath(query.get('to')) ?? '/'
  const settled = await settleSession(query.get('session') ?? '')
  if (settled === 'paid') await drainOutbox({ now: now(), atMost: 100 })
  return settled === 'not-ours' ? seeOther(to) : seeOther(to, { key: settled === 'paid' ? 'payments.paid' : settled === 'unknown' ? 'payments.not-known' : 'payments.not-paid' })
})
