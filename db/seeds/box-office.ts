import { bookingById, cancelItem, completeBooking, markNoShow, placeBooking, type Booking } from '~/core/bookings/index.server'
import type { Session } from '~/core/sessions/index.server'
import { addDates, saveEvent, saveTicket, setEventState, type Event, type EventDetails, type TicketDraft, type TicketType } from '~/domains/events/index.server'
import { hour, minute } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { customers, type Customer } from './customers'
import { pay } from './diary'
import type { House } from './house'
import { customerAt, must } from './stage'

// What a house that sells tickets does, for the seeds.

export function writeEvent(house: House, details: Partial<EventDetails> & Pick<EventDetails, 'title'>): Event {
  return must(
    saveEvent(house.owner(house.openedAt), null, {
      description: null, section: null, form: 'physical', venueName: 'Granary Hall', venueAddress: '4 Wharf Lane, London SE16 4TT', latitude: 51.5007, longitude: -0.0519,
      virtualLink: null, notes: null, ageLimit: null, mostPerOrder: 10, approval: false, policyId: null, payment: null, storeIds: [house.store.id], questions: [], extra: null,
      ...details,
    }),
  )
}

export function addTicket(house: House, event: Event, draft: Partial<TicketDraft> & Pick<TicketDraft, 'title' | 'priceMinor'>): TicketType {
  return must(
    saveTicket(house.owner(house.openedAt), event.listing.id, null, {
      description: null, steps: [], saleFrom: null, saleUntil: null, leastPerOrder: 1, mostPerOrder: 10, code: null, active: true, quotaIds: [], questions: [], ...draft,
    }),
  )
}

export function addDate(house: House, event: Event, start: string, capacity: number | null, durationMinutes = 120, placeIds: readonly string[] = []): Session {
  const [session] = must(
    addDates(house.owner(house.openedAt), {
      listingId: event.listing.id, storeId: house.store.id, start, durationMinutes, title: null, capacity, priceMinor: null, staffId: null, placeIds,
      prepareMinutes: 0, clearMinutes: 0, minPeople: null, decideBeforeMinutes: null,
    }, null),
  )
  if (!session) throw new Error('The seed made no date')
  return session
}

export function publishEvent(house: House, event: Event): void {
  must(setEventState(house.owner(house.openedAt), event.listing.id, 'published'))
}

/** So many orders of a few tickets each, in the weeks before; of dates that are over, most came and paid. */
export function sellTickets(house: House, session: Session, tickets: readonly TicketType[], orders: number): void {
  const { town } = house
  const latest = Math.min(session.startsAt - 2 * hour, town.now - hour)
  for (let nth = 0; nth < orders; nth += 1) {
    const wanted = Array.from({ length: town.chance.between(1, 3) }, () => town.chance.pick(tickets))
    const booking = buyTickets(house, session, wanted, town.chance.pick(customers), latest - town.chance.between(1, 20 * 24) * hour)
    if (booking && session.endsAt < town.now) settle(house, booking, nth)
  }
}

export function buyTickets(house: House, session: Session, wanted: readonly (TicketType | undefined)[], who: Customer, placedAt: number): Booking | null {
  const { town, businessId } = house
  const placed = placeBooking(customerAt(town, businessId, placedAt, who.language), {
    key: town.newId(placedAt),
    items: wanted.flatMap((one, at) =>
      one ? [{ listingId: session.listingId, choice: { session: session.id, ticket: one.id, code: one.code, shownMinor: null }, attendeeName: at === 0 ? null : town.chance.pick(customers).name, attendeeEmail: null, answers: {} }] : [],
    ),
    contact: { name: who.name, email: who.email, phone: who.phone },
    note: null,
    channel: 'online',
  })
  // More of a kind than an order may hold: that one stays at home.
  return placed.ok ? transact((db) => bookingById(db, businessId, placed.value.id)) : null
}

function settle(house: House, booking: Booking, nth: number): void {
  const came = house.owner(booking.endsAt + 10 * minute)
  if (nth === 5) return void must(markNoShow(came, booking.id))
  if (nth === 4 && booking.items.length > 1) must(cancelItem(house.owner(booking.placedAt + hour), booking.id, booking.items[0]?.id ?? '', 'Ill, and told us in time.'))
  must(completeBooking(came, booking.id))
  pay(house, booking, 'card-terminal', came.now)
}
