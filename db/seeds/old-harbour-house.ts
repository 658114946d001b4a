import { blockTime } from '~/core/allocation/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { nightsTaken, saveProperty, setPropertyStatus, type Property, type PropertyDetails } from '~/domains/real-estate/index.server'
import { addDays, type LocalDate } from '~/kernel/time'
import { ana, customers } from './customers'
import { dateFromToday } from './diary'
import { addPerson, openHouse, ownerIs, type House } from './house'
import { letOut, ratesOf, stay } from './lettings'
import { question, showing } from './showings'
import { must, week, type Town } from './stage'

/** A house by the quay in Lisbon that is let as a whole or room by room, a loft for rent and a house for sale with viewings and questions: stays past and ahead, a deposit, seasons, a tourist tax. */
export function seedOldHarbourHouse(town: Town): void {
  const business = openHouse(town, card)
  must(savePolicy(business.owner(business.openedAt), null, { name: 'Two weeks', tiers: [{ hoursBefore: 14 * 24, percent: 100 }, { hoursBefore: 7 * 24, percent: 50 }], fees: 'always', taxes: 'always', noShowPercent: 0, isDefault: true }))
  const house = letOut(business, whole, ratesOf(business, { nightly: 200, summer: 290, guests: 6, included: 4, least: 3, cleaning: 84 }))
  const rooms = parts.map(({ nightly, summer, guests, ...details }) =>
    letOut(business, { ...part, ...details, wholeId: house.listing.id }, ratesOf(business, { nightly, summer, guests, included: guests, least: 2, cleaning: 25 })),
  )
  const agents = [addPerson(business, { name: 'Lídia Sarmento', title: 'Owner', bio: 'Has lived by the quay all her life.', hours: afternoons }), addPerson(business, { name: 'Tomé Vasques', title: 'Lettings', bio: 'Shows you the house, and the street.', hours: afternoons })]
  ownerIs(business, agents[0] ?? '')
  const loft = publish(business, { ...part, viewing: { minutes: 30, noticeHours: 24, windowDays: 28, agentIds: agents }, title: 'The net loft', tenure: 'long-term', priceMinor: 1150_00, bedrooms: 1, beds: null, baths: 1, size: 48, approval: false, description: 'Where the nets were mended: one long room under the roof, with a kitchen. From next month, for a year or longer.' })
  const cooperage = publish(business, { ...part, viewing: { minutes: 60, noticeHours: 48, windowDays: 42, agentIds: agents }, title: 'The cooper’s house', tenure: 'sale', priceMinor: 685_000_00, street: 'Rua dos Tanoeiros 11', bedrooms: 4, beds: null, baths: 2, size: 164, approval: true, description: 'Where the barrels were made: two floors and a yard with a well, one street behind the quay. Sold as it stands.' })
  showAround(business, loft, cooperage)
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

function showAround(business: House, loft: Property, cooperage: Property): void {
  const { chance } = business.town
  for (const away of [-12, -9, -5, 2, 4, 6, 9, 11, 13]) showing(business, { property: away % 2 === 0 ? loft : cooperage, date: dateFromToday(business, away), at: chance.pick([15, 16, 17]) * 60, who: chance.pick(customers) })
  for (const [at, card] of questions.entries()) question(business, { ...card, property: card.about === 'loft' ? loft : cooperage, who: customers[at * 5] ?? chance.pick(customers) })
}

const questions = [
  { about: 'loft', daysAgo: 21, message: 'Is the lift large enough for a piano?', answer: 'There is no lift, but the stairs are wide: two pianos went up already.', closed: true },
  { about: 'cooperage', daysAgo: 9, message: 'Is the well in the yard still used?', answer: 'For the garden, yes. The water was tested last spring.' },
  { about: 'loft', daysAgo: 3, message: 'Could I move in in the middle of a month?', answer: 'Gladly: you would pay the half of that one.' },
  { about: 'loft', daysAgo: 1, message: 'Are dogs welcome? Ours is old and sleeps most of the day.', answer: null },
  { about: 'cooperage', daysAgo: 0.3, message: 'Would you consider an offer below the price? We could pay at once.', answer: null },
] as const

function closeFor(business: House, property: Property | undefined, from: LocalDate, nights: number, reason: string): void {
  const { start, end } = nightsTaken({ arrive: from, depart: addDays(from, nights) }, 0, business.store.timeZone)
  for (const resourceId of property?.resourceIds ?? []) must(blockTime(business.owner(), { resourceId, startsAt: start, endsAt: end, reason }))
}

function publish(business: House, details: Omit<PropertyDetails, 'storeId'>): Property {
  const owner = business.owner(business.openedAt)
  const saved = must(saveProperty(owner, null, { ...details, storeId: business.store.id }))
  return must(setPropertyStatus(owner, saved.listing.id, 'active'))
}

// The hours in which it is shown to whoever might rent or buy.
const afternoons = week({ 1: '14:00-19:00', 2: '14:00-19:00', 3: '14:00-19:00', 4: '14:00-19:00', 5: '14:00-19:00', 6: '10:00-13:00' })

const place = { street: 'Rua do Cais 4', postalCode: '1300-472', city: 'Lisbon', latitudeE6: 38_703_420, longitudeE6: -9_178_310 } as const

const part = {
  ...place,
  tenure: 'nightly', section: null, priceMinor: null, wholeId: null, questions: [], extra: null, policyId: null, payment: null, viewing: null,
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
