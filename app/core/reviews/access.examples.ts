import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

const review = '019e0000-0000-7000-8000-00000000f001'
const theirs = '019e0000-0000-7000-8000-00000000f002'

// A visit of Ana's that took place and that nobody has rated.
const anas = (town: ExampleTown) => {
  const [from] = [`FROM bookings b JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id JOIN businesses s ON s.id = b.business_id
    WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'completed' ORDER BY b.starts_at DESC LIMIT 1`]
  const id = town.one(`SELECT b.id ${from}`)
  return {
    params: { reference: town.one(`SELECT b.reference ${from}`) },
    before: [`DELETE FROM reviews WHERE booking_id = '${id}'`],
    listing: town.one(`SELECT listing_id FROM booking_items WHERE booking_id = '${id}' AND position = 0`),
  }
}

// A review in this business, and one in the stranger's.
const given = (slug: string, id: string) =>
  `INSERT INTO reviews (id, business_id, store_id, listing_id, booking_id, stars, words, given_at)
   SELECT '${id}', b.business_id, b.store_id, i.listing_id, b.id, 4, 'Good', b.ends_at FROM bookings b JOIN booking_items i ON i.booking_id = b.id AND i.position = 0
   WHERE b.business_id = (SELECT id FROM businesses WHERE slug = '${slug}') AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.booking_id = b.id) LIMIT 1`
const before = [given('harbour-salon', review), given('lakeshore-physio', theirs)]
const desk = { params: { review }, before }

const examples: AccessExamples = {
  'GET /bookings/:reference/review': (town) => ({ params: anas(town).params, before: anas(town).before }),
  'POST /bookings/:reference/review': (town) => ({ params: anas(town).params, before: anas(town).before, body: { listing: anas(town).listing, stars: '5', words: 'The best cut in years.' } }),
  'GET /bookings/:reference/review-requests': (town) => ({ params: anas(town).params }),
  'POST /bookings/:reference/review-requests': (town) => ({ params: anas(town).params }),
  'GET /b/:business/reviews/:listing': (town) => ({
    params: { listing: town.one("SELECT l.id FROM listings l JOIN businesses b ON b.id = l.business_id WHERE b.slug = 'harbour-salon' AND l.slug = 'cut'") },
  }),
  'GET /dashboard/:business/reviews': {},
  'GET /dashboard/:business/reviews/:review/answer': desk,
  'POST /dashboard/:business/reviews/:review/answer': { ...desk, body: { answer: 'Thank you, come again.' } },
  'GET /dashboard/:business/reviews/:review/hiding': desk,
  'POST /dashboard/:business/reviews/:review/hiding': { ...desk, body: { reason: 'It names somebody.' } },
}

export default examples
