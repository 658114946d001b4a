import type { LocalDate } from '~/kernel/time'
import type { MoneyKind } from '../sales/index.server'

/** Days of a business, both included. */
export interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** The page behind a sum, in the dashboard whose address is `base`. */
export function moneyHref(base: string, kind: MoneyKind, { from, to }: Days, after: string | null = null): string {
  const query = new URLSearchParams({ show: kind })
  if (kind === 'taken' || kind === 'given') {
    query.set('from', from)
    query.set('to', to)
  }
  if (after !== null) query.set('after', after)
  return `${base}/money?${query.toString()}`
}
