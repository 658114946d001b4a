import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import { askToMove, withdrawRequests } from './change-requests.server'
import { claimItem, type ClaimedItem, type ClaimRefusal } from './claim-item.server'
import { domainOf, type Plan } from './domain.server'
import { bookingMoved } from './events'
import { factsOf } from './facts'
import { answerBy, isOpen, type BookingStatus } from './model/states'
import { bookingById, type Booking, type BookingItem } from './queries.server'
import { actingAs, addStep } from './steps.server'

export interface Move {
  readonly bookingId: string
  readonly itemId: string
  /** Where to, in the domain's own words. */
  readonly choice: Readonly<Record<string, unknown>>
}

export type MoveRefusal =
  | ClaimRefusal
  | { readonly kind: 'unknown-booking' }
  | { readonly kind: 'not-from-here'; readonly status: BookingStatus }
  | { readonly kind: 'already-started' }

/** `asked`: the business must say yes first, and the old time stays until it does. */
export type Moved = { readonly outcome: 'moved' | 'asked'; readonly booking: Booking }

/**
 * Moves an item of a booking: frees its claims and makes the new ones in one transaction, so that a visit may move by a quarter of an
 * hour across itself. Booking, price and history stay. Where a customer moves what the business has approved, it becomes a change
 * request instead.
 */
export function moveBooking(ctx: BusinessCtx, { bookingId, itemId, choice }: Move): Result<Moved, MoveRefusal> {
  return transact((db): Result<Moved, MoveRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const item = booking?.items.find((candidate) => candidate.id === itemId && candidate.state === 'active')
    if (!booking || !item) return refuse({ kind: 'unknown-booking' })
    if (!isOpen(booking.status) || booking.status === 'held') return refuse({ kind: 'not-from-here', status: booking.status })
    if (actingAs(ctx) === 'customer' && booking.startsAt <= ctx.now) return refuse({ kind: 'already-started' })

    if (booking.status === 'confirmed' && actingAs(ctx) === 'customer') {
      const plan = planOf(db, ctx, item, choice)
      if (!plan.ok) return plan
      if (plan.value.needsApproval) {
        const asked = askToMove(db, ctx, { booking, item, choice, plan: plan.value })
        return asked.ok ? ok({ outcome: 'asked', booking }) : asked
      }
    }
    const moved = moveNow(db, ctx, booking, item, choice)
    return moved.ok ? ok({ outcome: 'moved', booking: moved.value }) : moved
  })
}

/** Frees and claims anew, in the caller's transaction. */
export function moveNow(db: Db, ctx: BusinessCtx, booking: Booking, item: BookingItem, choice: Move['choice']): Result<Booking, ClaimRefusal> {
  const listing = listingById(db, ctx.businessId, item.listingId)
  if (!listing) return refuse({ kind: 'not-offered' })
  withdrawRequests(db, ctx, booking.id)
  release(db, ctx.businessId, item.id, ctx.now)
  const claimed = claimItem(db, ctx, { listing, choice, atDesk: actingAs(ctx) !== 'customer', subject: item.id })
  return claimed.ok ? ok(writeMove(db, ctx, booking, item, claimed.value)) : claimed
}

function planOf(db: Db, ctx: BusinessCtx, item: BookingItem, choice: Move['choice']): Result<Plan, ClaimRefusal> {
  const listing = listingById(db, ctx.businessId, item.listingId)
  const parsed = domainOf(item.domain).choice.safeParse(choice)
  if (!listing || !parsed.success) return refuse({ kind: 'not-offered' })
  return domainOf(item.domain).plan(db, ctx, listing, parsed.data, { atDesk: false })
}

function writeMove(db: Db, ctx: BusinessCtx, booking: Booking, item: BookingItem, { plan, taken, choice }: ClaimedItem): Booking {
  const { startsAt, endsAt } = plan
  itemUpdate(db).run({ itemId: item.id, startsAt, endsAt, staffId: taken.staffId, choice: JSON.stringify(choice) })
  const items = booking.items.map((other) => (other.id === item.id ? { ...other, startsAt, endsAt, staffId: taken.staffId, choice } : other))
  const active = items.filter((other) => other.state === 'active')
  const span = { startsAt: Math.min(...active.map((other) => other.startsAt)), endsAt: Math.max(...active.map((other) => other.endsAt)) }
  const newAnswerBy = booking.status === 'pending' ? answerBy(ctx.now, span.startsAt) : null
  bookingUpdate(db).run({ bookingId: booking.id, ...span, answerBy: newAnswerBy })
  const moved: Booking = { ...booking, ...span, items, answerBy: newAnswerBy, sequence: booking.sequence + 1 }
  addStep(db, ctx, { bookingId: booking.id, what: 'moved', fromStartsAt: item.startsAt, toStartsAt: startsAt })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.move', subject: booking.id, changes: { from: item.startsAt, to: startsAt } })
  const payload = { ...factsOf(moved), by: actingAs(ctx), fromStartsAt: item.startsAt }
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
