import type { Db } from '~/platform/database.server'
import { listingById } from '../listings/index.server'
import { sessionById, sessionsBetween, type Session } from '../sessions/index.server'

/** What a door and its lists say of a session. */
export interface DoorSession extends Pick<Session, 'id' | 'listingId' | 'domain' | 'startsAt' | 'endsAt' | 'timeZone' | 'status'> {
  readonly title: string
}

/** A session of this business; null for anybody else's. */
export function doorSession(db: Db, businessId: string, sessionId: string): DoorSession | null {
  const session = sessionById(db, businessId, sessionId)
  return session && titled(db, session)
}

/** Sessions that are on at an instant or begin after it, the earliest first. */
export function doorSessions(db: Db, businessId: string, from: number, atMost: number): DoorSession[] {
  return sessionsBetween(db, businessId, from, Number.MAX_SAFE_INTEGER, {}, atMost).map((session) => titled(db, session))
}

function titled(db: Db, { id, listingId, domain, startsAt, endsAt, timeZone, status, title, businessId }: Session): DoorSession {
  return { id, listingId, domain, startsAt, endsAt, timeZone, status, title: title ?? listingById(db, businessId, listingId)?.title ?? '' }
}
