import { bookingById, completeBooking, markNoShow, placeBooking, type Booking } from '~/core/bookings/index.server'
import { createSeries, type Session } from '~/core/sessions/index.server'
import { saveActivity, setActivityStatus, type Activity, type ActivityDetails } from '~/domains/activities/index.server'
import { hour, minute } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { customers, type Customer } from './customers'
import { pay } from './diary'
import type { House } from './house'
import { customerAt, must } from './stage'

// What a house that takes people along does, for the seeds.

/** An activity that customers can book. */
export function writeActivity(house: House, details: Partial<ActivityDetails> & Pick<ActivityDetails, 'title' | 'kinds'>): Activity {
  const made = must(
    saveActivity(house.owner(house.openedAt), null, {
      description: null, section: null, durationMinutes: 120, meetingPoint: 'The pontoon with the yellow boats, Old Harbour, east quay', latitude: 35.3417, longitude: 33.3219, languages: 'English, Greek, Turkish',
      minGroup: 1, maxGroup: 10, bulkFrom: null, bulkPercent: null, privateMinor: null, cutOffMinutes: 120, bring: null, included: null, approval: false, policyId: null, payment: null,
      storeIds: [house.store.id], questions: [], extra: null, ...details,
    }),
  )
  return must(setActivityStatus(house.owner(house.openedAt), made.listing.id, 'active'))
}

interface Dates {
  readonly start: string
  readonly rule: string
  readonly capacity: number
  readonly staffId: string | null
  /** The rooms it takes. */
  readonly placeIds?: readonly string[]
  readonly clearMinutes: number
}

/** Dates by a rule, as the owner added them when the house opened. They count from today, whatever weekday that is: nobody's hours are asked. */
export function addDates(house: House, { listing, durationMinutes }: Activity, dates: Dates): readonly Session[] {
  return must(
    createSeries(house.owner(house.openedAt), {
      ...dates, listingId: listing.id, storeId: house.store.id, durationMinutes, title: null, priceMinor: null, placeIds: dates.placeIds ?? [], prepareMinutes: 15, minPeople: null, decideBeforeMinutes: null, skip: [],
    }, { anyHours: true }),
  ).sessions
}

/** So many bookings of each date at most, in the weeks before; of dates that are over, most came and paid. */
export function fillDates(house: House, activity: Activity, dates: readonly Session[], most: number): void {
  const { town } = house
  for (const session of dates) {
    const latest = Math.min(session.startsAt - 3 * hour, town.now - hour)
    for (let nth = town.chance.between(1, most); nth > 0; nth -= 1) {
      const people = { adult: town.chance.between(1, 3), child: town.chance.between(0, 1) }
      const booking = bookPlaces(house, activity, session, people, town.chance.pick(customers), latest - town.chance.between(1, 14 * 24) * hour)
      if (booking && session.endsAt < town.now) settle(house, booking, nth)
    }
  }
}

/** Places in a date for somebody; null where there was no room. */
export function bookPlaces(house: House, { listing }: Activity, session: Session, people: Readonly<Record<string, number>>, who: Customer, placedAt: number): Booking | null {
  const { town, businessId } = house
  const placed = placeBooking(customerAt(town, businessId, placedAt, who.language), {
    key: town.newId(placedAt),
    items: [{ listingId: listing.id, choice: { session: session.id, people, private: false }, attendeeName: null, attendeeEmail: null, answers: {} }],
    contact: { name: who.name, email: who.email, phone: who.phone },
    note: null,
    channel: 'online',
  })
  return placed.ok ? transact((db) => bookingById(db, businessId, placed.value.id)) : null
}

function settle(house: House, booking: Booking, nth: number): void {
  const came = house.owner(booking.endsAt + 10 * minute)
  if (nth === 4) return void must(markNoShow(came, booking.id))
  must(completeBooking(came, booking.id))
  pay(house, booking, 'card-terminal', came.now)
}
