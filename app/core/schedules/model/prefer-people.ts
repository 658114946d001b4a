import type { Instant } from '~/kernel/time'

/** What decides whom a customer meets who asked for anyone. */
export interface PersonLoad {
  readonly id: string
  /** Minutes booked on the local day of the visit. */
  readonly bookedMinutes: number
  /** When somebody last booked this person; null for never. */
  readonly lastBookedAt: Instant | null
}

/** The ids in the order of preference: fewest minutes booked that day, then least recently booked (never comes first), then id. */
export function preferPeople(people: readonly PersonLoad[]): string[] {
  return [...people]
    .sort((a, b) => a.bookedMinutes - b.bookedMinutes || since(a) - since(b) || (a.id < b.id ? -1 : 1))
    .map((person) => person.id)
}

function since({ lastBookedAt }: PersonLoad): number {
  return lastBookedAt ?? Number.MIN_SAFE_INTEGER
}
