import { addDays, localDateOf, mondayOf, startOfDay, type LocalDate } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { businessFacts } from '../businesses/index.server'
import type { Diary } from './diary.server'

/** What came of the bookings that began in a stretch of time. Amounts in minor units of the business's currency, taxes included. */
export interface Tally {
  /** Those that took place or still will. */
  readonly bookings: number
  readonly worthMinor: number
  readonly cancelled: number
  readonly noShows: number
}

export interface WeekFigures extends Tally {
  /** The Monday it begins with. */
  readonly monday: LocalDate
  readonly worthByDomain: Readonly<Record<string, number>>
}

export interface Figures {
  /** Twelve whole weeks, the latest last. */
  readonly weeks: readonly WeekFigures[]
  /** The last four of them, and the four before those. */
  readonly now: Tally
  readonly before: Tally
}

const weeksShown = 12

/** The twelve whole weeks before the one of `now`, by the business's own clock. */
export function figures(db: Db, businessId: string, zone: string, diary: Diary, now: number): Figures {
  const thisMonday = mondayOf(localDateOf(now, zone))
  const weeks = Array.from({ length: weeksShown }, (_, index) => {
    const monday = addDays(thisMonday, (index - weeksShown) * 7)
    const rows = weekRows(db).all({ businessId, diary, from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 7), zone) })
    return weekOf(monday, rows)
  })
  return { weeks, now: together(weeks.slice(-4)), before: together(weeks.slice(-8, -4)) }
}

export interface BookingCounts {
  /** Visits that begin today, by the business's own clock, and were not called off. */
  readonly today: number
  readonly pending: number
}

/** Today's and pending bookings of several businesses. */
export function bookingCounts(db: Db, businesses: readonly { readonly id: string; readonly diary: Diary }[], now: number): Map<string, BookingCounts> {
  return new Map(
    businesses.map(({ id, diary }) => {
      const zone = businessFacts(db, id)?.timeZone ?? 'UTC'
      const today = localDateOf(now, zone)
      const span = { businessId: id, diary, from: startOfDay(today, zone), to: startOfDay(addDays(today, 1), zone) }
      return [id, countRow(db).get(span) ?? { today: 0, pending: 0 }]
    }),
  )
}

interface WeekRow extends Tally {
  readonly domain: string
}

function weekOf(monday: LocalDate, rows: readonly WeekRow[]): WeekFigures {
  return { monday, ...together(rows), worthByDomain: Object.fromEntries(rows.map(({ domain, worthMinor }) => [domain, worthMinor])) }
}

function together(tallies: readonly Tally[]): Tally {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0)
  return {
    bookings: sum(({ bookings }) => bookings),
    worthMinor: sum(({ worthMinor }) => worthMinor),
    cancelled: sum(({ cancelled }) => cancelled),
    noShows: sum(({ noShows }) => noShows),
  }
}

interface Span {
  readonly businessId: string
  readonly diary: Diary
  readonly from: number
  readonly to: number
}

const theirs = '(@diary IS NULL OR EXISTS (SELECT 1 FROM booking_items i INDEXED BY booking_items_position WHERE i.booking_id = b.id AND i.staff_id = @diary))'
const stands = "b.status IN ('confirmed', 'completed')"
const inSpan = 'b.business_id = @businessId AND b.starts_at >= @from AND b.starts_at < @to'

/** Exported for the test of their plans. */
export const figuresSql = {
  week: `SELECT first.domain, sum(${stands}) AS bookings, coalesce(sum(CASE WHEN ${stands} THEN b.total_minor END), 0) AS worthMinor,
      sum(b.status = 'cancelled') AS cancelled, sum(b.status = 'no_show') AS noShows
    FROM bookings b INDEXED BY bookings_by_start CROSS JOIN booking_items first ON first.booking_id = b.id AND first.position = 0
    WHERE ${inSpan} AND ${theirs} GROUP BY first.domain`,
  counts: `SELECT
      (SELECT count(*) FROM bookings b INDEXED BY bookings_by_start
       WHERE ${inSpan} AND b.status IN ('held', 'pending', 'confirmed', 'completed', 'no_show') AND ${theirs}) AS today,
      (SELECT count(*) FROM bookings b INDEXED BY bookings_by_status WHERE b.business_id = @businessId AND b.status = 'pending' AND ${theirs}) AS pending`,
}

const weekRows = prepared((db) => db.$client.prepare<Span, WeekRow>(figuresSql.week))
const countRow = prepared((db) => db.$client.prepare<Span, BookingCounts>(figuresSql.counts))
