import { addDays, weekdayOf, type LocalDate } from '~/kernel/time'

/** "2026-11" */
export type Month = string

/** The weeks of a month, Monday first; null where a day of the row belongs to another month. */
export function weeksOf(month: Month): (LocalDate | null)[][] {
  const first = firstOf(month)
  const days = Array.from({ length: 31 }, (_, at) => addDays(first, at)).filter((date) => monthOf(date) === month)
  const cells = [...Array.from({ length: weekdayOf(first) - 1 }, () => null), ...days]
  const rows = Math.ceil(cells.length / 7)
  return Array.from({ length: rows }, (_, row) => Array.from({ length: 7 }, (_, at) => cells[row * 7 + at] ?? null))
}

/** Consecutive months from one on. */
export function monthsFrom(month: Month, count: number): Month[] {
  return Array.from({ length: count }, (_, at) => addMonths(month, at))
}

export function addMonths(month: Month, n: number): Month {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + n
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

export function monthOf(date: LocalDate): Month {
  return date.slice(0, 7)
}

export function firstOf(month: Month): LocalDate {
  return `${month}-01`
}

/** Whether this is a month between the years 1000 and 9998. */
export function isMonth(text: string): boolean {
  return /^[1-9]\d{3}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('9999')
}
