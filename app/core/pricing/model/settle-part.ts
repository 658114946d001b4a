import { proportion, sumOf } from '~/kernel/money'
import { feesOf, spread, type Ending, type Policy, type StandingLine } from './policy'
import type { LineKind } from './price-lines'

export interface PartLine {
  readonly position: number
  readonly kind: LineKind
  /** What the business keeps of it: the fee. */
  readonly keptMinor: number
  /** What is owed no more. */
  readonly letGoMinor: number
}

/** What comes of the money where a part of a sale ends and the rest goes on, in minor units. */
export interface PartSettlement {
  /** Of the part, as it stood. */
  readonly priceMinor: number
  /** For what goes on and the part together, and not going back already. */
  readonly paidMinor: number
  /** What is kept of the part: never more than its share of what was paid. */
  readonly feeMinor: number
  /** What was paid beyond what still stands of the whole sale. */
  readonly refundMinor: number
  /** What is still to be paid of the whole sale afterwards: never more than before. */
  readonly dueMinor: number
  readonly lines: readonly PartLine[]
}

/**
 * Settles the lines of a part that ends alone. What the policy keeps of them is the fee, and as with a whole sale nothing is charged that
 * was not paid: the part's share of what was paid (paid × its price ÷ the price of all) is the most that is kept, the rest is owed no
 * more. Whatever was paid beyond what then stands goes back: refund = max(0, paid − standing). Where letting go would charge more (a
 * discount outweighs the rest), nothing is let go. `wholeMinor` and `paidMinor` are without what earlier parts have left as fees.
 */
export function settlePart(part: readonly StandingLine[], wholeMinor: number, paidMinor: number, policy: Policy, ending: Ending): PartSettlement {
  const priceMinor = sumOf(part.map(({ amountMinor }) => amountMinor))
  const fees = feesOf(part, policy, ending)
  const shareMinor = wholeMinor > 0 ? proportion(Math.max(0, paidMinor), Math.max(0, priceMinor), wholeMinor) : 0
  const feeMinor = priceMinor > 0 ? Math.max(0, Math.min(sumOf(fees), shareMinor, priceMinor)) : priceMinor
  const kept = priceMinor > 0 ? spread(feeMinor, feeMinor === 0 ? part.map(() => 1) : fees) : part.map(({ amountMinor }) => amountMinor)
  const lines = part.map(({ position, kind, amountMinor }, at): PartLine => {
    const keptMinor = kept[at] ?? 0
    return { position, kind, keptMinor, letGoMinor: amountMinor - keptMinor }
  })
  const standsMinor = wholeMinor - (priceMinor - feeMinor)
  const refundMinor = Math.max(0, paidMinor - standsMinor)
  return { priceMinor, paidMinor, feeMinor, refundMinor, dueMinor: Math.max(0, standsMinor - paidMinor), lines }
}
