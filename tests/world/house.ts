import { installDomains, placeBooking, type BookingOrder } from '~/core/bookings/index.server'
import type { Store } from '~/core/businesses/index.server'
import { realEstate } from '~/domains/real-estate/domain.server'
import { saveProperty, saveRates, setPropertyStatus, type Property, type PropertyDetails, type RatesDetails } from '~/domains/real-estate/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { business, memberCtx } from './businesses'
import { contextAt, theMorning } from './world'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** 100.00 a night for two, from one night on, whenever; arrive from 15:00, leave by 11:00. */
export const plainRates: RatesDetails = {
  nightlyMinor: 100_00, weekendMinor: null, weekendDays: [5, 6], guestsIncluded: 2, guestsMost: 4, extraGuestMinor: 0, taxMinor: 0, taxNights: null, childAge: 13,
  minNights: 1, maxNights: null, stayBy: 'arrival', arrivalDays: everyDay, departureDays: everyDay, prepareNights: 0, noticeDays: 0, windowDays: 365,
  checkInFrom: 15 * 60, checkInUntil: null, checkOutBy: 11 * 60, seasons: [], discounts: [], fees: [],
}

type StayOptions = Partial<BookingOrder> & { readonly who?: string; readonly guests?: { adults: number; children?: number; infants?: number }; readonly now?: number }

/** Whoever lets a house in Lisbon, or its rooms: the world of most tests of stays. */
export class Landlady {
  readonly owner: BusinessCtx
  readonly store: Store
  #keys = 0

  constructor({ name = 'Old Harbour House', now = theMorning }: { readonly name?: string; readonly now?: number } = {}) {
    const made = business(name, now)
    installDomains([realEstate])
    this.owner = made.ctx
    this.store = made.store
  }

  details(options: Partial<PropertyDetails> = {}): PropertyDetails {
    return {
      title: 'The house', description: null, section: null, priceMinor: null, storeId: this.store.id, wholeId: null, questions: [], extra: null, viewing: null,
      tenure: 'nightly', street: 'Rua do Cais 4', postalCode: '1300-472', city: 'Lisbon', latitudeE6: null, longitudeE6: null,
      bedrooms: 3, beds: 4, baths: 2, size: 110, amenities: [], houseRules: null, licence: null, approval: false, policyId: null, payment: null, ...options,
    }
  }

  /** A published property with these rates. */
  property(options: Partial<PropertyDetails> = {}, rates: Partial<RatesDetails> = {}): Property {
    const saved = saveProperty(this.owner, null, this.details(options))
    if (!saved.ok) throw new Error(`No property: ${JSON.stringify(saved.refusal)}`)
    const { id } = saved.value.listing
    if (saved.value.tenure === 'nightly') {
      const priced = saveRates(this.owner, id, { ...plainRates, ...rates })
      if (!priced.ok) throw new Error(`No rates: ${JSON.stringify(priced.refusal)}`)
    }
    const active = setPropertyStatus(this.owner, id, 'active')
    if (!active.ok) throw new Error(`Not active: ${JSON.stringify(active.refusal)}`)
    return active.value
  }

  /** A house and its rooms. */
  houseAndRooms(rooms: readonly string[] = ['Blue room', 'Green room'], rates: Partial<RatesDetails> = {}): { house: Property; rooms: Property[] } {
    const house = this.property({}, rates)
    return { house, rooms: rooms.map((title) => this.property({ title, wholeId: house.listing.id }, rates)) }
  }

  /** A guest without an account, at `now`. */
  guest(now = this.owner.now): BusinessCtx {
    return { ...contextAt(now), businessId: this.owner.businessId, business: this.owner.business, member: null }
  }

  /** The owner at another time. */
  at(now: number): BusinessCtx {
    return this.owner.actor.kind === 'user' ? memberCtx(this.owner.businessId, this.owner.actor.id, now) : this.owner
  }

  order(property: Property, arrive: string, depart: string, { who = 'Marta', guests = { adults: 2 }, now: _now, ...more }: StayOptions = {}): BookingOrder {
    this.#keys += 1
    return {
      key: `key-${this.#keys}`,
      items: [{ listingId: property.listing.id, choice: { kind: 'stay', arrive, depart, guests: { children: 0, ...guests } }, attendeeName: null, answers: {} }],
      contact: { name: who, email: `${who.toLowerCase()}@example.test`, phone: null },
      note: null,
      channel: 'online',
      ...more,
    }
  }

  /** Tries to book as a guest. */
  tryToStay(property: Property, arrive: string, depart: string, options: StayOptions = {}) {
    return placeBooking(this.guest(options.now), this.order(property, arrive, depart, options))
  }

  /** Books as a guest; throws where it is refused. */
  stay(property: Property, arrive: string, depart: string, options: StayOptions = {}) {
    const placed = this.tryToStay(property, arrive, depart, options)
    if (!placed.ok) throw new Error(`Not booked: ${JSON.stringify(placed.refusal)}`)
    return placed.value
  }
}
