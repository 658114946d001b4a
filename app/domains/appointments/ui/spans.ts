import type { I18n } from '@lingui/core'
import type { Option } from '~/ui/choice-field'
import { type FormField, textOf } from '~/ui/field'

/** Spans of minutes to choose from, in words. */
export function minuteSteps(i18n: I18n, minutes: readonly number[]): Option[] {
  return minutes.map((span) => ({ value: String(span), label: minutesInWords(i18n, span) }))
}

/** Spans of days to choose from, in words. */
export function daySteps(i18n: I18n, days: readonly number[]): Option[] {
  return days.map((span) => ({ value: String(span), label: i18n.t('{days, plural, one {# day} other {# days}}', { days: span }) }))
}

/** With what the form holds already, where it is none of the usual ones. */
export function withPresent(options: readonly Option[], field: FormField): Option[] {
  const present = textOf(field)
  if (!present || options.some(({ value }) => value === present)) return [...options]
  return [...options, { value: present, label: present }]
}

function minutesInWords(i18n: I18n, minutes: number): string {
  if (minutes > 0 && minutes % 1440 === 0) return i18n.t('{days, plural, one {# day} other {# days}}', { days: minutes / 1440 })
  if (minutes > 0 && minutes % 60 === 0) return i18n.t('{hours, plural, one {# hour} other {# hours}}', { hours: minutes / 60 })
  return i18n.t('{minutes, plural, one {# minute} other {# minutes}}', { minutes })
}
