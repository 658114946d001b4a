import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sql } from 'drizzle-orm'
import { businesses } from './businesses'
import { flag, id, instant } from './columns'

/** Weekly hours of a person, a place or a store (`ownerId`): minutes from local midnight; `toMinute` may pass 1440 into the next day. */
export const weeklyHours = sqliteTable(
  'weekly_hours',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    ownerId: text('owner_id').notNull(),
    /** 1 is Monday. */
    weekday: integer().notNull(),
    fromMinute: integer('from_minute').notNull(),
    toMinute: integer('to_minute').notNull(),
  },
  (t) => [
    index('weekly_hours_by_owner').on(t.businessId, t.ownerId, t.weekday),
    check('weekly_hours_span', sql`weekday between 1 and 7 and from_minute between 0 and 1439 and to_minute > from_minute and to_minute <= 2880`),
  ],
)

/** Hours of one date, in place of that weekday's; a closed date has one row without minutes. */
export const hourExceptions = sqliteTable(
  'hour_exceptions',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    ownerId: text('owner_id').notNull(),
    date: text().notNull(),
    closed: flag().notNull(),
    fromMinute: integer('from_minute'),
    toMinute: integer('to_minute'),
    reason: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('hour_exceptions_by_owner').on(t.businessId, t.ownerId, t.date),
    check(
      'hour_exceptions_span',
      sql`(closed = 1 and from_minute is null and to_minute is null) or (closed = 0 and from_minute between 0 and 1439 and to_minute > from_minute and to_minute <= 2880)`,
    ),
  ],
)
