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

/** Another time that a customer asks for: one row for each item that moves, asked and answered together. */
export interface ChangeRequest {
  /** Of its first row. */
  readonly id: string
  readonly bookingId: string
  readonly items: readonly { readonly itemId: string; readonly choice: Readonly<Record<string, unknown>> }[]
  /** From the first start to the last end that is asked for. */
  readonly startsAt: number
  readonly endsAt: number
  readonly askedAt: number
  readonly expiresAt: number
}

/** An item, where it is to go, and what that means. */
export interface PlannedMove {
  readonly item: BookingItem
  readonly choice: Readonly<Record<string, unknown>>
  readonly plan: Plan
}

/**
 * Asks the business for another time. Claims only what the booking does not hold already, until the answer is due; an earlier request
 * for it is withdrawn. In the caller's transaction.
 */
export function askToMove(db: Db, ctx: BusinessCtx, booking: Booking, moves: readonly PlannedMove[]): Result<null, ClaimRefusal> {
  withdrawRequests(db, ctx, booking.id)
  const startsAt = Math.min(...moves.map(({ plan }) => plan.startsAt))
  const expiresAt = answerBy(ctx.now, Math.min(booking.startsAt, startsAt))
  const held = moves.flatMap(({ item }) => claimsOf(db, ctx.businessId, item.id))
  const ids = moves.map(() => ctx.newId())
  for (const [at, { item, choice, plan }] of moves.entries()) {
    const id = ids[at] ?? ''
    const terms = { businessId: ctx.businessId, subject: id, kind: 'booking', expiresAt } as const
    const fits = plan.claimSets.some((set) => claimAll(ctx, claimsBeyond(set.claims, held), terms).ok)
    if (!fits) return refuse({ kind: 'taken', alternatives: alternativesTo(db, ctx, item, choice) })
    requestInsert(db).run({
      id, businessId: ctx.businessId, bookingId: booking.id, itemId: item.id, choice: JSON.stringify(choice), startsAt: plan.startsAt, endsAt: plan.endsAt, now: ctx.now, expiresAt,
    })
  }
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.move.ask', subject: booking.id, changes: { from: booking.startsAt, to: startsAt } })
  const payload = { ...factsOf(booking), by: actingAs(ctx), requestId: ids[0] ?? '', toStartsAt: startsAt }
  announce(db, ctx, moveAsked, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
  return ok(null)
}

/** The request of a booking that still waits for an answer at `now`. */
export function openRequest(db: Db, businessId: string, bookingId: string, now: number): ChangeRequest | null {
  const rows = openRows(db).all({ businessId, bookingId, now })
  const [first] = rows
  if (!first) return null
  const { id, askedAt, expiresAt } = first
  return {
    id, bookingId, askedAt, expiresAt,
    startsAt: Math.min(...rows.map((row) => row.startsAt)),
    endsAt: Math.max(...rows.map((row) => row.endsAt)),
    items: rows.map(({ itemId, choice }) => ({ itemId, choice: JSON.parse(choice) as Readonly<Record<string, unknown>> })),
  }
}

/** Closes the open requests of a booking that is moved or called off otherwise. */
export function withdrawRequests(db: Db, ctx: BusinessCtx, bookingId: string): void {
  closeRequests(db, ctx, bookingId, 'withdrawn', null)
}

/** Tells that a request was not granted: declined with a reason, or run out. */
export function turnDown(db: Db, ctx: BusinessCtx, booking: Booking, request: ChangeRequest, as: 'declined' | 'expired', reason: string | null): void {
  closeRequests(db, ctx, booking.id, as, reason)
  record(db, ctx, { businessId: ctx.businessId, action: `bookings.move.${as}`, subject: booking.id, changes: { to: request.startsAt } })
  const payload = { ...factsOf(booking), by: actingAs(ctx), requestId: request.id, toStartsAt: request.startsAt }
  announce(db, ctx, moveDeclined, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
}

/** Ends what is asked for a booking and frees what it held. */
export function closeRequests(db: Db, ctx: BusinessCtx, bookingId: string, as: 'granted' | 'declined' | 'expired' | 'withdrawn', reason: string | null): void {
  for (const { id } of openIds(db).all({ businessId: ctx.businessId, bookingId })) {
    release(db, ctx.businessId, id, ctx.now)
    requestClose(db).run({ id, businessId: ctx.businessId, as, reason, now: ctx.now })
  }
}

function alternativesTo(db: Db, ctx: BusinessCtx, item: BookingItem, choice: PlannedMove['choice']): Readonly<Record<string, unknown>>[] {
  const listing = listingById(db, ctx.businessId, item.listingId)
  return listing ? (domainOf(item.domain).alternatives(db, ctx, listing, choice) as Readonly<Record<string, unknown>>[]) : []
}

const requestInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO change_requests (id, business_id, booking_id, item_id, choice, starts_at, ends_at, status, asked_at, expires_at)
     VALUES (@id, @businessId, @bookingId, @itemId, @choice, @startsAt, @endsAt, 'open', @now, @expiresAt)`,
  ),
)

interface RequestRow {
  readonly id: string
  readonly itemId: string
  readonly choice: string
  readonly startsAt: number
  readonly endsAt: number
  readonly askedAt: number
  readonly expiresAt: number
}

const openRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string; now: number }, RequestRow>(
    `SELECT id, item_id AS itemId, choice, starts_at AS startsAt, ends_at AS endsAt, asked_at AS askedAt, expires_at AS expiresAt
     FROM change_requests WHERE booking_id = @bookingId AND business_id = @businessId AND status = 'open' AND expires_at > @now ORDER BY id`,
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
