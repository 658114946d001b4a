export const listingStatuses = ['draft', 'active', 'paused', 'archived'] as const
export type ListingStatus = (typeof listingStatuses)[number]

const moves: Readonly<Record<ListingStatus, readonly ListingStatus[]>> = {
  draft: ['active', 'archived'],
  active: ['paused', 'archived'],
  paused: ['active', 'archived'],
  // Back out of the archive a listing is not for sale at once.
  archived: ['paused'],
}

/** Whether a listing may go from one status to another. */
export function mayMove(from: ListingStatus, to: ListingStatus): boolean {
  return moves[from].includes(to)
}

/** The statuses that a listing may go to from this one. */
export function movesFrom(from: ListingStatus): readonly ListingStatus[] {
  return moves[from]
}
