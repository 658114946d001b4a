import type { I18n } from '@lingui/core'
import { questionErrors } from '~/core/bookings/index.server'
import { never } from '~/kernel/result'
import type { FormErrors } from '~/platform/forms.server'
import type { StatusRefusal } from './event-status.server'
import type { EventRefusal } from './save-event.server'
import type { QuotaRefusal } from './save-quota.server'
import type { TicketRefusal } from './save-ticket.server'

/** What stood in the way of saving an event, beside the field that it is about. */
export function eventErrors(i18n: I18n, refusal: EventRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-event':
      return { '': i18n.t('This event is no longer here. Open the list and choose it again.') }
    case 'unknown-store':
      return { storeIds: i18n.t('Choose at least one of your stores') }
    case 'unknown-policy':
      return { policyId: i18n.t('Choose one of your cancellation policies') }
    case 'venue-missing':
      return { venueName: i18n.t('Say where people come to, or choose that it is online') }
    case 'out-of-range':
      return refusal.figure === 'place'
        ? { place: i18n.t('Write latitude and longitude, like 51.5074, -0.1278') }
        : { [refusal.figure]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'unknown-question':
    case 'question-empty':
    case 'too-few-options':
    case 'too-many-questions':
      return questionErrors(i18n, refusal)
    case 'unknown-category':
      return { categoryId: i18n.t('This category cannot be chosen any more. Choose another one, or none.') }
    case 'bad-value':
      return { [`extra.${refusal.key}`]: refusal.sentence }
    default:
      return never(refusal)
  }
}

/** What stood in the way of saving a kind of ticket. */
export function ticketErrors(i18n: I18n, refusal: TicketRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-event':
    case 'unknown-ticket':
      return { '': i18n.t('This ticket is no longer here. Open the event and choose it again.') }
    case 'unknown-quota':
      return { quotaIds: i18n.t('Choose among the quotas of this event') }
    case 'too-many-tickets':
      return { '': i18n.t('An event has at most {most} kinds of ticket', { most: refusal.most }) }
    case 'out-of-range':
      return { [refusal.figure === 'priceMinor' ? 'price' : refusal.figure]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'sale-wrong-way-round':
      return { saleUntil: i18n.t('The last day lies before the first') }
    case 'step-without-end':
      return { [`steps[${refusal.at}].until`]: i18n.t('Say until when it holds, or for how many') }
    case 'quotas-in-use':
      return { quotaIds: i18n.t('{sold, plural, one {# ticket of this kind is} other {# tickets of this kind are}} sold already, counted in the quotas as they were. Take this kind out of the sale and add another one.', { sold: refusal.sold }) }
    case 'unknown-question':
    case 'question-empty':
    case 'too-few-options':
    case 'too-many-questions':
      return questionErrors(i18n, refusal)
    default:
      return never(refusal)
  }
}

/** What stood in the way of another number of a quota; `when` names the date that it is about. */
export function quotaErrors(i18n: I18n, refusal: QuotaRefusal, when: string, taken: number): FormErrors {
  switch (refusal.kind) {
    case 'unknown-event':
    case 'unknown-quota':
    case 'unknown-date':
      return { '': i18n.t('This quota is no longer here. Open the event and choose it again.') }
    case 'too-many-quotas':
      return { '': i18n.t('An event has at most {most} quotas', { most: refusal.most }) }
    case 'taken':
      return { capacity: i18n.t('{taken, plural, one {# is taken on {when}: there cannot be fewer.} other {# are taken on {when}: there cannot be fewer.}}', { taken, when }) }
    default:
      return never(refusal)
  }
}

/** Why an event does not become what was wanted. */
export function statusWords(i18n: I18n, refusal: Exclude<StatusRefusal, { kind: 'unknown-event' }>): string {
  if (refusal.kind === 'not-from-here') return i18n.t('It is something else by now. Look again.')
  const [missing] = refusal.missing
  switch (missing) {
    case 'date':
      return i18n.t('It has no date ahead yet. Add one first.')
    case 'ticket':
      return i18n.t('There is no ticket on sale yet. Add one first, even if it is free.')
    default:
      return i18n.t('It takes place online: say at which address.')
  }
}
