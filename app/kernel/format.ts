import { comesTwice, offsetOf } from './time'

const formatters = new Map<string, Intl.DateTimeFormat>()
const numberFormatters = new Map<string, Intl.NumberFormat>()

const dateStyles = {
  /** Tue 3 Nov 2026 */
  full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  /** Tuesday 3 November 2026 */
  long: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  /** 3 November 2026 */
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Tue 3 Nov */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** 3 Nov */
  day: { day: 'numeric', month: 'short' },
  /** November 2026 */
  month: { month: 'long', year: 'numeric' },
  /** November */
  monthName: { month: 'long' },
  /** Tue */
  weekday: { weekday: 'short' },
  /** Tuesday */
  weekdayName: { weekday: 'long' },
  /** 3 */
  dayOfMonth: { day: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type DateStyle = keyof typeof dateStyles

export interface TimeOptions {
  /** Adds the zone's offset ("01:00 GMT+1"); unless told, where the clock shows that time twice. */
  readonly offset?: boolean
}

/** The day of an instant (UTC milliseconds) in a zone, for the reader: "Tue 3 Nov 2026". */
export function formatDate(locale: string, zone: string, at: number, style: DateStyle = 'full'): string {
  const text = dateFormatter(locale, zone, style).format(at)
  return isEnglish(locale) ? text.replaceAll(',', '') : text
}

/** The same for a day without an instant, given as "2026-11-03". */
export function formatDay(locale: string, day: string, style: DateStyle = 'full'): string {
  return formatDate(locale, 'UTC', Date.parse(`${day}T00:00:00Z`), style)
}

/** Wall time in 24 hours: "18:00"; with its offset on the night an hour comes twice. */
export function formatTime(locale: string, zone: string, at: number, options: TimeOptions = {}): string {
  return timeFormatter(locale, zone, options.offset ?? comesTwice(at, zone)).format(at)
}

/** "Tue 3 Nov 2026, 18:00" */
export function formatDateTime(locale: string, zone: string, at: number, style: DateStyle = 'full', options: TimeOptions = {}): string {
  return `${formatDate(locale, zone, at, style)}, ${formatTime(locale, zone, at, options)}`
}

/**
 * "Tue 3 Nov 2026, 18:00–19:00"; over midnight both days are named. Where the offset changes between start and end, or one of them
 * comes twice, the times carry it, since the wall clock alone would mislead.
 */
export function formatRange(
  locale: string,
  zone: string,
  start: number,
  end: number,
  style: DateStyle = 'full',
  options: TimeOptions = {},
): string {
  const offset = options.offset ?? needsOffset(zone, start, end)
  const from = formatDateTime(locale, zone, start, style, { offset })
  if (formatDate(locale, zone, start) === formatDate(locale, zone, end)) return `${from}–${formatTime(locale, zone, end, { offset })}`
  return `${from} – ${formatDateTime(locale, zone, end, style, { offset })}`
}

/** "18:00–19:00", with offsets where the wall clock alone would mislead. */
export function formatTimeRange(locale: string, zone: string, start: number, end: number, options: TimeOptions = {}): string {
  const offset = options.offset ?? needsOffset(zone, start, end)
  return `${formatTime(locale, zone, start, { offset })}–${formatTime(locale, zone, end, { offset })}`
}

/** Money in minor units of its currency, exactly: 172600 EUR is "€1,726.00", 1726 JPY "JP¥1,726", 1726000 KWD "KWD 1,726.000". */
export function formatMoney(locale: string, amountMinor: number, currency: string): string {
  const formatter = numberFormatter(locale, { style: 'currency', currency })
  return formatter.format(majorUnits(amountMinor, decimalsOf(currency))).replace('-', '−')
}

/** Minor units as the decimal number that a person types and a form field shows: 172600 EUR is "1726.00". */
export function majorUnits(amountMinor: number, decimals: number): `${number}` {
  const digits = String(Math.abs(amountMinor)).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const text = decimals === 0 ? whole : `${whole}.${digits.slice(-decimals)}`
  return (amountMinor < 0 ? `-${text}` : text) as `${number}`
}

/** Decimal places of a currency by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return numberFormatter('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
}

/** The sign a reader knows a currency by: "€". */
export function currencySymbol(locale: string, currency: string): string {
  const parts = numberFormatter(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }).formatToParts(0)
  return parts.find((part) => part.type === 'currency')?.value ?? currency
}

/** "1,726" */
export function formatNumber(locale: string, value: number, maximumFractionDigits = 0): string {
  return numberFormatter(locale, { maximumFractionDigits }).format(value).replace('-', '−')
}

/** The place a zone is named after: "Lisbon" for Europe/Lisbon. */
export function zonePlace(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}

/** An instant for `<time datetime>` and for URLs, to the minute: "2026-11-03T18:00Z". */
export function instantText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16)}Z`
}

function needsOffset(zone: string, start: number, end: number): boolean {
  return offsetOf(start, zone) !== offsetOf(end, zone) || comesTwice(start, zone) || comesTwice(end, zone)
}

function dateFormatter(locale: string, zone: string, style: DateStyle): Intl.DateTimeFormat {
  return cached(`${style} ${locale} ${zone}`, () => {
    const parts: Intl.DateTimeFormatOptions = dateStyles[style]
    // Outside English CLDR writes a short month as a figure ("3/11"); the word is what people read.
    const month = parts.month === 'short' && !isEnglish(locale) ? 'long' : parts.month
    return new Intl.DateTimeFormat(intlLocale(locale), { ...parts, ...(month && { month }), timeZone: zone })
  })
}

function timeFormatter(locale: string, zone: string, offset: boolean): Intl.DateTimeFormat {
  return cached(`time${offset ? ' offset' : ''} ${locale} ${zone}`, () => {
    const clock = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
    return new Intl.DateTimeFormat(intlLocale(locale), offset ? { ...clock, timeZoneName: 'shortOffset' } : clock)
  })
}

function cached(key: string, make: () => Intl.DateTimeFormat): Intl.DateTimeFormat {
  const known = formatters.get(key)
  if (known) return known
  const made = make()
  formatters.set(key, made)
  return made
}

function numberFormatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${options.currency ?? ''} ${options.currencyDisplay ?? ''} ${options.maximumFractionDigits ?? ''}`
  const known = numberFormatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(intlLocale(locale), options)
  numberFormatters.set(key, made)
  return made
}

/** Our English is British; a language that Intl does not know (the pseudo-language) is written the same way. */
function intlLocale(locale: string): string {
  return isEnglish(locale) ? 'en-GB' : locale
}

function isEnglish(locale: string): boolean {
  return locale === 'en' || locale.startsWith('en-') || Intl.DateTimeFormat.supportedLocalesOf(locale).length === 0
}
