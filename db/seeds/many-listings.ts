import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import { transact, type Db } from '~/platform/database.server'
import { openBulkBusiness, type BulkBusiness } from './many-businesses'
import { forgetNews } from './news'
import { townAt } from './stage'

const perBusiness = 200
const daysKnown = 90

/**
 * Adds so many listings over many businesses of their own, two hundred to each, with days on which they are free: the same at every run on the
 * same file. Businesses come through the use cases; listings are bulk rows that the triggers see. A fifth is about each of five crafts.
 */
export function seedListings(now: number, passwordHash: string, wanted: number, tell: (made: number) => void = () => undefined): void {
  const before = transact((db) => db.$client.prepare<[], number>('SELECT count(*) FROM businesses').pluck().get() ?? 0)
  const town = townAt(now, passwordHash, 5000 + before)
  const businesses = Math.max(1, Math.round(wanted / perBusiness))
  let made = 0
  for (let number = 0; number < businesses; number += 1) {
    const share = Math.floor((wanted * (number + 1)) / businesses) - Math.floor((wanted * number) / businesses)
    transact((db) => {
      const business = openBulkBusiness(town, before + number)
      const write = listingWriter(db, business, now)
      for (let nth = 0; nth < share; nth += 1) write(nth)
      forgetNews(db, now)
    })
    made += share
    tell(made)
  }
}

function listingWriter(db: Db, { house, services }: BulkBusiness, now: number): (nth: number) => void {
  const { chance } = house.town
  const insert = statementsOf(db)
  const today = localDateOf(now, house.store.timeZone)
  const like = services[0]?.listingId ?? ''
  return (nth) => {
    const id = house.town.newId(now)
    const craft = chance.pick(crafts)
    const title = `${chance.pick(manners)} ${craft} ${nth + 1}`
    const description = Array.from({ length: 12 }, () => chance.pick(phrases)).join(' ')
    insert.listing.run({ id, businessId: house.businessId, title, description, slug: `listing-${nth + 1}`, priceMinor: chance.between(10, 300) * 100, position: nth + 10, now })
    insert.service.run({ id, like })
    insert.staff.run({ id, like })
    insert.store.run({ id, storeId: house.store.id })
    const number = insert.number.pluck().get({ id })
    for (let ahead = 0; ahead < daysKnown; ahead += 1) {
      if (chance.next() < 0.6) insert.free.run({ number, date: addDays(today, ahead), places: chance.between(1, 5), minutes: chance.between(2, 32) * 15 })
    }
  }
}

interface FreeRow {
  readonly number: number | undefined
  readonly date: LocalDate
  readonly places: number
  readonly minutes: number
}

function statementsOf(db: Db) {
  const { $client } = db
  return {
    listing: $client.prepare(
      `INSERT INTO listings (id, business_id, domain, slug, title, description, price_minor, status, section, position, created_at, updated_at)
       VALUES (@id, @businessId, 'appointments', @slug, @title, @description, @priceMinor, 'active', NULL, @position, @now, @now)`,
    ),
    service: $client.prepare(
      `INSERT INTO services (listing_id, business_id, duration_minutes, buffer_before_minutes, buffer_after_minutes, notice_minutes, window_days, step_minutes, approval, staff_choice)
       SELECT @id, business_id, duration_minutes, buffer_before_minutes, buffer_after_minutes, notice_minutes, window_days, step_minutes, approval, staff_choice FROM services WHERE listing_id = @like`,
    ),
    staff: $client.prepare('INSERT INTO service_staff (listing_id, staff_id) SELECT @id, staff_id FROM service_staff WHERE listing_id = @like'),
    store: $client.prepare('INSERT INTO listing_stores (listing_id, store_id) VALUES (@id, @storeId)'),
    number: $client.prepare<{ id: string }, number>('SELECT number FROM listing_entries WHERE listing_id = @id'),
    free: $client.prepare<FreeRow>('INSERT INTO free_days (listing_number, date, places, minutes) VALUES (@number, @date, @places, @minutes)'),
  }
}

const crafts = ['massage', 'haircut', 'lesson', 'fitting', 'tour'] as const
const manners = ['Quiet', 'Morning', 'Late', 'Long', 'Short', 'First', 'Family', 'Gentle'] as const
const phrases = [
  'for two', 'with tea', 'by the river', 'in the old town', 'with somebody who knows', 'without hurry', 'for beginners', 'after work', 'with your own things', 'indoors',
  'at the window', 'all year', 'with a view', 'in small groups', 'step by step', 'with oils of the region',
] as const
