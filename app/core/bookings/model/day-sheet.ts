import { addDays, resolve, startOfDay, type Interval, type LocalDate } from '~/kernel/time'

/** Days one after the other, with the instants at which each begins and at which its noon is: found once, however much stands on them. */
export interface DaySheet {
  readonly dates: readonly LocalDate[]
  readonly range: Interval
  readonly starts: readonly number[]
  readonly noons: readonly number[]
}

export function daySheet(from: LocalDate, days: number, zone: string): DaySheet {
  const dates = Array.from({ length: days }, (_, at) => addDays(from, at))
  const starts = dates.map((date) => startOfDay(date, zone))
  const end = startOfDay(addDays(from, days), zone)
  return { dates, range: { start: starts[0] ?? end, end }, starts, noons: dates.map((date) => resolve(date, 720, zone)) }
}

/** A day of the sheet from its first instant to the next day's. */
export function dayAt({ starts, range }: DaySheet, day: number): Interval {
  return { start: starts[day] ?? range.end, end: starts[day + 1] ?? range.end }
}

/**
 * The days that something lasting for days takes, counted from the sheet's first; both included, and beyond the sheet by one where it goes on.
 * Half-open: the day on which it ends by noon is not taken, since a night ends at noon, so somebody may arrive as somebody leaves.
 */
export function daysTaken(sheet: DaySheet, span: Span): { first: number; last: number } {
  const { first, last } = daysTouched(sheet, span)
  const left = last > first && span.endsAt <= (sheet.noons[last] ?? -Infinity)
  return { first, last: left ? last - 1 : last }
}

/** The same with the day on which it ends, however early: somebody leaves then. */
export function daysTouched({ starts, range }: DaySheet, { startsAt, endsAt }: Span): { first: number; last: number } {
  const first = startsAt < range.start ? -1 : lastAtOrBefore(starts, startsAt)
  return { first, last: endsAt > range.end ? starts.length : lastAtOrBefore(starts, endsAt - 1) }
}

interface Span {
  readonly startsAt: number
  readonly endsAt: number
}

/** The place of the last of some rising instants that is not after `at`; −1 where all are. */
function lastAtOrBefore(instants: readonly number[], at: number): number {
  let [low, high] = [-1, instants.length - 1]
  while (low < high) {
    const middle = low + Math.ceil((high - low) / 2)
    if ((instants[middle] ?? Infinity) <= at) low = middle
    else high = middle - 1
  }
  return low
}
