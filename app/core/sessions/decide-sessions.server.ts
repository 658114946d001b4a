import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { takenBy } from '../allocation/index.server'
import { jobCtx } from '../businesses/index.server'
import { sessionConfirmed, sessionUndecided } from './events'
import { followers } from './followers.server'
import { factsOf } from './make-session.server'
import { mayBecome } from './model/states'
import { placesOfSession, sessionById } from './queries.server'
import type { ActRefusal } from './refusals'
import { updateSession, type Session } from './rows.server'

interface Batch {
  readonly now: number
  /** A job holds the write lock for short batches only. */
  readonly atMost: number
}

/** The business says that it takes place, however many are booked. */
export function confirmSession(ctx: BusinessCtx, sessionId: string): Result<Session, ActRefusal> {
  return transact((db): Result<Session, ActRefusal> => {
    const session = sessionById(db, ctx.businessId, sessionId)
    if (!session) return refuse({ kind: 'unknown-session' })
    if (!mayBecome(session.status, 'confirmed')) return refuse({ kind: 'not-from-here', status: session.status })
    return ok(confirm(db, ctx, session))
  })
}

/**
 * Decides on sessions whose deadline has come: enough places are booked and it takes place, or the business is asked, once. Where it does not
 * answer, the session takes place. Answers how many it dealt with.
 */
export function decideSessions({ now, atMost }: Batch): number {
  const due = read((db) => toDecide(db).all({ now, atMost }))
  for (const { id, businessId } of due) transact((db) => decide(db, jobCtx(db, 'decide-sessions', now, businessId), id))
  return due.length
}

/** Completes sessions that are over. Answers how many. */
export function completeSessions({ now, atMost }: Batch): number {
  const due = read((db) => toComplete(db).all({ now, atMost }))
  for (const { id, businessId } of due) {
    transact((db) => {
      const session = sessionById(db, businessId, id)
      if (session && mayBecome(session.status, 'completed')) updateSession(db, { ...session, status: 'completed' })
    })
  }
  return due.length
}

/** Confirms those of these sessions that wait for people and have enough now, in the caller's transaction; who cancels later does not undo it. */
export function confirmReached(db: Db, ctx: BusinessCtx, sessions: readonly Session[]): Session[] {
  return sessions.map((session) => (isReached(db, ctx, session) ? confirm(db, ctx, session) : session))
}

/** What of a session's places counts towards its minimum: what is booked, and neither only held nor still to be approved. */
export function bookedPlaces(db: Db, businessId: string, session: Session, now: number): number {
  const { taken, held } = placesOfSession(db, businessId, session, now)
  return taken - held - takenBy(db, businessId, session.poolId, followers().unanswered(db, businessId, session.id))
}

function isReached(db: Db, ctx: BusinessCtx, session: Session): boolean {
  const { status, minPeople, startsAt } = session
  return status === 'scheduled' && minPeople !== null && startsAt > ctx.now && bookedPlaces(db, ctx.businessId, session, ctx.now) >= minPeople
}

function decide(db: Db, ctx: BusinessCtx, sessionId: string): void {
  const session = sessionById(db, ctx.businessId, sessionId)
  if (session?.status !== 'scheduled' || session.minPeople === null || session.askedAt !== null) return
  const booked = bookedPlaces(db, ctx.businessId, session, ctx.now)
  if (booked >= session.minPeople) return void confirm(db, ctx, session)
  updateSession(db, { ...session, askedAt: ctx.now })
  const payload = { ...factsOf(session), booked, minPeople: session.minPeople }
  announce(db, ctx, sessionUndecided, { businessId: ctx.businessId, storeId: session.storeId, subject: session.id, payload })
}

function confirm(db: Db, ctx: BusinessCtx, session: Session): Session {
  const confirmed: Session = { ...session, status: 'confirmed' }
  updateSession(db, confirmed)
  record(db, ctx, { businessId: ctx.businessId, action: 'sessions.session.confirm', subject: session.id })
  announce(db, ctx, sessionConfirmed, { businessId: ctx.businessId, storeId: session.storeId, subject: session.id, payload: factsOf(session) })
  return confirmed
}

interface Due {
  readonly id: string
  readonly businessId: string
}

const toDecide = prepared((db) =>
  db.$client.prepare<Batch, Due>(
    `SELECT id, business_id AS businessId FROM listing_sessions
     WHERE status = 'scheduled' AND decide_by IS NOT NULL AND asked_at IS NULL AND decide_by <= @now ORDER BY decide_by LIMIT @atMost`,
  ),
)

const toComplete = prepared((db) =>
  db.$client.prepare<Batch, Due>("SELECT id, business_id AS businessId FROM listing_sessions WHERE status IN ('scheduled', 'confirmed') AND ends_at <= @now ORDER BY ends_at LIMIT @atMost"),
)
