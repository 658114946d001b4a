import { seeOther } from '~/platform/answers.server'
import { now } from '~/platform/clock.server'
import { landing } from '~/platform/guarded.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { limit } from '~/platform/rate-limits.server'
import { localPath } from '../../identity/index.server'
import { settleSession } from '../settle-checkouts.server'

// The webhook may be late: so whoever comes back from the payment page has Stripe asked at once, and what follows from it done.
export const loader = landing({ access: 'public', at: '/landings/stripe' }, async ({ ctx, query }) => {
  const to = localPath(query.get('to')) ?? '/'
  const session = query.get('session') ?? ''
  if (!session.startsWith('cs_')) return seeOther(to)
  const asked = limit({ name: 'paymentLanding', key: ctx.clientAddress, now: ctx.now })
  const settled = asked.ok ? await settleSession(session) : 'unknown'
  if (settled === 'paid') await drainOutbox({ now: now(), atMost: 100 })
  return settled === 'not-ours' ? seeOther(to) : seeOther(to, { key: settled === 'paid' ? 'payments.paid' : settled === 'unknown' ? 'payments.not-known' : 'payments.not-paid' })
})
