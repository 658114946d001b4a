import type { AccessExamples } from '~/kernel/access-examples'

const id = '01990000-0000-7000-8000-00000000b0a7'
const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"
const before = [
  `INSERT INTO business_domains (business_id, domain, enabled_at) VALUES (${salon}, 'boats', 0)`,
  `INSERT INTO listings (id, business_id, domain, slug, title, price_minor, status, position, created_at, updated_at) VALUES ('${id}', ${salon}, 'boats', 'gaivota', 'Gaivota', 2500, 'active', 1, 0, 0)`,
  `INSERT INTO resources (id, business_id, kind, owner_id, name, capacity, active, position, created_at) VALUES ('${id}', ${salon}, 'place', '${id}', 'Gaivota', 1, 1, 99, 0)`,
]
const draft = [...before, `UPDATE listings SET status = 'draft' WHERE id = '${id}'`]
const query = { start: '2026-12-15T10:00Z' }
const params = { boat: 'gaivota' }

export default {
  'GET /b/:business/boats/:boat': { params, before },
  'GET /b/:business/boats/:boat/book': { params, query, before },
  'POST /b/:business/boats/:boat/book': {
    params, query, before,
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-walls', checked: 'yes', website: '', website_at: '1' },
  },
  'GET /dashboard/:business/boats/fleet': { before },
  'GET /dashboard/:business/boats/fleet/new': { before },
  'POST /dashboard/:business/boats/fleet/new': { before, body: { title: 'Gaivina' } },
  'GET /dashboard/:business/boats/fleet/:boat': { params: { boat: id }, before },
  'POST /dashboard/:business/boats/fleet/:boat': { params: { boat: id }, before: draft, body: {} },
} satisfies AccessExamples
