import { spread } from '../pricing/index.server'

/** A payment by card, and what of it has not gone back. */
export interface CardLeft {
  readonly paymentId: string
  readonly leftMinor: number
}

export interface RefundLine {
  readonly position: number
  readonly kind: string
  /** What is taken off the line, in minor units; below zero on a discount. */
  readonly amountMinor: number
}

/** What goes back by one way: to the card of a payment, or (null) by hand. */
export interface RefundPart {
  readonly paymentId: string | null
  readonly amountMinor: number
  readonly lines: readonly RefundLine[]
}

/**
 * Splits a refund by the ways it goes back: to the cards first, in their order, the rest by hand. What is taken off each
 * line follows by cumulative difference, so that the parts of a line always add up to it.
 */
export function refundParts(amountMinor: number, lines: readonly RefundLine[], cards: readonly CardLeft[]): RefundPart[] {
  const ends: { paymentId: string | null; endMinor: number }[] = []
  let endMinor = 0
  for (const { paymentId, leftMinor } of cards) {
    const back = Math.min(amountMinor - endMinor, leftMinor)
    if (back > 0) ends.push({ paymentId, endMinor: (endMinor += back) })
  }
  if (endMinor < amountMinor) ends.push({ paymentId: null, endMinor: amountMinor })
  const upTo = (mark: number) => spread(mark, lines.map((line) => line.amountMinor))
  return ends.map(({ paymentId, endMinor: to }, at) => {
    const from = ends[at - 1]?.endMinor ?? 0
    const [low, high] = lines.length === 0 ? [[], []] : [upTo(from), upTo(to)]
    return { paymentId, amountMinor: to - from, lines: lines.map((line, place) => ({ ...line, amountMinor: (high[place] ?? 0) - (low[place] ?? 0) })) }
  })
}
