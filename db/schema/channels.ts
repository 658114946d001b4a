import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { bookings } from './bookings'
import { businesses } from './businesses'
import { id, instant, oneOf } from './columns'
import { listings } from './listings'

/** How asking for a calendar ended. */
export const feedOutcomes = [
  'read', 'unchanged', 'no-listing',
  'no-web-address', 'unknown-name', 'private-address', 'no-connection', 'too-slow', 'too-large', 'too-many-redirects', 'status',
  'no-calendar', 'too-many-entries', 'too-much-work',
] as const

/** The calendar of another channel, read for a listing: what stands in it takes the listing's time. */
export const channelFeeds = sqliteTable(
  'channel_feeds',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    name: text().notNull(),
    /** As secret as what it opens: audit and logs leave it out. */
    address: text().notNull(),
    madeAt: instant().notNull(),
    pausedAt: instant(),
    removedAt: instant(),
    /** When it is asked for next; null while it is paused, and once it is removed. */
    dueAt: instant(),
    askedAt: instant(),
    outcome: text({ enum: feedOutcomes }),
    /** The HTTP status, where that was the outcome. */
    status: integer(),
    /** When it was last read whole. */
    readAt: instant(),
    /** As it was read then: entries that take time, and UIDs that could not be understood. */
    entries: integer().notNull().default(0),
    unreadable: integer().notNull().default(0),
    etag: text(),
    lastModified: text('last_modified'),
    /** In a row, up to now. */
    failures: integer().notNull().default(0),
    failingSince: instant(),
    /** When the business was told that it has been failing. */
    toldAt: instant(),
  },
  (t) => [
    index('channel_feeds_by_listing').on(t.businessId, t.listingId, t.madeAt),
    index('channel_feeds_due').on(t.dueAt).where(sql`due_at is not null`),
    // Twice, it would meet itself.
    uniqueIndex('channel_feeds_address').on(t.listingId, t.address).where(sql`removed_at is null`),
    oneOf('channel_feeds_outcome', t.outcome, feedOutcomes),
    check('channel_feeds_idle', sql`due_at is null or (paused_at is null and removed_at is null)`),
  ],
)

/** An entry that was read and takes time: its id is the subject of its claims. */
export const channelEntries = sqliteTable(
  'channel_entries',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    feedId: text('feed_id').notNull().references(() => channelFeeds.id),
    uid: text().notNull(),
    /** Which date of an entry that comes again; empty for one that does not. */
    instance: text().notNull(),
    /** From the start of its first claim to the end of its last. */
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** What it claims, as JSON: another text is another claim. */
    claims: text().notNull(),
    summary: text(),
    /** Rises as its claims change. */
    version: integer().notNull(),
    changedAt: instant().notNull(),
    releasedAt: instant(),
  },
  (t) => [
    uniqueIndex('channel_entries_uid').on(t.feedId, t.uid, t.instance).where(sql`released_at is null`),
    index('channel_entries_by_feed').on(t.feedId, t.endsAt).where(sql`released_at is null`),
    check('channel_entries_span', sql`ends_at > starts_at`),
  ],
)

/** That an entry, in one of its versions, met a booking, and that the business was told: once. */
export const channelClashes = sqliteTable(
  'channel_clashes',
  {
    entryId: text('entry_id').notNull().references(() => channelEntries.id),
    version: integer().notNull(),
    bookingId: text('booking_id').notNull().references(() => bookings.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    foundAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.entryId, t.version, t.bookingId] })],
)

/** A secret address at which others read when a listing is taken. The address itself is not kept. */
export const channelAddresses = sqliteTable(
  'channel_addresses',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    listingId: text('listing_id').notNull().references(() => listings.id),
    /** For whom it was made. */
    name: text().notNull(),
    /** Whose own entries are left out; null: nobody's. */
    feedId: text('feed_id').references(() => channelFeeds.id),
    tokenHash: text('token_hash').notNull(),
    madeAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [uniqueIndex('channel_addresses_token').on(t.tokenHash), index('channel_addresses_by_listing').on(t.businessId, t.listingId).where(sql`revoked_at is null`)],
)
