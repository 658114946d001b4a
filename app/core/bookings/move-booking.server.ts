import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import { askToMove, withdrawRequests, type PlannedMove } from './change-requests.server'
import { claimItem, type ClaimedItem, type ClaimRefusal } from './claim-item.server'
import { domainOf } from './domain.server'
import { bookingMoved } from './events'
import { factsOf } from './facts'
import { spanOf } from './model/items'
import { answerBy, isOpen, type BookingStatus } from './model/states'
import { bookingById, type Booking, type BookingItem } from './queries.server'
import { actingAs, addStep } from './steps.server'

export interface Move {
  readonly bookingId: string
  /** All that move, together or not at all; what is not named stays where it is. */
  readonly items: readonly ItemMove[]
}

export interface ItemMove {
  readonly itemId: string
  /** Where to, in the domain's own words. */
  readonly choice: Readonly<Record<string, unknown>>
}

/** An item and where it goes. */
export interface MovedItem {
  readonly item: BookingItem
  readonly choice: ItemMove['choice']
}

export type MoveRefusal =
  | ClaimRefusal
  | { readonly kind: 'unknown-booking' }
  | { readonly kind: 'not-from-here'; readonly status: BookingStatus }
  | { readonly kind: 'already-started' }

/** `asked`: the business must say yes first, and the old time stays until it does. */
export type Moved = { readonly outcome: 'moved' | 'asked'; readonly booking: Booking }

/**
 * Moves items of a booking: frees the claims of all of them and makes the new ones in one transaction, so that a visit may move by a
 * quarter of an hour across itself. Booking, price and history stay. Where a customer moves what the business has approved, it becomes a
 * change request instead. What is free instead of a time that is taken is told of the item alone.
 */
export function moveBooking(ctx: BusinessCtx, { bookingId, items }: Move): Result<Moved, MoveRefusal> {
  return transact((db): Result<Moved, MoveRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const moves = booking && movesOf(booking, items)
    if (!booking || !moves) return refuse({ kind: 'unknown-booking' })
    if (!isOpen(booking.status) || booking.status === 'held') return refuse({ kind: 'not-from-here', status: booking.status })
    if (actingAs(ctx) === 'customer' && booking.startsAt <= ctx.now) return refuse({ kind: 'already-started' })

    if (booking.status === 'confirmed' && actingAs(ctx) === 'customer') {
      const planned = plansOf(db, ctx, moves)
      if (!planned.ok) return planned
      if (planned.value.some(({ plan }) => plan.needsApproval)) {
        const asked = askToMove(db, ctx, booking, planned.value)
        return asked.ok ? ok({ outcome: 'asked', booking }) : asked
      }
    }
    const moved = moveNow(db, ctx, booking, moves)
    return moved.ok ? ok({ outcome: 'moved', booking: moved.value }) : moved
  })
}

/** The items that a move names, each once and still active; null where it names none, or another one. */
export function movesOf(booking: Booking, items: readonly ItemMove[]): MovedItem[] | null {
  const moves = items.flatMap(({ itemId, choice }) => {
    const item = booking.items.find((candidate) => candidate.id === itemId && candidate.state === 'active')
    return item ? { item, choice } : []
  })
  return moves.length > 0 && new Set(moves.map(({ item }) => item.id)).size === items.length ? moves : null
}

/** Frees and claims anew, in the caller's transaction. */
export function moveNow(db: Db, ctx: BusinessCtx, booking: Booking, moves: readonly MovedItem[]): Result<Booking, ClaimRefusal> {
  withdrawRequests(db, ctx, booking.id)
  for (const { item } of moves) release(db, ctx.businessId, item.id, ctx.now)
  const claimed: ClaimedItem[] = []
  for (const { item, choice } of moves) {
    const listing = listingById(db, ctx.businessId, item.listingId)
    if (!listing) return refuse({ kind: 'not-offered' })
    const one = claimItem(db, ctx, { listing, choice, atDesk: actingAs(ctx) !== 'customer', subject: item.id })
    if (!one.ok) return one
    claimed.push(one.value)
  }
  return ok(writeMove(db, ctx, booking, claimed))
}

function plansOf(db: Db, ctx: BusinessCtx, moves: readonly MovedItem[]): Result<PlannedMove[], ClaimRefusal> {
  const planned: PlannedMove[] = []
  for (const { item, choice } of moves) {
    const listing = listingById(db, ctx.businessId, item.listingId)
    const parsed = domainOf(item.domain).choice.safeParse(choice)
    if (!listing || !parsed.success) return refuse({ kind: 'not-offered' })
    const plan = domainOf(item.domain).plan(db, ctx, listing, parsed.data, { atDesk: false })
    if (!plan.ok) return plan
    planned.push({ item, choice, plan: plan.value })
  }
  return ok(planned)
}

function writeMove(db: Db, ctx: BusinessCtx, booking: Booking, claimed: readonly ClaimedItem[]): Booking {
  for (const { id, plan, taken, choice } of claimed) {
    itemUpdate(db).run({ itemId: id, startsAt: plan.startsAt, endsAt: plan.endsAt, staffId: taken.staffId, choice: JSON.stringify(choice) })
  }
  const items = booking.items.map((item) => {
    const to = claimed.find(({ id }) => id === item.id)
    return to ? { ...item, startsAt: to.plan.startsAt, endsAt: to.plan.endsAt, staffId: to.taken.staffId, choice: to.choice } : item
  })
  const span = spanOf(items)
  const newAnswerBy = booking.status === 'pending' ? answerBy(ctx.now, span.startsAt) : null
  bookingUpdate(db).run({ bookingId: booking.id, ...span, answerBy: newAnswerBy })
  const moved: Booking = { ...booking, ...span, items, answerBy: newAnswerBy, sequence: booking.sequence + 1 }
  const from = Math.min(...booking.items.filter(({ id }) => claimed.some((to) => to.id === id)).map(({ startsAt }) => startsAt))
  const to = Math.min(...claimed.map(({ plan }) => plan.startsAt))
  addStep(db, ctx, { bookingId: booking.id, what: 'moved', fromStartsAt: from, toStartsAt: to })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.move', subject: booking.id, changes: { from, to } })
  const payload = { ...factsOf(moved), by: actingAs(ctx), fromStartsAt: from }
  announce(db, ctx, bookingMoved, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
  return moved
}

const itemUpdate = prepared((db) =>
  db.$client.prepare<{ itemId: string; startsAt: number; endsAt: number; staffId: string | null; choice: string }>(
    'UPDATE booking_items SET starts_at = @startsAt, ends_at = @endsAt, staff_id = @staffId, choice = @choice WHERE id = @itemId',
  ),
)

const bookingUpdate = prepared((db) =>
  db.$client.prepare<{ bookingId: string; startsAt: number; endsAt: number; answerBy: number | null }>(
    'UPDATE bookings SET starts_at = @startsAt, ends_at = @endsAt, answer_by = @answerBy, sequence = sequence + 1 WHERE id = @bookingId',
  ),
)
