import { addDays, formatTime, type LocalDate } from '~/kernel/time'
import type { WeeklyHours } from './week-hours'

/** Days in a row with the same hours. */
export interface WeekSpan {
  readonly firstWeekday: number
  readonly lastWeekday: number
  /** "09:00–13:00" */
  readonly hours: readonly string[]
}

/** A week in few words: days that follow each other and have the same hours are one span; closed days are left out. */
export function weekSpans(rows: readonly WeeklyHours[]): WeekSpan[] {
  const spans: WeekSpan[] = []
  for (let weekday = 1; weekday <= 7; weekday += 1) {
    const hours = rows.filter((row) => row.weekday === weekday).map(({ from, to }) => `${formatTime(from)}–${formatTime(to)}`)
    if (hours.length === 0) continue
    const last = spans.at(-1)
    if (last && last.lastWeekday === weekday - 1 && last.hours.join() === hours.join()) spans[spans.length - 1] = { ...last, lastWeekday: weekday }
    else spans.push({ firstWeekday: weekday, lastWeekday: weekday, hours })
  }
  return spans
}

export interface DatedException {
  readonly id: string
  readonly date: LocalDate
  readonly closed: boolean
  readonly fromMinute: number | null
  readonly toMinute: number | null
  readonly reason: string | null
}

/** What stands in a list of exceptions as one line: a closed range of days with one reason, or hours of one date. */
export interface ExceptionSpan {
  readonly ids: readonly string[]
  readonly from: LocalDate
  readonly to: LocalDate
  /** Null where it is closed: "09:00–13:00". */
  readonly hours: string | null
  readonly reason: string | null
}

/** Exceptions, sorted by date, with closed days that follow each other under one reason as one. */
export function exceptionSpans(rows: readonly DatedException[]): ExceptionSpan[] {
  const spans: ExceptionSpan[] = []
  for (const { id, date, closed, fromMinute, toMinute, reason } of rows) {
    const last = spans.at(-1)
    const follows = last && closed && last.hours === null && last.reason === reason && addDays(last.to, 1) === date
    if (follows) spans[spans.length - 1] = { ...last, ids: [...last.ids, id], to: date }
    else spans.push({ ids: [id], from: date, to: date, hours: closed || fromMinute === null || toMinute === null ? null : `${formatTime(fromMinute)}–${formatTime(toMinute)}`, reason })
  }
  return spans
}
