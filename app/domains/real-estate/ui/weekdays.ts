import type { I18n } from '@lingui/core'
import type { Option } from '~/ui/choice-field'
import { weekdayName } from '../stay-words'

/** Monday to Sunday, by their ISO numbers. */
export function weekdayChoices(i18n: I18n): Option[] {
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: weekdayName(i18n, weekday) }))
}
