import type { I18n } from '@lingui/core'
import type { Db } from '~/platform/database.server'
import { listingsByIds } from '../listings/index.server'
import { bookableDomains } from './domain.server'
import { placesIn, sessionsBetween, type Session, type SessionFilters } from '../sessions/index.server'

/** A session as calendars, day sheets and feeds show it: once, however many are booked in it. */
export interface SessionLine extends Pick<Session, 'id' | 'domain' | 'startsAt' | 'endsAt' | 'timeZone' | 'storeId' | 'staffId' | 'status' | 'sequence' | 'minPeople'> {
  readonly title: string
  /** Booked or held. */
  readonly taken: number
  /** Null: as many as come. */
  readonly capacity: number | null
}

/** The sessions that touch `[from, to)` and were not cancelled, by start; at most so many. */
export function sessionLines(db: Db, businessId: string, { from, to, now }: { readonly from: number; readonly to: number; readonly now: number }, filters: SessionFilters, most = 1000): SessionLine[] {
  const sessions = sessionsBetween(db, businessId, from, to, { ...filters, statuses: ['scheduled', 'confirmed', 'completed'] }, most)
  const titles = new Map(listingsByIds(db, businessId, [...new Set(sessions.map(({ listingId }) => listingId))]).map(({ id, title }) => [id, title]))
  const places = placesIn(db, businessId, sessions, now)
  return sessions.map((session) => {
    const { taken, capacity } = places.get(session.id) ?? { taken: 0, capacity: 0 }
    return { ...session, title: session.title ?? titles.get(session.listingId) ?? '', taken, capacity }
  })
}

/** Where members see a session, below the dashboard of their business: its own page, or what is booked in it where its trade has none. */
export function sessionPath({ id, domain }: Pick<Session, 'id' | 'domain'>): string {
  return `/${bookableDomains().find((trade) => trade.domain === domain)?.sessionPath?.(id) ?? `bookings?session=${id}`}`
}

/** Whether it waits for enough people. */
export function waitsForPeople({ status, minPeople }: SessionLine): boolean {
  return status === 'scheduled' && minPeople !== null
}

/** How many are in it: "12 of 20". */
export function takenWords(i18n: I18n, { taken, capacity }: SessionLine): string {
  if (capacity === null) return i18n.t('{count, plural, one {# booked} other {# booked}}', { count: taken })
  return taken >= capacity ? i18n.t('{taken} of {capacity}, full', { taken, capacity }) : i18n.t('{taken} of {capacity}', { taken, capacity })
}
