import { placeBooking } from '~/core/bookings/index.server'
import { changePaymentSettings } from '~/core/payments/index.server'
import { filledFile, raceMorning } from '../race/house'
import { openBusiness, sure, type OpenBusiness } from '../load/open-business'
import { openEvent, type OpenEvent } from '../load/open-event'

export interface SoldOut {
  readonly database: string
  readonly shop: OpenBusiness
  readonly event: OpenEvent
  /** References of the orders that took all places, each of so many. */
  readonly orders: readonly string[]
}

/** A file with a concert that is sold out by orders at the desk, each of so many tickets; whoever comes now pays in full at once. */
export function soldOutConcert(orders: readonly number[]): SoldOut {
  const capacity = orders.reduce((sum, count) => sum + count, 0)
  const { database, world } = filledFile(() => {
    const shop = openBusiness({ name: 'Quay Hall', timeZone: 'Europe/Lisbon', people: [], domains: ['events'], now: raceMorning })
    changePaymentSettings(shop.owner, { terms: { kind: 'in-full' }, holdMinutes: 15 })
    const event = openEvent(shop, { title: 'Concert', start: '2026-12-05T19:30', capacity, tickets: [{ title: 'Standing', priceMinor: 2000 }], details: { mostPerOrder: 10 } })
    const choice = { session: event.sessionId, ticket: event.ticketIds[0] ?? '', code: null, shownMinor: null }
    const references = orders.map((count, nth) => {
      const items = Array.from({ length: count }, () => ({ listingId: event.listingId, choice, attendeeName: null, attendeeEmail: null, answers: {} }))
      const contact = { name: `Early ${nth}`, email: `early-${nth}@quay.test`, phone: null }
      return sure(placeBooking(shop.owner, { key: `early-order-${nth}`, items, contact, note: null, channel: 'desk' })).reference
    })
    return { shop, event, orders: references }
  })
  return { database, ...world }
}
