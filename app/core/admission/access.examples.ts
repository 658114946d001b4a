import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const session = '019e0000-0000-7000-8000-00000000d001'
const theirs = '019e0000-0000-7000-8000-00000000d002'
const act = '019e0000-0000-7000-8000-00000000d003'

// A date of a listing, today or over since an hour, in this business; another stands in the stranger's.
const evening = (id: string, slug: string, over: boolean) => [
  `INSERT INTO resources (id, business_id, kind, name, capacity, active, position, created_at) SELECT 'pool-${id}', id, 'pool', 'Evening', 100, 1, 99, created_at FROM businesses WHERE slug = '${slug}'`,
  `INSERT INTO listing_sessions (id, business_id, store_id, listing_id, domain, local_start, time_zone, starts_at, ends_at, status, pool_id, created_at)
   SELECT '${id}', b.id, (SELECT id FROM stores WHERE business_id = b.id LIMIT 1), l.id, l.domain, '2026-11-03T19:00', b.time_zone, ${over ? 1793600000000 : 1793733600000}, ${over ? 1793603600000 : 1793740800000}, 'scheduled', 'pool-${id}', b.created_at
   FROM businesses b JOIN listings l ON l.business_id = b.id WHERE b.slug = '${slug}' LIMIT 1`,
]
const evenings = (over = false) => [...evening(session, 'harbour-salon', over), ...evening(theirs, 'lakeshore-physio', over)]

// Duarte, who is staff, sees his own diary: the bookings of these examples stand in it.
const duarte = "(SELECT s.id FROM staff s JOIN users u ON u.id = s.user_id WHERE u.email_key = 'duarte@harbour-salon.test')"
const anas = (town: ExampleTown) =>
  town.one(
    `SELECT b.reference FROM bookings b JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id JOIN businesses s ON s.id = b.business_id
     WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`,
  )
const duartes = (town: ExampleTown) => town.one(`SELECT b.reference FROM bookings b JOIN booking_items i ON i.booking_id = b.id WHERE i.staff_id = ${duarte} AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`)
const comes = (reference: string) => `UPDATE booking_items SET session_id = '${session}' WHERE booking_id = (SELECT id FROM bookings WHERE reference = '${reference}')`
const item = (town: ExampleTown, reference: string) => town.one('SELECT i.id FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ? LIMIT 1', reference)

const ticket = (town: ExampleTown) => ({ params: { reference: anas(town) }, before: [...evenings(), comes(anas(town))] })
const atDoor = (town: ExampleTown) => ({ params: { session }, before: [...evenings(), comes(duartes(town))] })
const letIn = (town: ExampleTown) => ({
  params: { session, act },
  before: [
    ...evenings(),
    comes(duartes(town)),
    `INSERT INTO admissions (id, business_id, session_id, item_id, place, act_id, at, by_user_id)
     SELECT '${act}', i.business_id, '${session}', i.id, 1, '${act}', 1793690000000, (SELECT user_id FROM staff WHERE id = ${duarte})
     FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = '${duartes(town)}' LIMIT 1`,
  ],
})
const over = (town: ExampleTown) => ({ params: { session }, before: [...evenings(true), comes(duartes(town))] })
const ofDuarte = (town: ExampleTown) => ({ params: { reference: duartes(town) }, before: [...evenings(), comes(duartes(town))] })

const examples: AccessExamples = {
  'GET /bookings/:reference/tickets': ticket,
  'GET /bookings/:reference/tickets.pdf': ticket,
  'GET /t/:code': { params: { code: '7K3M9-Q22XW-MTR4B' } },
  'GET /dashboard/:business/door': (town) => ({ before: atDoor(town).before }),
  'GET /dashboard/:business/door/:session': atDoor,
  'POST /dashboard/:business/door/:session': (town) => ({ ...atDoor(town), body: { item: item(town, duartes(town)) } }),
  'GET /dashboard/:business/door/:session/admissions/:act/undoing': letIn,
  'POST /dashboard/:business/door/:session/admissions/:act/undoing': letIn,
  'GET /dashboard/:business/door/:session/absences': over,
  'POST /dashboard/:business/door/:session/absences': over,
  'GET /dashboard/:business/attendees/:session': atDoor,
  'GET /dashboard/:business/attendees/:session/manifest': atDoor,
  'GET /dashboard/:business/attendees/:session/attendees.csv': atDoor,
  'GET /dashboard/:business/bookings/:reference/tickets': ofDuarte,
  'POST /dashboard/:business/bookings/:reference/tickets': ofDuarte,
}

export default examples
