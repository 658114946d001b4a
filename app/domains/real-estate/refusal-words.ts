import type { I18n } from '@lingui/core'
import { questionErrors } from '~/core/bookings/index.server'
import { never } from '~/kernel/result'
import type { FormErrors } from '~/platform/forms.server'
import type { ArrangeRefusal } from './arrange-properties.server'
import type { PropertyRefusal } from './save-property.server'
import type { RatesRefusal } from './save-rates.server'

/** What stood in the way of saving a property, beside the field that it is about. */
export function propertyErrors(i18n: I18n, refusal: PropertyRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-property':
      return { '': i18n.t('This property is no longer here. Open the list and choose it again.') }
    case 'unknown-store':
      return { storeId: i18n.t('Choose one of your stores') }
    case 'unknown-policy':
      return { policyId: i18n.t('Choose one of your cancellation policies') }
    case 'unknown-whole':
      return { wholeId: i18n.t('Choose a house that is let by the night and is no part of another one') }
    case 'has-parts':
      return { wholeId: i18n.t('It has {parts, plural, one {# part} other {# parts}}: it is no part of another house, and it is let by the night.', { parts: refusal.parts }) }
    case 'whole-is-booked':
      return { wholeId: i18n.t('{count, plural, one {# stay in the whole house lies} other {# stays in the whole house lie}} ahead. Parts join or leave it once they are over or cancelled.', { count: refusal.subjects.length }) }
    case 'is-booked':
      return { tenure: i18n.t('{count, plural, one {# stay lies} other {# stays lie}} ahead. It is let by the night until they are over or cancelled.', { count: refusal.subjects.length }) }
    case 'unknown-agent':
      return { viewingAgents: i18n.t('Choose people of your staff') }
    case 'half-a-place':
      return { longitude: i18n.t('Enter both, or leave both empty') }
    case 'out-of-range':
      return { [fieldOf(refusal.figure)]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'unknown-category':
      return { categoryId: i18n.t('This category cannot be chosen any more. Choose another one, or none.') }
    case 'bad-value':
      return { [`extra.${refusal.key}`]: refusal.sentence }
    case 'unknown-question':
    case 'question-empty':
    case 'too-few-options':
    case 'too-many-questions':
      return questionErrors(i18n, refusal)
    default:
      return never(refusal)
  }
}

function fieldOf(figure: Extract<PropertyRefusal, { readonly kind: 'out-of-range' }>['figure']): string {
  return figure === 'minutes' ? 'viewingMinutes' : figure === 'noticeHours' ? 'viewingNotice' : figure
}

/** What stood in the way of saving rates, beside the field that it is about. */
export function ratesErrors(i18n: I18n, refusal: RatesRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-property':
      return { '': i18n.t('This property is no longer here. Open the list and choose it again.') }
    case 'out-of-range':
      return { [refusal.figure]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
    case 'fewer-than-included':
      return { guestsMost: i18n.t('The price includes {included} already', { included: refusal.included }) }
    case 'longest-below-shortest':
      return { maxNights: i18n.t('The shortest stay has {least, plural, one {# night} other {# nights}} already', { least: refusal.least }) }
    case 'no-days':
      return { [refusal.which]: i18n.t('Choose at least one day') }
    case 'latest-before-earliest':
      return { checkInUntil: i18n.t('The latest arrival comes before the earliest') }
    case 'season-dates':
      return { '': i18n.t('The last night lies before the first') }
    case 'seasons-overlap':
      return { '': i18n.t('These nights are in {other} already. Seasons do not overlap.', { other: refusal.other }) }
    case 'discount-figures':
      return { [`discounts[${refusal.at}].${refusal.figure}`]: refusal.figure === 'percent' ? i18n.t('Enter a whole number from {from} to {to}', { from: 1, to: 90 }) : i18n.t('Enter a whole number from {from} to {to}', { from: 1, to: 730 }) }
    case 'discount-twice':
      return { [`discounts[${refusal.at}].threshold`]: i18n.t('There is a row with this figure already') }
    case 'too-many':
      return { '': i18n.t('Keep at most {most} rows of each kind', { most: refusal.most }) }
    default:
      return never(refusal)
  }
}

/** What stood in the way of publishing, pausing or archiving: the key of a message, null where the page says it itself. */
export function arrangeMessage(refusal: ArrangeRefusal): string | null {
  return refusal.kind === 'no-rates' ? 'real-estate.no-rates' : null
}
