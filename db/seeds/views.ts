import { addViews } from '~/core/listings/index.server'
import { addDays, localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Town } from './stage'

const daysBack = 90

/** How often each listing of the town was looked at in the last three months: more at the ends of weeks, and some listings more than others. */
export function seedViews(db: Db, { now, chance }: Town): void {
  const offered = db.$client.prepare<[], { id: string; businessId: string; zone: string }>(
    `SELECT l.id, l.business_id AS businessId, b.time_zone AS zone
     FROM listings l JOIN businesses b ON b.id = l.business_id WHERE l.status = 'active' ORDER BY l.business_id, l.domain, l.position, l.id`,
  )
  for (const { id, businessId, zone } of offered.all()) {
    const most = chance.between(2, 14)
    const today = localDateOf(now, zone)
    for (let back = daysBack; back >= 0; back -= 1) {
      const views = chance.between(0, back % 7 < 2 ? 2 * most : most)
      if (views > 0) addViews(db, [{ businessId, listingId: id, date: addDays(today, -back), views }])
    }
  }
}
