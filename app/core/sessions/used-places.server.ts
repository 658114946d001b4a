import type { Db } from '~/platform/database.server'
import { placesIn, sessionsBetween } from './queries.server'

/** How many places were taken of a trade's sessions that begin in `[from, to)`, and how many there were, of those that have an end. Cancelled ones count for nothing. */
export function usedPlaces(db: Db, businessId: string, domain: string, from: number, to: number): { readonly used: number; readonly available: number } {
  const sessions = sessionsBetween(db, businessId, from, to, { domain, statuses: ['scheduled', 'confirmed', 'completed'] }, mostSessions)
  const places = [...placesIn(db, businessId, sessions, to).values()]
  return {
    used: places.reduce((sum, { capacity, taken }) => sum + (capacity === null ? 0 : taken), 0),
    available: places.reduce((sum, { capacity }) => sum + (capacity ?? 0), 0),
  }
}

const mostSessions = 100_000
