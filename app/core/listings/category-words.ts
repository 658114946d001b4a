import type { I18n } from '@lingui/core'
import { never } from '~/kernel/result'
import type { FormErrors } from '~/platform/forms.server'
import type { BusinessCategoriesRefusal } from './business-categories.server'
import { mostFurther } from './model/further-categories'

/** What stood in the way of saving a business's categories, beside the field that it is about. */
export function businessCategoriesErrors(i18n: I18n, refusal: BusinessCategoriesRefusal): FormErrors {
  switch (refusal) {
    case 'unknown-category':
      return { main: i18n.t('Choose among the categories of your trades. One that you chose may be gone.') }
    case 'main-missing':
      return { main: i18n.t('Choose a main category before further ones') }
    case 'too-many':
      return { further: i18n.t('Tick at most {most} further categories', { most: mostFurther }) }
    default:
      return never(refusal)
  }
}
