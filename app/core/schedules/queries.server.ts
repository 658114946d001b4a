import { and, asc, eq, gte, sql } from 'drizzle-orm'
import type { Interval, LocalDate } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { hourExceptions } from '#db/schema/schedules'
import { openIntervals, type HourException, type WeeklyHours } from './model/week-hours'

/** A dated exception as it is kept. Minutes are null on a closed date. */
export type StoredException = typeof hourExceptions.$inferSelect

interface HoursOfDate {
  readonly date: LocalDate
  readonly closed: boolean | 0 | 1
  readonly fromMinute: number | null
  readonly toMinute: number | null
}

/** The weekly hours of an owner, by weekday and time; minutes from local midnight. */
export function weeklyHoursOf(db: Db, businessId: string, ownerId: string): WeeklyHours[] {
  return weekRows(db).all({ businessId, ownerId })
}

/** The dated exceptions of an owner from a local date on (all, without one), by date and time. */
export function exceptionsOf(db: Db, businessId: string, ownerId: string, from: LocalDate = '0001-01-01'): StoredException[] {
  return exceptionRows(db).all({ businessId, ownerId, from })
}

/**
 * When each owner is open: the openings that begin on the local dates from `fromDate` to `toDate` (both included) in `zone`, as instants,
 * in order and disjoint. An owner without hours, or of another business, has an empty list.
 */
export function openHours(
  db: Db,
  businessId: string,
  ownerIds: readonly string[],
  fromDate: LocalDate,
  toDate: LocalDate,
  zone: string,
): Map<string, Interval[]> {
  const owners = JSON.stringify(ownerIds)
  const weeks = byOwner(weeksOfOwners(db).all({ businessId, owners }))
  const exceptions = byOwner(exceptionsOfOwners(db).all({ businessId, owners, from: fromDate, to: toDate }))
  // In most businesses everybody works the same hours: they are expanded once.
  const expanded = new Map<string, Interval[]>()
  return new Map(
    ownerIds.map((ownerId) => {
      const week = (weeks.get(ownerId) ?? []).map(({ weekday, from, to }) => ({ weekday, from, to }))
      const special = (exceptions.get(ownerId) ?? []).map(exceptionOf)
      const key = JSON.stringify([week, special])
      const openings = expanded.get(key) ?? openIntervals(week, special, fromDate, toDate, zone)
      expanded.set(key, openings)
      return [ownerId, openings]
    }),
  )
}

/** The exception in the model's words. */
export function exceptionOf({ date, closed, fromMinute, toMinute }: HoursOfDate): HourException {
  return closed || fromMinute === null || toMinute === null ? { date, closed: true } : { date, from: fromMinute, to: toMinute }
}

function byOwner<Row extends { readonly ownerId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const grouped = new Map<string, Row[]>()
  for (const row of rows) {
    const others = grouped.get(row.ownerId)
    if (others) others.push(row)
    else grouped.set(row.ownerId, [row])
  }
  return grouped
}

const weekRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; ownerId: string }, WeeklyHours>(
    `SELECT weekday, from_minute AS "from", to_minute AS "to" FROM weekly_hours
     WHERE business_id = @businessId AND owner_id = @ownerId ORDER BY weekday, from_minute`,
  ),
)

const exceptionRows = prepared((db) =>
  db
    .select()
    .from(hourExceptions)
    .where(
      and(
        eq(hourExceptions.businessId, sql.placeholder('businessId')),
        eq(hourExceptions.ownerId, sql.placeholder('ownerId')),
        gte(hourExceptions.date, sql.placeholder('from')),
      ),
    )
    .orderBy(asc(hourExceptions.date), asc(hourExceptions.fromMinute))
    .prepare(),
)

interface OfOwners {
  readonly businessId: string
  /** A JSON list of ids. */
  readonly owners: string
}

const weeksOfOwners = prepared((db) =>
  db.$client.prepare<OfOwners, WeeklyHours & { ownerId: string }>(
    `SELECT owner_id AS ownerId, weekday, from_minute AS "from", to_minute AS "to" FROM weekly_hours
     WHERE business_id = @businessId AND owner_id IN (SELECT value FROM json_each(@owners)) ORDER BY owner_id, weekday, from_minute`,
  ),
)

const exceptionsOfOwners = prepared((db) =>
  db.$client.prepare<OfOwners & { from: LocalDate; to: LocalDate }, HoursOfDate & { ownerId: string }>(
    `SELECT owner_id AS ownerId, date, closed, from_minute AS fromMinute, to_minute AS toMinute FROM hour_exceptions
     WHERE business_id = @businessId AND owner_id IN (SELECT value FROM json_each(@owners)) AND date BETWEEN @from AND @to`,
  ),
)
