import type { BusinessCtx } from '~/kernel/ctx'
import { auditActor } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { freePolicy } from '../pricing/index.server'
import type { Followers, InSession, Session } from '../sessions/index.server'

/** What follows where people are booked: sessions are handed this at start. */
export const sessionFollowers: Followers = { moved: followMove, cancelled: followCancellation, led: followGuide, unanswered: pendingItems, peopleIn: peopleInSessions }

/** Why a session was moved or called off, in the words of who did it. */
export function roundReason(db: Db, roundId: string): string | null {
  return reasonRow(db).get({ roundId })?.reason ?? null
}

/**
 * Shows the new time on every booking in the transaction of the move, by statements over all of them; reminders of the old time go. Whoever
 * is booked may now take another date at the price they have, or cancel without a fee: the policy is the free one from here on. A round then
 * tells everybody.
 */
function followMove(db: Db, ctx: BusinessCtx, session: Session, from: Pick<Session, 'startsAt' | 'endsAt'>, reason: string | null): void {
  const sessionId = session.id
  openRound(db, ctx, session, { kind: 'moved', reason, fromStartsAt: from.startsAt })
  itemsMove(db).run({ sessionId, startsAt: session.startsAt, endsAt: session.endsAt, now: ctx.now })
  bookingsMove(db).run({ sessionId, policy: JSON.stringify(freePolicy) })
  remindersDrop(db).run({ sessionId, now: ctx.now })
}

/** A round calls off every booking, or what of it is in this session. */
function followCancellation(db: Db, ctx: BusinessCtx, session: Session, reason: string | null): void {
  overtakeMoves(db).run({ sessionId: session.id, now: ctx.now })
  openRound(db, ctx, session, { kind: 'cancelled', reason, fromStartsAt: null })
}

function followGuide(db: Db, _ctx: BusinessCtx, { id, staffId }: Session): void {
  guideUpdate(db).run({ sessionId: id, staffId })
}

function pendingItems(db: Db, businessId: string, sessionId: string): string[] {
  return pendingRows(db).all({ businessId, sessionId }).map(({ id }) => id)
}

function peopleInSessions(db: Db, _businessId: string, sessionIds: readonly string[]): Map<string, InSession> {
  return new Map(peopleRows(db).all({ ids: JSON.stringify(sessionIds) }).map(({ id, bookings, people }) => [id, { bookings, people }]))
}

interface NewRound {
  readonly kind: 'moved' | 'cancelled'
  readonly reason: string | null
  readonly fromStartsAt: number | null
}

// Where a round of an earlier move still goes, whoever it has not told yet hears of one move in all, from the first time to the last; the
// new round is for those whom it has told.
function openRound(db: Db, ctx: BusinessCtx, session: Session, round: NewRound): void {
  const last = lastItemIn(db).get({ sessionId: session.id })?.id
  if (last === undefined) return
  const earlier = round.kind === 'moved' ? openMove(db).get({ sessionId: session.id }) : undefined
  if (earlier && earlier.cursor === '' && earlier.lastItem >= last) return
  const lastItem = earlier && earlier.cursor !== '' ? earlier.cursor : last
  roundInsert(db).run({ ...round, id: ctx.newId(), businessId: ctx.businessId, sessionId: session.id, actor: JSON.stringify(auditActor(ctx.actor)), lastItem, now: ctx.now })
}

const reasonRow = prepared((db) => db.$client.prepare<{ roundId: string }, { reason: string | null }>('SELECT reason FROM session_rounds WHERE id = @roundId'))

const lastItemIn = prepared((db) =>
  db.$client.prepare<{ sessionId: string }, { id: string }>("SELECT id FROM booking_items WHERE session_id = @sessionId AND state = 'active' ORDER BY id DESC LIMIT 1"),
)

const openMove = prepared((db) =>
  db.$client.prepare<{ sessionId: string }, { cursor: string; lastItem: string }>(
    "SELECT cursor, last_item AS lastItem FROM session_rounds WHERE session_id = @sessionId AND kind = 'moved' AND done_at IS NULL ORDER BY started_at LIMIT 1",
  ),
)

const roundInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO session_rounds (id, business_id, session_id, kind, reason, from_starts_at, actor, cursor, last_item, started_at)
     VALUES (@id, @businessId, @sessionId, @kind, @reason, @fromStartsAt, @actor, '', @lastItem, @now)`,
  ),
)

const overtakeMoves = prepared((db) =>
  db.$client.prepare<{ sessionId: string; now: number }>("UPDATE session_rounds SET done_at = @now WHERE session_id = @sessionId AND kind = 'moved' AND done_at IS NULL"),
)

const itemsMove = prepared((db) =>
  db.$client.prepare<{ sessionId: string; startsAt: number; endsAt: number; now: number }>(
    "UPDATE booking_items SET starts_at = @startsAt, ends_at = @endsAt, freed_at = @now WHERE session_id = @sessionId AND state = 'active'",
  ),
)

const open = "status IN ('held', 'pending', 'confirmed')"
const inSession = "id IN (SELECT booking_id FROM booking_items WHERE session_id = @sessionId AND state = 'active')"
const first = "(SELECT min(starts_at) FROM booking_items WHERE booking_id = bookings.id AND state = 'active')"
const last = "(SELECT max(ends_at) FROM booking_items WHERE booking_id = bookings.id AND state = 'active')"

const bookingsMove = prepared((db) =>
  db.$client.prepare<{ sessionId: string; policy: string }>(
    `UPDATE bookings SET starts_at = ${first}, ends_at = ${last}, policy = @policy, sequence = sequence + 1,
       answer_by = CASE WHEN answer_by IS NULL THEN NULL ELSE min(answer_by, ${first}) END, hold_until = CASE WHEN hold_until IS NULL THEN NULL ELSE min(hold_until, ${first}) END
     WHERE ${inSession} AND ${open}`,
  ),
)

const remindersDrop = prepared((db) =>
  db.$client.prepare<{ sessionId: string; now: number }>(
    `UPDATE reminders SET dropped_at = @now WHERE sent_at IS NULL AND dropped_at IS NULL
       AND booking_id IN (SELECT booking_id FROM booking_items WHERE session_id = @sessionId AND state = 'active')`,
  ),
)

const guideUpdate = prepared((db) =>
  db.$client.prepare<{ sessionId: string; staffId: string | null }>("UPDATE booking_items SET staff_id = @staffId WHERE session_id = @sessionId AND state = 'active'"),
)

const pendingRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; sessionId: string }, { id: string }>(
    `SELECT i.id FROM booking_items AS i JOIN bookings AS b ON b.id = i.booking_id
     WHERE i.session_id = @sessionId AND +i.business_id = @businessId AND i.state = 'active' AND b.status = 'pending'`,
  ),
)

const peopleRows = prepared((db) =>
  db.$client.prepare<{ ids: string }, InSession & { id: string }>(
    `SELECT i.session_id AS id, count(DISTINCT i.booking_id) AS bookings, sum(i.quantity) AS people
     FROM booking_items AS i JOIN bookings AS b ON b.id = i.booking_id
     WHERE i.session_id IN (SELECT value FROM json_each(@ids)) AND i.state = 'active' AND b.status IN ('held', 'pending', 'confirmed', 'completed', 'no_show')
     GROUP BY i.session_id`,
  ),
)
