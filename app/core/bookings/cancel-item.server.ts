import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { release } from '../allocation/index.server'
import type { Ending, PartSettlement } from '../pricing/index.server'
import { dropLines, partSettlementOf, saleById } from '../sales/index.server'
import { hasBegun } from './begun.server'
import { withdrawRequests } from './change-requests.server'
import { cancelBooking, type StatusRefusal } from './change-status.server'
import { bookingItemCancelled } from './events'
import { factsOf } from './facts'
import { spanOf } from './model/items'
import { mayLoseItem } from './model/states'
import { bookingById, type Booking, type BookingItem } from './queries.server'
import { policyOf } from './settlement.server'
import { actingAs, addStep } from './steps.server'

/**
 * Calls off one item of a booking, and leaves the others where they are; with the last of them the whole booking is cancelled. Customers
 * until the booking begins or its person is let in. Its lines are settled by the policy of the booking; by the business all of it goes back.
 `roundId`: with everybody else in a session.
 */
export function cancelItem(ctx: BusinessCtx, bookingId: string, itemId: string, reason: string | null, roundId?: string): Result<Booking, StatusRefusal> {
  return transact((db): Result<Booking, StatusRefusal> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const item = booking?.items.find(({ id, state }) => id === itemId && state === 'active')
    if (!booking || !item) return refuse({ kind: 'unknown-booking' })
    if (booking.items.every(({ id, state }) => id === itemId || state === 'cancelled')) return cancelBooking(ctx, bookingId, reason, roundId)
    if (!mayLoseItem(booking.status)) return refuse({ kind: 'not-from-here', status: booking.status })
    if (actingAs(ctx) === 'customer' && hasBegun(db, ctx.now, { startsAt: booking.startsAt, items: [item] })) return refuse({ kind: 'already-started' })

    release(db, ctx.businessId, itemId, ctx.now)
    withdrawRequests(db, ctx, bookingId)
    const letGoMinor = dropLines(db, ctx, booking.saleId, itemId, policyOf(db, booking), itemEnding(ctx, item), reason)
    return ok(writeCancelled(db, ctx, { ...booking, totalMinor: booking.totalMinor - letGoMinor }, item, { reason, roundId }))
  })
}

/** What would come of the money if this item were called off now by whoever asks. Null where the booking has no sale. */
export function itemSettlement(db: Db, ctx: BusinessCtx, booking: Booking, item: BookingItem): (PartSettlement & { readonly currency: string }) | null {
  const sale = saleById(db, booking.businessId, booking.saleId)
  return sale && { ...partSettlementOf(db, sale, item.id, policyOf(db, booking), itemEnding(ctx, item)), currency: sale.currency }
}

/** Under the policy each item has notice of its own. */
function itemEnding(ctx: BusinessCtx, { startsAt }: BookingItem): Ending {
  return actingAs(ctx) === 'customer' ? { by: 'customer', noticeMs: startsAt - ctx.now } : { by: 'business' }
}

function writeCancelled(db: Db, ctx: BusinessCtx, booking: Booking, item: BookingItem, { reason, roundId }: { reason: string | null; roundId: string | undefined }): Booking {
  const items = booking.items.map((other): BookingItem => (other.id === item.id ? { ...other, state: 'cancelled' } : other))
  const left: Booking = { ...booking, ...spanOf(items), items, sequence: booking.sequence + 1 }
  itemUpdate(db).run({ itemId: item.id, businessId: ctx.businessId })
  bookingUpdate(db).run({ bookingId: booking.id, businessId: ctx.businessId, startsAt: left.startsAt, endsAt: left.endsAt, totalMinor: left.totalMinor })
  addStep(db, ctx, { bookingId: booking.id, what: 'item-cancelled', itemId: item.id, reason })
  record(db, ctx, { businessId: ctx.businessId, action: 'bookings.item.cancel', subject: booking.id, changes: { itemId: item.id } })
  const payload = { ...factsOf(left), by: actingAs(ctx), itemId: item.id, roundId }
  announce(db, ctx, bookingItemCancelled, { businessId: ctx.businessId, storeId: booking.storeId, subject: booking.id, payload })
  return left
}

const itemUpdate = prepared((db) =>
  db.$client.prepare<{ itemId: string; businessId: string }>("UPDATE booking_items SET state = 'cancelled' WHERE id = @itemId AND business_id = @businessId"),
)

const bookingUpdate = prepared((db) =>
  db.$client.prepare<{ bookingId: string; businessId: string; startsAt: number; endsAt: number; totalMinor: number }>(
    `UPDATE bookings SET starts_at = @startsAt, ends_at = @endsAt, total_minor = @totalMinor, sequence = sequence + 1
     WHERE id = @bookingId AND business_id = @businessId`,
  ),
)
