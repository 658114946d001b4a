import type { BookingRefusal } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { troubleWords } from './book-step.server'

/** Why a member's order was refused, in one sentence, and with which status the page says it. */
export function orderTrouble(ctx: BusinessCtx, refusal: BookingRefusal): { readonly why: string; readonly status: 409 | 422 } {
  const { i18n } = ctx
  switch (refusal.kind) {
    case 'key-used':
      return { why: i18n.t('This form has already made a booking, with other details. Check them, and send it again if you want another one.'), status: 409 }
    case 'answer-missing':
      return { why: i18n.t('Answer: {question}', { question: refusal.label }), status: 422 }
    case 'answer-not-offered':
      return { why: i18n.t('Choose one of the answers: {question}', { question: refusal.label }), status: 422 }
    case 'answer-too-long':
      return { why: i18n.t('Write an answer of at most 2,000 letters'), status: 422 }
    case 'too-many-open':
      return { why: i18n.t('Too many bookings of this guest wait for an answer already.'), status: 409 }
    default:
      return troubleWords(ctx, refusal)
  }
}
