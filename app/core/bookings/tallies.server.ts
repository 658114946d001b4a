import { split } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import type { Diary } from './diary.server'

/** Bookings of one business that begin in `[from, to)`. */
export interface TallySpan {
  readonly businessId: string
  readonly from: number
  readonly to: number
  /** Only of this store; null: of all. */
  readonly storeId: string | null
  /** Only those whose first item, which says what a booking is in lists, is of this domain; null: of all. */
  readonly domain: string | null
  /** Only those that somebody's own diary has; everybody's unless told. */
  readonly diary?: Diary
}

export const talliedStatuses = ['completed', 'confirmed', 'no_show', 'cancelled'] as const
export type TalliedStatus = (typeof talliedStatuses)[number]

/** How many there are of one domain and status, and what they add up to: minor units of the business's currency, taxes included. */
export interface StatusTally {
  readonly domain: string
  readonly status: TalliedStatus
  readonly bookings: number
  readonly worthMinor: number
}

/** The bookings by domain and status: the same rows that the list of bookings shows for these days, and the same amounts. */
export function tallyByStatus(db: Db, span: TallySpan): StatusTally[] {
  return statusRows(db).all({ diary: null, ...span })
}

export interface PartTally {
  /** The id of a store or a listing. */
  readonly id: string
  readonly bookings: number
  readonly worthMinor: number
}

/** Bookings that took place or still will, by store. */
export function tallyByStore(db: Db, span: TallySpan): PartTally[] {
  return storeRows(db).all({ diary: null, ...span })
}

/**
 * The same by listing. What a booking of several items adds up to is split among them by their net prices, by largest remainder, so that the
 * listings add up to what the bookings do; a booking counts once for each listing in it.
 */
export function tallyByListing(db: Db, span: TallySpan): PartTally[] {
  const bookings = new Map<string, ItemRow[]>()
  for (const row of itemRows(db).all({ diary: null, ...span })) bookings.set(row.bookingId, [...(bookings.get(row.bookingId) ?? []), row])
  const tallies = new Map<string, { bookings: number; worthMinor: number }>()
  for (const items of bookings.values()) {
    const weights = items.map(({ priceMinor }) => Math.max(0, priceMinor))
    const shares = split(items[0]?.totalMinor ?? 0, weights.some((weight) => weight > 0) ? weights : weights.map(() => 1))
    const counted = new Set<string>()
    items.forEach(({ listingId }, at) => {
      const known = tallies.get(listingId) ?? { bookings: 0, worthMinor: 0 }
      tallies.set(listingId, { bookings: known.bookings + (counted.has(listingId) ? 0 : 1), worthMinor: known.worthMinor + (shares[at] ?? 0) })
      counted.add(listingId)
    })
  }
  return [...tallies].map(([id, tally]) => ({ id, ...tally }))
}

/** The minutes of items of a domain that somebody does, of bookings that took place or still will, which begin in `[from, to)`. */
export function minutesWith(db: Db, businessId: string, domain: string, from: number, to: number): number {
  return minutesRow(db).get({ businessId, domain, from, to })?.minutes ?? 0
}

interface ItemRow {
  readonly bookingId: string
  readonly totalMinor: number
  readonly listingId: string
  readonly priceMinor: number
}

const from = `FROM bookings b INDEXED BY bookings_by_start CROSS JOIN booking_items first ON first.booking_id = b.id AND first.position = 0`
const where = `WHERE b.business_id = @businessId AND b.starts_at >= @from AND b.starts_at < @to AND (@storeId IS NULL OR b.store_id = @storeId) AND (@domain IS NULL OR first.domain = @domain)
  AND (@diary IS NULL OR EXISTS (SELECT 1 FROM booking_items i INDEXED BY booking_items_position WHERE i.booking_id = b.id AND i.staff_id = @diary))`
const stands = "b.status IN ('confirmed', 'completed')"

/** Exported for the test of their plans. */
export const talliesSql = {
  status: `SELECT first.domain, b.status, count(*) AS bookings, sum(b.total_minor) AS worthMinor ${from} ${where}
    AND b.status IN ('completed', 'confirmed', 'no_show', 'cancelled') GROUP BY first.domain, b.status`,
  store: `SELECT b.store_id AS id, count(*) AS bookings, sum(b.total_minor) AS worthMinor ${from} ${where} AND ${stands} GROUP BY b.store_id`,
  items: `SELECT b.id AS bookingId, b.total_minor AS totalMinor, i.listing_id AS listingId, i.price_minor AS priceMinor
    ${from} CROSS JOIN booking_items i ON i.booking_id = b.id AND i.state = 'active' ${where} AND ${stands}`,
  minutes: `SELECT coalesce(sum(i.ends_at - i.starts_at), 0) / 60000 AS minutes FROM booking_items i INDEXED BY booking_items_by_time CROSS JOIN bookings b ON b.id = i.booking_id
    WHERE i.business_id = @businessId AND i.starts_at >= @from AND i.starts_at < @to AND i.domain = @domain AND i.state = 'active' AND i.staff_id IS NOT NULL AND ${stands}`,
}

type Bound = TallySpan & { readonly diary: Diary }

const statusRows = prepared((db) => db.$client.prepare<Bound, StatusTally>(talliesSql.status))
const storeRows = prepared((db) => db.$client.prepare<Bound, PartTally>(talliesSql.store))
const itemRows = prepared((db) => db.$client.prepare<Bound, ItemRow>(talliesSql.items))
const minutesRow = prepared((db) => db.$client.prepare<{ businessId: string; domain: string; from: number; to: number }, { minutes: number }>(talliesSql.minutes))
