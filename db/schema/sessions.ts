import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { resources } from './allocation'
import { businesses, staff, stores } from './businesses'
import { id, instant, oneOf } from './columns'
import { listings } from './listings'

/** A rule by which a listing's sessions come again. */
export const sessionSeries = sqliteTable(
  'session_series',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    /** An RRULE without its start (RFC 5545), expanded in wall time. */
    rule: text().notNull(),
    /** The wall time of the first: "2027-03-28T09:00". */
    localStart: text('local_start').notNull(),
    timeZone: text('time_zone').notNull(),
    durationMinutes: integer('duration_minutes').notNull(),
    /** Local dates that are left out. */
    exceptions: text({ mode: 'json' }).notNull().$type<readonly string[]>(),
    /** What each of its sessions begins with, in the shape of a session's draft. */
    draft: text({ mode: 'json' }).notNull().$type<Record<string, unknown>>(),
    /** The last local date up to which its sessions have been made. */
    madeUntil: text('made_until').notNull(),
    /** Since when no more are made: it has come to its end, or another series goes on from there. */
    endedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('session_series_by_listing').on(t.businessId, t.listingId),
    index('session_series_to_extend').on(t.madeUntil).where(sql`ended_at is null`),
    check('session_series_duration', sql`duration_minutes between 1 and 43200`),
  ],
)

export const sessionStatuses = ['scheduled', 'confirmed', 'completed', 'cancelled'] as const

/** A dated date of a listing: an evening of a concert, a tour on Tuesday at nine. Its wall time is what was meant; the instants follow from it. */
export const listingSessions = sqliteTable(
  'listing_sessions',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    storeId: text('store_id').notNull().references(() => stores.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    domain: text().notNull(),
    seriesId: text('series_id').references(() => sessionSeries.id),
    /** The local date on which its series put it, wherever it was moved since. */
    seriesDate: text('series_date'),
    /** What this one is called apart from its listing; null: as its listing. */
    title: text(),
    localStart: text('local_start').notNull(),
    timeZone: text('time_zone').notNull(),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    status: text({ enum: sessionStatuses }).notNull(),
    /** The pool that counts its places; its capacity is how many there are, null: as many as come. */
    poolId: text('pool_id').notNull().references(() => resources.id),
    /** In place of the listing's price; null: the listing's. */
    priceMinor: integer('price_minor'),
    /** Who leads it: a member of staff, claimed for its time and the preparation around it. */
    staffId: text('staff_id').references(() => staff.id),
    prepareMinutes: integer('prepare_minutes').notNull().default(0),
    clearMinutes: integer('clear_minutes').notNull().default(0),
    /** How many people it needs; null: it takes place with any number. */
    minPeople: integer('min_people'),
    /** When it is decided whether there are enough. */
    decideBy: instant(),
    /** When the owner was asked to decide, since there were not. */
    askedAt: instant(),
    /** Why it was cancelled, as everybody is told. */
    reason: text(),
    /** Rises with each change that a calendar should take over. */
    sequence: integer().notNull().default(0),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('listing_sessions_by_start').on(t.businessId, t.startsAt),
    index('listing_sessions_by_listing').on(t.listingId, t.startsAt),
    uniqueIndex('listing_sessions_in_series').on(t.seriesId, t.seriesDate).where(sql`series_id is not null`),
    index('listing_sessions_to_decide').on(t.decideBy).where(sql`status = 'scheduled' and decide_by is not null and asked_at is null`),
    index('listing_sessions_to_complete').on(t.endsAt).where(sql`status in ('scheduled', 'confirmed')`),
    oneOf('listing_sessions_status', t.status, sessionStatuses),
    check('listing_sessions_span', sql`ends_at > starts_at and prepare_minutes >= 0 and clear_minutes >= 0`),
    check('listing_sessions_price', sql`price_minor is null or (typeof(price_minor) = 'integer' and price_minor between 0 and 9007199254740991)`),
    check('listing_sessions_minimum', sql`(min_people is null) = (decide_by is null) and (min_people is null or min_people > 0)`),
    check('listing_sessions_series', sql`(series_id is null) = (series_date is null)`),
  ],
)

/** The rooms that a session takes beside its places. */
export const sessionPlaces = sqliteTable(
  'session_places',
  {
    sessionId: text('session_id').notNull().references(() => listingSessions.id),
    resourceId: text('resource_id').notNull().references(() => resources.id),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.resourceId] }), index('session_places_by_resource').on(t.resourceId)],
)
