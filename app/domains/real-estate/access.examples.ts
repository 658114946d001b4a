import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

// The salon lets the flat above it.
const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"
const flat = '019e0000-0000-7000-8000-0000000f1a70'
const room = '019e0000-0000-7000-8000-0000000f1a71'
const theFlat = [
  `INSERT INTO business_domains (business_id, domain, enabled_at) VALUES (${salon}, 'real-estate', 0) ON CONFLICT (business_id, domain) DO UPDATE SET disabled_at = NULL`,
  `INSERT INTO listings (id, business_id, domain, slug, title, price_minor, status, position, created_at, updated_at)
   VALUES ('${flat}', ${salon}, 'real-estate', 'the-flat', 'The flat', 10000, 'active', 1, 0, 0)`,
  `INSERT INTO listing_stores (listing_id, store_id) SELECT '${flat}', id FROM stores WHERE business_id = ${salon} ORDER BY position LIMIT 1`,
  `INSERT INTO resources (id, business_id, kind, owner_id, name, capacity, active, position, created_at) VALUES ('${room}', ${salon}, 'place', '${flat}', 'The flat', 1, 1, 900, 0)`,
  `INSERT INTO properties (listing_id, business_id, tenure, resource_id, amenities, approval) VALUES ('${flat}', ${salon}, 'nightly', '${room}', '[]', 0)`,
  `INSERT INTO stay_terms (listing_id, business_id, nightly_minor, weekend_days, guests_included, guests_most, extra_guest_minor, tax_minor, child_age, min_nights, stay_by,
     arrival_days, departure_days, prepare_nights, notice_days, window_days, check_in_from, check_out_by)
   VALUES ('${flat}', ${salon}, 10000, '[]', 2, 4, 0, 0, 13, 1, 'arrival', '[1,2,3,4,5,6,7]', '[1,2,3,4,5,6,7]', 0, 0, 365, 900, 660)`,
]
// Another one is for rent, and somebody has asked about it.
const loft = '019e0000-0000-7000-8000-0000000f1a72'
const question = '019e0000-0000-7000-8000-0000000f1a73'
const theLoft = [
  `INSERT INTO business_domains (business_id, domain, enabled_at) VALUES (${salon}, 'real-estate', 0) ON CONFLICT (business_id, domain) DO UPDATE SET disabled_at = NULL`,
  `INSERT INTO listings (id, business_id, domain, slug, title, price_minor, status, position, created_at, updated_at)
   VALUES ('${loft}', ${salon}, 'real-estate', 'the-loft', 'The loft', 90000, 'active', 2, 0, 0)`,
  `INSERT INTO listing_stores (listing_id, store_id) SELECT '${loft}', id FROM stores WHERE business_id = ${salon} ORDER BY position LIMIT 1`,
  `INSERT INTO properties (listing_id, business_id, tenure, amenities, approval) VALUES ('${loft}', ${salon}, 'long-term', '[]', 0)`,
]
// Whoever works there shows it.
const theAgents = [
  ...theLoft,
  `INSERT INTO viewing_terms (listing_id, business_id, minutes, notice_hours, window_days) VALUES ('${loft}', ${salon}, 30, 0, 60)`,
  `INSERT INTO viewing_agents (listing_id, business_id, staff_id) SELECT '${loft}', ${salon}, id FROM staff WHERE business_id = ${salon} AND active = 1`,
]
const theQuestion = [
  ...theLoft,
  `INSERT INTO property_enquiries (id, business_id, listing_id, contact_name, contact_email, message, language, status, form_key, asked_at)
   VALUES ('${question}', ${salon}, '${loft}', 'Walter Wall', 'walter@example.test', 'Is it quiet?', 'en', 'new', 'a-key-of-the-question', 0)`,
]
const spring = '019e0000-0000-7000-8000-0000000f1a74'
const theSpring = [
  ...theFlat,
  `INSERT INTO seasons (id, business_id, listing_id, name, first_night, last_night, nightly_minor) VALUES ('${spring}', ${salon}, '${flat}', 'Spring', '2027-04-01', '2027-05-31', 12000)`,
]
const summer = { name: 'Summer', firstNight: '2027-06-01', lastNight: '2027-08-31', nightly: '150.00' }
const slug = { property: 'the-flat' }
const dates = { from: '2026-12-15', to: '2026-12-17' }

// A booking that is to come becomes a stay in the flat.
const anas = `booking_items i JOIN bookings b ON b.id = i.booking_id JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id
  WHERE u.email_key = 'ana@example.test' AND b.business_id = ${salon} AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`
const duartes = `booking_items i JOIN bookings b ON b.id = i.booking_id JOIN staff s ON s.id = i.staff_id JOIN users u ON u.id = s.user_id
  WHERE u.email_key = 'duarte@harbour-salon.test' AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`
const choice = '{"kind":"stay","arrive":"2026-12-10","depart":"2026-12-12","guests":{"adults":2,"children":0}}'
const asStay = (town: ExampleTown, whose: string) => ({
  params: { reference: town.one(`SELECT b.reference FROM ${whose}`) },
  before: [...theFlat, `UPDATE booking_items SET listing_id = '${flat}', domain = 'real-estate', choice = '${choice}' WHERE id = '${town.one(`SELECT i.id FROM ${whose}`)}'`],
})

const asViewing = (town: ExampleTown, whose: string) => ({
  params: { reference: town.one(`SELECT b.reference FROM ${whose}`) },
  before: [...theAgents, `UPDATE booking_items SET listing_id = '${loft}', domain = 'real-estate', choice = '{"kind":"viewing","start":"2026-12-10T10:00Z"}' WHERE id = '${town.one(`SELECT i.id FROM ${whose}`)}'`],
})
const viewingAt = { start: '2026-12-15T10:00Z' }

const theStore = (town: ExampleTown) => town.one(`SELECT id FROM stores WHERE business_id = ${salon} ORDER BY position`)
const editor = (town: ExampleTown) => ({ title: 'The flat', tenure: 'nightly', storeId: theStore(town), approval: 'no', 'payment.kind': 'as-business', beds: '2', amenities: 'Wi-Fi' })
const rates = {
  nightly: '100.00', weekendDays: ['5', '6'], guestsIncluded: '2', guestsMost: '4', childAge: '13', minNights: '1', stayBy: 'arrival',
  arrivalDays: ['1', '2', '3', '4', '5', '6', '7'], departureDays: ['1', '2', '3', '4', '5', '6', '7'], prepareNights: '0', noticeDays: '0', windowDays: '365',
  checkInFrom: '15:00', checkOutBy: '11:00',
} as const

export default {
  'GET /b/:business/real-estate/:property': { params: slug, query: dates, before: theFlat },
  'GET /b/:business/real-estate/:property/dates': { params: slug, query: dates, before: theFlat },
  'GET /b/:business/real-estate/:property/book': { params: slug, query: dates, before: theFlat },
  'POST /b/:business/real-estate/:property/book': {
    params: slug,
    query: dates,
    before: theFlat,
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-flat', checked: 'yes', website: '', website_at: '1' },
  },
  'GET /b/:business/real-estate/:property/enquiry': { params: { property: 'the-loft' }, before: theLoft },
  'POST /b/:business/real-estate/:property/enquiry': {
    params: { property: 'the-loft' },
    before: theLoft,
    body: { name: 'Walter Wall', email: 'walter@example.test', message: 'Is it quiet?', key: 'a-key-of-a-question', website: '', website_at: '1' },
  },
  'GET /b/:business/real-estate/:property/viewing': { params: { property: 'the-loft' }, before: theAgents },
  'GET /b/:business/real-estate/:property/viewing/book': { params: { property: 'the-loft' }, query: viewingAt, before: theAgents },
  'POST /b/:business/real-estate/:property/viewing/book': {
    params: { property: 'the-loft' },
    query: viewingAt,
    before: theAgents,
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-viewing', checked: 'yes', website: '', website_at: '1' },
  },
  'GET /bookings/:reference/viewing': (town) => asViewing(town, anas),
  'POST /bookings/:reference/viewing': (town) => ({ ...asViewing(town, anas), body: viewingAt }),
  'GET /bookings/:reference/stay': (town) => asStay(town, anas),
  'POST /bookings/:reference/stay': (town) => ({ ...asStay(town, anas), body: { ...dates, adults: '2' } }),
  'GET /dashboard/:business/real-estate/properties': {},
  'GET /dashboard/:business/real-estate/properties/new': {},
  'POST /dashboard/:business/real-estate/properties/new': (town) => ({ body: editor(town) }),
  'GET /dashboard/:business/real-estate/properties/:property': { params: { property: flat }, before: theFlat },
  'POST /dashboard/:business/real-estate/properties/:property': (town) => ({ params: { property: flat }, before: theFlat, body: editor(town) }),
  'GET /dashboard/:business/real-estate/properties/:property/rates': { params: { property: flat }, before: theFlat },
  'POST /dashboard/:business/real-estate/properties/:property/rates': { params: { property: flat }, before: theFlat, body: rates },
  'GET /dashboard/:business/real-estate/properties/:property/nights': { params: { property: flat }, before: theFlat },
  'POST /dashboard/:business/real-estate/properties/:property/nights': { params: { property: flat }, before: theFlat, body: { firstNight: '2026-12-20', lastNight: '2026-12-24', act: 'block', reason: 'Painters' } },
  'GET /dashboard/:business/real-estate/properties/:property/seasons': { params: { property: flat }, before: theSpring },
  'POST /dashboard/:business/real-estate/properties/:property/seasons': { params: { property: flat }, before: theSpring, body: summer },
  'GET /dashboard/:business/real-estate/properties/:property/seasons/copies': { params: { property: flat }, before: theSpring },
  'POST /dashboard/:business/real-estate/properties/:property/seasons/copies': { params: { property: flat }, before: theSpring, body: { fromYear: '2027', toYear: '2028' } },
  'GET /dashboard/:business/real-estate/properties/:property/seasons/:season': { params: { property: flat, season: spring }, before: theSpring },
  'POST /dashboard/:business/real-estate/properties/:property/seasons/:season': { params: { property: flat, season: spring }, before: theSpring, body: summer },
  'GET /dashboard/:business/real-estate/properties/:property/seasons/:season/removal': { params: { property: flat, season: spring }, before: theSpring },
  'POST /dashboard/:business/real-estate/properties/:property/seasons/:season/removal': { params: { property: flat, season: spring }, before: theSpring },
  'GET /dashboard/:business/real-estate/properties/:property/status': { params: { property: flat }, before: theFlat, answers: 303 },
  'POST /dashboard/:business/real-estate/properties/:property/status': { params: { property: flat }, before: theFlat, body: { status: 'paused' } },
  'GET /dashboard/:business/real-estate/properties/:property/copy': { params: { property: flat }, before: theFlat, answers: 303 },
  'POST /dashboard/:business/real-estate/properties/:property/copy': { params: { property: flat }, before: theFlat },
  'GET /dashboard/:business/real-estate/properties/:property/position': { params: { property: flat }, before: theFlat, answers: 303 },
  'POST /dashboard/:business/real-estate/properties/:property/position': { params: { property: flat }, before: theFlat, body: { direction: 'down' } },
  'GET /dashboard/:business/real-estate/enquiries': { before: theQuestion },
  'GET /dashboard/:business/real-estate/enquiries/:enquiry': { params: { enquiry: question }, before: theQuestion },
  'POST /dashboard/:business/real-estate/enquiries/:enquiry': { params: { enquiry: question }, before: theQuestion, body: { body: 'Very quiet.' } },
  'GET /dashboard/:business/real-estate/enquiries/:enquiry/status': { params: { enquiry: question }, before: theQuestion, answers: 303 },
  'POST /dashboard/:business/real-estate/enquiries/:enquiry/status': { params: { enquiry: question }, before: theQuestion, body: { to: 'closed' } },
  'GET /dashboard/:business/real-estate/new': {},
  'POST /dashboard/:business/real-estate/new': { query: { property: flat, ...dates }, before: theFlat, body: { name: 'Walter Wall', phone: '+351 912 345 678', key: 'a-key-of-the-desk' } },
  'GET /dashboard/:business/real-estate/viewings/new': { query: { property: loft }, before: theAgents },
  'POST /dashboard/:business/real-estate/viewings/new': { query: { property: loft, ...viewingAt }, before: theAgents, body: { name: 'Walter Wall', phone: '+351 912 345 678', key: 'a-key-of-a-viewing-by-telephone' } },
  'GET /dashboard/:business/real-estate/bookings/:reference/move': (town) => asStay(town, duartes),
  'POST /dashboard/:business/real-estate/bookings/:reference/move': (town) => ({ ...asStay(town, duartes), body: { ...dates, adults: '2' } }),
  'GET /dashboard/:business/real-estate/bookings/:reference/viewing': (town) => asViewing(town, duartes),
  'POST /dashboard/:business/real-estate/bookings/:reference/viewing': (town) => ({ ...asViewing(town, duartes), body: viewingAt }),
} satisfies AccessExamples
