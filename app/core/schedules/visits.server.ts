import { addDays, startOfDay, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { contains, merge } from './model/intervals'
import { openHours } from './queries.server'

/** What is booked with somebody, in a place or at a store, as far as hours go. */
export interface BookedVisit {
  readonly reference: string
  readonly who: string
  readonly startsAt: number
  readonly endsAt: number
}

type Visits = (db: Db, businessId: string, ownerId: string, from: number, to: number) => readonly BookedVisit[]

let visitsOf: Visits = () => []

/** Hands over who knows what is booked with an owner of hours, once, at start: that module stands after this one. */
export function installVisits(find: Visits): void {
  visitsOf = find
}

/** What is booked with an owner on these days, both included, and lies outside of the hours that now hold on them. */
export function visitsOutside(db: Db, businessId: string, ownerId: string, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }, zone: string): BookedVisit[] {
  const visits = visitsOf(db, businessId, ownerId, startOfDay(from, zone), startOfDay(addDays(to, 1), zone))
  if (visits.length === 0) return []
  // What opened the evening before may run past midnight.
  const open = merge(openHours(db, businessId, [ownerId], addDays(from, -1), to, zone).get(ownerId) ?? [])
  return visits.filter(({ startsAt, endsAt }) => !contains(open, { start: startsAt, end: endsAt }))
}
