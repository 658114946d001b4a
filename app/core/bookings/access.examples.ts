import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

// A booking of Ana's that is still to come.
const theBooking = (town: ExampleTown) => ({
  reference: town.one(
    `SELECT b.reference FROM bookings b JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id JOIN businesses s ON s.id = b.business_id
     WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`,
  ),
})

// Duarte works at the salon as staff: what stands in his diary is his to answer.
const duarte = "(SELECT s.id FROM staff s JOIN users u ON u.id = s.user_id WHERE u.email_key = 'duarte@harbour-salon.test')"
const inHisDiary = (status: string, order: 'ASC' | 'DESC') =>
  `FROM bookings b JOIN booking_items i ON i.booking_id = b.id WHERE i.staff_id = ${duarte} AND b.status = '${status}' ORDER BY b.starts_at ${order} LIMIT 1`
const coming = (town: ExampleTown) => town.one(`SELECT b.reference ${inHisDiary('confirmed', 'DESC')}`)
const over = (town: ExampleTown) => town.one(`SELECT b.reference ${inHisDiary('completed', 'DESC')}`)
const atDesk = (town: ExampleTown) => ({ params: { reference: coming(town) } })
const waiting = (town: ExampleTown) => ({
  ...atDesk(town),
  before: [`UPDATE bookings SET status = 'pending', answer_by = starts_at WHERE reference = '${coming(town)}'`],
})
const begun = (town: ExampleTown) => ({ params: { reference: over(town) }, before: [`UPDATE bookings SET status = 'confirmed' WHERE reference = '${over(town)}'`] })

// A second item in the same booking, an hour after it.
const second = '019e0000-0000-7000-8000-00000000dddd'
const withTwo = (reference: string) => ({
  params: { reference, item: second },
  before: [
    `INSERT INTO booking_items (id, business_id, booking_id, position, listing_id, domain, title, starts_at, ends_at, time_zone, quantity, staff_id, choice, price_minor, state)
     SELECT '${second}', i.business_id, i.booking_id, 1, i.listing_id, i.domain, i.title, i.ends_at, i.ends_at + 3600000, i.time_zone, 1, i.staff_id, i.choice, 0, 'active'
     FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = '${reference}'`,
  ],
})

// Ana's places on a tour, and those of a customer of the salon's in a workshop.
const placesOf = (town: ExampleTown, listing: string, who: string) => ({
  reference: town.one(
    `SELECT b.reference FROM bookings b JOIN booking_items i ON i.booking_id = b.id JOIN listings l ON l.id = i.listing_id WHERE l.slug = '${listing}' AND coalesce(b.contact_email, '') LIKE '${who}'`,
  ),
})
const dateOf = (town: ExampleTown, listing: string) => ({
  date: town.one(`SELECT s.id FROM listing_sessions s JOIN listings l ON l.id = s.listing_id WHERE l.slug = '${listing}' AND s.status <> 'cancelled' ORDER BY s.starts_at DESC LIMIT 1`),
})
const anasTour = (town: ExampleTown) => ({ params: placesOf(town, 'castle-and-caves', 'ana@example.test') })
const workshop = (town: ExampleTown) => ({ params: placesOf(town, 'plaits-at-home', '%') })

const payment = '019e0000-0000-7000-8000-00000000aaaa'
const paid = (town: ExampleTown) => ({
  params: { reference: coming(town), payment },
  before: [
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, taken_by)
     SELECT '${payment}', business_id, sale_id, 'cash', 100, currency, placed_at, (SELECT user_id FROM staff WHERE id = ${duarte}) FROM bookings WHERE reference = '${coming(town)}'`,
  ],
})

// Of Ana's booking some of the price is paid.
const receipted = (town: ExampleTown) => ({
  params: theBooking(town),
  before: [
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, taken_by)
     SELECT '${payment}', business_id, sale_id, 'cash', 100, currency, placed_at, (SELECT user_id FROM staff WHERE id = ${duarte}) FROM bookings WHERE reference = '${theBooking(town).reference}'`,
  ],
})

// Everything is paid, and one euro of it is due back.
const refund = '019e0000-0000-7000-8000-00000000eeee'
const refunded = (town: ExampleTown) => ({
  params: { reference: coming(town), refund },
  before: [
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, taken_by)
     SELECT '${payment}', business_id, sale_id, 'cash', total_minor, currency, placed_at, (SELECT user_id FROM staff WHERE id = ${duarte}) FROM bookings WHERE reference = '${coming(town)}'`,
    `INSERT INTO refunds (id, business_id, sale_id, amount_minor, currency, cause, reason, made_at)
     SELECT '${refund}', business_id, sale_id, 100, currency, 'by-hand', 'Started late', placed_at FROM bookings WHERE reference = '${coming(town)}'`,
    `INSERT INTO refund_lines (refund_id, position, amount_minor) VALUES ('${refund}', 1, 100)`,
  ],
})

// Paid by card, and Stripe could not give one euro of it back.
const refundedToCard = (town: ExampleTown) => ({
  params: { reference: coming(town), refund },
  before: [
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, checkout_id, payment_intent_id)
     SELECT '${payment}', business_id, sale_id, 'card', total_minor, currency, placed_at, '019e0000-0000-7000-8000-00000000ffff', 'pi_1' FROM bookings WHERE reference = '${coming(town)}'`,
    `INSERT INTO refunds (id, business_id, sale_id, amount_minor, currency, cause, reason, made_at, payment_id, failed_at, failure)
     SELECT '${refund}', business_id, sale_id, 100, currency, 'by-hand', 'Started late', placed_at, '${payment}', placed_at, 'lost_or_stolen_card' FROM bookings WHERE reference = '${coming(town)}'`,
    `INSERT INTO refund_lines (refund_id, position, amount_minor) VALUES ('${refund}', 1, 100)`,
  ],
})

const block = '019e0000-0000-7000-8000-00000000bbbb'
const blocked = () => ({
  params: { block },
  before: [
    `INSERT INTO allocations (id, business_id, resource_id, starts_at, ends_at, quantity, kind, claimed_at, subject, reason)
     SELECT '${block}', business_id, id, 1829469600000, 1829473200000, 1, 'block', created_at, '${block}', 'Dentist' FROM resources WHERE owner_id = ${duarte}`,
  ],
})

// An address of the whole business's calendar; only the hash (SHA-256) of its secret is kept.
const feed = '019e0000-0000-7000-8000-00000000fade'
const subscribed = () => ({
  params: { feed },
  before: [
    `INSERT INTO calendar_feeds (id, business_id, user_id, member_id, scope, token_hash, made_at)
     SELECT '${feed}', m.business_id, m.user_id, m.id, 'all', 'OEZ4YkaQ-rVxJNl0nVxIZurera8ZV5AvhbbpKAqL-WU', m.created_at
     FROM members m JOIN businesses b ON b.id = m.business_id WHERE b.slug = 'harbour-salon' AND m.role = 'owner' LIMIT 1`,
  ],
})

const asked = (town: ExampleTown) => ({
  ...atDesk(town),
  before: [
    `INSERT INTO change_requests (id, business_id, booking_id, item_id, choice, starts_at, ends_at, status, asked_at, expires_at)
     SELECT '019e0000-0000-7000-8000-00000000cccc', i.business_id, i.booking_id, i.id, i.choice, i.starts_at + 3600000, i.ends_at + 3600000, 'open', b.placed_at, b.starts_at
     FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = '${coming(town)}'`,
  ],
})

export default {
  'GET /find-booking': {},
  'POST /find-booking': (town) => ({ body: { ...theBooking(town), email: 'ana@example.test', website: '', website_at: '1' } }),
  'GET /bookings/:reference': (town) => ({ params: theBooking(town) }),
  'GET /bookings/:reference/date': anasTour,
  'POST /bookings/:reference/date': (town) => ({ ...anasTour(town), body: dateOf(town, 'castle-and-caves') }),
  'GET /bookings/:reference/cancellation': (town) => ({ params: theBooking(town) }),
  'POST /bookings/:reference/cancellation': (town) => ({ params: theBooking(town), body: { reason: 'I have a cold.' } }),
  'GET /bookings/:reference/payment': (town) => ({ params: theBooking(town), answers: 303 }),
  'POST /bookings/:reference/payment': (town) => ({ params: theBooking(town) }),
  'GET /bookings/:reference/items/:item/cancellation': (town) => withTwo(theBooking(town).reference),
  'POST /bookings/:reference/items/:item/cancellation': (town) => ({ ...withTwo(theBooking(town).reference), body: { reason: 'One is enough.' } }),
  'GET /bookings/:reference/reminders': (town) => ({ params: theBooking(town) }),
  'POST /bookings/:reference/reminders': (town) => ({ params: theBooking(town) }),
  'GET /bookings/:reference/calendar.ics': (town) => ({ params: theBooking(town) }),
  'GET /bookings/:reference/receipt': receipted,
  'GET /account/bookings': {},
  'GET /dashboard': {},
  'GET /dashboard/:business': { answers: 303 },
  'GET /dashboard/:business/overview': {},
  'GET /dashboard/:business/money': { query: { show: 'taken' } },
  'GET /dashboard/:business/calendar': { query: { view: 'week' } },
  'GET /dashboard/:business/calendar/feeds': {},
  'POST /dashboard/:business/calendar/feeds': { body: { scope: 'own' }, answers: 201 },
  'GET /dashboard/:business/calendar/feeds/:feed/revocation': () => ({ ...subscribed(), answers: 303 }),
  'POST /dashboard/:business/calendar/feeds/:feed/revocation': subscribed,
  'GET /feeds/calendar.ics': () => ({ before: subscribed().before, query: { token: 'a-secret-of-the-owner' } }),
  'GET /dashboard/:business/bookings': {},
  'GET /dashboard/:business/bookings.csv': { query: { status: 'confirmed' } },
  'GET /dashboard/:business/bookings/selection/confirmation': (town) => ({ before: waiting(town).before, query: { booking: coming(town) } }),
  'POST /dashboard/:business/bookings/selection/confirmation': (town) => ({ before: waiting(town).before, body: { booking: [coming(town)] } }),
  'GET /dashboard/:business/bookings/selection/refusal': (town) => ({ before: waiting(town).before, query: { booking: coming(town) } }),
  'POST /dashboard/:business/bookings/selection/refusal': (town) => ({ before: waiting(town).before, body: { booking: [coming(town)], reason: 'We are full.' } }),
  'GET /dashboard/:business/bookings/selection/completion': (town) => ({ before: begun(town).before, query: { booking: over(town) } }),
  'POST /dashboard/:business/bookings/selection/completion': (town) => ({ before: begun(town).before, body: { booking: [over(town)] } }),
  // What it tells is signed for whoever acted; without that it leads to the list.
  'GET /dashboard/:business/bookings/selection/outcome': { query: { of: 'made-up' }, answers: 303 },
  'GET /dashboard/:business/bookings/:reference': atDesk,
  'GET /dashboard/:business/blocks': {},
  'POST /dashboard/:business/blocks': (town) => ({
    body: {
      who: town.one(`SELECT ${duarte}`), date: '2027-01-12', from: '09:00', to: '10:00', reason: 'Dentist',
      store: town.one("SELECT t.id FROM stores t JOIN businesses b ON b.id = t.business_id WHERE b.slug = 'harbour-salon' ORDER BY t.position"),
    },
  }),
  'GET /dashboard/:business/blocks/:block/removal': blocked,
  'POST /dashboard/:business/blocks/:block/removal': blocked,
  'GET /dashboard/:business/bookings/:reference/confirmation': waiting,
  'POST /dashboard/:business/bookings/:reference/confirmation': waiting,
  'GET /dashboard/:business/bookings/:reference/refusal': waiting,
  'POST /dashboard/:business/bookings/:reference/refusal': (town) => ({ ...waiting(town), body: { reason: 'We are away that day.' } }),
  'GET /dashboard/:business/bookings/:reference/date': workshop,
  'POST /dashboard/:business/bookings/:reference/date': (town) => ({ ...workshop(town), body: dateOf(town, 'plaits-at-home') }),
  'GET /dashboard/:business/bookings/:reference/cancellation': atDesk,
  'POST /dashboard/:business/bookings/:reference/cancellation': (town) => ({ ...atDesk(town), body: { reason: 'A pipe has burst.' } }),
  'GET /dashboard/:business/bookings/:reference/items/:item/cancellation': (town) => withTwo(coming(town)),
  'POST /dashboard/:business/bookings/:reference/items/:item/cancellation': (town) => ({ ...withTwo(coming(town)), body: { reason: 'The colour is out of stock.' } }),
  'GET /dashboard/:business/bookings/:reference/completion': begun,
  'POST /dashboard/:business/bookings/:reference/completion': begun,
  'GET /dashboard/:business/bookings/:reference/no-show': begun,
  'POST /dashboard/:business/bookings/:reference/no-show': begun,
  'GET /dashboard/:business/bookings/:reference/payments': atDesk,
  'POST /dashboard/:business/bookings/:reference/payments': (town) => ({ ...atDesk(town), body: { method: 'cash', amount: '1.00' } }),
  'GET /dashboard/:business/bookings/:reference/payments/:payment/undoing': paid,
  'POST /dashboard/:business/bookings/:reference/payments/:payment/undoing': (town) => ({ ...paid(town), body: { reason: 'It was for another visit.' } }),
  'GET /dashboard/:business/bookings/:reference/refunds': refunded,
  'POST /dashboard/:business/bookings/:reference/refunds': (town) => ({ ...refunded(town), body: { reason: 'It began late.', 'amounts[0].position': '1', 'amounts[0].amount': '1.00' } }),
  'GET /dashboard/:business/bookings/:reference/refunds/:refund/giving': refunded,
  'POST /dashboard/:business/bookings/:reference/refunds/:refund/giving': (town) => ({ ...refunded(town), body: { method: 'cash' } }),
  'GET /dashboard/:business/bookings/:reference/refunds/:refund/retrial': refundedToCard,
  'POST /dashboard/:business/bookings/:reference/refunds/:refund/retrial': refundedToCard,
  'GET /dashboard/:business/bookings/:reference/refunds/:refund/withdrawal': refunded,
  'POST /dashboard/:business/bookings/:reference/refunds/:refund/withdrawal': (town) => ({ ...refunded(town), body: { reason: 'A mistake.' } }),
  'GET /dashboard/:business/bookings/:reference/note': atDesk,
  'POST /dashboard/:business/bookings/:reference/note': (town) => ({ ...atDesk(town), body: { note: 'Likes it short.' } }),
  'GET /dashboard/:business/bookings/:reference/assignment': atDesk,
  'POST /dashboard/:business/bookings/:reference/assignment': (town) => ({
    ...atDesk(town),
    body: { item: town.one(`SELECT i.id ${inHisDiary('confirmed', 'DESC')}`), staff: town.one(`SELECT id FROM staff WHERE active = 1 AND id <> ${duarte} AND business_id = (SELECT business_id FROM staff WHERE id = ${duarte})`) },
  }),
  'GET /dashboard/:business/bookings/:reference/links': atDesk,
  'POST /dashboard/:business/bookings/:reference/links': atDesk,
  'GET /dashboard/:business/bookings/:reference/move-answer': asked,
  'POST /dashboard/:business/bookings/:reference/move-answer': (town) => ({ ...asked(town), body: { answer: 'decline', reason: 'That hour is full.' } }),
} satisfies AccessExamples
