import type { Db } from '~/platform/database.server'
import { listingById } from '../listings/index.server'
import { sessionById, type Session } from '../sessions/index.server'

/** What is said of a session that people wait for. */
export interface WaitedSession extends Pick<Session, 'id' | 'listingId' | 'domain' | 'startsAt' | 'endsAt' | 'timeZone' | 'status'> {
  readonly title: string
  /** The listing's part of its public address. */
  readonly slug: string
}

/** A session of this business; null for anybody else's. */
export function waitedSession(db: Db, businessId: string, sessionId: string): WaitedSession | null {
  const session = sessionById(db, businessId, sessionId)
  const listing = session && listingById(db, businessId, session.listingId)
  if (!session || !listing) return null
  const { id, listingId, domain, startsAt, endsAt, timeZone, status } = session
  return { id, listingId, domain, startsAt, endsAt, timeZone, status, title: session.title ?? listing.title, slug: listing.slug }
}
