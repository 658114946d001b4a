import type { I18n } from '@lingui/core'
import { readPhone } from '~/kernel/phone'
import { never } from '~/kernel/result'
import type { ChoiceTrouble } from './answer-order.server'
import type { BookInput } from './booking-form'
import type { BookingOrder, ItemOrder } from './order'
import type { BookingRefusal } from './place-booking.server'

/** The order of these items that a form at the desk makes. */
export function orderAtDesk(typed: BookInput, items: readonly ItemOrder[]): BookingOrder {
  return {
    key: typed.key ?? '',
    channel: 'desk',
    contact: { name: typed.name ?? '', email: typed.email ?? null, phone: typed.phone ? readPhone(typed.phone) : null },
    note: typed.note ?? null,
    items,
  }
}

/** Why an order at the desk was refused, where it is not what was chosen. */
export function deskOrderRefusal(i18n: I18n, refusal: Exclude<BookingRefusal, ChoiceTrouble>): string {
  switch (refusal.kind) {
    case 'key-used':
      return i18n.t('This form has made a booking already, with other details. Load the page again to make another one.')
    case 'too-many-open':
      return i18n.t('This customer has too many bookings that wait for an answer. Answer one first.')
    case 'answer-missing':
    case 'answer-not-offered':
    case 'answer-too-long':
      return i18n.t('Look at the answer to “{question}”.', { question: refusal.label })
    default:
      return never(refusal)
  }
}

/** 409 where somebody or something was faster, else 422. */
export function deskOrderStatus({ kind }: BookingRefusal): 409 | 422 {
  return kind === 'taken' || kind === 'key-used' ? 409 : 422
}
