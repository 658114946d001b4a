/** An amount in the minor units of its currency (cents, yen, fils): always a safe integer. Made by `money()` alone. */
export interface Money {
  readonly amount: number
  readonly currency: string
}

/** The only door to a Money. Throws on an amount that is no safe integer and on an unknown currency. */
export function money(amount: number, currency: string): Money {
  if (!isCurrency(currency)) throw new RangeError(`Unknown currency: ${currency}`)
  return { amount: minorUnits(amount), currency }
}

/** Throws when the currencies differ. */
export function add(a: Money, b: Money): Money {
  return sum(a.currency, [a, b])
}

/** Throws when the currencies differ. */
export function subtract(a: Money, b: Money): Money {
  return sum(a.currency, [a, negate(b)])
}

export function negate(a: Money): Money {
  return money(0 - a.amount, a.currency)
}

/** Zero for an empty list. Throws where an entry has another currency, or where the sum leaves the safe integers. */
export function sum(currency: string, list: readonly Money[]): Money {
  for (const entry of list) {
    if (entry.currency !== currency) throw new TypeError(`${entry.currency} cannot be added to ${currency}`)
  }
  return money(sumOf(list.map((entry) => entry.amount)), currency)
}

/** The sum of amounts in minor units of one currency. Throws as soon as it leaves the safe integers. */
export function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => minorUnits(total + amount), 0)
}

/** Whether this is a currency in use, by its ISO 4217 code in capitals. */
export function isCurrency(currency: string): boolean {
  return knownCurrencies.has(currency)
}

/** How many decimals people write: 0 for JPY, 2 for EUR, 3 for KWD. Throws on an unknown currency. */
export function decimalsOf(currency: string): number {
  if (!isCurrency(currency)) throw new RangeError(`Unknown currency: ${currency}`)
  let decimals = decimalsByCurrency.get(currency)
  if (decimals === undefined) {
    decimals = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
    decimalsByCurrency.set(currency, decimals)
  }
  return decimals
}

/**
 * The one rounding of the house: numerator ÷ denominator to the nearest integer, a half away from zero (commercial
 * rounding: 2.5 → 3, −2.5 → −3), so that a refund rounds to the same amount as the charge it undoes. Exact, by BigInt.
 */
export function roundedQuotient(numerator: bigint, denominator: bigint): number {
  if (denominator <= 0n) throw new RangeError('The denominator must be positive')
  const size = numerator < 0n ? -numerator : numerator
  const rounded = Number((size * 2n + denominator) / (denominator * 2n))
  return minorUnits(numerator < 0n ? 0 - rounded : rounded)
}

/** A rate of an amount: `share(4500, 230_000)` is 23 % of 45.00, so 1035. The rate is in parts per million. */
export function share(amountMinor: number, ratePpm: number): number {
  return proportion(amountMinor, ratePpm, 1_000_000)
}

/** `amountMinor × part ÷ whole`, rounded once. All three are safe integers, and the whole is positive. */
export function proportion(amountMinor: number, part: number, whole: number): number {
  return roundedQuotient(BigInt(minorUnits(amountMinor)) * BigInt(part), BigInt(whole))
}

/**
 * Splits an amount by weights (safe integers, none negative, not all zero) so that the parts always add up to the whole:
 * largest remainder (Hamilton's method); on equal remainders the earlier part gets the unit. Negative amounts mirror positive ones.
 */
export function split(amountMinor: number, weights: readonly number[]): number[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0)) throw new RangeError('Weights are integers from zero up')
  const whole = BigInt(sumOf(weights))
  if (whole === 0n) throw new RangeError('At least one weight must be above zero')
  const size = BigInt(Math.abs(minorUnits(amountMinor)))
  const parts = weights.map((weight) => Number((size * BigInt(weight)) / whole))
  const remainders = weights.map((weight, index) => ({ index, left: (size * BigInt(weight)) % whole }))
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1))
  const missing = Number(size) - sumOf(parts)
  for (const { index } of remainders.slice(0, missing)) parts[index] = (parts[index] ?? 0) + 1
  return amountMinor < 0 ? parts.map((part) => 0 - part) : parts
}

/**
 * Reads an amount as people type it: "45", "45,50", "1.234,50", "1,234.50", "1 234,50", "€ 45", "45 EUR", "-5".
 * Answers minor units, or null where it is no amount, has more decimals than the currency, or leaves the safe integers.
 * One separator before exactly three digits ("1.234") groups thousands; where that mark is the decimal mark of the
 * reader's language (or of English, for currencies with three decimals and no language) it is a decimal mark instead.
 */
export function parseMoney(text: string, currency: string, locale?: string): number | null {
  if (text.length > 60) return null
  const match = /^([-+−]?)([\d.,'’\s]+)$/u.exec(withoutSymbol(text.normalize('NFKC').trim(), currency))
  if (!match) return null
  const number = (match[2] ?? '').trim().replaceAll(/\s/gu, ' ').replaceAll('’', "'")
  const decimals = decimalsOf(currency)
  const parts = partsOf(number, decimals, locale)
  if (!parts || parts.fraction.length > decimals) return null
  const amount = Number((parts.whole || '0') + parts.fraction.padEnd(decimals, '0'))
  if (!Number.isSafeInteger(amount)) return null
  return match[1] === '-' || match[1] === '−' ? 0 - amount : amount
}

/** The amount as the value of a form field, without symbol or grouping: 4550 in EUR is "45.50", or "45,50" in Portuguese. */
export function decimalText(amountMinor: number, currency: string, locale = 'en'): string {
  const decimals = decimalsOf(currency)
  const digits = String(Math.abs(minorUnits(amountMinor))).padStart(decimals + 1, '0')
  const sign = amountMinor < 0 ? '-' : ''
  if (decimals === 0) return sign + digits
  return sign + digits.slice(0, -decimals) + decimalMarkOf(locale) + digits.slice(-decimals)
}

function partsOf(number: string, decimals: number, locale: string | undefined): { whole: string; fraction: string } | null {
  const marks = [...number].filter((sign) => sign < '0' || sign > '9')
  const last = marks.at(-1)
  if (last === undefined) return { whole: number, fraction: '' }
  const at = number.lastIndexOf(last)
  const tail = number.slice(at + 1)
  if (groups(marks, tail.length, number.startsWith('0'), decimals, locale)) {
    return grouped(number) ? { whole: digitsOf(number), fraction: '' } : null
  }
  const head = number.slice(0, at)
  if (tail === '' || (last !== '.' && last !== ',') || head.includes(last)) return null
  if (head !== '' && !/^\d+$/.test(head) && !grouped(head)) return null
  return { whole: digitsOf(head), fraction: tail }
}

/** Whether the last mark of the number separates thousands, not decimals. */
function groups(
  marks: string[], tailLength: number, startsWithZero: boolean, decimals: number, locale: string | undefined,
): boolean {
  const last = marks.at(-1)
  if (last !== '.' && last !== ',') return true
  if (marks.length > 1) return marks.every((mark) => mark === last)
  if (tailLength !== 3 || startsWithZero) return false
  if (locale === undefined) return decimals === 3 ? last === ',' : true
  return last !== decimalMarkOf(locale)
}

/** Groups of three; groups of two above the first as in India; one kind of mark throughout. */
function grouped(number: string): boolean {
  return /^[1-9]\d{0,2}(?:([.,' ])\d{3}(?:\1\d{3})*|([, ])\d{2}(?:\2\d{2})*\2\d{3})$/.test(number)
}

function digitsOf(number: string): string {
  return number.replaceAll(/\D/g, '')
}

function decimalMarkOf(locale: string): string {
  let mark = decimalMarks.get(locale)
  if (mark === undefined) {
    const parts = new Intl.NumberFormat(locale, { numberingSystem: 'latn' }).formatToParts(1.5)
    mark = parts.find((part) => part.type === 'decimal')?.value === ',' ? ',' : '.'
    if (decimalMarks.size < 100) decimalMarks.set(locale, mark)
  }
  return mark
}

function withoutSymbol(text: string, currency: string): string {
  for (const sign of [currency, currency.toLowerCase(), symbolOf(currency)]) {
    if (text.startsWith(sign)) return text.slice(sign.length).trim()
    if (text.endsWith(sign)) return text.slice(0, -sign.length).trim()
  }
  return text
}

function symbolOf(currency: string): string {
  const known = symbols.get(currency)
  if (known !== undefined) return known
  const parts = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0)
  const symbol = parts.find((part) => part.type === 'currency')?.value ?? currency
  symbols.set(currency, symbol)
  return symbol
}

function minorUnits(amount: number): number {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`Not an amount in minor units: ${amount}`)
  return amount + 0 // −0 becomes 0
}

const knownCurrencies = new Set(Intl.supportedValuesOf('currency'))
const symbols = new Map<string, string>()
const decimalsByCurrency = new Map<string, number>()
const decimalMarks = new Map<string, string>()
