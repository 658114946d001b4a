import type { BusinessCtx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { bookedTwice, type Claim } from '../allocation/index.server'
import { entriesOf, type Entry } from '../bookings/index.server'
import { channelClashed } from './events'
import type { Feed } from './feeds.server'
import type { KeptEntry } from './model/compare-entries'

/** An entry of another calendar and a booking that have the same time. */
export interface Clash {
  readonly entry: KeptEntry
  readonly booking: Entry
}

/** Tells the business of every booking that these entries meet, once for each version of an entry and each booking. In the caller's transaction. */
export function noteClashes(db: Db, ctx: BusinessCtx, feed: Feed, entryIds: readonly string[]): void {
  for (const id of entryIds) {
    const entry = oneEntry(db).get({ id })
    for (const { bookingId } of entry ? bookingsMet(db, ctx.businessId, entry, ctx.now) : []) {
      const { changes } = insertClash(db).run({ entryId: id, version: entry?.version ?? 0, bookingId, businessId: ctx.businessId, now: ctx.now })
      if (changes === 0) continue
      announce(db, ctx, channelClashed, {
        businessId: ctx.businessId,
        subject: feed.id,
        payload: { feedId: feed.id, entryId: id, entryVersion: entry?.version ?? 0, bookingId },
      })
    }
  }
}

/** The clashes of a feed that are not solved: neither has the booking gone elsewhere, nor the entry. */
export function clashesOf(db: Db, businessId: string, feedId: string, now: number): Clash[] {
  return notedEntries(db).all({ feedId, now }).flatMap((entry) => bookingsMet(db, businessId, entry, now).map((booking) => ({ entry, booking })))
}

/** A clash that was told of, where it is not solved; null where it is. */
export function clashBetween(db: Db, businessId: string, entryId: string, version: number, bookingId: string, now: number): Clash | null {
  const entry = oneEntry(db).get({ id: entryId })
  if (entry?.version !== version) return null
  const booking = bookingsMet(db, businessId, entry, now).find((met) => met.bookingId === bookingId)
  return booking ? { entry, booking } : null
}

/** One item of each booking that stands where an entry claims what is not there twice. */
function bookingsMet(db: Db, businessId: string, { claims }: KeptEntry, now: number): Entry[] {
  const subjects = (JSON.parse(claims) as Claim[]).flatMap((claim) => bookedTwice(db, businessId, claim, now))
  return [...new Map(entriesOf(db, businessId, [...new Set(subjects)]).map((met) => [met.bookingId, met])).values()]
}

const columns = 'id, uid, instance, starts_at AS startsAt, ends_at AS endsAt, claims, summary, version'

const oneEntry = prepared((db) => db.$client.prepare<{ id: string }, KeptEntry>(`SELECT ${columns} FROM channel_entries WHERE id = @id AND released_at IS NULL`))

const notedEntries = prepared((db) =>
  db.$client.prepare<{ feedId: string; now: number }, KeptEntry>(
    `SELECT ${columns} FROM channel_entries AS e WHERE feed_id = @feedId AND ends_at > @now AND released_at IS NULL
       AND EXISTS (SELECT 1 FROM channel_clashes WHERE entry_id = e.id AND version = e.version) ORDER BY starts_at, id`,
  ),
)

const insertClash = prepared((db) =>
  db.$client.prepare<{ entryId: string; version: number; bookingId: string; businessId: string; now: number }>(
    `INSERT INTO channel_clashes (entry_id, version, booking_id, business_id, found_at) VALUES (@entryId, @version, @bookingId, @businessId, @now)
     ON CONFLICT DO NOTHING`,
  ),
)
