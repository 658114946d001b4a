import { decimalsOf, money } from '~/kernel/money'

// Which currencies Stripe writes without decimals and with three; all others have two: https://docs.stripe.com/currencies#zero-decimal
const withoutDecimals = new Set(['BIF', 'CLP', 'DJF', 'GNF', 'JPY', 'KMF', 'KRW', 'MGA', 'PYG', 'RWF', 'VND', 'VUV', 'XAF', 'XOF', 'XPF'])
const withThreeDecimals = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

/** What Stripe calls an amount of ours: the same for most currencies, but 1500 ISK are 150000 there. Throws where it cannot be said. */
export function toStripeAmount(amountMinor: number, currency: string): number {
  return scaled(amountMinor, stripeDecimals(currency) - decimalsOf(currency), currency)
}

/** Our minor units for an amount of Stripe's. Throws where it holds a part of one, and on an unknown currency. */
export function fromStripeAmount(amount: number, currency: string): number {
  return scaled(amount, decimalsOf(currency) - stripeDecimals(currency), currency)
}

function stripeDecimals(currency: string): number {
  return withoutDecimals.has(currency) ? 0 : withThreeDecimals.has(currency) ? 3 : 2
}

function scaled(amount: number, places: number, currency: string): number {
  return money(places < 0 ? amount / 10 ** -places : amount * 10 ** places, currency).amount
}
