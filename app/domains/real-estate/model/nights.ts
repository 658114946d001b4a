import { addDays, daysBetween, resolve, wallClock, type Interval, type LocalDate } from '~/kernel/time'

/** A stay from the date of arrival to that of departure: its nights are the dates from one up to the other. */
export interface Dates {
  readonly arrive: LocalDate
  readonly depart: LocalDate
}

const noon = 12 * 60

/** The night of a date: from 12:00 to 12:00 of the next date in the zone, whatever the hours of arrival and departure, so that changing those clashes with nothing. */
export function nightOf(date: LocalDate, zone: string): Interval {
  return { start: noonOf(date, zone), end: noonOf(addDays(date, 1), zone) }
}

/** What a stay takes of a property: its nights and the nights to prepare after them. Half-open, so that somebody may arrive on the day that somebody leaves. */
export function nightsTaken({ arrive, depart }: Dates, prepareNights: number, zone: string): Interval {
  return { start: noonOf(arrive, zone), end: noonOf(addDays(depart, prepareNights), zone) }
}

/** The nights of a stay, each by the date of its evening; none where the dates are the wrong way round. */
export function nightsOf({ arrive, depart }: Dates): LocalDate[] {
  return Array.from({ length: Math.max(0, countNights({ arrive, depart })) }, (_, at) => addDays(arrive, at))
}

/** How many nights a stay has; not above zero where the dates are the wrong way round. */
export function countNights({ arrive, depart }: Dates): number {
  return daysBetween(arrive, depart)
}

/** The night in which an instant lies, by the date of its evening: before noon it is still that of the day before. */
export function nightAt(at: number, zone: string): LocalDate {
  const { date, minute } = wallClock(at, zone)
  return minute < noon ? addDays(date, -1) : date
}

/** Of the nights from one date up to another, those that any of the intervals touches. The intervals need no order. */
export function nightsTouched(intervals: readonly Interval[], { arrive, depart }: Dates, zone: string): Set<LocalDate> {
  const touched = new Set<LocalDate>()
  for (const { start, end } of intervals) {
    const [first, last] = [nightAt(start, zone), nightAt(end - 1, zone)]
    for (const date of nightsOf({ arrive: first < arrive ? arrive : first, depart: addDays(last, 1) < depart ? addDays(last, 1) : depart })) touched.add(date)
  }
  return touched
}

function noonOf(date: LocalDate, zone: string): number {
  return resolve(date, noon, zone)
}
