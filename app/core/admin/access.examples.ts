import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const someRole = (town: ExampleTown) => ({ user: town.one("SELECT id FROM users WHERE email_key = 'ana@example.test'"), role: 'agent' })
const aBusiness = (town: ExampleTown) => ({ id: town.one("SELECT id FROM businesses WHERE slug = 'harbour-salon'") })
const theCategory = (town: ExampleTown) => ({ category: town.one("SELECT id FROM categories WHERE slug = 'hair-cut'") })
const category = { title: 'Cut', under: 'appointments', 'fields[0].title': 'Hair length', 'fields[0].kind': 'enum', 'fields[0].options': 'Short\nLong' }
const schema = { type: 'object', properties: { vegan: { type: 'boolean', title: 'Vegan products' } } }
// What has been told or sent meanwhile answers like what is tried again.
const settled = '01900000-0000-7000-8000-000000000000'

export default {
  'GET /admin': {},
  'GET /admin/users': { query: { q: 'ana', role: 'customer' } },
  'GET /admin/users/:user': (town) => ({ params: { user: someRole(town).user } }),
  'GET /admin/users/:user/roles/:role': (town) => ({ params: someRole(town) }),
  'POST /admin/users/:user/roles/:role': (town) => ({ params: someRole(town), body: { held: 'yes' } }),
  'GET /admin/businesses': { query: { q: 'harbour', status: 'active' } },
  'GET /admin/businesses/:id/status': (town) => ({ params: aBusiness(town) }),
  'POST /admin/businesses/:id/status': (town) => ({ params: aBusiness(town), body: { status: 'suspended', reason: 'Asked for by the owner' } }),
  'GET /admin/categories': {},
  'GET /admin/categories/new': {},
  'POST /admin/categories/new': { body: { ...category, title: 'Nails' } },
  'GET /admin/categories/:category': (town) => ({ params: theCategory(town) }),
  'POST /admin/categories/:category': (town) => ({ params: theCategory(town), body: category }),
  'GET /admin/categories/:category/schema': (town) => ({ params: theCategory(town) }),
  'POST /admin/categories/:category/schema': (town) => ({ params: theCategory(town), body: { schema: JSON.stringify(schema) } }),
  'GET /admin/categories/:category/removal': (town) => ({ params: theCategory(town) }),
  'POST /admin/categories/:category/removal': (town) => ({ params: theCategory(town) }),
  'GET /admin/categories/:category/restoration': (town) => ({ params: theCategory(town), answers: 303 }),
  'POST /admin/categories/:category/restoration': (town) => ({ params: theCategory(town) }),
  'GET /admin/audit': { query: { action: 'bookings.' } },
  'GET /admin/ledger': { query: { account: 'receivable', from: '2026-01-01' } },
  'GET /admin/jobs': {},
  'GET /admin/events': {},
  'POST /admin/events/:event/retry': { params: { event: settled }, body: { subscriber: 'contacts join an account' } },
  'GET /admin/mails': {},
  'POST /admin/mails/:mail/retry': { params: { mail: settled } },
} satisfies AccessExamples
