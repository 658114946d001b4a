import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'

/** Keeps the business's own note on a booking; the customer never sees it. An empty one removes it. */
export function noteBooking(ctx: BusinessCtx, bookingId: string, note: string): Result<null, { readonly kind: 'unknown-booking' }> {
  return transact((db) => {
    const { changes } = noteUpdate(db).run({ businessId: ctx.businessId, bookingId, note: note.trim() || null })
    if (changes === 0) return refuse({ kind: 'unknown-booking' } as const)
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.booking.note', subject: bookingId, changes: { changed: ['owner_note'] } })
    return ok(null)
  })
}

/** Makes every manage link of a booking sent so far useless. */
export function revokeLinks(ctx: BusinessCtx, bookingId: string): Result<null, { readonly kind: 'unknown-booking' }> {
  return transact((db) => {
    const { changes } = versionUpdate(db).run({ businessId: ctx.businessId, bookingId })
    if (changes === 0) return refuse({ kind: 'unknown-booking' } as const)
    record(db, ctx, { businessId: ctx.businessId, action: 'bookings.link.revoke', subject: bookingId })
    return ok(null)
  })
}

const noteUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string; note: string | null }>(
    'UPDATE bookings SET owner_note = @note WHERE id = @bookingId AND business_id = @businessId',
  ),
)

const versionUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string }>(
    'UPDATE bookings SET link_version = link_version + 1 WHERE id = @bookingId AND business_id = @businessId',
  ),
)
