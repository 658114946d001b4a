import type { I18n } from '@lingui/core'
import { formatNumber } from '~/kernel/format'
import { never } from '~/kernel/result'
import type { PaymentTerms } from './model/payment-terms'

/** When something is paid, in a line. */
export function termsWords(i18n: I18n, terms: PaymentTerms): string {
  switch (terms.kind) {
    case 'on-arrival':
      return i18n.t('Paid on arrival')
    case 'deposit': {
      const percent = formatNumber(i18n.locale, terms.percent)
      return terms.restDays === null
        ? i18n.t('{percent} % when it is booked, the rest on arrival', { percent })
        : i18n.t('{percent} % when it is booked, the rest at the latest {days, plural, one {# day} other {# days}} before', { percent, days: terms.restDays })
    }
    case 'in-full':
      return i18n.t('Paid in full when it is booked')
    default:
      return never(terms)
  }
}

/** What of it is paid before the visit, in a sentence; null where nothing is. */
export function onceBooked(i18n: I18n, terms: PaymentTerms): string | null {
  if (terms.kind === 'on-arrival') return null
  return terms.kind === 'in-full' ? i18n.t('Paid when you book.') : i18n.t('{percent} % of it when you book.', { percent: formatNumber(i18n.locale, terms.percent) })
}

/** A price with when it is paid, as its customer reads it before booking; `terms` null: several, of which a part is paid at once. */
export function priceWords(i18n: I18n, price: string, terms: PaymentTerms | null): string {
  if (terms === null) return i18n.t('{price}, a part of it when you book', { price })
  switch (terms.kind) {
    case 'on-arrival':
      return i18n.t('{price}, paid on arrival', { price })
    case 'deposit':
      return i18n.t('{price}, {percent} % of it when you book', { price, percent: formatNumber(i18n.locale, terms.percent) })
    case 'in-full':
      return i18n.t('{price}, paid when you book', { price })
    default:
      return never(terms)
  }
}
