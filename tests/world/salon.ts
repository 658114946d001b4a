import { createResource } from '~/core/allocation/index.server'
import { installDomains, placeBooking, type BookingOrder } from '~/core/bookings/index.server'
import type { Store } from '~/core/businesses/index.server'
import type { WeeklyHours } from '~/core/schedules/index.server'
import { appointments } from '~/domains/appointments/domain.server'
import { choicesAt } from '~/domains/appointments/offered.server'
import { saveService, setServiceStatus, type Service, type ServiceDetails } from '~/domains/appointments/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatInstant, parseInstant } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { addPerson, business, memberCtx } from './businesses'
import { everyDay, hours } from './schedules'
import { contextAt, theMorning } from './world'

interface SalonOptions {
  readonly name?: string
  readonly people?: readonly string[]
  readonly chairs?: number
  readonly hours?: readonly WeeklyHours[]
  readonly now?: number
}

type ServiceOptions = Partial<ServiceDetails> & { readonly title?: string }

/** A salon in Lisbon with people, chairs and hours: the world of most tests of booking. */
export class Salon {
  readonly owner: BusinessCtx
  readonly store: Store
  readonly people: Readonly<Record<string, string>>
  readonly chairs: readonly string[]
  #keys = 0

  constructor({ name = 'Harbour Salon', people = ['Ana', 'Rui'], chairs = 1, hours: week = everyDay(9, 17), now = theMorning }: SalonOptions = {}) {
    const made = business(name, now)
    installDomains([appointments])
    this.owner = made.ctx
    this.store = made.store
    this.people = Object.fromEntries(people.map((person) => [person, addPerson(made.ctx.businessId, person)]))
    this.chairs = Array.from({ length: chairs }, (_, index) => this.#chair(`Chair ${index + 1}`))
    for (const owner of [made.store.id, ...Object.values(this.people)]) hours(made.ctx, owner, week)
  }

  /** A customer without an account, at `now`. */
  customer(now = this.owner.now): BusinessCtx {
    return { ...contextAt(now), businessId: this.owner.businessId, business: this.owner.business, member: null }
  }

  /** The owner at another time. */
  at(now: number): BusinessCtx {
    return this.owner.actor.kind === 'user' ? memberCtx(this.owner.businessId, this.owner.actor.id, now) : this.owner
  }

  /** An active service of 45 minutes and ten to tidy up, every quarter of an hour, unless told otherwise. */
  service(options: ServiceOptions = {}): Service {
    const details: ServiceDetails = {
      title: 'Cut', description: null, section: null, priceMinor: 4500, durationMinutes: 45, bufferBeforeMinutes: 0, bufferAfterMinutes: 10,
      noticeMinutes: 0, windowDays: 60, stepMinutes: 15, approval: false, policyId: null, payment: null, staffChoice: 'may', storeIds: [this.store.id],
      staffIds: Object.values(this.people), placeIds: this.chairs, seats: null, questions: [], extra: null, ...options,
    }
    const places = details.staffChoice === 'places'
    const saved = saveService(this.owner, null, places ? { ...details, staffIds: [], placeIds: [] } : details)
    if (!saved.ok) throw new Error(`No service: ${JSON.stringify(saved.refusal)}`)
    const active = setServiceStatus(this.owner, saved.value.listing.id, 'active')
    if (!active.ok) throw new Error(`Not active: ${JSON.stringify(active.refusal)}`)
    return { ...saved.value, listing: { ...saved.value.listing, status: 'active' } }
  }

  order(service: Service, start: string | number, { who = 'Marta', staff = null, ...more }: OrderOptions = {}): BookingOrder {
    this.#keys += 1
    return {
      key: `key-${this.#keys}`,
      items: [{ listingId: service.listing.id, choice: { start: typeof start === 'number' ? formatInstant(start) : start, staff, store: null }, attendeeName: null, answers: {} }],
      contact: { name: who, email: `${who.toLowerCase()}@example.test`, phone: null },
      note: null,
      channel: 'online',
      ...more,
    }
  }

  /** A visit of several services, one after the other, as the pages would order it: the first starts then. */
  visit(start: string | number, wanted: readonly { readonly service: Service; readonly staff?: string | null }[], more: OrderOptions = {}): BookingOrder {
    const [first] = wanted
    if (!first) throw new Error('A visit has services')
    const parts = wanted.map(({ service, staff = null }) => ({ service, staff: service.staff, person: service.staff.find(({ id }) => id === staff) ?? null }))
    const choices = choicesAt({ parts, store: this.store }, typeof start === 'number' ? start : at(start))
    const items = parts.map(({ service }, place) => ({ listingId: service.listing.id, choice: { ...choices[place] }, attendeeName: null, answers: {} }))
    return { ...this.order(first.service, start, more), items }
  }

  /** Tries to book as a customer. */
  tryToBook(service: Service, start: string | number, options: OrderOptions & { readonly now?: number } = {}) {
    const { now, ...rest } = options
    return placeBooking(this.customer(now), this.order(service, start, rest))
  }

  /** Books as a customer; throws where it is refused. */
  book(service: Service, start: string | number, options: OrderOptions & { readonly now?: number } = {}) {
    const placed = this.tryToBook(service, start, options)
    if (!placed.ok) throw new Error(`Not booked: ${JSON.stringify(placed.refusal)}`)
    return placed.value
  }

  #chair(name: string): string {
    return transact((db) => createResource(db, this.owner, { businessId: this.owner.businessId, storeId: null, kind: 'place', ownerId: null, name, capacity: 1 }))
  }
}

type OrderOptions = Partial<BookingOrder> & { readonly who?: string; readonly staff?: string | null }

/** An instant by its text. */
export function at(text: string): number {
  const instant = parseInstant(text)
  if (instant === null) throw new Error(`Not an instant: ${text}`)
  return instant
}

