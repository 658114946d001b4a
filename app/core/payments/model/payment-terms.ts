import { proportion, sumOf } from '~/kernel/money'

/** When a customer pays: on arrival, a share at once and the rest later, or all at once. */
export type PaymentTerms =
  | { readonly kind: 'on-arrival' }
  | {
      readonly kind: 'deposit'
      /** The share that is paid at once: 1 to 99. */
      readonly percent: number
      /** How many days before it begins the rest is paid; null: on arrival. */
      readonly restDays: number | null
    }
  | { readonly kind: 'in-full' }

/** Where a business says nothing. */
export const onArrival: PaymentTerms = { kind: 'on-arrival' }

/** A part of a sale that has terms of its own: what one item costs with its taxes, in minor units. */
export interface TermedPart {
  readonly amountMinor: number
  readonly terms: PaymentTerms
}

/**
 * What of a sale is paid at once, in minor units: of each part what its terms say, rounded once; the least that can be charged by card
 * where it is less, and nothing where all of it is less than that. Cards are charged whole steps (fils by tens); what is left of one, and
 * what belongs to no part, is paid with the rest.
 */
export function dueAtOnce(parts: readonly TermedPart[], totalMinor: number, leastMinor: number, stepMinor = 1): number {
  const due = sumOf(parts.map(({ amountMinor, terms }) => (terms.kind === 'in-full' ? amountMinor : terms.kind === 'deposit' ? proportion(amountMinor, terms.percent, 100) : 0)))
  const most = totalMinor - (totalMinor % stepMinor)
  if (due <= 0 || most < leastMinor) return 0
  return Math.min(most, Math.ceil(Math.max(due, leastMinor) / stepMinor) * stepMinor)
}

const day = 24 * 60 * 60 * 1000

/** Until when the rest of a sale is paid, by the strictest of its terms; null: on arrival. Never before now. */
export function restDueAt(terms: readonly PaymentTerms[], startsAt: number, now: number): number | null {
  const days = terms.flatMap((one) => (one.kind === 'deposit' && one.restDays !== null ? [one.restDays] : []))
  return days.length === 0 ? null : Math.max(now, startsAt - Math.max(...days) * day)
}
