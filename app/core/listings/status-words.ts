import type { I18n } from '@lingui/core'
import type { Tone } from '~/ui/badge'
import type { ListingStatus } from './model/status-moves'

/** A listing's status in a word, with the tone of its badge. */
export function listingStatusName(i18n: I18n, status: ListingStatus): { label: string; tone: Tone } {
  switch (status) {
    case 'draft':
      return { label: i18n.t('Draft'), tone: 'plain' }
    case 'active':
      return { label: i18n.t('Active'), tone: 'good' }
    case 'paused':
      return { label: i18n.t('Paused'), tone: 'wait' }
    case 'archived':
      return { label: i18n.t('In the archive'), tone: 'done' }
  }
}
