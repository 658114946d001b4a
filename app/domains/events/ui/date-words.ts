import type { I18n } from '@lingui/core'
import type { TermWords } from '~/core/sessions/index'

/** What events say of the terms of their dates: prices are those of the tickets, and an event takes place however few come. */
export function dateWords(i18n: I18n): TermWords {
  return { guide: i18n.t('Who leads it'), capacityHint: i18n.t('Of all tickets together. Empty: no limit.'), priceHint: null, hasMinimum: false }
}
