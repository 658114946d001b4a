import type { AccessExamples, ExampleTown } from '~/kernel/access-examples'

// A booking of Ana's that is still to come.
const theBooking = (town: ExampleTown) => ({
  reference: town.one(
    `SELECT b.reference FROM bookings b JOIN contacts c ON c.id = b.contact_id JOIN users u ON u.id = c.user_id JOIN businesses s ON s.id = b.business_id
     WHERE u.email_key = 'ana@example.test' AND s.slug = 'harbour-salon' AND b.status = 'confirmed' ORDER BY b.starts_at DESC LIMIT 1`,
  ),
})

export default {
  'GET /find-booking': {},
  'POST /find-booking': (town) => ({ body: { ...theBooking(town), email: 'ana@example.test', website: '', website_at: '1' } }),
  'GET /bookings/:reference': (town) => ({ params: theBooking(town) }),
  'GET /bookings/:reference/cancellation': (town) => ({ params: theBooking(town) }),
  'POST /bookings/:reference/cancellation': (town) => ({ params: theBooking(town), body: { reason: 'I have a cold.' } }),
  'GET /bookings/:reference/calendar.ics': (town) => ({ params: theBooking(town) }),
  'GET /account/bookings': {},
} satisfies AccessExamples
