import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { addDays } from '~/kernel/time'
import { parseRule, type Rule, type RuleDay } from './model/recurrence'

/** A rule in words: "every week on Tuesday and Thursday until 30 January 2027". Throws where it is none. */
export function recurrenceWords(i18n: I18n, text: string): string {
  const rule = parseRule(text)
  if (!rule) throw new RangeError(`Not a rule: ${text}`)
  const often = oftenWords(i18n, rule)
  const { count, until } = rule
  if (until !== null) return i18n.t('{often} until {date}', { often, date: formatDay(i18n.locale, until, 'date') })
  return count === null ? often : i18n.t('{often}, {count, plural, one {once} other {# times}}', { often, count })
}

/** The name of a weekday, 1 for Monday. */
export function weekdayWord(i18n: I18n, weekday: number): string {
  return formatDay(i18n.locale, addDays(someSunday, weekday), 'weekdayName')
}

const someSunday = '2026-11-01'

function oftenWords(i18n: I18n, rule: Rule): string {
  const { frequency, interval, days, monthDays } = rule
  const on = [...days.map((day) => dayWords(i18n, day)), ...monthDays.map((day) => monthDayWords(i18n, day))]
  const every = everyWords(i18n, frequency, interval)
  return on.length === 0 ? every : i18n.t('{every} on {days}', { every, days: listed(i18n, on) })
}

function everyWords(i18n: I18n, frequency: Rule['frequency'], interval: number): string {
  switch (frequency) {
    case 'DAILY':
      return i18n.t('{interval, plural, one {every day} other {every # days}}', { interval })
    case 'WEEKLY':
      return i18n.t('{interval, plural, one {every week} other {every # weeks}}', { interval })
    case 'MONTHLY':
      return i18n.t('{interval, plural, one {every month} other {every # months}}', { interval })
    case 'YEARLY':
      return i18n.t('{interval, plural, one {every year} other {every # years}}', { interval })
  }
}

function dayWords(i18n: I18n, { weekday, nth }: RuleDay): string {
  const name = weekdayWord(i18n, weekday)
  if (nth === null) return name
  return nth < 0
    ? i18n.t('{place, plural, =1 {{weekday} (the last of the month)} other {{weekday} (# before the end of the month)}}', { place: -nth, weekday: name })
    : i18n.t('{weekday} ({place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} of the month)', { place: nth, weekday: name })
}

function monthDayWords(i18n: I18n, day: number): string {
  return day < 0
    ? i18n.t('{place, plural, =1 {the last day of the month} other {# days before the end of the month}}', { place: -day })
    : i18n.t('day {day}', { day })
}

function listed(i18n: I18n, words: readonly string[]): string {
  const locale = Intl.ListFormat.supportedLocalesOf(i18n.locale).length > 0 ? i18n.locale : 'en'
  return new Intl.ListFormat(locale.startsWith('en') ? 'en-GB' : locale, { type: 'conjunction' }).format(words)
}
