import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

// The lecture that everybody can book at Granary Hall.
const lecture = { business: 'granary-hall', event: 'what-the-river-remembers' }
const theLecture = "(SELECT id FROM listings WHERE slug = 'what-the-river-remembers')"
const aSeat = (town: ExampleTown) => ({
  date: town.one(`SELECT id FROM listing_sessions WHERE listing_id = ${theLecture}`),
  [`n-${town.one(`SELECT id FROM ticket_types WHERE listing_id = ${theLecture} ORDER BY position`)}`]: '1',
})

// The evening of the salon, which it keeps though it holds none any more.
const evening = "(SELECT id FROM listings WHERE slug = 'hair-and-wine')"
const theEvent = (town: ExampleTown) => ({ event: town.one(`SELECT ${evening}`) })
const theDate = (town: ExampleTown) => ({ date: town.one(`SELECT id FROM listing_sessions WHERE listing_id = ${evening}`) })
const theTicket = (town: ExampleTown) => ({ ...theEvent(town), ticket: town.one(`SELECT id FROM ticket_types WHERE listing_id = ${evening}`) })
const theQuota = (town: ExampleTown) => ({ ...theEvent(town), quota: town.one(`SELECT id FROM event_quotas WHERE listing_id = ${evening}`) })

// As the editors send them, with every id that they carry.
const editor = (town: ExampleTown) => ({
  title: 'Hair and wine', form: 'physical', venueName: 'Harbour Salon', mostPerOrder: '10', approval: 'no', 'payment.kind': 'as-business',
  storeIds: [town.one("SELECT id FROM stores WHERE business_id = (SELECT id FROM businesses WHERE slug = 'harbour-salon') ORDER BY position")],
})
const ticket = (town: ExampleTown) => ({ title: 'A seat on the sofa', price: '25.00', leastPerOrder: '1', mostPerOrder: '10', active: 'on', quotaIds: [theQuota(town).quota] })
const at = { date: '2027-02-12', time: '20:00' }

export default {
  'GET /b/:business/events/:event': { params: lecture },
  'GET /b/:business/events/:event/book': (town) => ({ params: lecture, query: aSeat(town) }),
  'POST /b/:business/events/:event/book': (town) => ({
    params: lecture,
    query: aSeat(town),
    body: { name: 'Walter Wall', email: 'walter@example.test', key: 'a-key-of-the-walls', checked: 'yes', website: '', website_at: '1' },
  }),
  'GET /dashboard/:business/events': {},
  'GET /dashboard/:business/events/new': {},
  'POST /dashboard/:business/events/new': (town) => ({ body: { ...editor(town), title: 'Another evening' } }),
  'GET /dashboard/:business/events/:event': (town) => ({ params: theEvent(town) }),
  'GET /dashboard/:business/events/:event/details': (town) => ({ params: theEvent(town) }),
  'POST /dashboard/:business/events/:event/details': (town) => ({ params: theEvent(town), body: editor(town) }),
  'GET /dashboard/:business/events/:event/state': (town) => ({ params: theEvent(town), answers: 303 }),
  'POST /dashboard/:business/events/:event/state': (town) => ({ params: theEvent(town), body: { state: 'paused' } }),
  'GET /dashboard/:business/events/:event/copy': (town) => ({ params: theEvent(town), answers: 303 }),
  'POST /dashboard/:business/events/:event/copy': (town) => ({ params: theEvent(town) }),
  'GET /dashboard/:business/events/:event/cancellation': (town) => ({ params: theEvent(town) }),
  'POST /dashboard/:business/events/:event/cancellation': (town) => ({ params: theEvent(town), body: { reason: 'The cellar is flooded' } }),
  'GET /dashboard/:business/events/:event/tickets/new': (town) => ({ params: theEvent(town) }),
  'POST /dashboard/:business/events/:event/tickets/new': (town) => ({ params: theEvent(town), body: { ...ticket(town), title: 'A stool' } }),
  'GET /dashboard/:business/events/:event/tickets/:ticket': (town) => ({ params: theTicket(town) }),
  'POST /dashboard/:business/events/:event/tickets/:ticket': (town) => ({ params: theTicket(town), body: ticket(town) }),
  'GET /dashboard/:business/events/:event/quotas/new': (town) => ({ params: theEvent(town) }),
  'POST /dashboard/:business/events/:event/quotas/new': (town) => ({ params: theEvent(town), body: { name: 'Stools', capacity: '8' } }),
  'GET /dashboard/:business/events/:event/quotas/:quota': (town) => ({ params: theQuota(town) }),
  'POST /dashboard/:business/events/:event/quotas/:quota': (town) => ({ params: theQuota(town), body: { name: 'Sofa', capacity: '5' } }),
  'GET /dashboard/:business/events/:event/dates/new': (town) => ({ params: theEvent(town) }),
  'POST /dashboard/:business/events/:event/dates/new': (town) => ({ params: theEvent(town), body: { ...at, durationMinutes: '120', capacity: '12' } }),
  'GET /dashboard/:business/events/dates/:date': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/events/dates/:date': (town) => ({ params: theDate(town), body: { capacity: '14' } }),
  'GET /dashboard/:business/events/dates/:date/move': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/events/dates/:date/move': (town) => ({ params: theDate(town), body: at }),
  'GET /dashboard/:business/events/dates/:date/cancellation': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/events/dates/:date/cancellation': (town) => ({ params: theDate(town), body: { reason: 'Nobody can play' } }),
  'GET /dashboard/:business/events/dates/:date/order': (town) => ({ params: theDate(town) }),
  'POST /dashboard/:business/events/dates/:date/order': (town) => ({
    params: theDate(town),
    body: { name: 'Walter Wall', phone: '+351 912 345 678', key: 'a-key-of-the-desk', [`n-${theTicket(town).ticket}`]: '1' },
  }),
} satisfies AccessExamples
