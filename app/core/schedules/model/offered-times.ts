import { addDays, localDateOf, type Instant, type LocalDate } from '~/kernel/time'
import { nearestSlots } from './find-slots'
import { findVisits, type PartSearch, type Visit } from './find-visits'

/** What times are looked for: how people and places are searched over local dates (both included), and when it may begin. */
export interface TimesWanted {
  readonly zone: string
  /** It begins from this instant on, and before the other one; a member is bound by neither. */
  readonly earliest: Instant
  readonly latest: Instant
  readonly atDesk?: boolean
  /** One and the same person for whatever needs one. */
  readonly onePerson?: boolean
  readonly searches: (from: LocalDate, to: LocalDate) => PartSearch[]
}

export interface DayOfTimes {
  readonly date: LocalDate
  readonly visits: readonly Visit[]
  /** Why there are none: nobody works, everything is taken, or it lies outside what may be booked. */
  readonly none: 'closed' | 'full' | 'outside' | null
}

/** The times on offer that begin on local dates from `from` to `to`, in order. */
export function timesOn(wanted: TimesWanted, from: LocalDate, to: LocalDate): Visit[] {
  return findVisits(wanted.searches(from, to), wanted)
}

/** A week of times, day by day. */
export function weekOfTimes(wanted: TimesWanted, from: LocalDate): DayOfTimes[] {
  const { zone, earliest, latest, atDesk = false } = wanted
  const searches = wanted.searches(from, addDays(from, 6))
  const byDate = grouped(findVisits(searches, wanted), zone)
  const opens = openDates(searches[0], zone)
  return Array.from({ length: 7 }, (_, index) => {
    const date = addDays(from, index)
    const visits = byDate.get(date) ?? []
    const outside = !atDesk && (date < localDateOf(earliest, zone) || date >= localDateOf(latest, zone))
    return { date, visits, none: visits.length > 0 ? null : outside ? 'outside' : opens.has(date) ? 'full' : 'closed' }
  })
}

/** The first time on offer from a local date on, looked for in two days and then week by week to the end of the window; null for none. */
export function nextTime(wanted: TimesWanted, first: LocalDate): Visit | null {
  const last = localDateOf(wanted.latest, wanted.zone)
  for (let from = first, days = 2; from <= last; from = addDays(from, days), days = 7) {
    const [visit] = timesOn(wanted, from, addDays(from, days - 1))
    if (visit) return visit
  }
  return null
}

/** The three times on offer nearest to a start that was not, looked for in ever wider circles. */
export function nearestTimes(wanted: TimesWanted, start: Instant): Visit[] {
  const date = localDateOf(start, wanted.zone)
  for (const days of [2, 7, 28]) {
    const visits = timesOn(wanted, addDays(date, -days), addDays(date, days))
    if (visits.length >= 3) return nearestSlots(visits, start, 3)
  }
  return nearestSlots(timesOn(wanted, addDays(date, -120), addDays(date, 120)), start, 3)
}

function openDates(search: PartSearch | undefined, zone: string): Set<LocalDate> {
  const openings = (search?.people ?? search?.places ?? []).flatMap((candidate) => candidate.open)
  return new Set(openings.map((opening) => localDateOf(opening.start, zone)))
}

function grouped(visits: readonly Visit[], zone: string): Map<LocalDate, Visit[]> {
  const byDate = new Map<LocalDate, Visit[]>()
  for (const visit of visits) {
    const date = localDateOf(visit.start, zone)
    const others = byDate.get(date)
    if (others) others.push(visit)
    else byDate.set(date, [visit])
  }
  return byDate
}
