import { prepared, type Db } from '~/platform/database.server'
import { channelFeeds } from '#db/schema/channels'
import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { KeptEntry } from './model/compare-entries'

export type Feed = typeof channelFeeds.$inferSelect
export type FeedOutcome = NonNullable<Feed['outcome']>

/** A feed of this business that is not removed; null for another's. */
export function feedById(db: Db, businessId: string, feedId: string): Feed | null {
  return oneFeed(db).get({ businessId, feedId }) ?? null
}

/** The feeds of a listing that are not removed, in the order in which they were made. */
export function feedsOfListing(db: Db, businessId: string, listingId: string): Feed[] {
  return listingFeeds(db).all({ businessId, listingId })
}

/** The feeds of a business that are not removed. */
export function feedsOfBusiness(db: Db, businessId: string): Feed[] {
  return businessFeeds(db).all({ businessId })
}

/** What a feed has taken over and not given back, past entries among it. */
export function keptEntries(db: Db, feedId: string): KeptEntry[] {
  return entryRows(db).all({ feedId, from: 0 })
}

/** What a feed takes from now on, by start. */
export function comingEntries(db: Db, feedId: string, now: number): KeptEntry[] {
  return entryRows(db).all({ feedId, from: now })
}

const oneFeed = prepared((db) =>
  db
    .select()
    .from(channelFeeds)
    .where(and(eq(channelFeeds.id, sql.placeholder('feedId')), eq(channelFeeds.businessId, sql.placeholder('businessId')), isNull(channelFeeds.removedAt)))
    .prepare(),
)

const listingFeeds = prepared((db) =>
  db
    .select()
    .from(channelFeeds)
    .where(and(eq(channelFeeds.businessId, sql.placeholder('businessId')), eq(channelFeeds.listingId, sql.placeholder('listingId')), isNull(channelFeeds.removedAt)))
    .orderBy(asc(channelFeeds.madeAt), asc(channelFeeds.id))
    .prepare(),
)

const businessFeeds = prepared((db) =>
  db
    .select()
    .from(channelFeeds)
    .where(and(eq(channelFeeds.businessId, sql.placeholder('businessId')), isNull(channelFeeds.removedAt)))
    .orderBy(asc(channelFeeds.listingId), asc(channelFeeds.madeAt), asc(channelFeeds.id))
    .prepare(),
)

/** Exported for the test of its plan. */
export const entriesSql = `SELECT id, uid, instance, starts_at AS startsAt, ends_at AS endsAt, claims, summary, version FROM channel_entries
  WHERE feed_id = @feedId AND ends_at > @from AND released_at IS NULL ORDER BY starts_at, id`

const entryRows = prepared((db) => db.$client.prepare<{ feedId: string; from: number }, KeptEntry>(entriesSql))
