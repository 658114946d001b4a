import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './bookings'
import { businesses } from './businesses'
import { flag, id, instant, oneOf } from './columns'
import { listings } from './listings'
import { listingSessions } from './sessions'

export const waitingStatuses = ['waiting', 'offered', 'taken', 'declined', 'lapsed', 'left', 'removed', 'over'] as const

/** Somebody who waits for places in a session that is sold out. While an offer stands, its claims in the allocation ledger have this row as their subject. */
export const waitingEntries = sqliteTable(
  'waiting_entries',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    sessionId: text('session_id').notNull().references(() => listingSessions.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    /** What they would book, in the domain's own words: an item each. */
    choices: text({ mode: 'json' }).notNull().$type<readonly Record<string, unknown>[]>(),
    /** Which parts of the listing that is, sorted; empty where it has none. */
    part: text().notNull().default(''),
    quantity: integer().notNull(),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email').notNull(),
    emailKey: text('email_key').notNull(),
    language: text().notNull(),
    status: text({ enum: waitingStatuses }).notNull(),
    /** The order of the line. */
    joinedAt: instant().notNull(),
    offeredAt: instant(),
    /** Until when the offer stands, as they are told. */
    offerUntil: instant(),
    endedAt: instant(),
    bookingId: text('booking_id').references(() => bookings.id),
    /** Of the form by which the offer was taken: a post that is repeated is the same booking. */
    bookingKey: text('booking_key'),
  },
  (t) => [
    uniqueIndex('waiting_entries_once').on(t.sessionId, t.emailKey, t.part).where(sql`status in ('waiting', 'offered')`),
    index('waiting_entries_line').on(t.sessionId, t.joinedAt, t.id).where(sql`status = 'waiting'`),
    index('waiting_entries_by_session').on(t.sessionId, t.joinedAt),
    index('waiting_entries_offers').on(t.offerUntil).where(sql`status = 'offered'`),
    oneOf('waiting_entries_status', t.status, waitingStatuses),
    check('waiting_entries_quantity', sql`quantity > 0`),
    check('waiting_entries_offer', sql`status <> 'offered' or (offered_at is not null and offer_until > offered_at)`),
  ],
)

/** How a business offers what becomes free. */
export const waitingSettings = sqliteTable(
  'waiting_settings',
  {
    businessId: text('business_id').primaryKey().references(() => businesses.id),
    /** How long an offer stands at most. */
    offerHours: integer('offer_hours').notNull(),
    /** Whoever is first is waited for, even where fewer places are free than they want. */
    strict: flag().notNull(),
    changedAt: instant().notNull(),
  },
  () => [check('waiting_settings_hours', sql`offer_hours between 1 and 168`)],
)
