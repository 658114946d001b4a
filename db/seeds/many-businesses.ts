import { addPlace, resourceOfOwner } from '~/core/allocation/index.server'
import { priceLines, type PriceLine } from '~/core/pricing/index.server'
import { minute } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { addPerson, offer, openHouse, type House } from './house'
import { must, week, type Town } from './stage'

/** A service as the bulk of bookings needs it. */
export interface BulkService {
  readonly listingId: string
  readonly title: string
  readonly durationMs: number
  readonly bufferAfterMs: number
  readonly totalMinor: number
  readonly lines: readonly PriceLine[]
}

export interface BulkPerson {
  readonly staffId: string
  readonly resourceId: string
}

/** A business whose diaries are to be filled. */
export interface BulkBusiness {
  readonly house: House
  readonly currency: string
  readonly people: readonly BulkPerson[]
  readonly services: readonly BulkService[]
}

/** When the people of every such business work. */
export const bulkHours = { from: 8, to: 20, weekdays: [1, 2, 3, 4, 5, 6] } as const

/** Opens the business of this number through the use cases, as any other is opened, with so many people. */
export function openBulkBusiness(town: Town, number: number, peopleWanted = 5): BulkBusiness {
  const place = places[number % places.length] ?? places[0]
  const name = `${trades[number % trades.length] ?? ''} ${streets[Math.floor(number / trades.length) % streets.length] ?? ''} ${number}`
  const hours = week(Object.fromEntries(bulkHours.weekdays.map((weekday) => [weekday, `${String(bulkHours.from).padStart(2, '0')}:00-${bulkHours.to}:00`])))
  const house = openHouse(town, {
    owner: { email: `owner-${number}@scale.test`, name: `Owner of ${name}` },
    name,
    code: codeOf(number),
    currency: place.currency,
    timeZone: place.timeZone,
    language: 'en',
    kicker: `${trades[number % trades.length] ?? ''} in ${place.city}`,
    about: 'One of many.',
    cover: '/img/salon.svg',
    email: `hello-${number}@scale.test`,
    phone: '+351 210 000 000',
    store: {
      name: place.city, line1: `${number} High Street`, line2: null, postalCode: '1000', city: place.city, region: null, country: place.country,
      phone: null, email: null, directions: null, taxName: place.taxName, taxRatePpm: place.taxRatePpm, taxIncluded: place.taxIncluded,
    },
    hours,
  })
  const staffIds = Array.from({ length: peopleWanted }, (_, at) => addPerson(house, { name: `${names[at % names.length] ?? ''} ${surnames[(number + at) % surnames.length] ?? ''}`, title: 'Specialist', bio: '', hours }))
  const services = cards.map((card) => bulkService(house, card, staffIds))
  must(addPlace(house.owner(house.openedAt), { name: 'Room', storeId: null, capacity: 3 }))
  const people = staffIds.map((staffId) => ({ staffId, resourceId: transact((db) => resourceOfOwner(db, house.businessId, 'person', staffId)?.id ?? '') }))
  return { house, currency: place.currency, people, services }
}

function bulkService(house: House, card: (typeof cards)[number], staffIds: readonly string[]): BulkService {
  const { listing, durationMinutes, bufferAfterMinutes } = offer(house, { ...card, staffIds, questions: [] })
  const { taxName: name, taxRatePpm: ratePpm, taxIncluded: included } = house.store
  const lines = priceLines([{ kind: 'item', title: listing.title, amount: card.priceMinor }], { name, ratePpm, included })
  return {
    listingId: listing.id,
    title: listing.title,
    durationMs: durationMinutes * minute,
    bufferAfterMs: bufferAfterMinutes * minute,
    totalMinor: lines.reduce((sum, line) => sum + line.amount, 0),
    lines,
  }
}

// The alphabet as digits: Q to Q999, which no name of the demo town has.
function codeOf(number: number): string {
  const letter = (value: number) => String.fromCharCode(65 + (value % 26))
  return `Q${letter(number / 676)}${letter(number / 26)}${letter(number)}`
}

const cards = [
  { title: 'Visit', section: 'Visits', priceMinor: 3500, durationMinutes: 30, bufferAfterMinutes: 5 },
  { title: 'Long visit', section: 'Visits', priceMinor: 6000, durationMinutes: 60, bufferAfterMinutes: 10 },
  { title: 'Consultation', section: 'Visits', priceMinor: 2500, durationMinutes: 20, bufferAfterMinutes: 10, approval: true },
] as const

const places = [
  { city: 'Lisbon', country: 'PT', timeZone: 'Europe/Lisbon', currency: 'EUR', taxName: 'VAT', taxRatePpm: 230_000, taxIncluded: true },
  { city: 'Toronto', country: 'CA', timeZone: 'America/Toronto', currency: 'CAD', taxName: 'HST', taxRatePpm: 130_000, taxIncluded: false },
  { city: 'Tokyo', country: 'JP', timeZone: 'Asia/Tokyo', currency: 'JPY', taxName: 'JCT', taxRatePpm: 100_000, taxIncluded: true },
  { city: 'London', country: 'GB', timeZone: 'Europe/London', currency: 'GBP', taxName: 'VAT', taxRatePpm: 200_000, taxIncluded: true },
] as const

const trades = ['Barbers', 'Osteopaths', 'Opticians', 'Tailors', 'Groomers', 'Nail studio', 'Tutors', 'Cycle repair'] as const
const streets = ['Harbour', 'Castle', 'Mill', 'Orchard', 'Station', 'Chapel', 'Market', 'Bridge'] as const
const names = ['Rita', 'Paulo', 'Mei', 'Andrew', 'Zainab'] as const
const surnames = ['Alves', 'Barros', 'Chen', 'Duncan', 'Ekström', 'Farah', 'Gomes'] as const
