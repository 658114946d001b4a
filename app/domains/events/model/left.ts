/** How much there is of something and how much of it is taken; capacity null: as much as is wanted. */
export interface Pool {
  readonly capacity: number | null
  readonly taken: number
}

/** How many more of a ticket there are, by all the pools that contain it; null: as many as are wanted. */
export function leftInAll(pools: readonly Pool[]): number | null {
  const left = pools.flatMap(({ capacity, taken }) => (capacity === null ? [] : Math.max(0, capacity - taken)))
  return left.length === 0 ? null : Math.min(...left)
}
