import type { I18n } from '@lingui/core'
import { formatMoney } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { BlockRefusal } from '../allocation/index.server'
import type { GiveRefusal, PaymentRefusal, RefundRefusal, UndoRefusal } from '../sales/index.server'
import type { AnswerMoveRefusal } from './answer-move.server'
import type { StatusRefusal } from './change-status.server'
import type { ReassignRefusal } from './reassign-item.server'
import { statusName } from './words'

/** Why a member's act on a booking was refused, and what now. */
export function statusRefusal(i18n: I18n, refusal: StatusRefusal): string {
  switch (refusal.kind) {
    case 'unknown-booking':
      return i18n.t('We know no such booking.')
    case 'not-from-here':
      return i18n.t('This booking stands at “{status}” now, so that cannot be done any more. Somebody may have been faster.', {
        status: statusName(i18n, refusal.status).label,
      })
    case 'not-started':
      return i18n.t('This can be marked once the booking has begun.')
    case 'already-started':
      return i18n.t('The booking has begun already.')
    case 'answer-too-late':
      return i18n.t('The time to answer has run out, and the booking has lapsed. Book it again with the customer if both of you still want it.')
    default:
      return never(refusal)
  }
}

/** Why an item was not given to another person. `inTheWay` names what they have then. */
export function reassignRefusal(i18n: I18n, refusal: ReassignRefusal, inTheWay: string): string {
  switch (refusal.kind) {
    case 'unknown-booking':
      return i18n.t('We know no such booking.')
    case 'unknown-person':
      return i18n.t('Choose somebody who works here')
    case 'nothing-to-give':
      return i18n.t('It is theirs already')
    case 'not-from-here':
      return statusRefusal(i18n, refusal)
    case 'taken':
      return inTheWay === '' ? i18n.t('They are not free then. Choose somebody else.') : i18n.t('They are not free then: {inTheWay}. Choose somebody else.', { inTheWay })
    default:
      return never(refusal)
  }
}

/** Why another time was not granted. */
export function answerMoveRefusal(i18n: I18n, refusal: AnswerMoveRefusal): string {
  switch (refusal.kind) {
    case 'no-request':
      return i18n.t('Nobody waits for an answer here any more: the customer has taken it back, or it has run out.')
    case 'taken':
      return i18n.t('The time has been taken meanwhile. Decline with a reason, or free it first.')
    case 'not-offered':
    case 'not-a-time':
    case 'choose-person':
    case 'against-rule':
      return i18n.t('The time that was asked for is no longer offered: hours or people have changed. Decline with a reason.')
    case 'too-soon':
    case 'too-far':
    case 'past':
      return i18n.t('The time that was asked for cannot be booked any more. Decline with a reason.')
    default:
      return never(refusal)
  }
}

/** Why a payment was not noted. */
export function paymentRefusal(i18n: I18n, refusal: PaymentRefusal, currency: string): string {
  switch (refusal.kind) {
    case 'unknown-sale':
      return i18n.t('We know no such booking.')
    case 'nothing-due':
      return i18n.t('Nothing is due any more')
    case 'more-than-due':
      return i18n.t('No more than {amount} is due', { amount: formatMoney(i18n.locale, refusal.dueMinor, currency) })
    case 'not-a-member':
      return i18n.t('Log in to note a payment')
    default:
      return never(refusal)
  }
}

/** Why a payment was not taken back. */
export function undoRefusal(i18n: I18n, refusal: UndoRefusal): string {
  switch (refusal.kind) {
    case 'unknown-payment':
      return i18n.t('This payment is taken back already.')
    case 'not-a-member':
      return i18n.t('Log in to take a payment back')
    case 'goes-back':
      return i18n.t('{amount} of this booking goes back to the customer, which is more than would be left. Withdraw the refund first.', {
        amount: formatMoney(i18n.locale, refusal.refundedMinor, refusal.currency),
      })
    default:
      return never(refusal)
  }
}

/** Why a refund was not made. */
export function refundRefusal(i18n: I18n, refusal: RefundRefusal, currency: string): string {
  switch (refusal.kind) {
    case 'unknown-sale':
      return i18n.t('We know no such booking.')
    case 'not-a-member':
      return i18n.t('Log in to give money back')
    case 'nothing-chosen':
      return i18n.t('Enter what goes back on at least one line')
    case 'more-than-line':
      return i18n.t('No more than {amount} can go back here', { amount: formatMoney(i18n.locale, refusal.mostMinor, currency) })
    case 'more-than-paid':
      return i18n.t('Only {amount} was paid and does not go back already. Enter no more than that in all.', { amount: formatMoney(i18n.locale, refusal.mostMinor, currency) })
    default:
      return never(refusal)
  }
}

/** Why a refund was not marked as given, or not withdrawn. */
export function giveRefusal(i18n: I18n, refusal: GiveRefusal): string {
  switch (refusal.kind) {
    case 'unknown-refund':
      return i18n.t('This refund has been given or withdrawn already, or cannot be withdrawn.')
    case 'not-a-member':
      return i18n.t('Log in to give money back')
    default:
      return never(refusal)
  }
}

/** Why a time was not blocked. */
export function blockRefusal(i18n: I18n, refusal: BlockRefusal): string {
  switch (refusal.kind) {
    case 'unknown-resource':
      return i18n.t('Choose a person or a place from the list')
    case 'wrong-way-round':
      return i18n.t('The end must come after the beginning')
    case 'taken':
      return i18n.t('Something is there already. Move or cancel it first, or block another time.')
    default:
      return never(refusal)
  }
}
