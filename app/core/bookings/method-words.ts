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

interface Paid {
  readonly method: PaymentMethod
  readonly cardBrand: string | null
  readonly cardLast4: string | null
}

/** How money was taken or given back, with the card where it is known: "Card, online (Visa ending 4242)". */
export function methodWithCard(i18n: I18n, { method, cardBrand, cardLast4 }: Paid): string {
  const card = cardName(i18n, cardBrand, cardLast4)
  return card === null ? methodName(i18n, method) : i18n.t('{method} ({card})', { method: methodName(i18n, method), card })
}

const brands: Readonly<Record<string, string>> = { visa: 'Visa', mastercard: 'Mastercard', amex: 'American Express', discover: 'Discover', diners: 'Diners Club', jcb: 'JCB', unionpay: 'UnionPay' }

/** "Visa ending 4242"; null where nobody told which card it was. */
export function cardName(i18n: I18n, brand: string | null, last4: string | null): string | null {
  if (last4 === null) return null
  const name = brand === null ? null : (brands[brand] ?? brand)
  return name === null ? i18n.t('card ending {last4}', { last4 }) : i18n.t('{brand} ending {last4}', { brand: name, last4 })
}
