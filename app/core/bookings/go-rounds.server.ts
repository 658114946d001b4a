import type { BusinessCtx } from '~/kernel/ctx'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { jobCtx, membership } from '../businesses/index.server'
import { cancelItem } from './cancel-item.server'
import { cancelBooking } from './change-status.server'
import { bookingMoved } from './events'
import { factsOf } from './facts'
import { isOpen, mayLoseItem } from './model/states'
import { bookingById, type Booking } from './queries.server'
import { actingAs, addStep } from './steps.server'
import type { Sweep } from './sweep.server'

export interface Round {
  readonly id: string
  readonly businessId: string
  readonly sessionId: string
  readonly kind: 'moved' | 'cancelled'
  readonly reason: string | null
  readonly fromStartsAt: number | null
  /** JSON: who moved it or called it off. */
  readonly actor: string
  readonly cursor: string
  readonly lastItem: string
}

/**
 * Goes on with the rounds of sessions that were moved or called off: a batch of the oldest one in one transaction with where it stands then,
 * so that a death between two batches loses nobody and tells nobody twice. Answers how many items it dealt with, or 1 where a round ended.
 */
export function goRounds({ now, atMost }: Sweep): number {
  const round = read((db) => oldestRound(db).get())
  if (!round) return 0
  return transact((db) => {
    const items = itemRows(db).all({ ...round, atMost })
    const ctx = ctxOf(db, round, now)
    for (const { id, bookingId } of items) dealWith(db, ctx, round, bookingId, id)
    const cursor = items.at(-1)?.id ?? round.cursor
    roundUpdate(db).run({ id: round.id, cursor, doneAt: items.length < atMost ? now : null })
    return Math.max(1, items.length)
  })
}

/** Rounds of a session that still go: how many people are not dealt with yet. */
export function leftInRounds(db: Db, businessId: string, sessionId: string): number {
  return leftRow(db).get({ businessId, sessionId })?.left ?? 0
}

function dealWith(db: Db, ctx: BusinessCtx, round: Round, bookingId: string, itemId: string): void {
  const booking = bookingById(db, ctx.businessId, bookingId)
  if (!booking || !isOpen(booking.status)) return
  if (round.kind === 'cancelled') callOff(ctx, booking, itemId, round)
  else tellMove(db, ctx, booking, itemId, round)
}

// What is paid for just now is taken as it is or not at all: it falls as a whole. So does what is in this session alone: whoever has several
// tickets is told once, and gets their money back at once.
function callOff(ctx: BusinessCtx, booking: Booking, itemId: string, { id, reason, sessionId }: Round): void {
  const part = booking.items.some((item) => item.state === 'active' && item.sessionId !== sessionId)
  const done = part && mayLoseItem(booking.status) ? cancelItem(ctx, booking.id, itemId, reason, id) : cancelBooking(ctx, booking.id, reason, id)
  if (!done.ok) throw new Error(`The item ${itemId} was not called off: ${done.refusal.kind}`)
}

function tellMove(db: Db, ctx: BusinessCtx, booking: Booking, itemId: string, { id, sessionId, fromStartsAt }: Round): void {
  const from = fromStartsAt ?? booking.startsAt
  const [item] = booking.items.filter((one) => one.sessionId === sessionId && one.state === 'active').sort((a, b) => (a.id < b.id ? -1 : 1))
  // Of several items of one booking in the session, the first tells for all.
  if (item?.id !== itemId) return
  addStep(db, ctx, { bookingId: booking.id, what: 'moved', fromStartsAt: from, toStartsAt: item.startsAt })
  const payload = { ...factsOf(booking), by: actingAs(ctx), fromStartsAt: from, toStartsAt: item.startsAt, roundId: id }
  announce(db, ctx, bookingMoved, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
}

// In the name of who did it, while they are a member: a customer under the policy is nobody here.
function ctxOf(db: Db, { businessId, actor }: Round, now: number): BusinessCtx {
  const job = jobCtx(db, 'go-rounds', now, businessId)
  const { kind, id } = JSON.parse(actor) as { kind: string; id?: string }
  const member = kind === 'user' && id ? membership(db, businessId, id) : null
  return member && id ? { ...job, actor: { kind: 'user', id, roles: [] }, member } : job
}

const roundColumns = 'id, business_id AS businessId, session_id AS sessionId, kind, reason, from_starts_at AS fromStartsAt, actor, cursor, last_item AS lastItem'

const oldestRound = prepared((db) => db.$client.prepare<[], Round>(`SELECT ${roundColumns} FROM session_rounds WHERE done_at IS NULL ORDER BY started_at LIMIT 1`))

const itemRows = prepared((db) =>
  db.$client.prepare<Round & { atMost: number }, { id: string; bookingId: string }>(
    `SELECT id, booking_id AS bookingId FROM booking_items
     WHERE session_id = @sessionId AND id > @cursor AND id <= @lastItem AND +business_id = @businessId AND state = 'active' ORDER BY id LIMIT @atMost`,
  ),
)

const roundUpdate = prepared((db) =>
  db.$client.prepare<{ id: string; cursor: string; doneAt: number | null }>('UPDATE session_rounds SET cursor = @cursor, done_at = @doneAt WHERE id = @id'),
)

const leftRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; sessionId: string }, { left: number }>(
    `SELECT count(*) AS left FROM session_rounds AS r JOIN booking_items AS i ON i.session_id = r.session_id AND i.id > r.cursor AND i.id <= r.last_item
     WHERE r.session_id = @sessionId AND r.business_id = @businessId AND r.done_at IS NULL AND i.state = 'active'`,
  ),
)
