import { blockTime } from '~/core/allocation/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { nightsTaken, saveProperty, setPropertyStatus, type Property, type PropertyDetails } from '~/domains/real-estate/index.server'
import { addDays, type LocalDate } from '~/kernel/time'
import { ana, customers } from './customers'
import { dateFromToday } from './diary'
import { openHouse, type House } from './house'
import { letOut, ratesOf, stay } from './lettings'
import { must, week, type Town } from './stage'

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

function closeFor(business: House, property: Property | undefined, from: LocalDate, nights: number, reason: string): void {
  const { start, end } = nightsTaken({ arrive: from, depart: addDays(from, nights) }, 0, business.store.timeZone)
  for (const resourceId of property?.resourceIds ?? []) must(blockTime(business.owner(), { resourceId, startsAt: start, endsAt: end, reason }))
}

function publish(business: House, details: Omit<PropertyDetails, 'storeId'>): void {
  const owner = business.owner(business.openedAt)
  const saved = must(saveProperty(owner, null, { ...details, storeId: business.store.id }))
  must(setPropertyStatus(owner, saved.listing.id, 'active'))
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
