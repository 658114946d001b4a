import { prepared, type Db } from '~/platform/database.server'
import { staffById } from '../businesses/index.server'
import { listingById } from '../listings/index.server'
import type { BookingStatus } from './model/states'

export interface BookingItem {
  readonly id: string
  readonly businessId: string
  readonly listingId: string
  readonly listingSlug: string
  readonly domain: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
  readonly quantity: number
  readonly attendeeName: string | null
  readonly attendeeEmail: string | null
  readonly staffId: string | null
  readonly staffName: string | null
  readonly choice: Readonly<Record<string, unknown>>
  /** The session that it is a place in. */
  readonly sessionId: string | null
  /** How its price came about, in the domain's own words. */
  readonly trace: Readonly<Record<string, unknown>> | null
  /** Net of tax, minor units. */
  readonly priceMinor: number
  readonly state: 'active' | 'cancelled'
  /** Since when it may go to another date at the price it has, the business having moved its session; null where it may not. */
  readonly freedAt: number | null
}

export interface BookingHead {
  readonly id: string
  readonly businessId: string
  readonly storeId: string
  readonly contactId: string
  readonly saleId: string
  readonly reference: string
  readonly status: BookingStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly language: string
  readonly contactName: string
  readonly contactEmail: string | null
  readonly contactPhone: string | null
  readonly note: string | null
  readonly ownerNote: string | null
  readonly reason: string | null
  readonly placedAt: number
  readonly channel: 'online' | 'desk'
  /** While held: until when it is to be paid. It stays where it was not. */
  readonly holdUntil: number | null
  /** While held: what it becomes once it is paid. */
  readonly afterHold: 'pending' | 'confirmed' | null
  readonly answerBy: number | null
  readonly linkVersion: number
  readonly sequence: number
  readonly totalMinor: number
  readonly currency: string
}

export interface Booking extends BookingHead {
  readonly items: readonly BookingItem[]
}

/** A booking of this business with its items; null for anybody else's. */
export function bookingById(db: Db, businessId: string, bookingId: string): Booking | null {
  const head = headById(db).get({ businessId, bookingId })
  return head ? { ...head, items: itemsOf(db, head.id) } : null
}

/** A booking of this business by its reference. */
export function bookingByReference(db: Db, businessId: string, reference: string): Booking | null {
  const head = headByReference(db).get({ reference })
  return head && head.businessId === businessId ? { ...head, items: itemsOf(db, head.id) } : null
}

/** The head of a booking of any business, for the gate and for look-ups that prove who asks. */
export function bookingHead(db: Db, reference: string): BookingHead | null {
  return headByReference(db).get({ reference }) ?? null
}

/** The booking that a sale is of; null where it is of something else. */
export function bookingBySale(db: Db, businessId: string, saleId: string): Booking | null {
  const head = headBySale(db).get({ businessId, saleId })
  return head ? { ...head, items: itemsOf(db, head.id) } : null
}

/** The booking that an earlier post with this key made, and what the key stood for then. */
export function bookingRefAndHash(db: Db, businessId: string, key: string): { id: string; reference: string; linkVersion: number; keyHash: string; status: BookingStatus } | null {
  return byKey(db).get({ businessId, key }) ?? null
}

/** The items of a booking, in their order. */
export function itemsOf(db: Db, bookingId: string): BookingItem[] {
  return itemRows(db)
    .all({ bookingId })
    .map((row) => ({
      ...row,
      listingSlug: listingById(db, row.businessId, row.listingId)?.slug ?? '',
      staffName: row.staffId === null ? null : (staffById(db, row.businessId, row.staffId)?.name ?? null),
      choice: JSON.parse(row.choice) as Readonly<Record<string, unknown>>,
      trace: row.trace === null ? null : (JSON.parse(row.trace) as Readonly<Record<string, unknown>>),
    }))
}

const headColumns = `id, business_id AS businessId, store_id AS storeId, contact_id AS contactId, sale_id AS saleId, reference, status,
  starts_at AS startsAt, ends_at AS endsAt, language, contact_name AS contactName, contact_email AS contactEmail, contact_phone AS contactPhone,
  note, owner_note AS ownerNote, reason, placed_at AS placedAt, channel, hold_until AS holdUntil, after_hold AS afterHold, answer_by AS answerBy,
  link_version AS linkVersion, sequence, total_minor AS totalMinor, currency`

const headById = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string }, BookingHead>(
    `SELECT ${headColumns} FROM bookings WHERE id = @bookingId AND business_id = @businessId`,
  ),
)

const headByReference = prepared((db) =>
  db.$client.prepare<{ reference: string }, BookingHead>(`SELECT ${headColumns} FROM bookings WHERE reference = @reference`),
)

const headBySale = prepared((db) =>
  db.$client.prepare<{ businessId: string; saleId: string }, BookingHead>(`SELECT ${headColumns} FROM bookings WHERE sale_id = @saleId AND business_id = @businessId`),
)

const byKey = prepared((db) =>
  db.$client.prepare<{ businessId: string; key: string }, { id: string; reference: string; linkVersion: number; keyHash: string; status: BookingStatus }>(
    'SELECT id, reference, link_version AS linkVersion, key_hash AS keyHash, status FROM bookings WHERE business_id = @businessId AND key = @key',
  ),
)

const itemRows = prepared((db) =>
  db.$client.prepare<{ bookingId: string }, Omit<BookingItem, 'choice' | 'trace' | 'listingSlug' | 'staffName'> & { choice: string; trace: string | null }>(
    `SELECT id, business_id AS businessId, listing_id AS listingId, domain, title, starts_at AS startsAt, ends_at AS endsAt, time_zone AS timeZone,
       quantity, attendee_name AS attendeeName, attendee_email AS attendeeEmail, staff_id AS staffId, choice, session_id AS sessionId, trace, price_minor AS priceMinor, state, freed_at AS freedAt
     FROM booking_items WHERE booking_id = @bookingId ORDER BY position`,
  ),
)
