import { proportion, sumOf } from '~/kernel/money'
import type { LineKind } from './price-lines'

/** How fees or taxes go back: all of it, as the tier says, or not at all. */
export type BackRule = 'always' | 'by-tier' | 'never'

export interface Tier {
  /** Whole hours of notice from which it holds, up to the tier above. */
  readonly hoursBefore: number
  /** What goes back of each refundable line when all is paid: 0 to 100. */
  readonly percent: number
}

/** What goes back when a booking is cancelled. */
export interface Policy {
  /** The longest notice first. With less notice than the last of them nothing goes back. */
  readonly tiers: readonly Tier[]
  readonly fees: BackRule
  /** `by-tier`: a tax goes back as the line goes back that it is on. */
  readonly taxes: BackRule
  /** What goes back to who did not come: 0 to 100. */
  readonly noShowPercent: number
}

/** Where a business says nothing: free until it begins; who did not come gets nothing back. */
export const freePolicy: Policy = { tiers: [{ hoursBefore: 0, percent: 100 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }

/** A line of a sale as far as it still stands: net amount, or the tax itself, in minor units. */
export interface StandingLine {
  readonly position: number
  readonly kind: LineKind
  readonly amountMinor: number
  /** On taxes: the position of the line it is on; null where it is on the whole. */
  readonly onPosition: number | null
  /** Its part ended before: what stands of it is the fee that was kept then, and stays whoever ends the rest. */
  readonly settled?: boolean
}

/** Who ends it: the customer (or somebody for them) under the policy, the business (everything back), or nobody came. */
export type Ending = { readonly by: 'customer'; readonly noticeMs: number } | { readonly by: 'business' } | { readonly by: 'no-show' }

export interface SettledLine {
  readonly position: number
  readonly kind: LineKind
  /** What the business keeps of it. */
  readonly keptMinor: number
  /** What goes back of it. */
  readonly backMinor: number
}

/** What comes of the money. price = what was charged; refund = max(0, paid − fee); kept = paid − refund; nothing more is charged. */
export interface Settlement {
  readonly priceMinor: number
  readonly paidMinor: number
  readonly feeMinor: number
  readonly refundMinor: number
  readonly keptMinor: number
  readonly lines: readonly SettledLine[]
}

/**
 * Settles a sale that ends early: what goes back of each line when all is paid follows the policy, the rest is the fee; whatever was paid
 * beyond the fee goes back. Shares are rounded by cumulative difference along the lines, so that they add up to the share of the whole.
 */
export function settle(lines: readonly StandingLine[], paidMinor: number, policy: Policy, ending: Ending): Settlement {
  const amounts = lines.map((line) => line.amountMinor)
  const fees = feesOf(lines, policy, ending)
  const priceMinor = sumOf(amounts)
  const feeMinor = Math.min(Math.max(0, sumOf(fees)), Math.max(0, priceMinor))
  const refundMinor = Math.max(0, paidMinor - feeMinor)
  const keptMinor = paidMinor - refundMinor
  const kept = spread(keptMinor, fees)
  const back = spread(refundMinor, amounts.map((amount, at) => amount - (fees[at] ?? 0)))
  return {
    priceMinor, paidMinor, feeMinor, refundMinor, keptMinor,
    lines: lines.map(({ position, kind }, at) => ({ position, kind, keptMinor: kept[at] ?? 0, backMinor: back[at] ?? 0 })),
  }
}

/** What of a full payment goes back with so much notice, 0 to 100; nothing below the last tier. */
export function percentBack({ tiers }: Policy, noticeMs: number): number {
  const reached = tiers.filter(({ hoursBefore }) => noticeMs >= hoursBefore * hourMs)
  return reached.reduce<Tier | null>((best, tier) => (best === null || tier.hoursBefore > best.hoursBefore ? tier : best), null)?.percent ?? 0
}

/**
 * Splits an amount along weights by cumulative difference: each part is what the rounded sum grows by, so the parts always add up to the
 * whole, and an amount equal to the sum of the weights gives the weights themselves. Weights may be below zero (a discount), their sum
 * not; where it is zero there is nothing to split.
 */
export function spread(amountMinor: number, weights: readonly number[]): number[] {
  const whole = sumOf(weights)
  if (whole <= 0) {
    if (amountMinor !== 0) throw new RangeError('There is nothing to spread an amount along')
    return weights.map(() => 0)
  }
  let passed = 0
  return weights.map((weight) => {
    const before = proportion(amountMinor, passed, whole)
    passed += weight
    return proportion(amountMinor, passed, whole) - before
  })
}

/** What stays of each line when all is paid. */
export function feesOf(lines: readonly StandingLine[], policy: Policy, ending: Ending): number[] {
  if (ending.by === 'business') return lines.map(({ settled, amountMinor }) => (settled ? amountMinor : 0))
  const percent = ending.by === 'no-show' ? policy.noShowPercent : percentBack(policy, ending.noticeMs)
  const ruleAt = new Map(lines.map((line) => [line.position, ruleOf(line, policy)]))
  const rules = lines.map((line) => (line.kind === 'tax' && policy.taxes === 'by-tier' ? (ruleAt.get(line.onPosition ?? 0) ?? 'by-tier') : ruleOf(line, policy)))
  let passed = 0
  return lines.map(({ amountMinor, settled }, at) => {
    if (settled || rules[at] === 'never') return amountMinor
    if (rules[at] === 'always') return 0
    const before = proportion(passed, percent, 100)
    passed += amountMinor
    return amountMinor - (proportion(passed, percent, 100) - before)
  })
}

function ruleOf({ kind }: StandingLine, { fees, taxes }: Policy): BackRule {
  if (kind === 'fee') return fees
  return kind === 'tax' ? taxes : 'by-tier'
}

const hourMs = 60 * 60 * 1000
