import type { Interval } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import type { ImportedTime } from '../bookings/index.server'
import { listingsByIds, storesOfListing } from '../listings/index.server'
import { feedPath } from './paths'

/** So many are shown on one calendar: far more than a sheet has room for. */
const most = 2000

/** What was read from other channels and touches these times, by start. */
export function importedBetween(db: Db, business: { readonly id: string; readonly slug: string }, { start, end }: Interval): ImportedTime[] {
  const rows = between(db).all({ businessId: business.id, from: start, to: end, most })
  const ids = [...new Set(rows.map(({ listingId }) => listingId))]
  const listings = new Map(listingsByIds(db, business.id, ids).map(({ id, title, domain }) => [id, { listing: title, domain, storeIds: storesOfListing(db, business.id, id) }]))
  return rows.flatMap(({ listingId, feedId, ...time }) => {
    const listing = listings.get(listingId)
    return listing ? [{ ...time, ...listing, href: feedPath(business.slug, feedId), needs: 'channels.manage' }] : []
  })
}

interface Row extends Pick<ImportedTime, 'id' | 'startsAt' | 'endsAt' | 'sequence' | 'channel'> {
  readonly feedId: string
  readonly listingId: string
}

/** Exported for the test of its plan. */
export const importedSql = `SELECT e.id, e.starts_at AS startsAt, e.ends_at AS endsAt, e.version AS sequence, f.name AS channel, f.id AS feedId, f.listing_id AS listingId
  FROM channel_feeds f CROSS JOIN channel_entries e ON e.feed_id = f.id AND e.released_at IS NULL AND e.ends_at > @from AND e.starts_at < @to
  WHERE f.business_id = @businessId AND f.removed_at IS NULL ORDER BY e.starts_at, e.id LIMIT @most`

const between = prepared((db) => db.$client.prepare<{ businessId: string; from: number; to: number; most: number }, Row>(importedSql))
