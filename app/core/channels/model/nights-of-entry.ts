import type { EntryTimes } from '../../../kernel/icalendar'
import { addDays, localDateOf, resolve, type Interval, type LocalDate } from '../../../kernel/time'

/** Nights by their dates: from the day of arrival to the day of departure, whose night is not among them. */
export interface Nights {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What an entry of a calendar takes of a place where people sleep: whole days are nights as they stand, hours are rounded outwards. At least one night. */
export function nightsOfEntry(times: EntryTimes, zone: string): Nights {
  if (times.kind === 'hours') return nightsAround({ start: times.from, end: times.to }, zone)
  return { from: times.from, to: times.to > times.from ? times.to : addDays(times.from, 1) }
}

/** The time of nights: from noon of the first day to noon of the last, by the clock of the zone. */
export function timeOfNights({ from, to }: Nights, zone: string): Interval {
  return { start: noonOf(from, zone), end: noonOf(to, zone) }
}

/** The fewest nights that hold an interval. */
export function nightsAround({ start, end }: Interval, zone: string): Nights {
  const day = localDateOf(start, zone)
  const from = noonOf(day, zone) <= start ? day : addDays(day, -1)
  const lastDay = localDateOf(end, zone)
  const to = noonOf(lastDay, zone) >= end ? lastDay : addDays(lastDay, 1)
  return { from, to: to > from ? to : addDays(from, 1) }
}

function noonOf(date: LocalDate, zone: string): number {
  return resolve(date, 720, zone)
}
