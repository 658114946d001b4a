import { addDays, clockReaches, weekdayOf, type Interval, type LocalDate } from '~/kernel/time'
import { merge } from './intervals'

/** A stretch of wall time in every week. A break is the gap between two of them. */
export interface WeeklyHours {
  /** 1 for Monday to 7 for Sunday: the day on which it opens. */
  readonly weekday: number
  /** Minutes from midnight. */
  readonly from: number
  /** Minutes from midnight of the same day; above 1440 it closes on the next (23:00–03:00 is 1380 to 1620). */
  readonly to: number
}

/** Hours of one date, or none. All exceptions of a date together replace its weekly hours; closed wins over hours. */
export type HourException =
  | { readonly date: LocalDate; readonly from: number; readonly to: number }
  | { readonly date: LocalDate; readonly closed: true }

/**
 * The openings which begin on the local dates from `dateFrom` to `dateTo` (both included), as instants, in order and disjoint.
 * An opening belongs to the date on which it begins: who needs what is left of last night asks from the day before.
 * Stretches of one date that overlap or touch are one opening. Openings of different dates stay apart even where they touch, since
 * a grid of times starts anew with each, and may not depend on how many days were asked for.
 * Each edge is where the wall clock first reaches it, so 23:00–03:00 lasts five hours on the night the clocks go back, and three
 * on the night they go forward.
 */
export function openIntervals(
  rules: readonly WeeklyHours[], exceptions: readonly HourException[], dateFrom: LocalDate, dateTo: LocalDate, zone: string,
): Interval[] {
  const openings: { start: number; end: number }[] = []
  for (let date = dateFrom; date <= dateTo; date = addDays(date, 1)) {
    for (const opening of openingsOf(date, rules, exceptions, zone)) addOpening(openings, opening)
  }
  return openings.filter(({ start, end }) => start < end)
}

/** The stretches of wall time of one date, by its exceptions or else by the week; breaks are what lies between them. */
export function hoursOf(
  date: LocalDate, rules: readonly WeeklyHours[], exceptions: readonly HourException[],
): { from: number; to: number }[] {
  const special = exceptions.filter((exception) => exception.date === date)
  if (special.length === 0) {
    const weekday = weekdayOf(date)
    return rules.filter((rule) => rule.weekday === weekday).map(({ from, to }) => ({ from, to }))
  }
  if (special.some((exception) => 'closed' in exception)) return []
  return special.flatMap((exception) => ('closed' in exception ? [] : [{ from: exception.from, to: exception.to }]))
}

function openingsOf(date: LocalDate, rules: readonly WeeklyHours[], exceptions: readonly HourException[], zone: string): Interval[] {
  const hours = hoursOf(date, rules, exceptions)
  return merge(hours.map(({ from, to }) => ({ start: clockReaches(date, from, zone), end: clockReaches(date, to, zone) })))
}

/** Where last night's opening runs into today's, it ends as today's begins; today's lasts as long as the longer of the two. */
function addOpening(openings: { start: number; end: number }[], { start, end }: Interval): void {
  const last = openings.at(-1)
  if (last && last.end > start) {
    openings.push({ start, end: Math.max(last.end, end) })
    last.end = start
  } else {
    openings.push({ start, end })
  }
}
