import { day, minute, type Interval } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { capacityBetween, claimsBetween, fullIntervals, takenBetween } from '../allocation/index.server'
import type { ExchangedListing } from './exchanged.server'

/** A time that a listing is taken. */
export interface TakenTime extends Interval {
  /** What takes it: the same for as long as that stands. */
  readonly subject: string
  /** Rises whenever the subject takes another time. */
  readonly sequence: number
}

// As far as anybody books.
const [behind, ahead] = [31 * day, 731 * day]

/**
 * When a listing is taken, from a month back to two years ahead: by bookings and holds, blocks, and what was read from other channels but
 * this one. Of what there are several, the times in which none is left.
 */
export function takenTimes(db: Db, businessId: string, listing: ExchangedListing, { leavingOut, now }: { readonly leavingOut: string | null; readonly now: number }): TakenTime[] {
  const own = new Set(leavingOut === null ? [] : subjectRows(db).all({ feedId: leavingOut }).map(({ id }) => id))
  const found = new Map<string, TakenTime>()
  for (const resourceId of listing.resourceIds) {
    for (const time of takenOf(db, businessId, resourceId, own, now)) {
      // A whole takes all of its parts at once, some of them for longer.
      const other = found.get(time.subject)
      const apart = other && other.start !== time.start ? `${time.subject}.${time.start}` : time.subject
      const same = found.get(apart)
      found.set(apart, { ...time, subject: apart, end: Math.max(time.end, same?.end ?? time.end) })
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end)
}

function takenOf(db: Db, businessId: string, resourceId: string, own: ReadonlySet<string>, now: number): TakenTime[] {
  const span = { from: now - behind, to: now + ahead }
  const capacity = capacityBetween(db, businessId, resourceId, span.from, span.to) ?? { usual: 0, changes: [] }
  const closed = capacity.changes.filter((change) => change.capacity === 0)
  if (capacity.usual === 1 && closed.length === capacity.changes.length) {
    // One of a kind: whatever is claimed fills it.
    const claims = claimsBetween(db, businessId, resourceId, { ...span, now }).filter(({ subject }) => !own.has(subject))
    return [
      ...claims.map(({ subject, start, end, claimedAt }) => ({ subject, start, end, sequence: Math.floor(claimedAt / minute) })),
      ...closed.map(({ start, end }) => nameless(resourceId, { start, end })),
    ]
  }
  const taken = takenBetween(db, businessId, resourceId, { ...span, now, ignoring: [...own] })
  return fullIntervals(taken, capacity, 1).map(({ start, end }) => nameless(resourceId, { start: Math.max(start, span.from), end: Math.min(end, span.to) }))
}

// No claim stands for it, so its name is its beginning; it ends anew where anything changes.
function nameless(resourceId: string, { start, end }: Interval): TakenTime {
  return { subject: `${resourceId}.${start}`, start, end, sequence: Math.floor(end / minute) }
}

const subjectRows = prepared((db) => db.$client.prepare<{ feedId: string }, { id: string }>('SELECT id FROM channel_entries WHERE feed_id = @feedId AND released_at IS NULL'))
