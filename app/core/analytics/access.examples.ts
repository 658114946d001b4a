import type { AccessExamples } from '~/kernel/access-examples'

export default {
  'GET /dashboard/:business/analytics': { query: { from: '2026-10-01', to: '2026-10-31', by: 'week' } },
  'GET /dashboard/:business/analytics/activity': { query: { kind: 'bookings' } },
  'GET /dashboard/:business/analytics/:table.csv': { params: { table: 'listings' }, query: { from: '2026-10-01', to: '2026-10-31' } },
} satisfies AccessExamples
