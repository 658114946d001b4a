import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { bookingById } from '../bookings/index.server'
import { sendTickets } from './emails/send-tickets.server'
import { ticketsOf, type Ticket } from './tickets.server'

/** Makes new tickets for a booking and mails them: no code that was sent so far opens the door any more. Answers them. */
export function replaceTickets(ctx: BusinessCtx, bookingId: string): Result<Ticket[], { readonly kind: 'no-tickets' }> {
  return transact((db): Result<Ticket[], { readonly kind: 'no-tickets' }> => {
    const booking = bookingById(db, ctx.businessId, bookingId)
    const earlier = booking ? ticketsOf(db, ctx.businessId, bookingId, ctx.now) : []
    if (!booking || earlier.length === 0) return refuse({ kind: 'no-tickets' })
    for (const { place } of earlier) raise(db).run({ itemId: place.itemId, businessId: ctx.businessId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'admission.tickets.replace', subject: bookingId })
    const tickets = ticketsOf(db, ctx.businessId, bookingId, ctx.now)
    sendTickets(db, ctx, booking, `tickets:${tickets[0]?.code ?? bookingId}`)
    return ok(tickets)
  })
}

const raise = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO ticket_versions (item_id, business_id, version, replaced_at) VALUES (@itemId, @businessId, 2, @now)
     ON CONFLICT (item_id) DO UPDATE SET version = version + 1, replaced_at = @now`,
  ),
)
