import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import { listingById } from '../listings/index.server'
import { restDueAt } from '../payments/index.server'
import { postponeRest, saleById } from '../sales/index.server'
import { hasBegun } from './begun.server'
import { askToMove, withdrawRequests, type PlannedMove } from './change-requests.server'
import { claimItem, type ClaimedItem, type ClaimRefusal } from './claim-item.server'
import { domainOf } from './domain.server'
import { termsOf } from './due-at-once.server'
import { bookingMoved } from './events'
import { factsOf } from './facts'
import { spanOf } from './model/items'
import { answerBy, isOpen, type BookingStatus } from './model/states'
import { changePrices, isPricedAnew, linesOf, netOf, priceChange, type PriceChange } from './price-change.server'
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
  /** What it becomes, where it becomes something else; its price follows. */
  readonly listingId?: string | null
}

/** An item, what it is to be and where it goes. */
export interface MovedItem {
  readonly item: BookingItem
  readonly listingId: string
  readonly choice: ItemMove['choice']
}

export type MoveRefusal =
  | ClaimRefusal
  | { readonly kind: 'unknown-booking' }
  | { readonly kind: 'not-from-here'; readonly status: BookingStatus }
  | { readonly kind: 'already-started' }

/** `asked`: the business must say yes first; `to-pay`: the difference is paid first. The old time stays until then. */
export type Moved = { readonly outcome: 'moved' | 'asked' | 'to-pay'; readonly booking: Booking }

/**
 * Moves items of a booking: frees the claims of all of them and makes the new ones in one transaction, so that a visit may move by a
 * quarter of an hour across itself. Booking, price and history stay. Where a customer moves what the business has approved, it becomes a
 * change request instead; so it does where it becomes something that is paid before it is booked. What is free instead of a time that is
 * taken is told of the item alone.
 */
export function moveBooking(ctx: BusinessCtx, { bookingId, items }: Move): Result<Moved, MoveRefusal> {
  return transact((db): Result<Moved, MoveRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const moves = booking && movesOf(booking, items)
    if (!booking || !moves) return refuse({ kind: 'unknown-booking' })
    if (!isOpen(booking.status) || booking.status === 'held') return refuse({ kind: 'not-from-here', status: booking.status })
    if (actingAs(ctx) === 'customer' && hasBegun(db, ctx.now, booking)) return refuse({ kind: 'already-started' })

    if (actingAs(ctx) === 'customer') {
      const planned = plansOf(db, ctx, moves)
      if (!planned.ok) return planned
      const { payFirst } = priceChange(db, ctx, booking, planned.value)
      if (payFirst || needsAnswer(booking, planned.value)) {
        const asked = askToMove(db, ctx, booking, planned.value, payFirst)
        return asked.ok ? ok({ outcome: payFirst ? 'to-pay' : 'asked', booking }) : asked
      }
    }
    const moved = moveNow(db, ctx, booking, moves)
    return moved.ok ? ok({ outcome: 'moved', booking: moved.value }) : moved
  })
}

/** The items that a move names, each once and still active; null where it names none, or another one. */
export function movesOf(booking: Booking, items: readonly ItemMove[]): MovedItem[] | null {
  const moves = items.flatMap(({ itemId, choice, listingId }) => {
    const item = booking.items.find((candidate) => candidate.id === itemId && candidate.state === 'active')
    return item ? { item, choice, listingId: listingId ?? item.listingId } : []
  })
  return moves.length > 0 && new Set(moves.map(({ item }) => item.id)).size === items.length ? moves : null
}

/** Frees and claims anew, in the caller's transaction. */
export function moveNow(db: Db, ctx: BusinessCtx, booking: Booking, moves: readonly MovedItem[]): Result<Booking, ClaimRefusal> {
  withdrawRequests(db, ctx, booking.id)
  for (const { item } of moves) release(db, ctx.businessId, item.id, ctx.now)
  const claimed: ClaimedItem[] = []
  for (const { item, choice, listingId } of moves) {
    const listing = listingById(db, ctx.businessId, listingId)
    if (!listing) return refuse({ kind: 'not-offered' })
    const one = claimItem(db, ctx, { listing, choice, atDesk: actingAs(ctx) !== 'customer', moving: true, subject: item.id })
    if (!one.ok) return one
    claimed.push(one.value)
  }
  return ok(writeMove(db, ctx, booking, claimed))
}

/** What moving so would do to the price; null where it is not to be had so at all. */
export function previewMove(db: Db, ctx: BusinessCtx, { bookingId, items }: Move): PriceChange | null {
  const booking = bookingById(db, ctx.businessId, bookingId)
  const moves = booking && movesOf(booking, items)
  const planned = moves && plansOf(db, ctx, moves)
  return booking && planned?.ok ? priceChange(db, ctx, booking, planned.value) : null
}

/** The business says yes first to what it approves, where it has said yes to the booking already. */
export function needsAnswer(booking: Booking, planned: readonly PlannedMove[]): boolean {
  return booking.status === 'confirmed' && planned.some(({ plan }) => plan.needsApproval)
}

/** What moves mean, before anything is claimed. Members are bound by less, as when they book. */
export function plansOf(db: Db, ctx: BusinessCtx, moves: readonly MovedItem[]): Result<PlannedMove[], ClaimRefusal> {
  const planned: PlannedMove[] = []
  for (const { item, choice, listingId } of moves) {
    const listing = listingById(db, ctx.businessId, listingId)
    const parsed = domainOf(item.domain).choice.safeParse(choice)
    if (!listing || !parsed.success) return refuse({ kind: 'not-offered' })
    const plan = domainOf(item.domain).plan(db, ctx, listing, parsed.data, { atDesk: actingAs(ctx) !== 'customer', moving: true, before: planned.map((one) => ({ listing: one.listing, choice: one.choice })) })
    if (!plan.ok) return plan
    planned.push({ item, choice, listing, plan: plan.value })
  }
  return ok(planned)
}

function writeMove(db: Db, ctx: BusinessCtx, booking: Booking, claimed: readonly ClaimedItem[]): Booking {
  const totalMinor = booking.totalMinor + changePrices(db, ctx, booking, claimed)
  const items = booking.items.map((item): BookingItem => {
    const to = claimed.find(({ id }) => id === item.id)
    return to ? movedItem(item, to) : item
  })
  for (const { id, listingId, title, startsAt, endsAt, staffId, choice, priceMinor, timeZone, sessionId, quantity, trace } of items.filter((item) => claimed.some((to) => to.id === item.id))) {
    itemUpdate(db).run({ itemId: id, listingId, title, startsAt, endsAt, staffId, choice: JSON.stringify(choice), priceMinor, timeZone, sessionId, quantity, trace: trace && JSON.stringify(trace) })
  }
  const span = spanOf(items)
  const newAnswerBy = booking.status === 'pending' ? answerBy(ctx.now, span.startsAt) : null
  bookingUpdate(db).run({ bookingId: booking.id, ...span, answerBy: newAnswerBy, totalMinor })
  moveRest(db, ctx, booking, claimed, span.startsAt)
  const moved: Booking = { ...booking, ...span, items, totalMinor, answerBy: newAnswerBy, sequence: booking.sequence + 1 }
  const from = Math.min(...booking.items.filter(({ id }) => claimed.some((to) => to.id === id)).map(({ startsAt }) => startsAt))
  const to = Math.min(...claimed.map(({ plan }) => plan.startsAt))
  addStep(db, ctx, { bookingId: booking.id, what: 'moved', fromStartsAt: from, toStartsAt: to })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.move', subject: booking.id, changes: { from, to } })
  const payload = { ...factsOf(moved), by: actingAs(ctx), fromStartsAt: from }
  announce(db, ctx, bookingMoved, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
  return moved
}

// The rest is paid as long before the new start as was agreed; longer where a day near its booking left less than its terms say.
function moveRest(db: Db, ctx: BusinessCtx, booking: Booking, claimed: readonly ClaimedItem[], startsAt: number): void {
  const dueAt = saleById(db, booking.businessId, booking.saleId)?.restDueAt ?? null
  if (dueAt === null || startsAt === booking.startsAt) return
  const agreedAt = dueAt + startsAt - booking.startsAt
  const byTerms = restDueAt(termsOf(db, ctx, claimed.map(({ plan }) => plan)), startsAt, ctx.now)
  postponeRest(db, booking.businessId, booking.saleId, Math.max(ctx.now, Math.min(agreedAt, byTerms ?? agreedAt)))
}

// What stays what it is keeps the title and the price as booked.
function movedItem(item: BookingItem, { listing, plan, taken, choice }: ClaimedItem): BookingItem {
  const { startsAt, endsAt, timeZone, sessionId, quantity } = plan
  const moved = { ...item, startsAt, endsAt, timeZone, sessionId, quantity, staffId: taken.staffId, choice, freedAt: null }
  return !isPricedAnew(item, listing.id) ? moved : { ...moved, listingId: listing.id, listingSlug: listing.slug, title: listing.title, trace: plan.trace, priceMinor: netOf(linesOf({ itemId: item.id, plan })) }
}

const itemUpdate = prepared((db) =>
  db.$client.prepare<Pick<BookingItem, 'listingId' | 'title' | 'startsAt' | 'endsAt' | 'staffId' | 'priceMinor' | 'timeZone' | 'sessionId' | 'quantity'> & { itemId: string; choice: string; trace: string | null }>(
    `UPDATE booking_items SET listing_id = @listingId, title = @title, starts_at = @startsAt, ends_at = @endsAt, staff_id = @staffId, choice = @choice,
       price_minor = @priceMinor, time_zone = @timeZone, session_id = @sessionId, quantity = @quantity, trace = @trace, freed_at = NULL WHERE id = @itemId`,
  ),
)

const bookingUpdate = prepared((db) =>
  db.$client.prepare<{ bookingId: string; startsAt: number; endsAt: number; answerBy: number | null; totalMinor: number }>(
    `UPDATE bookings SET starts_at = @startsAt, ends_at = @endsAt, answer_by = @answerBy, total_minor = @totalMinor, sequence = sequence + 1
     WHERE id = @bookingId`,
  ),
)
