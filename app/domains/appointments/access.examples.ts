import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const service = { service: 'cut' }
// A Tuesday after the seeded weeks, on which nobody has booked yet.
const start = '2026-12-15T10:00Z'

// A booking of Ana's that is still to come.
const theItem = (town: ExampleTown) => ({
  reference: town.one(`SELECT b.reference FROM ${anasItems}`),
  item: town.one(`SELECT i.id FROM ${anasItems}`),
})
const anasItems = `booking_items i JOIN bookings b ON b.id = i.booking_id JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id
  JOIN businesses s ON s.id = b.business_id
  WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`

const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"
const theListing = (town: ExampleTown, slug: string) => town.one(`SELECT id FROM listings WHERE business_id = ${salon} AND slug = ?`, slug)
const theCut = (town: ExampleTown) => ({ service: theListing(town, 'cut') })
const theBar = (town: ExampleTown) => ({ service: theListing(town, 'a-seat-at-the-styling-bar') })
const theChair = (town: ExampleTown) => ({ place: town.one(`SELECT id FROM resources WHERE business_id = ${salon} AND kind = 'place' AND owner_id IS NULL ORDER BY position`) })
const theStore = (town: ExampleTown) => town.one(`SELECT id FROM stores WHERE business_id = ${salon} ORDER BY position`)

// As the editor sends it, with every id that it carries.
const editor = (town: ExampleTown) => ({
  title: 'Cut', price: '45.00', durationMinutes: '45', bufferBeforeMinutes: '0', bufferAfterMinutes: '10', noticeMinutes: '120', windowDays: '60', stepMinutes: '15',
  approval: 'no', staffChoice: 'may', 'payment.kind': 'as-business',
  staffIds: [town.one(`SELECT id FROM staff WHERE business_id = ${salon} ORDER BY position`)],
  placeIds: [theChair(town).place],
  storeIds: [theStore(town)],
  'questions[0].label': 'How long is your hair?',
  'questions[0].kind': 'text',
})
const chair = (town: ExampleTown) => ({ name: 'The chair by the door', storeId: theStore(town), capacity: '1' })

// What stands in the diary of a member of staff.
const duartes = `booking_items i JOIN bookings b ON b.id = i.booking_id JOIN staff s ON s.id = i.staff_id JOIN users u ON u.id = s.user_id
  WHERE u.email_key = 'duarte@harbour-salon.test' AND b.status = 'confirmed' AND i.domain = 'appointments' ORDER BY b.starts_at DESC LIMIT 1`
const hisVisit = (town: ExampleTown) => ({ reference: town.one(`SELECT b.reference FROM ${duartes}`) })

export default {
  'GET /b/:business/appointments/:service': { params: service },
  'GET /b/:business/appointments/:service/also': { params: service, query: { also: 'beard-trim' } },
  'GET /b/:business/appointments/:service/times': { params: service, query: { from: '2026-12-14' } },
  'GET /b/:business/appointments/:service/book': { params: service, query: { start } },
  'POST /b/:business/appointments/:service/book': {
    params: service,
    query: { start },
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-walls', checked: 'yes', website: '', website_at: '1' },
  },
  'GET /bookings/:reference/move': (town) => ({ params: { reference: theItem(town).reference } }),
  'POST /bookings/:reference/move': (town) => ({ params: { reference: theItem(town).reference }, body: { item: theItem(town).item, start } }),
  'GET /dashboard/:business/appointments/services': {},
  'GET /dashboard/:business/appointments/services/new': {},
  'POST /dashboard/:business/appointments/services/new': (town) => ({ body: { ...editor(town), title: 'Fringe' } }),
  'GET /dashboard/:business/appointments/services/:service': (town) => ({ params: theCut(town) }),
  'POST /dashboard/:business/appointments/services/:service': (town) => ({
    params: theCut(town),
    body: { ...editor(town), 'questions[0].id': town.one('SELECT id FROM questions WHERE listing_id = ?', theCut(town).service) },
  }),
  'GET /dashboard/:business/appointments/services/:service/position': (town) => ({ params: theCut(town), answers: 303 }),
  'POST /dashboard/:business/appointments/services/:service/position': (town) => ({ params: theCut(town), body: { direction: 'down' } }),
  'GET /dashboard/:business/appointments/services/:service/status': (town) => ({ params: theCut(town), answers: 303 }),
  'POST /dashboard/:business/appointments/services/:service/status': (town) => ({ params: theCut(town), body: { status: 'paused' } }),
  'GET /dashboard/:business/appointments/services/:service/copy': (town) => ({ params: theCut(town), answers: 303 }),
  'POST /dashboard/:business/appointments/services/:service/copy': (town) => ({ params: theCut(town) }),
  'GET /dashboard/:business/appointments/services/:service/capacity': (town) => ({ params: theBar(town) }),
  'POST /dashboard/:business/appointments/services/:service/capacity': (town) => ({ params: theBar(town), body: { from: '2027-01-12', to: '2027-01-13', seats: '0', reason: 'Painters' } }),
  'GET /dashboard/:business/appointments/services/:service/capacity/restoration': (town) => ({ params: theBar(town), answers: 303 }),
  'POST /dashboard/:business/appointments/services/:service/capacity/restoration': (town) => ({
    params: theBar(town),
    body: { change: town.one('SELECT c.id FROM capacity_changes c JOIN resources r ON r.id = c.resource_id WHERE r.owner_id = ?', theBar(town).service) },
  }),
  'GET /dashboard/:business/places': {},
  'GET /dashboard/:business/places/new': {},
  'POST /dashboard/:business/places/new': (town) => ({ body: chair(town) }),
  'GET /dashboard/:business/places/:place': (town) => ({ params: theChair(town) }),
  'POST /dashboard/:business/places/:place': (town) => ({ params: theChair(town), body: chair(town) }),
  'GET /dashboard/:business/places/:place/position': (town) => ({ params: theChair(town), answers: 303 }),
  'POST /dashboard/:business/places/:place/position': (town) => ({ params: theChair(town), body: { direction: 'down' } }),
  'GET /dashboard/:business/places/:place/availability': (town) => ({ params: theChair(town), answers: 303 }),
  'POST /dashboard/:business/places/:place/availability': (town) => ({ params: theChair(town), body: { active: 'no' } }),
  'GET /dashboard/:business/appointments/new': {},
  'POST /dashboard/:business/appointments/new': (town) => ({ query: { ...theCut(town), start }, body: { name: 'Walter Wall', phone: '+351 912 345 678', key: 'a-key-of-the-desk' } }),
  'GET /dashboard/:business/appointments/bookings/:reference/move': (town) => ({ params: hisVisit(town) }),
  'POST /dashboard/:business/appointments/bookings/:reference/move': (town) => ({ params: hisVisit(town), body: { item: town.one(`SELECT i.id FROM ${duartes}`), start } }),
  'GET /dashboard/:business/appointments/services/:service/why': (town) => ({ params: theCut(town), query: { start } }),
} satisfies AccessExamples
