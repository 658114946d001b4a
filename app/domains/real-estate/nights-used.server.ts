import { bookedSubjects } from '~/core/allocation/index.server'
import { entriesOf, type Use } from '~/core/bookings/index.server'
import { day, localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { isLet } from './availability.server'
import { nightsOf } from './model/nights'
import { propertiesOf } from './queries.server'

const sold: ReadonlySet<string> = new Set(['confirmed', 'completed', 'no_show'])

/**
 * Occupancy: of all nights from the date of one instant up to that of another, in everything that guests can book now, how many are sold.
 * A house with parts counts as its parts. Nights to prepare, blocked ones and those of other channels are not sold, and are not left out of the whole.
 */
export function nightsUsed(db: Db, businessId: string, from: number, to: number): Use {
  const rooms = new Map(propertiesOf(db, businessId, ['active']).filter(isLet).flatMap(({ resourceIds, store }) => resourceIds.map((id) => [id, store.timeZone] as const)))
  let [used, available] = [0, 0]
  for (const [resourceId, zone] of rooms) {
    const dateOf = (at: number) => localDateOf(at, zone)
    const all = nightsOf({ arrive: dateOf(from), depart: dateOf(to) })
    // Whoever sleeps there in the first night has claimed it from noon on, perhaps hours before `from`, and in the last until the noon after `to`.
    const entries = entriesOf(db, businessId, bookedSubjects(db, businessId, resourceId, from - day, to + day))
    const nights = new Set(entries.filter(({ status }) => sold.has(status)).flatMap(({ startsAt, endsAt }) => nightsOf({ arrive: dateOf(startsAt), depart: dateOf(endsAt) })))
    used += all.filter((night) => nights.has(night)).length
    available += all.length
  }
  return { used, available }
}
