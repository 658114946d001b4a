import { addDays, formatTime, localDateOf, mondayOf, wallClock, weekdayOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Store } from '../businesses/index.server'
import { exceptionsOf, openHours, weeklyHoursOf } from '../schedules/index.server'

export interface OpeningDay {
  /** A date of this week, for its weekday's name. */
  readonly date: LocalDate
  readonly hours: readonly string[]
  readonly today: boolean
}

export interface Opening {
  readonly week: readonly OpeningDay[]
  /** Dates of the next weeks on which it is otherwise: no hours means closed. */
  readonly otherwise: readonly { readonly date: LocalDate; readonly hours: readonly string[] }[]
  /** `until` while it is open, `from` before it opens again today. Wall times of the store. */
  readonly now: { readonly kind: 'open'; readonly until: string } | { readonly kind: 'opens'; readonly from: string } | { readonly kind: 'closed' }
}

const lookAheadDays = 42

/** The hours of a store as a reader wants them: the usual week, what differs soon, and how it stands at `now`. */
export function openingOf(db: Db, store: Store, now: number): Opening {
  const today = localDateOf(now, store.timeZone)
  const monday = mondayOf(today)
  const usual = weeklyHoursOf(db, store.businessId, store.id)
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
    date: addDays(monday, weekday - 1),
    hours: usual.filter((hours) => hours.weekday === weekday).map(({ from, to }) => span(from, to)),
    today: weekday === weekdayOf(today),
  }))
  return { week, otherwise: otherwise(db, store, today), now: standing(db, store, today, now) }
}

function otherwise(db: Db, store: Store, today: LocalDate): Opening['otherwise'] {
  const last = addDays(today, lookAheadDays)
  const byDate = new Map<LocalDate, string[]>()
  for (const { date, closed, fromMinute, toMinute } of exceptionsOf(db, store.businessId, store.id, today)) {
    if (date > last) continue
    const hours = byDate.get(date) ?? []
    if (!closed && fromMinute !== null && toMinute !== null) hours.push(span(fromMinute, toMinute))
    byDate.set(date, hours)
  }
  return [...byDate].map(([date, hours]) => ({ date, hours }))
}

// A night out belongs to the day on which it began: yesterday is looked at too.
function standing(db: Db, store: Store, today: LocalDate, now: number): Opening['now'] {
  const openings = openHours(db, store.businessId, [store.id], addDays(today, -1), today, store.timeZone).get(store.id) ?? []
  const wall = (at: number) => formatTime(wallClock(at, store.timeZone).minute)
  const open = openings.find(({ start, end }) => start <= now && now < end)
  if (open) return { kind: 'open', until: wall(open.end) }
  const next = openings.find(({ start }) => start > now)
  return next ? { kind: 'opens', from: wall(next.start) } : { kind: 'closed' }
}

function span(from: number, to: number): string {
  return `${formatTime(from)}–${to === 1440 ? '24:00' : formatTime(to)}`
}
