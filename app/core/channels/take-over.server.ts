import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import type { CalendarEntry, ReadCalendar } from '~/platform/read-icalendar.server'
import { importClaims, isSubject, release, type Claim } from '../allocation/index.server'
import { noteClashes } from './clashes.server'
import type { ExchangedListing } from './exchanged.server'
import { keptEntries, type Feed } from './feeds.server'
import { compareEntries, type FoundEntry, type KeptEntry } from './model/compare-entries'
import { ownUid } from './model/own-uid'

export interface TakenOver {
  readonly added: number
  readonly changed: number
  readonly gone: number
}

/**
 * Takes over what a calendar says now: new entries claim the listing's time and are never refused, changed ones move, vanished ones give it
 * back. Where an entry that is new or moved meets a booking, the business is told. Another time it finds nothing to do.
 */
export function takeOver(ctx: BusinessCtx, feed: Feed, listing: ExchangedListing, { entries, unreadable }: ReadCalendar): TakenOver {
  return transact((db) => {
    const found = entries.filter(({ uid }) => !isEcho(db, ctx.businessId, listing, uid)).flatMap((entry) => foundEntry(listing, entry))
    const { added, changed, gone } = compareEntries(keptEntries(db, feed.id), found, { now: ctx.now, unreadable })
    for (const entry of gone) letGo(db, ctx, entry)
    for (const { kept, found: entry, moved } of changed) change(db, ctx, kept, entry, moved)
    const ids = added.map((entry) => add(db, ctx, feed, entry))

    const moved = changed.flatMap(({ kept, moved: elsewhere }) => (elsewhere ? [kept.id] : []))
    noteClashes(db, ctx, feed, [...ids, ...moved])
    const counts = { added: added.length, changed: changed.length, gone: gone.length }
    if (added.length + changed.length + gone.length > 0) record(db, ctx, { businessId: ctx.businessId, action: 'channels.feed.take-over', subject: feed.id, changes: counts })
    return counts
  })
}

/** Gives back whatever a feed takes from now on, in the caller's transaction. Answers how many entries that were. */
export function letGoOfAll(db: Db, ctx: BusinessCtx, feedId: string): number {
  const coming = keptEntries(db, feedId).filter(({ endsAt }) => endsAt > ctx.now)
  for (const entry of coming) letGo(db, ctx, entry)
  return coming.length
}

// A channel that reads our calendar may send it back to us in its own: that is what we know already, and may have freed since.
function isEcho(db: Db, businessId: string, { resourceIds }: ExchangedListing, uid: string): boolean {
  const id = ownUid(uid)
  return id !== null && (resourceIds.includes(id) || isSubject(db, businessId, id))
}

function foundEntry(listing: ExchangedListing, { uid, instance, times, summary }: CalendarEntry): FoundEntry[] {
  const claims = listing.claimsFor(times)
  const [startsAt, endsAt] = [Math.min(...claims.map((claim) => claim.startsAt ?? Infinity)), Math.max(...claims.map((claim) => claim.endsAt ?? -Infinity))]
  if (!(startsAt < endsAt)) return []
  return [{ uid: uid.slice(0, longestText), instance, startsAt, endsAt, claims: JSON.stringify(claims), summary: summary?.slice(0, longestText) ?? null }]
}

// A stranger's file may hold whole novels.
const longestText = 500

function add(db: Db, ctx: BusinessCtx, feed: Feed, entry: FoundEntry): string {
  const id = ctx.newId()
  insertEntry(db).run({ ...entry, id, businessId: ctx.businessId, feedId: feed.id, now: ctx.now })
  claim(db, ctx, id, entry)
  return id
}

function change(db: Db, ctx: BusinessCtx, kept: KeptEntry, entry: FoundEntry, moved: boolean): void {
  updateEntry(db).run({ ...entry, id: kept.id, version: kept.version + (moved ? 1 : 0), now: ctx.now })
  if (!moved) return
  release(db, ctx.businessId, kept.id, ctx.now)
  claim(db, ctx, kept.id, entry)
}

function claim(db: Db, ctx: BusinessCtx, subject: string, { claims, summary }: FoundEntry): void {
  importClaims(db, ctx, JSON.parse(claims) as Claim[], { businessId: ctx.businessId, subject, reason: summary })
}

function letGo(db: Db, ctx: BusinessCtx, { id }: KeptEntry): void {
  release(db, ctx.businessId, id, ctx.now)
  releaseEntry(db).run({ id, now: ctx.now })
}

const insertEntry = prepared((db) =>
  db.$client.prepare<FoundEntry & { id: string; businessId: string; feedId: string; now: number }>(
    `INSERT INTO channel_entries (id, business_id, feed_id, uid, instance, starts_at, ends_at, claims, summary, version, changed_at)
     VALUES (@id, @businessId, @feedId, @uid, @instance, @startsAt, @endsAt, @claims, @summary, 1, @now)`,
  ),
)

const updateEntry = prepared((db) =>
  db.$client.prepare<FoundEntry & { id: string; version: number; now: number }>(
    `UPDATE channel_entries SET uid = @uid, instance = @instance, starts_at = @startsAt, ends_at = @endsAt, claims = @claims, summary = @summary,
       version = @version, changed_at = @now WHERE id = @id`,
  ),
)

const releaseEntry = prepared((db) => db.$client.prepare<{ id: string; now: number }>('UPDATE channel_entries SET released_at = @now WHERE id = @id'))
