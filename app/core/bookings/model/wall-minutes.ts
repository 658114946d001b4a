import { daysBetween, minute, wallClock, type Interval, type LocalDate } from '~/kernel/time'

/** A stretch in minutes of wall time since a date's midnight: 01:00 of the next day is 1500, an hour before midnight of the day before −60. */
export interface WallMinutes {
  readonly from: number
  readonly to: number
}

/**
 * Where a stretch of instants stands on a date's wall clock. On the night the clocks go back it keeps its length from its start on,
 * since its end may read earlier than its start.
 */
export function wallMinutes({ start, end }: Interval, date: LocalDate, zone: string): WallMinutes {
  const from = minutesAt(start, date, zone)
  const to = minutesAt(end, date, zone)
  return { from, to: to > from ? to : from + Math.ceil((end - start) / minute) }
}

/** Minutes of wall time from a date's midnight to an instant. */
export function minutesAt(at: number, date: LocalDate, zone: string): number {
  const clock = wallClock(at, zone)
  return daysBetween(date, clock.date) * 1440 + clock.minute
}

/** The hours to show: whole ones around all that is to be seen, within one day and at least nine to six. */
export function hoursAround(stretches: readonly WallMinutes[]): WallMinutes {
  const from = Math.min(9 * 60, ...stretches.map((stretch) => stretch.from))
  const to = Math.max(18 * 60, ...stretches.map((stretch) => stretch.to))
  return { from: Math.max(0, Math.floor(from / 60) * 60), to: Math.min(1440, Math.ceil(to / 60) * 60) }
}
