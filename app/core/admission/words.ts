import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { Tone } from '~/ui/badge'
import type { RegistrationState } from './model/registration-state'

/** The state of somebody's place in a word, with the tone of its badge. */
export function registrationName(i18n: I18n, state: RegistrationState): { label: string; tone: Tone } {
  switch (state) {
    case 'registered':
      return { label: i18n.t('Registered'), tone: 'wait' }
    case 'confirmed':
      return { label: i18n.t('Confirmed'), tone: 'good' }
    case 'attended':
      return { label: i18n.t('Attended'), tone: 'done' }
    case 'cancelled':
      return { label: i18n.t('Cancelled'), tone: 'bad' }
    case 'no-show':
      return { label: i18n.t('No-show'), tone: 'bad' }
    default:
      return never(state)
  }
}
