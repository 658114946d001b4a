import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const listingOf = (town: ExampleTown) => ({ listing: town.one("SELECT l.id FROM listings l JOIN businesses b ON b.id = l.business_id WHERE b.slug = 'harbour-salon' AND l.status = 'active' ORDER BY l.id") })

// A calendar and an address of the salon's, and those of another business that stand for them.
const [calendar, otherCalendar] = ['019e0000-0000-7000-8000-00000000cc01', '019e0000-0000-7000-8000-00000000cc02']
const [address, otherAddress] = ['019e0000-0000-7000-8000-00000000cd01', '019e0000-0000-7000-8000-00000000cd02']
const both = (insert: (id: string, slug: string) => string, own: string, other: string) => [insert(own, 'harbour-salon'), insert(other, 'lakeshore-physio')]
const calendars = both(
  (id, slug) => `INSERT INTO channel_feeds (id, business_id, listing_id, name, address, made_at, due_at)
    SELECT '${id}', b.id, l.id, 'calendars.example', 'https://calendars.example/${id}.ics', b.created_at, b.created_at
    FROM businesses b JOIN listings l ON l.business_id = b.id WHERE b.slug = '${slug}' ORDER BY l.id LIMIT 1`,
  calendar, otherCalendar,
)
const addresses = both(
  (id, slug) => `INSERT INTO channel_addresses (id, business_id, listing_id, name, token_hash, made_at)
    SELECT '${id}', b.id, l.id, 'Vrbo', '${id}', b.created_at FROM businesses b JOIN listings l ON l.business_id = b.id WHERE b.slug = '${slug}' ORDER BY l.id LIMIT 1`,
  address, otherAddress,
)
const read = { params: { calendar }, before: calendars }
const made = { params: { address }, before: addresses }
const details = { name: 'Airbnb', address: 'https://calendars.example/other.ics' }

export default {
  'GET /dashboard/:business/channels': {},
  'GET /dashboard/:business/channels/:listing': (town) => ({ params: listingOf(town) }),
  'GET /dashboard/:business/channels/:listing/calendars': (town) => ({ params: listingOf(town) }),
  // No listing of a salon has nights.
  'POST /dashboard/:business/channels/:listing/calendars': (town) => ({ params: listingOf(town), body: details, answers: 409 }),
  'GET /dashboard/:business/channels/:listing/addresses': (town) => ({ params: listingOf(town) }),
  'POST /dashboard/:business/channels/:listing/addresses': (town) => ({ params: listingOf(town), body: { name: 'Airbnb' }, answers: 409 }),
  'GET /dashboard/:business/channels/addresses/:address/revocation': made,
  'POST /dashboard/:business/channels/addresses/:address/revocation': made,
  'GET /dashboard/:business/channels/calendars/:calendar': read,
  'GET /dashboard/:business/channels/calendars/:calendar/details': read,
  'POST /dashboard/:business/channels/calendars/:calendar/details': { ...read, body: details },
  'GET /dashboard/:business/channels/calendars/:calendar/fetch': { ...read, answers: 303 },
  'POST /dashboard/:business/channels/calendars/:calendar/fetch': read,
  'GET /dashboard/:business/channels/calendars/:calendar/pause': { ...read, answers: 303 },
  'POST /dashboard/:business/channels/calendars/:calendar/pause': read,
  'GET /dashboard/:business/channels/calendars/:calendar/resumption': { ...read, answers: 303 },
  'POST /dashboard/:business/channels/calendars/:calendar/resumption': read,
  'GET /dashboard/:business/channels/calendars/:calendar/removal': read,
  'POST /dashboard/:business/channels/calendars/:calendar/removal': read,
  // Whoever asks: a listing that has no nights has no calendar.
  'GET /feeds/channel.ics': { query: { token: 'of-nobody' }, answers: 404 },
} satisfies AccessExamples
