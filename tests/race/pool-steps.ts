/** A claim as its row tells it afterwards. */
interface ClaimRow {
  readonly quantity: number
  readonly claimedAt: number
  /** Set on holds that ran out; a hold that was paid has none any more. */
  readonly expiresAt: number | null
  readonly releasedAt: number | null
}

/** From an instant on, so much of a pool is held and sold. */
export interface PoolStep {
  readonly at: number
  readonly taken: number
}

/** What was taken of a pool, replayed from its rows: a claim counts until it was released or had run out, whichever came first. */
export function stepsOf(rows: readonly ClaimRow[]): PoolStep[] {
  const changes = rows.flatMap(({ quantity, claimedAt, expiresAt, releasedAt }) => {
    const end = Math.min(expiresAt ?? Infinity, releasedAt ?? Infinity)
    return [{ at: claimedAt, by: quantity }, ...(end === Infinity ? [] : [{ at: end, by: -quantity }])]
  })
  // Within a millisecond what ends goes before what begins, as a claim lets go of what has run out first.
  changes.sort((a, b) => a.at - b.at || a.by - b.by)
  let taken = 0
  return changes.map(({ at, by }) => ({ at, taken: (taken += by) }))
}

/** The least room that there was at some instant of `[from, to]`. */
export function roomAt(steps: readonly PoolStep[], from: number, to: number, capacity: number): number {
  const before = steps.findLast(({ at }) => at < from)?.taken ?? 0
  const within = steps.filter(({ at }) => at >= from && at <= to).map(({ taken }) => taken)
  return capacity - Math.max(before, ...within)
}
