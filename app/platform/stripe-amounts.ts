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

// The least that Stripe charges, in its own units: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts
const least: Readonly<Record<string, number>> = {
  USD: 50, AED: 200, AUD: 50, BGN: 100, BRL: 50, CAD: 50, CHF: 50, CZK: 1500, DKK: 250, EUR: 50, GBP: 30, HKD: 400, HUF: 17_500,
  INR: 50, JPY: 50, MXN: 1000, MYR: 200, NOK: 300, NZD: 50, PLN: 200, RON: 200, SEK: 300, SGD: 50, THB: 1000,
}

/** The least that can be charged by card, in our minor units; in currencies of which Stripe says nothing, a step. */
export function leastCharge(currency: string): number {
  const amount = least[currency]
  return amount === undefined ? chargeStep(currency) : fromStripeAmount(amount, currency)
}

/** Charges are whole multiples of this many of our minor units: https://docs.stripe.com/currencies#three-decimal */
export function chargeStep(currency: string): number {
  return withThreeDecimals.has(currency) ? 10 : 1
}

function stripeDecimals(currency: string): number {
  return withoutDecimals.has(currency) ? 0 : withThreeDecimals.has(currency) ? 3 : 2
}

function scaled(amount: number, places: number, currency: string): number {
  return money(places < 0 ? amount / 10 ** -places : amount * 10 ** places, currency).amount
}
