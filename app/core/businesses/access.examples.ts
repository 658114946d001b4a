import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"
const address = {
  name: 'Second chair', line1: 'Rua do Arsenal 12', postalCode: '1100-038', city: 'Lisbon', country: 'PT', timeZone: 'Europe/Lisbon',
  taxName: 'IVA', taxRate: '23', taxIncluded: 'yes',
}
const details = { name: 'Harbour Salon', slug: 'harbour-salon', kicker: 'Hair by the river', timeZone: 'Europe/Lisbon', language: 'en' }
const profile = { name: 'Duarte Reis', title: 'Cuts and beards' }

// A store may close where another stays open.
const secondStore = `INSERT INTO stores (id, business_id, code, name, line1, postal_code, city, country, time_zone, tax_name, tax_rate_ppm, tax_included, status, position, created_at)
  SELECT '0190a000-0000-7000-8000-000000000002', business_id, 'ZZ', name, line1, postal_code, city, country, time_zone, tax_name, tax_rate_ppm, tax_included, 'open', 99, created_at
  FROM stores WHERE business_id = ${salon} LIMIT 1`

const theStore = (town: ExampleTown) => ({ store: town.one(`SELECT id FROM stores WHERE business_id = ${salon} ORDER BY position`) })
const theMember = (town: ExampleTown) => ({ member: town.one(`SELECT id FROM members WHERE business_id = ${salon} AND role = 'staff' ORDER BY id`) })
const thePerson = (town: ExampleTown) => ({
  staff: town.one(`SELECT s.id FROM staff s JOIN members m ON m.user_id = s.user_id AND m.business_id = s.business_id WHERE s.business_id = ${salon} AND m.role = 'staff' ORDER BY s.id`),
})
const theInvitation = (town: ExampleTown) => ({
  invitation: town.one(`SELECT id FROM invitations WHERE business_id = ${salon} AND accepted_at IS NULL AND withdrawn_at IS NULL ORDER BY created_at DESC, id DESC`),
})

export default {
  'GET /invitation': (town) => ({ query: { token: town.secrets.invitation } }),
  'POST /invitation': (town) => ({ query: { token: town.secrets.invitation } }),
  'GET /dashboard/:business/settings': {},
  'GET /dashboard/:business/settings/business': {},
  'POST /dashboard/:business/settings/business': { body: details },
  'GET /dashboard/:business/settings/stores': {},
  'GET /dashboard/:business/settings/stores/new': {},
  'POST /dashboard/:business/settings/stores/new': { body: address },
  'GET /dashboard/:business/settings/stores/:store': (town) => ({ params: theStore(town) }),
  'POST /dashboard/:business/settings/stores/:store': (town) => ({ params: theStore(town), body: address }),
  'GET /dashboard/:business/settings/stores/:store/closure': (town) => ({ params: theStore(town) }),
  'POST /dashboard/:business/settings/stores/:store/closure': (town) => ({ params: theStore(town), before: [secondStore] }),
  'GET /dashboard/:business/settings/stores/:store/opening': (town) => ({ params: theStore(town), answers: 303 }),
  'POST /dashboard/:business/settings/stores/:store/opening': (town) => ({ params: theStore(town), before: [`UPDATE stores SET status = 'closed' WHERE business_id = ${salon}`] }),
  'GET /dashboard/:business/settings/members': {},
  'GET /dashboard/:business/settings/members/invite': {},
  'POST /dashboard/:business/settings/members/invite': { body: { email: 'somebody.new@example.test', role: 'manager' } },
  'GET /dashboard/:business/settings/members/:member': (town) => ({ params: theMember(town) }),
  'POST /dashboard/:business/settings/members/:member': (town) => ({ params: theMember(town), body: { role: 'manager', staffId: thePerson(town).staff } }),
  'GET /dashboard/:business/settings/members/:member/removal': (town) => ({ params: theMember(town) }),
  'POST /dashboard/:business/settings/members/:member/removal': (town) => ({ params: theMember(town) }),
  'GET /dashboard/:business/settings/invitations/:invitation/withdrawal': (town) => ({ params: theInvitation(town), answers: 303 }),
  'POST /dashboard/:business/settings/invitations/:invitation/withdrawal': (town) => ({ params: theInvitation(town) }),
  'GET /dashboard/:business/settings/domains': {},
  'POST /dashboard/:business/settings/domains': { body: { enabled: ['appointments'], defaultDomain: 'appointments' } },
  'GET /dashboard/:business/settings/status': {},
  'POST /dashboard/:business/settings/status': { body: { status: 'suspended', reason: 'Winter break' } },
  'GET /dashboard/:business/staff': {},
  'GET /dashboard/:business/staff/new': {},
  'POST /dashboard/:business/staff/new': { body: { name: 'Eva Prado', title: 'Colourist' } },
  'GET /dashboard/:business/staff/:staff': (town) => ({ params: thePerson(town) }),
  'POST /dashboard/:business/staff/:staff': (town) => ({ params: thePerson(town), body: profile }),
  'GET /dashboard/:business/staff/:staff/position': (town) => ({ params: thePerson(town), answers: 303 }),
  'POST /dashboard/:business/staff/:staff/position': (town) => ({ params: thePerson(town), body: { direction: 'up' } }),
  'GET /dashboard/:business/staff/:staff/availability': (town) => ({ params: thePerson(town), answers: 303 }),
  'POST /dashboard/:business/staff/:staff/availability': (town) => ({ params: thePerson(town), body: { active: 'no' } }),
  'GET /dashboard/:business/audit': { query: { area: 'bookings' } },
} satisfies AccessExamples
