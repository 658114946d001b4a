import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { claimAll, claimsOf, letRunOut, release } from '../allocation/index.server'
import { listingById, type Listing } from '../listings/index.server'
import { letPayAhead } from '../sales/index.server'
import { domainOf, type Plan } from './domain.server'
import { moveAsked, moveDeclined } from './events'
import { factsOf } from './facts'
import { claimsBeyond } from './model/claims-beyond'
import { answerBy, holdGraceMs } from './model/states'
import type { ClaimRefusal } from './claim-item.server'
import type { Booking, BookingItem } from './queries.server'
import { actingAs } from './steps.server'

/** What must be paid before a change is made. */
export interface PayFirst {
  /** What must have been paid for the booking in all, less what went back. */
  readonly totalMinor: number
  /** What is still missing of it. */
  readonly missingMinor: number
  /** How much of that is more than is owed for the booking as it stands. */
  readonly aheadMinor: number
  /** How long the change is held for it. */
  readonly holdMs: number
}

/** Another time that a customer asks for: one row for each item that moves, asked and answered together. */
export interface ChangeRequest {
  /** Of its first row. */
  readonly id: string
  readonly bookingId: string
  readonly items: readonly { readonly itemId: string; readonly choice: Readonly<Record<string, unknown>>; readonly listingId: string | null }[]
  /** What must have been paid for the booking in all before it is granted; null: nothing more. */
  readonly payFirstMinor: number | null
  /** Until when, as the customer is told; null once it is paid. */
  readonly payBy: number | null
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
  /** What it is to be; mostly what it is. */
  readonly listing: Listing
  readonly plan: Plan
}

/**
 * Asks the business for another time, or for something else; what must be paid first is paid before the business hears of it. Claims only
 * what the booking does not hold already, until the money or the answer is due; an earlier request for it is withdrawn. In the caller's
 * transaction.
 */
export function askToMove(db: Db, ctx: BusinessCtx, booking: Booking, moves: readonly PlannedMove[], payFirst: PayFirst | null): Result<null, ClaimRefusal> {
  withdrawRequests(db, ctx, booking.id)
  const startsAt = Math.min(...moves.map(({ plan }) => plan.startsAt))
  const latest = Math.min(booking.startsAt, startsAt)
  const payBy = payFirst && Math.min(ctx.now + payFirst.holdMs, latest)
  const expiresAt = payBy === null ? answerBy(ctx.now, latest) : payBy + holdGraceMs
  const held = moves.flatMap(({ item }) => claimsOf(db, ctx.businessId, item.id))
  const ids = moves.map(() => ctx.newId())
  for (const [at, { item, choice, listing, plan }] of moves.entries()) {
    const id = ids[at] ?? ''
    const terms = { businessId: ctx.businessId, subject: id, kind: 'booking', expiresAt } as const
    const fits = plan.claimSets.some((set) => claimAll(ctx, claimsBeyond(set.claims, held), terms).ok)
    if (!fits) return refuse({ kind: 'taken', alternatives: alternativesTo(db, ctx, listing, choice) })
    requestInsert(db).run({
      id, businessId: ctx.businessId, bookingId: booking.id, itemId: item.id, choice: JSON.stringify(choice), listingId: listing.id === item.listingId ? null : listing.id,
      payFirstMinor: payFirst?.totalMinor ?? null, payBy, startsAt: plan.startsAt, endsAt: plan.endsAt, now: ctx.now, expiresAt,
    })
  }
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.move.ask', subject: booking.id, changes: { from: booking.startsAt, to: startsAt } })
  if (payFirst) letPayAhead(db, ctx, booking.saleId, payFirst.aheadMinor)
  else tellAsked(db, ctx, booking, { id: ids[0] ?? '', startsAt })
  return ok(null)
}

/** What was to be paid for a request is paid: it waits for the business now, as long as any other. In the caller's transaction. */
export function markPaid(db: Db, ctx: BusinessCtx, booking: Booking, request: ChangeRequest): void {
  const expiresAt = answerBy(ctx.now, Math.min(booking.startsAt, request.startsAt))
  for (const { id } of openIds(db).all({ businessId: ctx.businessId, bookingId: booking.id })) {
    letRunOut(db, ctx.businessId, id, expiresAt)
    requestPaid(db).run({ id, businessId: ctx.businessId, expiresAt })
  }
}

/** The business is asked for another time. */
export function tellAsked(db: Db, ctx: BusinessCtx, booking: Booking, { id, startsAt }: Pick<ChangeRequest, 'id' | 'startsAt'>): void {
  const payload = { ...factsOf(booking), by: 'customer', requestId: id, toStartsAt: startsAt } as const
  announce(db, ctx, moveAsked, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
}

/** The request of a booking that still waits for an answer of the business at `now`. */
export function openRequest(db: Db, businessId: string, bookingId: string, now: number): ChangeRequest | null {
  const request = requestOf(db, businessId, bookingId, now)
  return request?.payBy === null ? request : null
}

/** The request of a booking that still waits to be paid at `now`. */
export function unpaidRequest(db: Db, businessId: string, bookingId: string, now: number): (ChangeRequest & { readonly payFirstMinor: number; readonly payBy: number }) | null {
  const request = requestOf(db, businessId, bookingId, now)
  return request && request.payBy !== null && request.payFirstMinor !== null ? { ...request, payBy: request.payBy, payFirstMinor: request.payFirstMinor } : null
}

/** The request of a booking that is open at `now`, whatever it waits for. */
export function requestOf(db: Db, businessId: string, bookingId: string, now: number): ChangeRequest | null {
  const rows = openRows(db).all({ businessId, bookingId, now })
  const [first] = rows
  if (!first) return null
  const { id, askedAt, expiresAt, payFirstMinor, payBy } = first
  return {
    id, bookingId, askedAt, expiresAt, payFirstMinor, payBy,
    startsAt: Math.min(...rows.map((row) => row.startsAt)),
    endsAt: Math.max(...rows.map((row) => row.endsAt)),
    items: rows.map(({ itemId, choice, listingId }) => ({ itemId, listingId, choice: JSON.parse(choice) as Readonly<Record<string, unknown>> })),
  }
}

/** What a request would make of its items, by their titles; null where they stay what they are. */
export function becomesOf(db: Db, businessId: string, { items }: ChangeRequest): string | null {
  const titles = items.flatMap(({ listingId }) => (listingId === null ? [] : (listingById(db, businessId, listingId)?.title ?? [])))
  return titles.length === 0 ? null : titles.join(', ')
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

// Why what was paid ahead goes back.
const causes = { declined: 'called-off', expired: 'too-late', withdrawn: 'cancelled' } as const

/** Ends what is asked for a booking and frees what it held; what was paid ahead for it goes back, unless it is granted. */
export function closeRequests(db: Db, ctx: BusinessCtx, bookingId: string, as: 'granted' | 'declined' | 'expired' | 'withdrawn', reason: string | null): void {
  const open = openIds(db).all({ businessId: ctx.businessId, bookingId })
  for (const { id } of open) {
    release(db, ctx.businessId, id, ctx.now)
    requestClose(db).run({ id, businessId: ctx.businessId, as, reason, now: ctx.now })
  }
  const sale = saleRow(db).get({ bookingId, businessId: ctx.businessId })
  if (sale && as !== 'granted' && open.some(({ payFirstMinor }) => payFirstMinor !== null)) letPayAhead(db, ctx, sale.id, 0, causes[as])
}

function alternativesTo(db: Db, ctx: BusinessCtx, listing: Listing, choice: PlannedMove['choice']): Readonly<Record<string, unknown>>[] {
  return domainOf(listing.domain).alternatives(db, ctx, listing, choice) as Readonly<Record<string, unknown>>[]
}

const requestInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO change_requests (id, business_id, booking_id, item_id, choice, listing_id, pay_first_minor, pay_by, starts_at, ends_at, status, asked_at, expires_at)
     VALUES (@id, @businessId, @bookingId, @itemId, @choice, @listingId, @payFirstMinor, @payBy, @startsAt, @endsAt, 'open', @now, @expiresAt)`,
  ),
)

interface RequestRow {
  readonly id: string
  readonly itemId: string
  readonly choice: string
  readonly listingId: string | null
  readonly payFirstMinor: number | null
  readonly payBy: number | null
  readonly startsAt: number
  readonly endsAt: number
  readonly askedAt: number
  readonly expiresAt: number
}

const openRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string; now: number }, RequestRow>(
    `SELECT id, item_id AS itemId, choice, starts_at AS startsAt, ends_at AS endsAt, asked_at AS askedAt, expires_at AS expiresAt,
       listing_id AS listingId, pay_first_minor AS payFirstMinor, pay_by AS payBy
     FROM change_requests WHERE booking_id = @bookingId AND business_id = @businessId AND status = 'open' AND expires_at > @now ORDER BY id`,
  ),
)

const openIds = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string }, { id: string; payFirstMinor: number | null }>(
    "SELECT id, pay_first_minor AS payFirstMinor FROM change_requests WHERE booking_id = @bookingId AND business_id = @businessId AND status = 'open'",
  ),
)

const requestPaid = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; expiresAt: number }>(
    "UPDATE change_requests SET pay_by = NULL, expires_at = @expiresAt WHERE id = @id AND business_id = @businessId AND status = 'open'",
  ),
)

const saleRow = prepared((db) =>
  db.$client.prepare<{ bookingId: string; businessId: string }, { id: string }>('SELECT sale_id AS id FROM bookings WHERE id = @bookingId AND business_id = @businessId'),
)

const requestClose = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; as: string; reason: string | null; now: number }>(
    "UPDATE change_requests SET status = @as, answered_at = @now, reason = @reason WHERE id = @id AND business_id = @businessId AND status = 'open'",
  ),
)
