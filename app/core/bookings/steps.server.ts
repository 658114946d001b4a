import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { auditActor } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import type { BookingStatus } from './model/states'

/** What a booking may become; every booking begins in one of the others. */
export type LaterStatus = Exclude<BookingStatus, 'held' | 'pending'>

export interface Step {
  readonly bookingId: string
  readonly what: 'placed' | 'paid' | 'moved' | 'reassigned' | 'item-cancelled' | LaterStatus
  /** Where it is about one item alone. */
  readonly itemId?: string | null
  readonly reason?: string | null
  readonly fromStartsAt?: number
  readonly toStartsAt?: number
}

export interface ShownStep extends Step {
  readonly at: number
  readonly actorKind: string
  /** The item that it is about, by its title. */
  readonly item: string | null
}

/** Writes a step of a booking's history. */
export function addStep(db: Db, ctx: Ctx, step: Step): void {
  stepInsert(db).run({
    id: ctx.newId(),
    at: ctx.now,
    actor: JSON.stringify(auditActor(ctx.actor)),
    itemId: null,
    reason: null,
    fromStartsAt: null,
    toStartsAt: null,
    ...step,
  })
}

/** A booking's history, the newest first. */
export function stepsOf(db: Db, bookingId: string): ShownStep[] {
  return stepRows(db).all({ bookingId })
}

/** Who acts, as mails and histories tell it apart. */
export function actingAs(ctx: BusinessCtx): 'customer' | 'member' | 'system' {
  if (ctx.actor.kind === 'system') return 'system'
  return ctx.member ? 'member' : 'customer'
}

const stepInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO booking_steps (id, booking_id, at, actor, what, item_id, reason, from_starts_at, to_starts_at)
     VALUES (@id, @bookingId, @at, @actor, @what, @itemId, @reason, @fromStartsAt, @toStartsAt)`,
  ),
)

const stepRows = prepared((db) =>
  db.$client.prepare<{ bookingId: string }, ShownStep>(
    `SELECT booking_id AS bookingId, what, item_id AS itemId, reason, from_starts_at AS fromStartsAt, to_starts_at AS toStartsAt, at, actor ->> 'kind' AS actorKind,
       (SELECT title FROM booking_items i WHERE i.id = item_id) AS item
     FROM booking_steps WHERE booking_id = @bookingId ORDER BY id DESC`,
  ),
)
