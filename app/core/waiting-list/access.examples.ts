import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'
import { entryToken } from './entries.server'

const session = '019e0000-0000-7000-8000-00000000a001'
const theirs = '019e0000-0000-7000-8000-00000000a002'
const entry = '019e0000-0000-7000-8000-00000000a003'
const theirEntry = '019e0000-0000-7000-8000-00000000a004'

// A date of a listing with somebody in its line, in this business and in the stranger's.
const line = (slug: string, id: string, entryId: string) => [
  `INSERT INTO resources (id, business_id, kind, name, capacity, active, position, created_at) SELECT 'pool-${id}', id, 'pool', 'Evening', 100, 1, 99, created_at FROM businesses WHERE slug = '${slug}'`,
  `INSERT INTO listing_sessions (id, business_id, store_id, listing_id, domain, local_start, time_zone, starts_at, ends_at, status, pool_id, created_at)
   SELECT '${id}', b.id, (SELECT id FROM stores WHERE business_id = b.id LIMIT 1), l.id, l.domain, '2026-11-05T19:00', b.time_zone, 1793905200000, 1793912400000, 'scheduled', 'pool-${id}', b.created_at
   FROM businesses b JOIN listings l ON l.business_id = b.id WHERE b.slug = '${slug}' LIMIT 1`,
  `INSERT INTO waiting_entries (id, business_id, session_id, listing_id, choices, quantity, contact_name, contact_email, email_key, language, status, joined_at)
   SELECT '${entryId}', business_id, id, listing_id, '[{}]', 2, 'Ana Sousa', 'ana@example.test', 'ana@example.test', 'en', 'waiting', created_at FROM listing_sessions WHERE id = '${id}'`,
]
const before = [...line('harbour-salon', session, entry), ...line('lakeshore-physio', theirs, theirEntry)]

// A lecture at Granary Hall, whose last seat has just been taken.
const theLecture = "(SELECT id FROM listings WHERE slug = 'what-the-river-remembers')"
const soldOut = (town: ExampleTown) => {
  const id = town.one(`SELECT id FROM listing_sessions WHERE listing_id = ${theLecture} AND status IN ('scheduled', 'confirmed') ORDER BY starts_at DESC`)
  const ticket = town.one(`SELECT id FROM ticket_types WHERE listing_id = ${theLecture} ORDER BY position`)
  return {
    params: { business: 'granary-hall', session: id },
    query: { choice: JSON.stringify({ session: id, ticket, code: null, shownMinor: null }) },
    before: [`UPDATE resources SET capacity = taken WHERE id = (SELECT pool_id FROM listing_sessions WHERE id = '${id}')`],
  }
}

const joining = { params: { session }, query: { choice: '{}' }, before }
const waiting = { params: { entry }, query: { token: entryToken({ id: entry }) }, before }
const offered = { ...waiting, before: [...before, `UPDATE waiting_entries SET status = 'offered', offered_at = 1793696000000, offer_until = 1793800000000 WHERE id = '${entry}'`] }
const inLine = { params: { session, entry }, before }
const person = { name: 'Rosa Lima', email: 'rosa@example.org', website: '', website_at: '1' }

const examples: AccessExamples = {
  'GET /b/:business/waiting-list/:session': joining,
  'POST /b/:business/waiting-list/:session': (town) => ({ ...soldOut(town), body: { ...person, count: '2' } }),
  'GET /b/:business/waiting-list/entries/:entry': waiting,
  'POST /b/:business/waiting-list/entries/:entry': { ...offered, body: { ...person, key: 'a-key-of-the-example' }, answers: 200 },
  'GET /b/:business/waiting-list/entries/:entry/leaving': waiting,
  'POST /b/:business/waiting-list/entries/:entry/leaving': waiting,
  'GET /dashboard/:business/waiting-list/:session': { params: { session }, before },
  'GET /dashboard/:business/waiting-list/:session/entries/:entry/offer': inLine,
  'POST /dashboard/:business/waiting-list/:session/entries/:entry/offer': inLine,
  'GET /dashboard/:business/waiting-list/:session/entries/:entry/removal': inLine,
  'POST /dashboard/:business/waiting-list/:session/entries/:entry/removal': inLine,
  'GET /dashboard/:business/settings/waiting-list': {},
  'POST /dashboard/:business/settings/waiting-list': { body: { offerHours: '12', order: 'strict' } },
}

export default examples
