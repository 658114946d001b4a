import { day, localDateOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { sessionsBetween } from './queries.server'

/** What the page of a listing is asked so that it opens on a local date: its session on that date, or of several the list that begins with them. */
export function dateQuery(db: Db, businessId: string, listingId: string, date: LocalDate): Readonly<Record<string, string>> {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const sessions = sessionsBetween(db, businessId, midnight - day, midnight + 2 * day, { listingId, statuses: ['scheduled', 'confirmed'] })
  const [first, ...others] = sessions.filter(({ startsAt, timeZone }) => localDateOf(startsAt, timeZone) === date)
  if (!first) return {}
  return others.length === 0 ? { date: first.id } : { after: String(first.startsAt - 1) }
}
