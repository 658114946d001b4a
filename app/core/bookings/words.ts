import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { Tone } from '~/ui/badge'
import type { RefundCause } from '../sales/index.server'
import type { PaymentState } from './model/payment-states'
import type { ShownStatus } from './model/states'

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
    case 'lapsed':
      return { label: i18n.t('Not paid in time'), tone: 'plain' }
    default:
      return never(status)
  }
}

/** How a booking's money stands, in a word or two. */
export function paymentName(i18n: I18n, state: PaymentState): string {
  switch (state) {
    case 'unpaid':
      return i18n.t('Nothing paid yet')
    case 'part-paid':
      return i18n.t('Paid in part')
    case 'settled':
      return i18n.t('Nothing owed')
    case 'refund-due':
      return i18n.t('Refund due')
    default:
      return never(state)
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
    case 'too-late':
      return i18n.t('paid when nothing was owed any more')
    default:
      return never(cause)
  }
}

/** Why Stripe could not give a refund back, in a sentence: https://docs.stripe.com/refunds#failed-refunds */
export function failureWords(i18n: I18n, failure: string): string {
  switch (failure) {
    case 'lost_or_stolen_card':
      return i18n.t('The card was lost or stolen.')
    case 'expired_or_canceled_card':
      return i18n.t('The card has expired or was cancelled.')
    case 'insufficient_funds':
      return i18n.t('There is too little on your account with Stripe.')
    case 'declined':
      return i18n.t('The bank declined it.')
    case 'canceled':
      return i18n.t('It was called off at Stripe.')
    default:
      return i18n.t('Stripe says: {failure}', { failure })
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
    case 'paid':
      return i18n.t('Paid what was due at once')
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
