import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import type { Session } from './rows.server'

/** Who is in a session. */
export interface InSession {
  /** Bookings that stand or wait: held, pending, confirmed, completed. */
  readonly bookings: number
  readonly people: number
}

/** What follows from an act on a session where people are booked in it; each runs in the transaction of the act. */
export interface Followers {
  readonly moved: (db: Db, ctx: BusinessCtx, session: Session, from: Pick<Session, 'startsAt' | 'endsAt'>, reason: string | null) => void
  readonly cancelled: (db: Db, ctx: BusinessCtx, session: Session, reason: string | null) => void
  /** Somebody else leads it. */
  readonly led: (db: Db, ctx: BusinessCtx, session: Session) => void
  /** What takes places and waits for an answer of the business: subjects of claims. */
  readonly unanswered: (db: Db, businessId: string, sessionId: string) => readonly string[]
  readonly peopleIn: (db: Db, businessId: string, sessionIds: readonly string[]) => Map<string, InSession>
}

const nobody: Followers = { moved: () => undefined, cancelled: () => undefined, led: () => undefined, unanswered: () => [], peopleIn: () => new Map() }

let installed: Followers = nobody

/** Hands over who knows what is booked in a session, once, at start: that module stands after this one. */
export function installFollowers(followers: Followers): void {
  installed = followers
}

export function followers(): Followers {
  return installed
}

/** Who is in these sessions, by their ids; a session without anybody has zeros. */
export function peopleIn(db: Db, businessId: string, sessionIds: readonly string[]): Map<string, InSession> {
  const found = installed.peopleIn(db, businessId, sessionIds)
  return new Map(sessionIds.map((id) => [id, found.get(id) ?? { bookings: 0, people: 0 }]))
}
