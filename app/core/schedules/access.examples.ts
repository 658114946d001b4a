import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const salon = "(SELECT id FROM businesses WHERE slug = 'harbour-salon')"
const name = { name: 'Quay Ceramics', code: 'QZ' }
const trades = { domains: ['appointments'], currency: 'EUR', taxName: 'IVA', taxRate: '23', taxIncluded: 'yes' }
const place = { line1: 'Rua do Cais 4', postalCode: '8700-312', city: 'Olhão', country: 'PT', timeZone: 'Europe/Lisbon', day1from1: '09:00', day1to1: '18:00' }

const theOwner = (town: ExampleTown) => ({ owner: town.one(`SELECT id FROM staff WHERE business_id = ${salon} ORDER BY position`) })
const anException = (town: ExampleTown) => ({
  owner: town.one(`SELECT owner_id FROM hour_exceptions WHERE business_id = ${salon} ORDER BY id`),
  id: town.one(`SELECT id FROM hour_exceptions WHERE business_id = ${salon} ORDER BY id`),
})

export default {
  'GET /start': {},
  'POST /start': { body: { ...name, from: 'trades' }, answers: 200 },
  'GET /start/trades': {},
  'POST /start/trades': { body: { ...name, from: 'name' }, answers: 200 },
  'GET /start/place': {},
  'POST /start/place': { body: { ...name, ...trades, ...place, from: 'place' } },
  'GET /dashboard/:business/hours': {},
  'GET /dashboard/:business/hours/:owner': (town) => ({ params: theOwner(town) }),
  'POST /dashboard/:business/hours/:owner': (town) => ({ params: theOwner(town), body: { day1from1: '09:00', day1to1: '13:00', day1from2: '14:00', day1to2: '18:00' } }),
  'GET /dashboard/:business/hours/:owner/exceptions/new': (town) => ({ params: theOwner(town) }),
  'POST /dashboard/:business/hours/:owner/exceptions/new': (town) => ({ params: theOwner(town), body: { date: '2030-12-24', from: '09:00', to: '13:00' } }),
  'GET /dashboard/:business/hours/:owner/exceptions/removal': (town) => ({ params: { owner: anException(town).owner }, answers: 303 }),
  'POST /dashboard/:business/hours/:owner/exceptions/removal': (town) => ({ params: { owner: anException(town).owner }, body: { exceptions: [anException(town).id] } }),
  'GET /dashboard/:business/hours/:owner/days-off/new': (town) => ({ params: theOwner(town) }),
  'POST /dashboard/:business/hours/:owner/days-off/new': (town) => ({ params: theOwner(town), body: { from: '2030-08-01', to: '2030-08-14', reason: 'Summer' } }),
} satisfies AccessExamples
