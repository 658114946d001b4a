import type { I18n } from '@lingui/core'
import { formatNumber } from '~/kernel/format'

interface Numbers {
  readonly capacity: number | null
  readonly taken: number
}

/** "48 of 120", or "48" where there is no end of them. */
export function takenOf(i18n: I18n, { capacity, taken }: Numbers): string {
  const number = (value: number) => formatNumber(i18n.locale, value)
  return capacity === null ? number(taken) : i18n.t('{taken} of {capacity}', { taken: number(taken), capacity: number(capacity) })
}

/** How many more there are, in words. */
export function leftWords(i18n: I18n, left: number | null): string {
  return left === null ? i18n.t('no limit') : formatNumber(i18n.locale, left)
}
