import type { BusinessCtx } from '~/kernel/ctx'
import { folded } from '~/kernel/folded'
import { prepared, type Db } from '~/platform/database.server'
import type { Policy } from '../pricing/index.server'
import type { ClaimedItem } from './claim-item.server'
import type { BookingStatus } from './model/states'
import type { BookingOrder } from './order'

export interface BookingRow {
  readonly id: string
  readonly reference: string
  readonly linkVersion: number
  readonly keyHash: string
  readonly contactId: string
  readonly storeId: string
  readonly saleId: string
  readonly status: BookingStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly totalMinor: number
  readonly answerBy: number | null
  readonly holdUntil: number | null
  readonly afterHold: 'pending' | 'confirmed' | null
  /** Frozen here: what holds when it is cancelled. */
  readonly policy: Policy
  readonly order: BookingOrder
}

export function insertBooking(db: Db, ctx: BusinessCtx, { order, policy, ...row }: BookingRow): void {
  bookingInsert(db).run({
    ...row,
    policy: JSON.stringify(policy),
    businessId: ctx.businessId,
    key: order.key,
    language: ctx.i18n.locale,
    contactName: order.contact.name,
    contactEmail: order.contact.email,
    contactPhone: order.contact.phone,
    note: order.note,
    channel: order.channel,
    currency: ctx.business.currency,
    now: ctx.now,
  })
}

export function insertItem(db: Db, ctx: BusinessCtx, booking: Pick<BookingRow, 'id' | 'storeId' | 'order'>, position: number, item: ClaimedItem, priceMinor: number): void {
  itemInsert(db).run({
    id: item.id,
    businessId: ctx.businessId,
    bookingId: booking.id,
    storeId: booking.storeId,
    position,
    listingId: item.listing.id,
    domain: item.listing.domain,
    title: item.listing.title,
    startsAt: item.plan.startsAt,
    endsAt: item.plan.endsAt,
    timeZone: item.plan.timeZone,
    quantity: item.plan.quantity,
    attendeeName: item.attendeeName,
    attendeeEmail: item.attendeeEmail,
    sortName: folded(item.attendeeName ?? booking.order.contact.name),
    sessionId: item.plan.sessionId,
    trace: item.plan.trace && JSON.stringify(item.plan.trace),
    staffId: item.taken.staffId,
    choice: JSON.stringify(item.choice),
    priceMinor,
  })
}

/** How many bookings of a contact wait for payment or for an answer. */
export function openBookingsOf(db: Db, contactId: string): number {
  return openOfContact(db).get({ contactId })?.open ?? 0
}

const bookingInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO bookings (id, business_id, store_id, contact_id, sale_id, reference, status, key, key_hash, starts_at, ends_at, language,
       contact_name, contact_email, contact_phone, note, placed_at, channel, answer_by, hold_until, after_hold, link_version, sequence, total_minor, currency, policy)
     VALUES (@id, @businessId, @storeId, @contactId, @saleId, @reference, @status, @key, @keyHash, @startsAt, @endsAt, @language,
       @contactName, @contactEmail, @contactPhone, @note, @now, @channel, @answerBy, @holdUntil, @afterHold, @linkVersion, 0, @totalMinor, @currency, @policy)`,
  ),
)

const itemInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO booking_items (id, business_id, booking_id, store_id, position, listing_id, domain, title, starts_at, ends_at, time_zone, quantity,
       attendee_name, attendee_email, sort_name, staff_id, choice, session_id, trace, price_minor, state)
     VALUES (@id, @businessId, @bookingId, @storeId, @position, @listingId, @domain, @title, @startsAt, @endsAt, @timeZone, @quantity,
       @attendeeName, @attendeeEmail, @sortName, @staffId, @choice, @sessionId, @trace, @priceMinor, 'active')`,
  ),
)

const openOfContact = prepared((db) =>
  db.$client.prepare<{ contactId: string }, { open: number }>(
    "SELECT count(*) AS open FROM bookings WHERE contact_id = @contactId AND status IN ('held', 'pending')",
  ),
)
