import { bookingById, confirmBooking, placeBooking } from '~/core/bookings/index.server'
import { closeEnquiry, replyToEnquiry, sendEnquiry, type Property } from '~/domains/real-estate/index.server'
import { addDays, day, formatInstant, hour, minute, resolve, type LocalDate } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import type { Customer } from './customers'
import type { House } from './house'
import { customerAt, must } from './stage'

// What happens around a property that is for rent or for sale, for the seeds.

/** Books a viewing as somebody would have; nothing where nobody is free then. */
export function showing(business: House, { property, date, at, who }: { readonly property: Property; readonly date: LocalDate; readonly at: number; readonly who: Customer }): void {
  const { town, businessId } = business
  const start = resolve(date, at, business.store.timeZone)
  const placedAt = Math.min(town.now - 30 * minute, resolve(addDays(date, -4), 18 * 60, business.store.timeZone))
  const placed = placeBooking(customerAt(town, businessId, placedAt, who.language), {
    key: town.newId(placedAt),
    items: [{ listingId: property.listing.id, choice: { kind: 'viewing', start: formatInstant(start) }, attendeeName: null, attendeeEmail: null, answers: {} }],
    contact: { name: who.name, email: who.email, phone: who.phone },
    note: null,
    channel: 'online',
  })
  const booking = placed.ok ? transact((db) => bookingById(db, businessId, placed.value.id)) : null
  if (booking?.status === 'pending' && placedAt + 5 * hour < town.now) must(confirmBooking(business.owner(placedAt + 5 * hour), booking.id))
}

export interface QuestionCard {
  readonly property: Property
  readonly who: Customer
  readonly daysAgo: number
  readonly message: string
  /** Null: it waits still. */
  readonly answer: string | null
  readonly closed?: boolean
}

/** Somebody asks about a property, and is answered where the business has found the time. */
export function question(business: House, { property, who, daysAgo, message, answer, closed = false }: QuestionCard): void {
  const { town, businessId } = business
  const at = town.now - daysAgo * day
  const asked = must(
    sendEnquiry(customerAt(town, businessId, at, who.language), {
      listingId: property.listing.id, name: who.name, email: who.email, phone: who.phone, message, wishedFor: null, key: town.newId(at),
    }),
  )
  if (answer !== null) must(replyToEnquiry(business.owner(at + 3 * hour), asked.id, { body: answer, author: 'Lídia Sarmento' }))
  if (closed) must(closeEnquiry(business.owner(at + 9 * hour), asked.id))
}
