interface Claim {
  readonly resourceId: string
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly quantity: number
}

/**
 * What of the wanted claims is not held already: the parts of an interval outside the held ones, and the quantity above the held one
 * within it. Claimed beside what is held, the two together cover what is wanted. What is held of one resource does not overlap.
 */
export function claimsBeyond<C extends Claim>(wanted: readonly C[], held: readonly Claim[]): C[] {
  return wanted.flatMap((claim) => {
    const own = held.filter((other) => other.resourceId === claim.resourceId)
    return own.reduce((parts, other) => parts.flatMap((part) => beyond(part, other)), [claim])
  })
}

function beyond<C extends Claim>(wanted: C, held: Claim): C[] {
  const more = wanted.quantity - held.quantity
  if (wanted.startsAt === null || wanted.endsAt === null || held.startsAt === null || held.endsAt === null) {
    return more > 0 ? [{ ...wanted, quantity: more }] : []
  }
  const start = Math.max(wanted.startsAt, held.startsAt)
  const end = Math.min(wanted.endsAt, held.endsAt)
  if (start >= end) return [wanted]
  const parts = [
    { ...wanted, startsAt: wanted.startsAt, endsAt: start },
    { ...wanted, startsAt: end, endsAt: wanted.endsAt },
    ...(more > 0 ? [{ ...wanted, startsAt: start, endsAt: end, quantity: more }] : []),
  ]
  return parts.filter((part) => part.startsAt < part.endsAt)
}
