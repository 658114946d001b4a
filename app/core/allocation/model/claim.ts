/** What a choice needs of one resource: `[startsAt, endsAt)` with buffers, or no times in a pool. Instants in UTC milliseconds. */
export interface Claim {
  readonly resourceId: string
  readonly startsAt: number | null
  readonly endsAt: number | null
  readonly quantity: number
}
