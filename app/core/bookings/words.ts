import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { Tone } from '~/ui/badge'
import type { RefundCause } from '../sales/index.server'
import type { BookingStatus } from './model/states'

type ShownStatus = BookingStatus | 'in_progress'

/** A booking's state in a word, with the tone of its badge, as the business reads it. */
export function statusName(i18n: I18n, status: ShownStatus): { label: string; tone: Tone } {
  switch (status) {
    case 'held':
      return { label: i18n.t('Awaiting payment'), tone: 'plain' }
    case 'pending':
      return { label: i18n.t('Needs an answer'), tone: 'wait' }
    case 'confirmed':
      return { label: i18n.t('Confirmed'), tone: 'good' }
    case 'in_progress':
      return { label: i18n.t('In progress'), tone: 'good' }
    case 'completed':
      return { label: i18n.t('Completed'), tone: 'done' }
    case 'no_show':
      return { label: i18n.t('No-show'), tone: 'bad' }
    case 'declined':
      return { label: i18n.t('Declined'), tone: 'bad' }
    case 'cancelled':
      return { label: i18n.t('Cancelled'), tone: 'bad' }
    case 'expired':
      return { label: i18n.t('Lapsed'), tone: 'plain' }
    default:
      return never(status)
  }
}

/** How money was taken, in a word. */
export function methodName(i18n: I18n, method: 'cash' | 'card-terminal' | 'transfer' | 'other'): string {
  switch (method) {
    case 'cash':
      return i18n.t('Cash')
    case 'card-terminal':
      return i18n.t('Card, at the terminal')
    case 'transfer':
      return i18n.t('Bank transfer')
    case 'other':
      return i18n.t('Something else')
    default:
      return never(method)
  }
}

/** Why money goes back, in a word or two. */
export function causeName(i18n: I18n, cause: RefundCause): string {
  switch (cause) {
    case 'cancelled':
      return i18n.t('cancelled by the customer')
    case 'called-off':
      return i18n.t('called off by the business')
    case 'no-show':
      return i18n.t('did not come')
    case 'by-hand':
      return i18n.t('given by choice')
    case 'overpaid':
      return i18n.t('paid more than it costs')
    default:
      return never(cause)
  }
}

interface StepWords {
  readonly what: string
  readonly reason?: string | null
  readonly actorKind: string
  readonly item?: string | null
}

/** A step of a booking's history as the business reads it: what happened, and who did it. */
export function stepSentence(i18n: I18n, { what, reason, actorKind, item }: StepWords): string {
  const by = actorKind === 'system' ? i18n.t('by itself') : actorKind === 'user' ? i18n.t('by somebody with an account') : i18n.t('by the customer')
  switch (what) {
    case 'placed':
      return i18n.t('Booked {by}', { by })
    case 'confirmed':
      return i18n.t('Confirmed {by}', { by })
    case 'declined':
      return i18n.t('Declined {by}', { by })
    case 'cancelled':
      return i18n.t('Cancelled {by}', { by })
    case 'item-cancelled':
      return i18n.t('{item} cancelled {by}', { item: item ?? '', by })
    case 'expired':
      return i18n.t('Lapsed without an answer')
    case 'moved':
      return i18n.t('Moved {by}', { by })
    case 'completed':
      return i18n.t('Completed {by}', { by })
    case 'no_show':
      return i18n.t('Marked as a no-show {by}', { by })
    case 'reassigned':
      return i18n.t('Given to {person}', { person: reason ?? '' })
    default:
      return what
  }
}
