import { blockTime } from '~/core/allocation/index.server'
import { bookingById, cancelBooking, completeBooking, confirmBooking, placeBooking, type Booking } from '~/core/bookings/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { nightsTaken, saveProperty, saveRates, setPropertyStatus, type Property, type PropertyDetails, type RatesDetails } from '~/domains/real-estate/index.server'
import { addDays, day, hour, minute, resolve, type LocalDate } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { ana, customers, type Customer } from './customers'
import { dateFromToday, pay } from './diary'
import { openHouse, type House } from './house'
import { customerAt, must, week, type Town } from './stage'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** A house by the quay in Lisbon that is let as a whole or room by room, and a loft for rent: stays past and ahead, a deposit, seasons, a tourist tax. */
export function seedOldHarbourHouse(town: Town): void {
  const business = openHouse(town, card)
  must(savePolicy(business.owner(business.openedAt), null, { name: 'Two weeks', tiers: [{ hoursBefore: 14 * 24, percent: 100 }, { hoursBefore: 7 * 24, percent: 50 }], fees: 'always', taxes: 'always', noShowPercent: 0, isDefault: true }))
  const house = letOut(business, whole, ratesOf(business, { nightly: 200, summer: 290, guests: 6, included: 4, least: 3, cleaning: 84 }))
  const rooms = parts.map(({ nightly, summer, guests, ...details }) =>
    letOut(business, { ...part, ...details, wholeId: house.listing.id }, ratesOf(business, { nightly, summer, guests, included: guests, least: 2, cleaning: 25 })),
  )
  publish(business, { ...part, title: 'The net loft', tenure: 'long-term', priceMinor: 1150_00, bedrooms: 1, beds: null, baths: 1, size: 48, approval: false, description: 'Where the nets were mended: one long room under the roof, with a kitchen. From next month, for a year or longer.' })
  fillNights(business, house, rooms)
}

function fillNights(business: House, house: Property, rooms: readonly Property[]): void {
  const { chance } = business.town
  for (let away = -70; away < 150; away += chance.between(1, 3)) {
    const wholeHouse = chance.happens(0.45)
    const nights = wholeHouse ? chance.between(3, 9) : chance.between(2, 6)
    const taken = wholeHouse ? [house] : rooms.filter(() => chance.happens(0.6))
    for (const property of taken) stay(business, { property, arrive: dateFromToday(business, away), nights, who: chance.happens(0.05) ? ana : chance.pick(customers) })
    away += taken.length > 0 ? nights : 0
  }
  closeFor(business, rooms[2], dateFromToday(business, 160), 4, 'The chimney is swept')
}

interface StayCard {
  readonly property: Property
  readonly arrive: LocalDate
  readonly nights: number
  readonly who: Customer
}

/** Books a stay as somebody would have, and tells how it went as far as it has; nothing where it is taken. */
function stay(business: House, { property, arrive, nights, who }: StayCard): void {
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

function closeFor(business: House, property: Property | undefined, from: LocalDate, nights: number, reason: string): void {
  const { start, end } = nightsTaken({ arrive: from, depart: addDays(from, nights) }, 0, business.store.timeZone)
  for (const resourceId of property?.resourceIds ?? []) must(blockTime(business.owner(), { resourceId, startsAt: start, endsAt: end, reason }))
}

function letOut(business: House, details: Omit<PropertyDetails, 'storeId'>, rates: RatesDetails): Property {
  const owner = business.owner(business.openedAt)
  const saved = must(saveProperty(owner, null, { ...details, storeId: business.store.id }))
  must(saveRates(owner, saved.listing.id, rates))
  return must(setPropertyStatus(owner, saved.listing.id, 'active'))
}

function publish(business: House, details: Omit<PropertyDetails, 'storeId'>): void {
  const owner = business.owner(business.openedAt)
  const saved = must(saveProperty(owner, null, { ...details, storeId: business.store.id }))
  must(setPropertyStatus(owner, saved.listing.id, 'active'))
}

interface RateCard {
  readonly nightly: number
  readonly summer: number
  readonly guests: number
  readonly included: number
  readonly least: number
  readonly cleaning: number
}

/** Rates in whole euros, with the seasons of last year, this one and the next. */
function ratesOf({ town }: House, { nightly, summer, guests, included, least, cleaning }: RateCard): RatesDetails {
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

const place = { street: 'Rua do Cais 4', postalCode: '1300-472', city: 'Lisbon', latitudeE6: 38_703_420, longitudeE6: -9_178_310 } as const

const part = {
  ...place,
  tenure: 'nightly', section: null, priceMinor: null, wholeId: null, questions: [], extra: null, policyId: null, payment: null,
  amenities: ['Wi-Fi, 200 Mbit/s', 'Heating', 'Kitchen to share', 'Desk with a view'],
  houseRules: 'No smoking inside. Quiet from 22:00: the walls are thick, the windows are old.',
  licence: '48211/AL', approval: false, beds: 1, baths: 1, bedrooms: 1, size: 18, description: null,
} as const

const whole: Omit<PropertyDetails, 'storeId'> = {
  ...part,
  title: 'Old Harbour House',
  description: 'A harbour master’s house of 1884, four doors from the quay. Thick walls, a walled terrace, and a kitchen made for long suppers.',
  amenities: ['Wi-Fi, 200 Mbit/s', 'Heating in every room', 'Washing machine', 'Two terraces', 'Cot and high chair', 'Dishwasher', 'Parking in the street', 'Desk with a view'],
  houseRules: 'No smoking inside. Pets are welcome if you ask first. Quiet from 22:00: the walls are thick, the windows are old.',
  bedrooms: 3, beds: 4, baths: 2, size: 110, approval: true, payment: { kind: 'deposit', percent: 30, restDays: 14 },
}

const parts = [
  { title: 'The river room', description: 'The large room at the front: two windows on the river, a double bed, a bath of its own.', nightly: 95, summer: 130, guests: 2 },
  { title: 'The lemon room', description: 'At the back, above the lemon trees. A double bed, and the mornings are quiet.', nightly: 80, summer: 110, guests: 2 },
  { title: 'The attic', description: 'Under the roof, two single beds and a sofa for a third.', nightly: 70, summer: 95, guests: 3 },
] as const

const notes = ['We come by the night train and may be early.', 'Is there a cot for the little one?', 'Chegamos já depois das oito, pode ser?', 'One of us does not climb stairs well.']
const excuses = ['Our flight was moved.', 'The wedding is put off.', 'Surgiu um imprevisto.']

const card = {
  owner: { email: 'owner@old-harbour-house.test', name: 'Lídia Sarmento' },
  name: 'Old Harbour House',
  code: 'OH',
  domains: ['real-estate'],
  currency: 'EUR',
  timeZone: 'Europe/Lisbon',
  language: 'en',
  kicker: 'Stays by the quay, Alcântara, Lisbon',
  about: 'One house, three rooms, and somebody who opens the door. Take a room or all of it.',
  cover: '/img/house.svg',
  email: 'stay@old-harbour-house.test',
  phone: '+351 210 555 014',
  store: {
    name: 'The house', line1: 'Rua do Cais 4', line2: null, postalCode: '1300-472', city: 'Lisbon', region: null, country: 'PT', phone: '+351 210 555 014',
    email: 'stay@old-harbour-house.test', directions: 'Train to Alcântara-Mar, then four minutes towards the river.', taxName: 'IVA', taxRatePpm: 60_000, taxIncluded: true,
  },
  hours: week({ 1: '09:00-19:00', 2: '09:00-19:00', 3: '09:00-19:00', 4: '09:00-19:00', 5: '09:00-19:00', 6: '09:00-19:00', 7: '10:00-17:00' }),
} as const
