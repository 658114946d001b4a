import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookingItems } from './bookings'
import { businesses } from './businesses'
import { id, instant } from './columns'
import { users } from './identity'
import { listingSessions } from './sessions'

/** Tickets that were replaced: an item without a row has its first one. The version is part of what a code is sealed over, so earlier ones are worth nothing. */
export const ticketVersions = sqliteTable(
  'ticket_versions',
  {
    itemId: text('item_id').primaryKey().references(() => bookingItems.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    version: integer().notNull(),
    replacedAt: instant().notNull(),
  },
  () => [check('ticket_versions_later', sql`version > 1`)],
)

/** Somebody let in at the door: a row for each place of an item, so that a party can come in parts and nobody twice. */
export const admissions = sqliteTable(
  'admissions',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    sessionId: text('session_id').notNull().references(() => listingSessions.id),
    itemId: text('item_id').notNull().references(() => bookingItems.id),
    /** Which of its places, from 1 to the item's quantity. */
    place: integer().notNull(),
    /** Those who were let in by one post have one; it is undone as a whole. */
    actId: text('act_id').notNull(),
    at: instant().notNull(),
    byUserId: text('by_user_id').notNull().references(() => users.id),
    /** At which door, where there are several: in the words of who stands there. */
    door: text(),
    undoneAt: instant(),
    undoneByUserId: text('undone_by_user_id').references(() => users.id),
  },
  (t) => [
    uniqueIndex('admissions_once').on(t.itemId, t.place).where(sql`undone_at is null`),
    index('admissions_by_session').on(t.sessionId, t.itemId).where(sql`undone_at is null`),
    index('admissions_latest').on(t.sessionId, t.at).where(sql`undone_at is null`),
    index('admissions_by_act').on(t.actId),
    check('admissions_place', sql`place > 0`),
    check('admissions_undone', sql`(undone_at is null) = (undone_by_user_id is null)`),
  ],
)
