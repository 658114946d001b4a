import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { claimAll, claimsOf, release } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import { domainOf, type Plan } from './domain.server'
import { moveAsked, moveDeclined } from './events'
import { factsOf } from './facts'
import { claimsBeyond } from './model/claims-beyond'
import { answerBy } from './model/states'
import type { ClaimRefusal } from './claim-item.server'
import type { Booking, BookingItem } from './queries.server'
import { actingAs } from './steps.server'

export interface ChangeRequest {
  readonly id: string
  readonly bookingId: string
  readonly itemId: string
  readonly choice: Readonly<Record<string, unknown>>
  readonly startsAt: number
  readonly endsAt: number
  readonly askedAt: number
  readonly expiresAt: number
}

interface AskedMove {
  readonly booking: Booking
  readonly item: BookingItem
  readonly choice: Readonly<Record<string, unknown>>
  readonly plan: Plan
}

/**
 * Asks the business for another time. Claims only what the item does not hold already, until the answer is due; an earlier request for
 * the same item is withdrawn. In the caller's transaction.
 */
export function askToMove(db: Db, ctx: BusinessCtx, { booking, item, choice, plan }: AskedMove): Result<string, ClaimRefusal> {
  withdrawRequests(db, ctx, booking.id)
  const id = ctx.newId()
  const expiresAt = answerBy(ctx.now, Math.min(booking.startsAt, plan.startsAt))
  const held = claimsOf(db, ctx.businessId, item.id)
  const terms = { businessId: ctx.businessId, subject: id, kind: 'booking', expiresAt } as const
  const fits = plan.claimSets.some((set) => claimAll(ctx, claimsBeyond(set.claims, held), terms).ok)
  if (!fits) return refuse({ kind: 'taken', alternatives: alternativesTo(db, ctx, item, choice) })
  const { startsAt, endsAt } = plan
  requestInsert(db).run({ id, businessId: ctx.businessId, bookingId: booking.id, itemId: item.id, choice: JSON.stringify(choice), startsAt, endsAt, now: ctx.now, expiresAt })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.move.ask', subject: booking.id, changes: { from: item.startsAt, to: startsAt } })
  const payload = { ...factsOf(booking), by: actingAs(ctx), requestId: id, toStartsAt: startsAt }
  announce(db, ctx, moveAsked, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
  return ok(id)
}

/** The request of a booking that still waits for an answer at `now`. */
export function openRequest(db: Db, businessId: string, bookingId: string, now: number): ChangeRequest | null {
  const row = openRow(db).get({ businessId, bookingId, now })
  return row ? { ...row, choice: JSON.parse(row.choice) as ChangeRequest['choice'] } : null
}

/** Closes the open requests of a booking that is moved or called off otherwise. */
export function withdrawRequests(db: Db, ctx: BusinessCtx, bookingId: string): void {
  for (const { id } of openIds(db).all({ businessId: ctx.businessId, bookingId })) closeRequest(db, ctx, id, 'withdrawn', null)
}

/** Tells that a request was not granted: declined with a reason, or run out. */
export function turnDown(db: Db, ctx: BusinessCtx, booking: Booking, request: ChangeRequest, as: 'declined' | 'expired', reason: string | null): void {
  closeRequest(db, ctx, request.id, as, reason)
  record(db, ctx, { businessId: ctx.businessId, action: `bookings.move.${as}`, subject: booking.id, changes: { to: request.startsAt } })
  const payload = { ...factsOf(booking), by: actingAs(ctx), requestId: request.id, toStartsAt: request.startsAt }
  announce(db, ctx, moveDeclined, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
}

/** Ends a request and frees what it held. */
export function closeRequest(db: Db, ctx: BusinessCtx, id: string, as: 'granted' | 'declined' | 'expired' | 'withdrawn', reason: string | null): void {
  release(db, ctx.businessId, id, ctx.now)
  requestClose(db).run({ id, businessId: ctx.businessId, as, reason, now: ctx.now })
}

function alternativesTo(db: Db, ctx: BusinessCtx, item: BookingItem, choice: AskedMove['choice']): Readonly<Record<string, unknown>>[] {
  const listing = listingById(db, ctx.businessId, item.listingId)
  return listing ? (domainOf(item.domain).alternatives(db, ctx, listing, choice) as Readonly<Record<string, unknown>>[]) : []
}

const columns = 'id, booking_id AS bookingId, item_id AS itemId, choice, starts_at AS startsAt, ends_at AS endsAt, asked_at AS askedAt, expires_at AS expiresAt'

const requestInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO change_requests (id, business_id, booking_id, item_id, choice, starts_at, ends_at, status, asked_at, expires_at)
     VALUES (@id, @businessId, @bookingId, @itemId, @choice, @startsAt, @endsAt, 'open', @now, @expiresAt)`,
  ),
)

const openRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string; now: number }, Omit<ChangeRequest, 'choice'> & { choice: string }>(
    `SELECT ${columns} FROM change_requests WHERE booking_id = @bookingId AND business_id = @businessId AND status = 'open' AND expires_at > @now`,
  ),
)

const openIds = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string }, { id: string }>(
    "SELECT id FROM change_requests WHERE booking_id = @bookingId AND business_id = @businessId AND status = 'open'",
  ),
)

const requestClose = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; as: string; reason: string | null; now: number }>(
    "UPDATE change_requests SET status = @as, answered_at = @now, reason = @reason WHERE id = @id AND business_id = @businessId AND status = 'open'",
  ),
)
