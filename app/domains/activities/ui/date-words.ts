import type { I18n } from '@lingui/core'
import type { TermWords } from '~/core/sessions/index'

/** What activities say of the terms of their dates. */
export function dateWords(i18n: I18n): TermWords {
  return { guide: i18n.t('Guide'), capacityHint: i18n.t('Empty: no limit.'), priceHint: i18n.t('For the first kind of person.'), hasMinimum: true }
}
