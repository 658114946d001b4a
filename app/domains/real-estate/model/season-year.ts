import { addDays, type LocalDate } from '~/kernel/time'
import { monthsFrom, weeksOf, type Month } from './months'
import type { Season } from './rates'

/** A night of the year, and the mark of the season that it lies in; null where the usual price holds. */
export interface MarkedNight {
  readonly date: LocalDate
  readonly mark: string | null
  readonly season: string | null
}

export interface MarkedMonth {
  readonly month: Month
  /** Monday first; null where a day of the row belongs to another month. */
  readonly weeks: readonly (readonly (MarkedNight | null)[])[]
}

/** The mark of each season by its place in the list: A, B … Z, then AA. Letters, so that no colour is needed. */
export function seasonMark(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : `${seasonMark(Math.floor(at / 26) - 1)}${letter}`
}

/** The twelve months of a year, each night with the mark of its season. `seasons` in the order of their marks. */
export function markedYear(year: number, seasons: readonly Season[]): MarkedMonth[] {
  const marked = (date: LocalDate): MarkedNight => {
    const at = seasons.findIndex(({ firstNight, lastNight }) => firstNight <= date && date <= lastNight)
    return { date, mark: at < 0 ? null : seasonMark(at), season: seasons[at]?.name ?? null }
  }
  return monthsFrom(`${String(year).padStart(4, '0')}-01`, 12).map((month) => ({ month, weeks: weeksOf(month).map((week) => week.map((date) => (date === null ? null : marked(date)))) }))
}

/** The same season so many years later; 29 February becomes the 28th where there is none. */
export function yearsLater<S extends Season>(season: S, years: number): S {
  return { ...season, firstNight: dateYearsLater(season.firstNight, years), lastNight: dateYearsLater(season.lastNight, years) }
}

function dateYearsLater(date: LocalDate, years: number): LocalDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const same = `${year}${date.slice(4)}`
  return same.endsWith('-02-29') && addDays(`${year}-02-28`, 1) !== same ? `${year}-02-28` : same
}

/** The first of some seasons that shares a night with this one; null where none does. */
export function overlapping<S extends Season>({ firstNight, lastNight }: Pick<Season, 'firstNight' | 'lastNight'>, others: readonly S[]): S | null {
  return others.find((other) => other.firstNight <= lastNight && firstNight <= other.lastNight) ?? null
}
