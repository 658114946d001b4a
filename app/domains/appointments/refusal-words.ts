import type { I18n } from '@lingui/core'
import { formatDay } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { FormErrors } from '~/platform/forms.server'
import { questionErrors } from '~/core/bookings/index.server'
import type { PlaceRefusal } from '~/core/allocation/index.server'
import type { SeatsRefusal } from './change-seats.server'
import type { ServiceRefusal } from './save-service.server'

/** What stood in the way of saving a service, beside the field that it is about. */
export function serviceErrors(i18n: I18n, refusal: ServiceRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-service':
      return { '': i18n.t('This service is no longer here. Open the list and choose it again.') }
    case 'unknown-store':
      return { storeIds: i18n.t('Choose at least one of your stores') }
    case 'unknown-staff':
      return { staffIds: i18n.t('Choose among the people of your business') }
    case 'nobody-offers-it':
      return { staffIds: i18n.t('Choose who offers it, or say above that it needs no person') }
    case 'unknown-place':
      return { placeIds: i18n.t('Choose among the rooms and chairs of your business') }
    case 'unknown-policy':
      return { policyId: i18n.t('Choose one of your cancellation policies') }
    case 'out-of-range':
      return { [refusal.figure]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'taken':
      return { seats: takenWords(i18n, refusal.subjects.length) }
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

/** What stood in the way of another number of places. */
export function seatsErrors(i18n: I18n, refusal: SeatsRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-service':
      return { '': i18n.t('This service is no longer here. Open the list and choose it again.') }
    case 'unknown-change':
      return { '': i18n.t('That day has its usual places already.') }
    case 'over':
      return { from: i18n.t('This day is over. Enter one that is ahead.') }
    case 'too-long':
      return { to: i18n.t('Change at most {most} days at once', { most: refusal.most }) }
    case 'closed-then':
      return { from: i18n.t('It is closed on these days. Enter a day on which it opens.') }
    case 'changed-already':
      return { from: i18n.t('{day} has a number of its own already. Remove that one first.', { day: formatDay(i18n.locale, refusal.date) }) }
    case 'taken':
      return { seats: `${formatDay(i18n.locale, refusal.date)}: ${takenWords(i18n, refusal.subjects.length)}` }
    default:
      return never(refusal)
  }
}

/** What stood in the way of saving a room or a chair. */
export function placeErrors(i18n: I18n, refusal: PlaceRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-place':
      return { '': i18n.t('This room or chair is no longer here. Open the list and choose it again.') }
    case 'unknown-store':
      return { storeId: i18n.t('Choose one of your stores') }
    case 'capacity-out-of-range':
      return { capacity: i18n.t('Enter a whole number from {from} to {to}', { from: 1, to: refusal.most }) }
    case 'taken':
      return { capacity: takenWords(i18n, refusal.subjects.length) }
    default:
      return never(refusal)
  }
}

function takenWords(i18n: I18n, count: number): string {
  return i18n.t('{count, plural, one {# booking needs} other {# bookings need}} more than that. Move or cancel some first.', { count })
}
