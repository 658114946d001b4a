import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /landings/stripe': { query: { session: 'cs_test_unknown', to: '/' }, answers: 303 },
  // Nobody of ours posts here: what Stripe did not sign is refused, whoever sends it.
  'POST /webhooks/stripe': { body: { id: 'evt_1' }, answers: 400 },
  'GET /dashboard/:business/settings/payments': {},
  'POST /dashboard/:business/settings/payments': { body: { 'terms.kind': 'deposit', 'terms.percent': '30', holdMinutes: '30' } },
} satisfies AccessExamples
