import { letRunOut } from '~/core/allocation/index.server'
import { installDomains, placeBooking, type BookingOrder } from '~/core/bookings/index.server'
import type { Store } from '~/core/businesses/index.server'
import type { Session } from '~/core/sessions/index.server'
import { events } from '~/domains/events/domain.server'
import {
  addDates, saveEvent, saveQuota, saveTicket, setEventState, type Event, type EventDetails, type Quota, type TicketDraft, type TicketType,
} from '~/domains/events/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { transact } from '~/platform/database.server'
import { business, memberCtx } from './businesses'
import { contextAt, theMorning } from './world'

/** A hall in Lisbon with events: the world of most tests of tickets. */
export class ConcertHall {
  readonly owner: BusinessCtx
  readonly store: Store
  #keys = 0

  constructor({ name = 'Granary Hall', now = theMorning }: { readonly name?: string; readonly now?: number } = {}) {
    const made = business(name, now)
    installDomains([events])
    this.owner = made.ctx
    this.store = made.store
  }

  /** A customer without an account, at `now`. */
  customer(now = this.owner.now): BusinessCtx {
    return { ...contextAt(now), businessId: this.owner.businessId, business: this.owner.business, member: null }
  }

  /** The owner at another time. */
  at(now: number): BusinessCtx {
    return this.owner.actor.kind === 'user' ? memberCtx(this.owner.businessId, this.owner.actor.id, now) : this.owner
  }

  /** A draft of a concert in the hall, unless told otherwise. */
  event(options: Partial<EventDetails> = {}): Event {
    return must(saveEvent(this.owner, null, {
      title: 'Concert', description: null, section: null, form: 'physical', venueName: 'Granary Hall', venueAddress: 'Quay 1', latitude: null, longitude: null,
      virtualLink: null, notes: null, ageLimit: null, mostPerOrder: 10, approval: false, policyId: null, payment: null, storeIds: [this.store.id], questions: [], extra: null,
      ...options,
    }))
  }

  /** One date with so many places, two hours long. */
  date(event: Event, start: string, capacity: number | null = null): Session {
    const [session] = must(addDates(this.owner, {
      listingId: event.listing.id, storeId: this.store.id, start, durationMinutes: 120, title: null, capacity, priceMinor: null, staffId: null, placeIds: [],
      prepareMinutes: 0, clearMinutes: 0, minPeople: null, decideBeforeMinutes: null,
    }, null))
    if (!session) throw new Error('No date')
    return session
  }

  ticket(event: Event, options: Partial<TicketDraft> = {}): TicketType {
    return must(saveTicket(this.owner, event.listing.id, null, this.draft(options)))
  }

  /** Standing at 20.00, up to ten in one order, unless told otherwise. */
  draft(options: Partial<TicketDraft> = {}): TicketDraft {
    return {
      title: 'Standing', description: null, priceMinor: 2000, steps: [], saleFrom: null, saleUntil: null, leastPerOrder: 1, mostPerOrder: 10, code: null, active: true,
      quotaIds: [], questions: [], ...options,
    }
  }

  quota(event: Event, name: string, capacity: number | null): Quota {
    return must(saveQuota(this.owner, event.listing.id, null, { name, capacity }))
  }

  publish(event: Event): void {
    must(setEventState(this.owner, event.listing.id, 'published'))
  }

  /** An order of tickets for one date, as the pages would make it. */
  order(session: Session, tickets: readonly (TicketType | { readonly ticket: TicketType; readonly code?: string; readonly shownMinor?: number })[], { who = 'Marta', ...more }: OrderOptions = {}): BookingOrder {
    this.#keys += 1
    return {
      key: `key-${this.#keys}`,
      items: tickets.map((wanted) => {
        const { ticket, code = null, shownMinor = null } = 'ticket' in wanted ? wanted : { ticket: wanted }
        return { listingId: session.listingId, choice: { session: session.id, ticket: ticket.id, code, shownMinor }, attendeeName: null, attendeeEmail: null, answers: {} }
      }),
      contact: { name: who, email: `${who.toLowerCase()}@example.test`, phone: null },
      note: null,
      channel: 'online',
      ...more,
    }
  }

  /** Tries to buy as a customer. */
  tryToBuy(session: Session, tickets: Parameters<ConcertHall['order']>[1], { now, ...options }: OrderOptions & { readonly now?: number } = {}) {
    return placeBooking(this.customer(now), this.order(session, tickets, options))
  }

  /** Buys as a customer; throws where it is refused. */
  buy(session: Session, tickets: Parameters<ConcertHall['order']>[1], options: OrderOptions & { readonly now?: number } = {}) {
    return must(this.tryToBuy(session, tickets, options))
  }

  /** The same; answers the booking's id. */
  buyId(session: Session, tickets: Parameters<ConcertHall['order']>[1], options: Parameters<ConcertHall['buy']>[2] = {}): string {
    return this.buy(session, tickets, options).id
  }

  /** Sells at the desk. */
  sell(session: Session, tickets: Parameters<ConcertHall['order']>[1]) {
    return placeBooking(this.owner, this.order(session, tickets, { channel: 'desk' }))
  }

  /** Makes what an item holds run out at an instant, as an unpaid hold does. */
  letRunOut(itemId: string, at: number): void {
    transact((db) => letRunOut(db, this.owner.businessId, itemId, at))
  }
}

type OrderOptions = Partial<BookingOrder> & { readonly who?: string }

function must<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: unknown }): Value {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
