import type { I18n } from '@lingui/core'
import { formatMoney } from '~/kernel/format'

/** What something costs, in minor units, as a price tag says it: "Free", or "£10.00". */
export function priceTag(i18n: I18n, priceMinor: number, currency: string): string {
  return priceMinor === 0 ? i18n.t('Free') : formatMoney(i18n.locale, priceMinor, currency)
}
