import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const unseen = { website: '', website_at: '1' }
const address = { kind: 'shipping', name: 'Ana Marques', line1: 'Rua do Cais 4', postalCode: '8700-312', city: 'Olhão', country: 'PT' }

const google = { provider: 'google' }
const everybodyAtGoogle = ["INSERT INTO provider_log_ins (provider, provider_subject, user_id, linked_at) SELECT 'google', id, id, created_at FROM users"]

// The customer of the table, who books from a link as well.
const herAddress = (town: ExampleTown) => ({
  address: town.one("SELECT a.id FROM addresses a JOIN users u ON u.id = a.user_id WHERE u.email_key = 'ana@example.test' AND a.is_default = 0 ORDER BY a.id"),
})

export default {
  'GET /register': { query: { to: '/account' } },
  'POST /register': { body: { name: 'Maria Nova', email: 'maria.nova@example.test', password: 'correct horse battery', ...unseen } },
  'GET /register/sent': {},
  'GET /log-in': { query: { to: '/account' } },
  'POST /log-in': { body: { email: 'ana@example.test', password: 'guildhall-demo' } },
  'POST /log-in/:provider': { params: google, body: { to: '/account' } },
  'GET /log-in/:provider/refusal': { params: google, query: { why: 'not-linked', to: '/account' } },
  // Without an errand: what it writes otherwise has tests of its own.
  'GET /landings/oauth/:provider': { params: google, answers: 303, toLogIn: true },
  'GET /log-out': {},
  'POST /log-out': {},
  'GET /verify-email': (town) => ({ query: { token: town.secrets['verify-email'] } }),
  'POST /verify-email': (town) => ({ body: { token: town.secrets['verify-email'] }, toLogIn: true }),
  'GET /forgotten-password': {},
  'POST /forgotten-password': { body: { email: 'ana@example.test', ...unseen } },
  'GET /forgotten-password/sent': {},
  'GET /reset-password': (town) => ({ query: { token: town.secrets['reset-password'] } }),
  'POST /reset-password': (town) => ({ body: { token: town.secrets['reset-password'], password: 'correct horse battery' }, toLogIn: true }),
  'GET /account': {},
  'POST /account': { query: { index: '' }, body: { name: 'Ana Marques', language: 'pt-PT', timeZone: 'Europe/Lisbon' } },
  'GET /account/addresses': {},
  'GET /account/addresses/new': {},
  'POST /account/addresses/new': { body: address },
  'GET /account/addresses/:address': (town) => ({ params: herAddress(town) }),
  'POST /account/addresses/:address': (town) => ({ params: herAddress(town), body: address }),
  'GET /account/addresses/:address/removal': (town) => ({ params: herAddress(town) }),
  'POST /account/addresses/:address/removal': (town) => ({ params: herAddress(town) }),
  'POST /account/addresses/:address/default': (town) => ({ params: herAddress(town) }),
  'GET /account/email-verification': {},
  'POST /account/email-verification': {},
  'GET /account/password': {},
  'POST /account/password': { body: { present: 'guildhall-demo', password: 'correct horse battery' } },
  'GET /account/security': {},
  'GET /account/log-ins/:provider': { params: google },
  'POST /account/log-ins/:provider': { params: google, body: { present: 'guildhall-demo' } },
  'GET /account/log-ins/:provider/removal': { params: google, before: everybodyAtGoogle },
  'POST /account/log-ins/:provider/removal': { params: google, before: everybodyAtGoogle },
  'POST /account/security/revocation': { body: { session: 'others' } },
  'POST /language': { body: { language: 'pt-PT', to: '/account' } },
  'POST /time-zone': { body: { zone: 'America/New_York', to: '/account' } },
} satisfies AccessExamples
