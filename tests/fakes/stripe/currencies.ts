// What Stripe's documentation says of currencies: https://docs.stripe.com/currencies
const withoutDecimals = new Set(['bif', 'clp', 'djf', 'gnf', 'jpy', 'kmf', 'krw', 'mga', 'pyg', 'rwf', 'vnd', 'vuv', 'xaf', 'xof', 'xpf'])
const withThreeDecimals = new Set(['bhd', 'jod', 'kwd', 'omr', 'tnd'])
/** Written in hundredths for the sake of old clients, though nobody can pay a hundredth. */
const wholeUnitsOnly = new Set(['isk', 'ugx'])
const supported = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()))

const leastCharge: Readonly<Record<string, number>> = {
  usd: 50, aed: 200, aud: 50, bgn: 100, brl: 50, cad: 50, chf: 50, czk: 1500, dkk: 250, eur: 50, gbp: 30, hkd: 400, huf: 17500,
  inr: 50, jpy: 50, mxn: 1000, myr: 200, nok: 300, nzd: 50, pln: 200, ron: 200, sek: 300, sgd: 50, thb: 1000,
}
const mostCharge = 99_999_999

export function isSupported(currency: string): boolean {
  return supported.has(currency)
}

/** What of Stripe's rules the amount breaks, in Stripe's smallest unit. */
export function wrongAmount(amount: number, currency: string): { code: string; message: string } | undefined {
  const step = withThreeDecimals.has(currency) ? 10 : wholeUnitsOnly.has(currency) ? 100 : 1
  if (amount % step !== 0) return { code: 'parameter_invalid_integer', message: `Invalid amount in ${currency}: it must be evenly divisible by ${step}.` }
  if (amount < (leastCharge[currency] ?? 1)) {
    return { code: 'amount_too_small', message: `The Checkout Session's total amount due must add up to at least ${shown(leastCharge[currency] ?? 1, currency)}` }
  }
  if (amount > mostCharge) return { code: 'amount_too_large', message: `The Checkout Session's total amount due must be no more than ${shown(mostCharge, currency)}` }
  return undefined
}

/** Such as “35.00 EUR”. */
export function shown(amount: number, currency: string): string {
  const decimals = withoutDecimals.has(currency) ? 0 : withThreeDecimals.has(currency) ? 3 : 2
  return `${(amount / 10 ** decimals).toFixed(decimals)} ${currency.toUpperCase()}`
}
