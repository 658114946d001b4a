import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'

export type SchedulesRefusal = 'unknown-owner' | 'unknown-exception' | 'too-long'

/** Why it was refused, for every refusal of this module. */
export function refusalWords(i18n: I18n, refusal: SchedulesRefusal): string {
  switch (refusal) {
    case 'unknown-owner':
      return i18n.t('We find nobody and nothing here with these hours.')
    case 'unknown-exception':
      return i18n.t('These other hours are gone already.')
    case 'too-long':
      return i18n.t('Enter at most a year at once')
    default:
      return never(refusal)
  }
}
