import type { StatusTally, TalliedStatus } from './tallies.server'

/** What is counted of some bookings. Amounts in minor units of the business's currency, taxes included. */
export interface Totals {
  /** Those that took place or still will. */
  readonly bookings: number
  readonly revenueMinor: number
  /** Revenue by booking, rounded to the minor unit; null without bookings. */
  readonly averageMinor: number | null
  readonly noShows: number
  readonly cancelled: number
}

/** The figures of some tallies together: the one place where it is said what counts as a booking and as revenue. */
export function totalsOf(rows: readonly StatusTally[]): Totals {
  const stands = together(rows.filter(isStanding))
  const withStatus = (wanted: TalliedStatus) => together(rows.filter(({ status }) => status === wanted)).bookings
  return {
    bookings: stands.bookings,
    revenueMinor: stands.worthMinor,
    averageMinor: stands.bookings === 0 ? null : Math.round(stands.worthMinor / stands.bookings),
    noShows: withStatus('no_show'),
    cancelled: withStatus('cancelled'),
  }
}

/** The same for each domain that has any, by its name. */
export function totalsByDomain(rows: readonly StatusTally[]): Readonly<Record<string, Totals>> {
  const domains = [...new Set(rows.map(({ domain }) => domain))].sort()
  return Object.fromEntries(domains.map((domain) => [domain, totalsOf(rows.filter((row) => row.domain === domain))]))
}

/** How many there are and what they add up to. */
export function together(rows: readonly Pick<StatusTally, 'bookings' | 'worthMinor'>[]): { readonly bookings: number; readonly worthMinor: number } {
  return { bookings: rows.reduce((sum, row) => sum + row.bookings, 0), worthMinor: rows.reduce((sum, row) => sum + row.worthMinor, 0) }
}

function isStanding({ status }: StatusTally): boolean {
  return status === 'completed' || status === 'confirmed'
}
