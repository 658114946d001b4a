import { sumOf } from '~/kernel/money'
import { feesOf, type Ending, type Policy, type StandingLine } from './policy'
import type { LineKind } from './price-lines'

export interface PartLine {
  readonly position: number
  readonly kind: LineKind
  /** What stays owed of it: the fee. */
  readonly keptMinor: number
  /** What is owed no more. */
  readonly letGoMinor: number
}

/** What comes of the money where a part of a sale ends and the rest goes on, in minor units. */
export interface PartSettlement {
  /** Of the part, as it stood. */
  readonly priceMinor: number
  /** For the whole sale, and not going back already. */
  readonly paidMinor: number
  readonly feeMinor: number
  /** What was paid beyond what still stands of the whole sale. */
  readonly refundMinor: number
  /** What is still to be paid of the whole sale afterwards: never more than before. */
  readonly dueMinor: number
  readonly lines: readonly PartLine[]
}

/**
 * Settles the lines of a part that ends alone: what the policy lets go of them is owed no more, what it keeps stays as the fee. Whatever
 * was paid beyond what then stands of the whole sale goes back: refund = max(0, paid − standing). Where letting go would charge more
 * (a discount outweighs the rest), nothing is let go.
 */
export function settlePart(part: readonly StandingLine[], wholeMinor: number, paidMinor: number, policy: Policy, ending: Ending): PartSettlement {
  const priceMinor = sumOf(part.map(({ amountMinor }) => amountMinor))
  const fees = feesOf(part, policy, ending)
  const less = sumOf(fees) < priceMinor
  const lines = part.map(({ position, kind, amountMinor }, at): PartLine => {
    const keptMinor = less ? (fees[at] ?? 0) : amountMinor
    return { position, kind, keptMinor, letGoMinor: amountMinor - keptMinor }
  })
  const feeMinor = sumOf(lines.map((line) => line.keptMinor))
  const standsMinor = wholeMinor - (priceMinor - feeMinor)
  const refundMinor = Math.max(0, paidMinor - standsMinor)
  return { priceMinor, paidMinor, feeMinor, refundMinor, dueMinor: Math.max(0, standsMinor - paidMinor), lines }
}
