import { weekdayOf, type LocalDate } from '~/kernel/time'
import type { Rule, RuleDay } from './recurrence'

/** How dates come again, as a form asks it; what counts within a month is read from the first date. */
export type RepeatKind = 'daily' | 'weekly' | 'monthly-day' | 'monthly-weekday' | 'monthly-last'

/** What a form asks: every so many days, weeks or months, until a date, so many times, or without end where both are null. */
export interface Repeat {
  readonly kind: RepeatKind
  readonly every: number
  readonly first: LocalDate
  /** Of every week; none: the weekday of the first date. */
  readonly weekdays: readonly number[]
  readonly until: LocalDate | null
  readonly times: number | null
}

/** The rule that a form's answer means. */
export function ruleOfRepeat({ kind, every, first, weekdays, until, times }: Repeat): Rule {
  const ends = { interval: every, count: times, until: times === null ? until : null }
  switch (kind) {
    case 'daily':
      return { frequency: 'DAILY', days: [], monthDays: [], ...ends }
    case 'weekly':
      return { frequency: 'WEEKLY', days: weekly(weekdays.length > 0 ? weekdays : [weekdayOf(first)]), monthDays: [], ...ends }
    case 'monthly-day':
      return { frequency: 'MONTHLY', days: [], monthDays: [dayOfMonth(first)], ...ends }
    case 'monthly-weekday':
      return { frequency: 'MONTHLY', days: [{ weekday: weekdayOf(first), nth: nthOf(first) }], monthDays: [], ...ends }
    case 'monthly-last':
      return { frequency: 'MONTHLY', days: [{ weekday: weekdayOf(first), nth: -1 }], monthDays: [], ...ends }
  }
}

function weekly(weekdays: readonly number[]): RuleDay[] {
  return [...new Set(weekdays)].sort((a, b) => a - b).map((weekday) => ({ weekday, nth: null }))
}

// Few months have a fifth: whoever chooses one means the last.
function nthOf(date: LocalDate): number {
  const nth = Math.ceil(dayOfMonth(date) / 7)
  return nth === 5 ? -1 : nth
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8))
}
