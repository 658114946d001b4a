import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { Tone } from '~/ui/badge'
import type { WaitingStatus } from './entries.server'

/** How somebody's waiting stands, as they read it themselves. */
export function waitingWords(i18n: I18n, status: WaitingStatus): { title: string; text: string } {
  switch (status) {
    case 'waiting':
      return { title: i18n.t('You are on the waiting list'), text: i18n.t('It is sold out. We write to you when there is something for you.') }
    case 'offered':
      return { title: i18n.t('There are places for you'), text: i18n.t('What was kept for you cannot be booked as it is any more. Ring the business.') }
    case 'taken':
      return { title: i18n.t('You have accepted'), text: i18n.t('Your booking is in the mail that we sent you.') }
    case 'declined':
      return { title: i18n.t('You have declined'), text: i18n.t('The next is asked. If you want to wait again, join again.') }
    case 'lapsed':
      return { title: i18n.t('Your offer has run out'), text: i18n.t('Nobody took the places that were kept for you, so the next is asked. Nothing is owed.') }
    case 'left':
      return { title: i18n.t('You have left the waiting list'), text: i18n.t('We no longer ask you. If you want to wait again, join again.') }
    case 'removed':
      return { title: i18n.t('You are no longer on the waiting list'), text: i18n.t('The business has taken you off. Ring them if that surprises you.') }
    case 'over':
      return { title: i18n.t('The waiting list is closed'), text: i18n.t('It has begun or was called off, and nobody is asked any more.') }
    default:
      return never(status)
  }
}

/** The same in a word, as the business reads it. */
export function waitingName(i18n: I18n, status: WaitingStatus): { label: string; tone: Tone } {
  switch (status) {
    case 'waiting':
      return { label: i18n.t('Waiting'), tone: 'wait' }
    case 'offered':
      return { label: i18n.t('Offered'), tone: 'good' }
    case 'taken':
      return { label: i18n.t('Booked'), tone: 'done' }
    case 'declined':
      return { label: i18n.t('Declined'), tone: 'plain' }
    case 'lapsed':
      return { label: i18n.t('Ran out'), tone: 'plain' }
    case 'left':
      return { label: i18n.t('Left'), tone: 'plain' }
    case 'removed':
      return { label: i18n.t('Removed'), tone: 'plain' }
    case 'over':
      return { label: i18n.t('Closed'), tone: 'plain' }
    default:
      return never(status)
  }
}
