import type { StaffProfile, Store } from '~/core/businesses/index.server'
import { findSlots, type Slot } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Service } from './queries.server'
import { bookableWindow, searchFor, type Asked } from './search.server'

/** The times on offer on local dates from `from` to `to`, in order. */
export function openSlots(db: Db, ctx: BusinessCtx, service: Service, asked: Asked): Slot[] {
  return findSlots(searchFor(db, ctx, service, asked))
}

export interface DayOfSlots {
  readonly date: LocalDate
  readonly slots: readonly Slot[]
  /** Why there are none: nobody works, everything is taken, or it lies outside what may be booked. */
  readonly none: 'closed' | 'full' | 'outside' | null
}

/** A week of times, day by day. */
export function weekOfSlots(db: Db, ctx: BusinessCtx, service: Service, asked: Omit<Asked, 'to'>): DayOfSlots[] {
  const to = addDays(asked.from, 6)
  const zone = asked.store.timeZone
  const search = searchFor(db, ctx, service, { ...asked, to })
  const byDate = grouped(findSlots(search), zone)
  const opens = openDates(search, zone)
  const { earliest, latest } = bookableWindow(ctx.now, service, zone)
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(asked.from, index)
    const slots = byDate.get(date) ?? []
    const outside = !asked.atDesk && (date < localDateOf(earliest, zone) || date >= localDateOf(latest, zone))
    return { date, slots, none: slots.length > 0 ? null : outside ? 'outside' : opens.has(date) ? 'full' : 'closed' }
  })
}

/** The first time on offer from a local date on, looked for in two days and then week by week to the end of the window; null for none. */
export function nextFree(db: Db, ctx: BusinessCtx, service: Service, asked: Omit<Asked, 'to'>): Slot | null {
  const last = localDateOf(bookableWindow(ctx.now, service, asked.store.timeZone).latest, asked.store.timeZone)
  for (let from = asked.from, days = 2; from <= last; from = addDays(from, days), days = 7) {
    const [slot] = openSlots(db, ctx, service, { ...asked, from, to: addDays(from, days - 1) })
    if (slot) return slot
  }
  return null
}

/** Whom a customer may choose, by the service's terms; `wanted` is a slug or an id. Null where that person does not offer it. */
export function staffFor(service: Service, wanted: string | null): readonly StaffProfile[] | null {
  if (wanted === null || wanted === '' || service.staffChoice === 'none') return service.staff
  const person = service.staff.find(({ id, slug }) => id === wanted || slug === wanted)
  return person ? [person] : null
}

/** The store of a choice: the one that is named, or the service's first. Null where it is not to be had there. */
export function storeFor(service: Service, wanted: string | null): Store | null {
  return (wanted === null || wanted === '' ? service.stores[0] : service.stores.find(({ id, code }) => id === wanted || code === wanted)) ?? null
}

function openDates({ people, places }: ReturnType<typeof searchFor>, zone: string): Set<LocalDate> {
  const openings = (people ?? places ?? []).flatMap((candidate) => candidate.open)
  return new Set(openings.map((opening) => localDateOf(opening.start, zone)))
}

function grouped(slots: readonly Slot[], zone: string): Map<LocalDate, Slot[]> {
  const byDate = new Map<LocalDate, Slot[]>()
  for (const slot of slots) {
    const date = localDateOf(slot.start, zone)
    const others = byDate.get(date)
    if (others) others.push(slot)
    else byDate.set(date, [slot])
  }
  return byDate
}
