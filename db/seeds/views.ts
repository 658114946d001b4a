import { addViews } from '~/core/listings/index.server'
import { addDays, localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Town } from './stage'

const daysBack = 90

/** How often each listing of the town was looked at in the last three months: more at the ends of weeks, and some listings more than others. */
export function seedViews(db: Db, { now, chance }: Town): void {
  const offered = db.$client.prepare<[], { id: string; businessId: string; zone: string; booked: number }>(
    `SELECT l.id, l.business_id AS businessId, b.time_zone AS zone, (SELECT count(*) FROM booking_items i WHERE i.listing_id = l.id) AS booked
     FROM listings l JOIN businesses b ON b.id = l.business_id WHERE l.status = 'active' ORDER BY l.business_id, l.domain, l.position, l.id`,
  )
  for (const { id, businessId, zone, booked } of offered.all()) {
    // Of those who look, one in ten or twenty books.
    const most = chance.between(2, 6) + Math.round((booked * chance.between(20, 40)) / daysBack)
    const today = localDateOf(now, zone)
    for (let back = daysBack; back >= 0; back -= 1) {
      const views = chance.between(0, back % 7 < 2 ? 2 * most : most)
      if (views > 0) addViews(db, [{ businessId, listingId: id, date: addDays(today, -back), views }])
    }
  }
}
