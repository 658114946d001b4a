/** One of a ticket's other prices. It holds until an instant, for the first so many of a date, or while both are true. */
export interface PriceStep {
  /** What customers read: "Early bird". */
  readonly title: string
  readonly priceMinor: number
  readonly untilAt: number | null
  readonly firstCount: number | null
}

export interface TicketPrice {
  readonly priceMinor: number
  readonly steps: readonly PriceStep[]
}

/** What one more ticket costs, in minor units, and the step that says so; null where none holds and it costs what it usually does. */
export function priceNow({ priceMinor, steps }: TicketPrice, { sold, now }: { readonly sold: number; readonly now: number }): { readonly priceMinor: number; readonly step: PriceStep | null } {
  const step = steps.find(({ untilAt, firstCount }) => (untilAt === null || now < untilAt) && (firstCount === null || sold < firstCount)) ?? null
  return { priceMinor: step?.priceMinor ?? priceMinor, step }
}

/** The lowest and the highest that a ticket may cost from now on. */
export function priceRange({ priceMinor, steps }: TicketPrice, now: number): { readonly from: number; readonly to: number } {
  const prices = [priceMinor, ...steps.filter(({ untilAt }) => untilAt === null || now < untilAt).map((step) => step.priceMinor)]
  return { from: Math.min(...prices), to: Math.max(...prices) }
}
