import { minutesWith, type Use } from '~/core/bookings/index.server'
import { businessFacts, staffOf, storesOf } from '~/core/businesses/index.server'
import { intersect, merge, openHours } from '~/core/schedules/index.server'
import { addDays, localDateOf, minute } from '~/kernel/time'
import type { Db } from '~/platform/database.server'

/** The minutes for which people are booked in `[from, to)`, and for which they work while a store is open. What needs no person counts in neither. */
export function hoursUsed(db: Db, businessId: string, from: number, to: number): Use {
  const zone = businessFacts(db, businessId)?.timeZone ?? 'UTC'
  const people = staffOf(db, businessId).filter(({ active }) => active).map(({ id }) => id)
  const stores = storesOf(db, businessId).filter(({ status }) => status === 'open').map(({ id }) => id)
  // An opening belongs to the date on which it begins: what is left of the night before is found from there.
  const hours = openHours(db, businessId, [...stores, ...people], addDays(localDateOf(from, zone), -1), localDateOf(to - 1, zone), zone)
  const open = intersect(merge(stores.flatMap((id) => hours.get(id) ?? [])), [{ start: from, end: to }])
  const available = people.reduce((sum, id) => sum + lengthOf(intersect(merge(hours.get(id) ?? []), open)), 0)
  return { used: minutesWith(db, businessId, 'appointments', from, to), available: Math.floor(available / minute) }
}

function lengthOf(intervals: readonly { readonly start: number; readonly end: number }[]): number {
  return intervals.reduce((sum, { start, end }) => sum + end - start, 0)
}
