import type { AccessExamples } from '~/kernel/access-examples'

// A policy of the salon's, and one of another business that stands for it.
const policy = '019e0000-0000-7000-8000-00000000dd01'
const another = '019e0000-0000-7000-8000-00000000dd02'
const insert = (id: string, slug: string) =>
  `INSERT INTO cancellation_policies (id, business_id, name, tiers, fees, taxes, no_show_percent, is_default, created_at)
   SELECT '${id}', id, 'A day before', '[{"hoursBefore":24,"percent":100}]', 'by-tier', 'by-tier', 0, 0, created_at FROM businesses WHERE slug = '${slug}'`
const written = { params: { policy }, before: [insert(policy, 'harbour-salon'), insert(another, 'lakeshore-physio')] }
const body = { name: 'Two days before', 'tiers[0].hoursBefore': '48', 'tiers[0].percent': '100', fees: 'by-tier', taxes: 'by-tier', noShowPercent: '0' }

export default {
  'GET /dashboard/:business/settings/policies': {},
  'GET /dashboard/:business/settings/policies/new': {},
  'POST /dashboard/:business/settings/policies/new': { body },
  'GET /dashboard/:business/settings/policies/:policy': written,
  'POST /dashboard/:business/settings/policies/:policy': { ...written, body },
  'GET /dashboard/:business/settings/policies/:policy/retirement': { ...written, answers: 303 },
  'POST /dashboard/:business/settings/policies/:policy/retirement': written,
} satisfies AccessExamples
