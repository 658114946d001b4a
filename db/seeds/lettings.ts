import { bookingById, cancelBooking, completeBooking, confirmBooking, placeBooking, type Booking } from '~/core/bookings/index.server'
import { saveProperty, saveRates, setPropertyStatus, type Property, type PropertyDetails, type RatesDetails } from '~/domains/real-estate/index.server'
import { addDays, day, hour, minute, resolve, type LocalDate } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import type { Customer } from './customers'
import { pay } from './diary'
import type { House } from './house'
import { customerAt, must } from './stage'

// What a house that lets by the night does, for the seeds.

const everyDay = [1, 2, 3, 4, 5, 6, 7]

export interface StayCard {
  readonly property: Property
  readonly arrive: LocalDate
  readonly nights: number
  readonly who: Customer
}

/** Books a stay as somebody would have, and tells how it went as far as it has; nothing where it is taken. */
export function stay(business: House, { property, arrive, nights, who }: StayCard): void {
  const { town, businessId } = business
  const zone = business.store.timeZone
  const latest = Math.min(town.now - 20 * minute, resolve(addDays(arrive, -2), 20 * 60, zone))
  const placedAt = Math.max(business.openedAt + day, latest - town.chance.between(0, 45 * 24) * hour)
  if (placedAt > latest) return
  const most = property.stay?.guestsMost ?? 2
  const guests = { adults: town.chance.between(1, Math.min(most, 4)), children: 0 }
  const placed = placeBooking(customerAt(town, businessId, placedAt, who.language), {
    key: town.newId(placedAt),
    items: [{ listingId: property.listing.id, choice: { kind: 'stay', arrive, depart: addDays(arrive, nights), guests }, attendeeName: null, attendeeEmail: null, answers: {} }],
    contact: { name: who.name, email: who.email, phone: who.phone },
    note: town.chance.happens(0.15) ? town.chance.pick(notes) : null,
    channel: 'online',
  })
  const booking = placed.ok ? transact((db) => bookingById(db, businessId, placed.value.id)) : null
  if (booking) carryOut(business, booking)
}

function carryOut(business: House, booking: Booking): void {
  const { town, businessId } = business
  if (booking.status === 'pending') {
    const at = booking.placedAt + town.chance.between(30, 600) * minute
    // Who wrote within these hours still waits.
    if (at > town.now) return
    must(confirmBooking(business.owner(at), booking.id))
  }
  const callsOff = booking.startsAt - town.chance.between(3, 20) * day
  if (town.chance.happens(0.08) && callsOff > booking.placedAt + day && callsOff < town.now) {
    must(cancelBooking(customerAt(town, businessId, callsOff, booking.language), booking.id, town.chance.pick(excuses)))
    return
  }
  if (booking.startsAt < town.now) pay(business, booking, 'card-terminal', booking.startsAt + 20 * minute > town.now ? town.now : booking.startsAt + 20 * minute)
  if (booking.endsAt < town.now) must(completeBooking(business.owner(booking.endsAt), booking.id))
}

/** A property that is to be had by the night. */
export function letOut(business: House, details: Omit<PropertyDetails, 'storeId'>, rates: RatesDetails): Property {
  const owner = business.owner(business.openedAt)
  const saved = must(saveProperty(owner, null, { ...details, storeId: business.store.id }))
  must(saveRates(owner, saved.listing.id, rates))
  return must(setPropertyStatus(owner, saved.listing.id, 'active'))
}

export interface RateCard {
  readonly nightly: number
  readonly summer: number
  readonly guests: number
  readonly included: number
  readonly least: number
  readonly cleaning: number
}

/** Rates in whole euros, with the seasons of last year, this one and the next. */
export function ratesOf({ town }: House, { nightly, summer, guests, included, least, cleaning }: RateCard): RatesDetails {
  const year = new Date(town.now).getUTCFullYear()
  const season = (name: string, of: number, firstNight: string, lastNight: string, price: number, minNights: number | null = null) => ({
    name, firstNight: `${of}-${firstNight}`, lastNight: `${of}-${lastNight}`, nightlyMinor: price * 100, weekendMinor: Math.round(price * 1.18) * 100, minNights,
  })
  return {
    nightlyMinor: nightly * 100, weekendMinor: Math.round(nightly * 1.15) * 100, weekendDays: [5, 6],
    guestsIncluded: included, guestsMost: guests, extraGuestMinor: 20_00,
    taxMinor: 4_00, taxNights: 7, childAge: 13,
    minNights: least, maxNights: 28, stayBy: 'arrival', arrivalDays: everyDay, departureDays: everyDay, prepareNights: 0, noticeDays: 1, windowDays: 365,
    checkInFrom: 15 * 60, checkInUntil: 21 * 60, checkOutBy: 11 * 60,
    seasons: [year - 1, year, year + 1].flatMap((of) => [
      season('Spring', of, '04-01', '06-14', Math.round(nightly * 1.1)),
      season('Summer', of, '06-15', '09-15', summer, least + 2),
      season('Autumn', of, '09-16', '11-30', Math.round(nightly * 1.1)),
      season('December', of, '12-01', '12-31', Math.round(nightly * 1.2)),
    ]),
    discounts: [{ kind: 'length', threshold: 7, percent: 10 }, { kind: 'length', threshold: 28, percent: 25 }, { kind: 'early', threshold: 120, percent: 5 }, { kind: 'late', threshold: 3, percent: 8 }],
    fees: [{ name: 'Cleaning', per: 'stay', amountMinor: cleaning * 100 }],
  }
}

const notes = ['We come by the night train and may be early.', 'Is there a cot for the little one?', 'Chegamos já depois das oito, pode ser?', 'One of us does not climb stairs well.']
const excuses = ['Our flight was moved.', 'The wedding is put off.', 'Surgiu um imprevisto.']
