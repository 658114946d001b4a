import { reference } from '~/kernel/ids'
import { addDays, day, formatInstant, hour, localDateOf, minute, startOfDay, weekdayOf, type LocalDate } from '~/kernel/time'
import { transact, type Db } from '~/platform/database.server'
import { bulkWriter, type BulkVisit } from './bulk-rows'
import { bulkHours, openBulkBusiness, type BulkBusiness, type BulkPerson } from './many-businesses'
import { forgetNews } from './news'
import { townAt, type Town } from './stage'

const perBusiness = 2000
const fewestBusinesses = 20

/**
 * Adds so many bookings over many businesses of their own, about two thousand to each: the same at every run on the same file. Businesses
 * come through the use cases; bookings are bulk rows that hold to every rule of the house (triggers and checks stay on), each with its
 * contact, sale, lines, history, claim and payment. Of what serves only to tell of a change (events, audit) they have none.
 */
export function seedBookings(now: number, passwordHash: string, wanted: number, tell: (placed: number) => void = () => undefined): void {
  const before = transact(readied)
  const town = townAt(now, passwordHash, 1000 + before.businesses)
  const businesses = Math.max(fewestBusinesses, Math.round(wanted / perBusiness))
  let placed = 0
  for (let number = 0; number < businesses; number += 1) {
    const share = Math.floor((wanted * (number + 1)) / businesses) - Math.floor((wanted * number) / businesses)
    transact((db) => {
      fill(db, openBulkBusiness(town, before.businesses + number), share, before.references)
      forgetNews(db, now)
    })
    placed += share
    tell(placed)
  }
}

function readied(db: Db) {
  // A quarter of a gigabyte, so that what a million rows touch again and again stays in memory.
  db.$client.pragma('cache_size = -262144')
  return { businesses: countOf(db, 'businesses'), references: referencesFrom(db, countOf(db, 'bookings')) }
}

export interface BusyWanted {
  readonly bookings: number
  readonly people: number
  /** Days before today and after it that the bookings are spread over. */
  readonly back: number
  readonly ahead: number
  /** The trades that they are of, by turns. */
  readonly domains: readonly string[]
}

const perBatch = 20_000

/** One business with so many bookings of its own, for what a list or a calendar does with them. */
export function seedBusyBusiness(now: number, passwordHash: string, { bookings, people, back, ahead, domains }: BusyWanted): BulkBusiness {
  const before = transact(readied)
  const business = transact(() => openBulkBusiness(townAt(now, passwordHash, 1000 + before.businesses), before.businesses, people))
  const days = workingDays(business.house.store.timeZone, now, back, ahead)
  const batches = Math.min(days.length, Math.ceil(bookings / perBatch))
  const upTo = (batch: number, of: number) => Math.floor((of * batch) / batches)
  for (let batch = 0; batch < batches; batch += 1) {
    const share = upTo(batch + 1, bookings) - upTo(batch, bookings)
    const batchDays = days.slice(upTo(batch, days.length), upTo(batch + 1, days.length))
    transact((db) => fill(db, business, share, before.references, { days: batchDays, firstContact: upTo(batch, bookings), domains }))
  }
  transact((db) => forgetNews(db, now))
  return business
}

/** Fills the diaries of a business with exactly so many visits, spread over its working days around today unless told. */
function fill(db: Db, business: BulkBusiness, wanted: number, nextReference: () => string, { days = daysAround(business, wanted), firstContact = 0, domains = ['appointments'] as readonly string[] } = {}): void {
  const { house, people } = business
  const { chance } = house.town
  const write = bulkWriter(db, house, business.currency)
  const contacts = Array.from({ length: Math.max(1, Math.ceil(wanted / 4)) }, (_, at) => write.contact(firstContact + at))
  const diaries = days.flatMap((date) => people.map((person) => ({ date, person })))
  let written = 0
  diaries.forEach(({ date, person }, at) => {
    const share = Math.floor((wanted * (at + 1)) / diaries.length) - Math.floor((wanted * at) / diaries.length)
    for (const visit of visitsOf(business, person, date, share)) {
      const domain = domains[(written += 1) % domains.length] ?? 'appointments'
      write.booking({ ...visit, domain, contact: chance.pick(contacts), reference: nextReference() })
    }
  })
}

// Two months back and one ahead; a business with more than its usual share has as many times as long a past.
function daysAround({ house: { store, town } }: BulkBusiness, wanted: number): LocalDate[] {
  return workingDays(store.timeZone, town.now, 60 * Math.ceil(wanted / perBusiness), 31)
}

function workingDays(zone: string, now: number, back: number, ahead: number): LocalDate[] {
  const today = localDateOf(now, zone)
  const dates = Array.from({ length: back + ahead }, (_, at) => addDays(today, at - back))
  return dates.filter((date) => bulkHours.weekdays.some((weekday) => weekday === weekdayOf(date)))
}

/** So many visits of one person on one day, one after the other with chance between them. */
function visitsOf({ house, services }: BulkBusiness, person: BulkPerson, date: LocalDate, count: number): Omit<BulkVisit, 'contact' | 'reference' | 'domain'>[] {
  const { chance, now } = house.town
  // The clocks of these zones change at night: by day the distance from midday is the same.
  const opens = startOfDay(date, house.store.timeZone) + day / 2 - (12 - bulkHours.from) * hour + nightChange(date, house.store.timeZone)
  const longest = 75 * minute
  const visits: Omit<BulkVisit, 'contact' | 'reference' | 'domain'>[] = []
  let free = opens
  for (let left = count; left > 0; left -= 1) {
    const slack = Math.floor((opens + (bulkHours.to - bulkHours.from) * hour - left * longest - free) / (15 * minute))
    if (slack < 0) throw new Error(`${count} visits do not fit into one day`)
    const startsAt = free + chance.between(0, Math.min(slack, 6)) * 15 * minute
    const service = chance.pick(services)
    const endsAt = startsAt + service.durationMs
    visits.push({ person, service, startsAt, endsAt, choice: JSON.stringify({ start: formatInstant(startsAt), staff: person.staffId, store: house.store.id }), ...fateOf(house.town, startsAt, endsAt, now) })
    free = startsAt + Math.ceil((service.durationMs + service.bufferAfterMs) / (15 * minute)) * 15 * minute
  }
  return visits
}

function fateOf({ chance }: Town, startsAt: number, endsAt: number, now: number): Pick<BulkVisit, 'status' | 'placedAt' | 'answerBy'> {
  const drawn = chance.next()
  const placedAt = Math.min(startsAt, now) - chance.between(60, 14 * 24 * 60) * minute
  if (endsAt <= now) return { status: drawn < 0.04 ? 'no_show' : drawn < 0.11 ? 'cancelled' : 'completed', placedAt, answerBy: null }
  if (drawn < 0.05) return { status: 'cancelled', placedAt, answerBy: null }
  if (drawn > 0.97 && startsAt > now + hour) {
    const askedAt = now - chance.between(1, 20 * 60) * minute
    return { status: 'pending', placedAt: askedAt, answerBy: Math.min(askedAt + day, startsAt) }
  }
  return { status: 'confirmed', placedAt, answerBy: null }
}

function nightChange(date: LocalDate, zone: string): number {
  return startOfDay(addDays(date, 1), zone) - startOfDay(date, zone) - day
}

/** References that none in the file has: a walk over all six-sign numbers in steps that meet each once (30⁶ and the step share no factor). */
function referencesFrom(db: Db, count: number): () => string {
  const known = db.$client.prepare<[string]>('SELECT 1 FROM bookings WHERE reference = ?')
  let at = BigInt(count) * 1_000_003n
  return () => {
    for (;;) {
      at += 1n
      const number = Number((at * 433_494_437n) % 30n ** 6n)
      const made = reference('AP', () => Uint8Array.from({ length: 6 }, (_, place) => Math.floor(number / 30 ** place) % 30))
      if (known.get(made) === undefined) return made
    }
  }
}

function countOf(db: Db, table: 'businesses' | 'bookings'): number {
  return db.$client.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? 0
}

