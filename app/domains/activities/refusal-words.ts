import type { I18n } from '@lingui/core'
import { questionErrors } from '~/core/bookings/index.server'
import { never } from '~/kernel/result'
import type { FormErrors } from '~/platform/forms.server'
import type { ActivityRefusal } from './save-activity.server'

/** What stood in the way of saving an activity, beside the field that it is about. */
export function activityErrors(i18n: I18n, refusal: ActivityRefusal): FormErrors {
  switch (refusal.kind) {
    case 'unknown-activity':
      return { '': i18n.t('This activity is no longer here. Open the list and choose it again.') }
    case 'unknown-store':
      return { storeIds: i18n.t('Choose at least one of your stores') }
    case 'unknown-policy':
      return { policyId: i18n.t('Choose one of your cancellation policies') }
    case 'no-kinds':
      return { 'kinds[0].label': i18n.t('Say who may come: at least one kind of person who takes a place') }
    case 'bulk-incomplete':
      return { bulkPercent: i18n.t('Say from how many people on, and how much less') }
    case 'out-of-range':
      return refusal.figure === 'place'
        ? { place: i18n.t('Write latitude and longitude, like 51.5074, -0.1278') }
        : { [refusal.figure === 'kinds' ? 'kinds[0].label' : refusal.figure]: i18n.t('Enter a whole number from {from} to {to}', { from: refusal.from, to: refusal.to }) }
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
