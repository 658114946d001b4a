import { capacityBetween, roomLeft, takenBetween } from '~/core/allocation/index.server'
import type { FreeDay } from '~/core/bookings/index.server'
import { claimedInterval, findSlots, merge, subtract, type Candidate, type Slot, type SlotSearch } from '~/core/schedules/index.server'
import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf, minute, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { serviceOf, type Service } from './queries.server'
import { searchFor } from './search.server'

/** On which dates a service can be booked online, for how many at one time, and the longest stretch somebody is free. */
export function freeDays(db: Db, ctx: BusinessCtx, listing: Listing, from: LocalDate, to: LocalDate): FreeDay[] {
  const service = serviceOf(db, listing)
  const days = new Map<LocalDate, { places: number; minutes: number }>()
  for (const store of service?.stores ?? []) {
    if (!service) break
    const search = searchFor(db, { ...ctx, member: null }, service, { store, staff: service.staff, from, to })
    const placesAt = placesOf(db, ctx, service, search)
    const longest = longestRuns(search, store.timeZone)
    for (const slot of findSlots(search)) {
      const date = localDateOf(slot.start, store.timeZone)
      const known = days.get(date) ?? { places: 0, minutes: 0 }
      days.set(date, { places: Math.max(known.places, placesAt(slot)), minutes: Math.max(known.minutes, longest.get(date) ?? 0) })
    }
  }
  return [...days].map(([date, free]) => ({ date, ...free })).sort((a, b) => (a.date < b.date ? -1 : 1))
}

/** How many can begin at one time: as many as there are people and places free, or seats left. */
function placesOf(db: Db, { businessId, now }: BusinessCtx, { seatsResourceId }: Service, search: SlotSearch): (slot: Slot) => number {
  if (seatsResourceId === null) return ({ people, places }) => Math.min(search.people === null ? Infinity : people.length, search.places === null ? Infinity : places.length)
  const span = { from: search.earliest - search.bufferBeforeMs, to: search.latest + search.durationMs + search.bufferAfterMs }
  const capacity = capacityBetween(db, businessId, seatsResourceId, span.from, span.to) ?? { usual: 0, changes: [] }
  const taken = takenBetween(db, businessId, seatsResourceId, { ...span, now })
  return (slot) => roomLeft(taken, capacity, claimedInterval(search, slot.start)) ?? Infinity
}

/** The longest time that somebody, or some place where nobody is needed, is free without a break, by the date on which it begins. */
function longestRuns({ people, places, earliest, latest, durationMs }: SlotSearch, zone: string): Map<LocalDate, number> {
  const longest = new Map<LocalDate, number>()
  for (const { start, end } of (people ?? places ?? []).flatMap(freeOf)) {
    const [from, to] = [Math.max(start, earliest), Math.min(end, latest + durationMs)]
    if (from >= to) continue
    const date = localDateOf(from, zone)
    longest.set(date, Math.max(longest.get(date) ?? 0, Math.floor((to - from) / minute)))
  }
  return longest
}

function freeOf({ open, busy }: Candidate) {
  return subtract(merge(open), merge(busy))
}
