import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { release } from '../allocation/index.server'
import { placeBooking, type BookingOrder, type BookingRefusal, type PlacedBooking } from '../bookings/index.server'
import { entryById } from './entries.server'
import { offerGraceMs } from './serve-line.server'

/**
 * Turns an offer into a booking: what was claimed for the one who waited is let go and claimed by the booking in one transaction, so nobody
 * slips in between. An offer that has run out is refused as taken. The same form sent again is the same booking.
 */
export function acceptOffer(ctx: BusinessCtx, entryId: string, order: BookingOrder): Result<PlacedBooking, BookingRefusal> {
  return transact((db): Result<PlacedBooking, BookingRefusal> => {
    const entry = entryById(db, ctx.businessId, entryId)
    if (entry?.status === 'taken' && entry.bookingKey === order.key) return placeBooking(ctx, order, true)
    if (entry?.status !== 'offered' || entry.offerUntil === null || entry.offerUntil + offerGraceMs <= ctx.now) return refuse({ kind: 'taken', item: 0, alternatives: [] })
    release(db, ctx.businessId, entry.id, ctx.now)
    const placed = placeBooking(ctx, order, true)
    if (!placed.ok) return placed
    taken(db).run({ id: entry.id, businessId: ctx.businessId, now: ctx.now, bookingId: placed.value.id, bookingKey: order.key })
    record(db, ctx, { businessId: ctx.businessId, action: 'waiting-list.entry.accept', subject: entry.id, changes: { bookingId: placed.value.id } })
    return ok(placed.value)
  })
}

const taken = prepared((db) =>
  db.$client.prepare(
    "UPDATE waiting_entries SET status = 'taken', ended_at = @now, booking_id = @bookingId, booking_key = @bookingKey WHERE id = @id AND business_id = @businessId AND status = 'offered'",
  ),
)
