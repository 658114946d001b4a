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
  const exceptionsOf = Map.groupBy ? Map.groupBy(exceptions, ({ date }) => date) : byDate(exceptions)
  const openings: { start: number; end: number }[] = []
  for (let date = dateFrom; date <= dateTo; date = addDays(date, 1)) {
    for (const opening of openingsOf(date, rules, exceptionsOf.get(date) ?? [], zone)) addOpening(openings, opening)
  }
  return openings
}

/** Where last night's opening runs into today's, it ends as today's begins; today's lasts as long as the longer of the two. */
function addOpening(openings: { start: number; end: number }[], { start, end }: Interval): void {
  const last = openings.at(-1)
  const latest = last ? Math.max(last.end, end) : end
  if (last && last.end > start) {
    last.end = start
    openings.push({ start, end: latest })
  } else {
    openings.push({ start, end })
  }
}
