import type { I18n } from '@lingui/core'
import type { PaymentMethod } from '../sales/index.server'

/** The one table of how money is taken and given back; a new way is a line here. */
const methods: Readonly<Record<PaymentMethod, (i18n: I18n) => string>> = {
  cash: (i18n) => i18n.t('Cash'),
  'card-terminal': (i18n) => i18n.t('Card, at the terminal'),
  transfer: (i18n) => i18n.t('Bank transfer'),
  other: (i18n) => i18n.t('Another way'),
  card: (i18n) => i18n.t('Card, online'),
}

/** How money was taken or given back, in a word. */
export function methodName(i18n: I18n, method: PaymentMethod): string {
  return methods[method](i18n)
}
