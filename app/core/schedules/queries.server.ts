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
  // In most businesses everybody works the same hours: they are expanded once.
  const expanded = new Map<string, Interval[]>()
  return new Map(
    ownerIds.map((ownerId) => {
      const week = weekRows(db).all({ businessId, ownerId })
      const exceptions = exceptionsBetween(db).all({ businessId, ownerId, from: fromDate, to: toDate }).map(exceptionOf)
      const key = JSON.stringify([week, exceptions])
      const openings = expanded.get(key) ?? openIntervals(week, exceptions, fromDate, toDate, zone)
      expanded.set(key, openings)
      return [ownerId, openings]
    }),
  )
}

/** The exception in the model's words. */
export function exceptionOf({ date, closed, fromMinute, toMinute }: HoursOfDate): HourException {
  return closed || fromMinute === null || toMinute === null ? { date, closed: true } : { date, from: fromMinute, to: toMinute }
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

const exceptionsBetween = prepared((db) =>
  db.$client.prepare<{ businessId: string; ownerId: string; from: LocalDate; to: LocalDate }, HoursOfDate>(
    `SELECT date, closed, from_minute AS fromMinute, to_minute AS toMinute FROM hour_exceptions
     WHERE business_id = @businessId AND owner_id = @ownerId AND date BETWEEN @from AND @to`,
  ),
)
