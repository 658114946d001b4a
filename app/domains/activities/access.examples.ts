import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

// The tour that everybody can book at Kyrenia Kayak.
const tour = { business: 'kyrenia-kayak', activity: 'castle-and-caves' }
const theTour = "(SELECT id FROM listings WHERE slug = 'castle-and-caves')"
const open = `listing_id = ${theTour} AND status = 'confirmed' ORDER BY starts_at DESC LIMIT 1`
const places = (town: ExampleTown) => ({ date: town.one(`SELECT id FROM listing_sessions WHERE ${open}`), 'n-adult': '2' })

// The workshop of the salon, which it keeps though it holds none any more.
const workshop = "(SELECT id FROM listings WHERE slug = 'plaits-at-home')"
const theActivity = (town: ExampleTown) => ({ activity: town.one(`SELECT ${workshop}`) })
const theDate = (town: ExampleTown) => ({ date: town.one(`SELECT id FROM listing_sessions WHERE listing_id = ${workshop}`) })

// As the editor sends it, with every id that it carries.
const editor = (town: ExampleTown) => ({
  title: 'Plaits at home', durationMinutes: '90', minGroup: '1', maxGroup: '6', cutOffMinutes: '60', approval: 'no', 'payment.kind': 'as-business',
  'kinds[0].id': 'adult', 'kinds[0].label': 'Person', 'kinds[0].price': '25.00', 'kinds[0].places': '1',
  storeIds: [town.one("SELECT id FROM stores WHERE business_id = (SELECT id FROM businesses WHERE slug = 'harbour-salon') ORDER BY position")],
})
const at = { date: '2027-02-12', time: '20:00' }

export default {
  'GET /b/:business/activities/:activity': { params: tour },
  'GET /b/:business/activities/:activity/book': (town) => ({ params: tour, query: places(town) }),
  'POST /b/:business/activities/:activity/book': (town) => ({
    params: tour,
    query: places(town),
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-walls', checked: 'yes', website: '', website_at: '1' },
  }),
  'GET /dashboard/:business/activities': {},
  'GET /dashboard/:business/activities/new': {},
  'POST /dashboard/:business/activities/new': (town) => ({ body: { ...editor(town), title: 'Another workshop' } }),
  'GET /dashboard/:business/activities/:activity': (town) => ({ params: theActivity(town) }),
  'GET /dashboard/:business/activities/:activity/details': (town) => ({ params: theActivity(town) }),
  'POST /dashboard/:business/activities/:activity/details': (town) => ({ params: theActivity(town), body: editor(town) }),
  'GET /dashboard/:business/activities/:activity/status': (town) => ({ params: theActivity(town), answers: 303 }),
  'POST /dashboard/:business/activities/:activity/status': (town) => ({ params: theActivity(town), body: { status: 'active' } }),
  'GET /dashboard/:business/activities/:activity/copy': (town) => ({ params: theActivity(town), answers: 303 }),
  'POST /dashboard/:business/activities/:activity/copy': (town) => ({ params: theActivity(town) }),
  'GET /dashboard/:business/activities/:activity/dates/new': (town) => ({ params: theActivity(town) }),
  'POST /dashboard/:business/activities/:activity/dates/new': (town) => ({ params: theActivity(town), body: { ...at, durationMinutes: '90', capacity: '6' } }),
  'GET /dashboard/:business/activities/dates/:date': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/activities/dates/:date': (town) => ({ params: theDate(town), body: { capacity: '8' } }),
  'GET /dashboard/:business/activities/dates/:date/move': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/activities/dates/:date/move': (town) => ({ params: theDate(town), body: at }),
  'GET /dashboard/:business/activities/dates/:date/cancellation': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/activities/dates/:date/cancellation': (town) => ({ params: theDate(town), body: { reason: 'Nobody has hair that long' } }),
  'GET /dashboard/:business/activities/dates/:date/decision': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/activities/dates/:date/decision': (town) => ({ params: theDate(town) }),
  'GET /dashboard/:business/activities/dates/:date/order': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/activities/dates/:date/order': (town) => ({ params: theDate(town), body: { name: 'Walter Wall', key: 'a-key-of-the-date', 'n-adult': '1' } }),
} satisfies AccessExamples
