import { day } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { claimsOf, placesOf } from '../allocation/index.server'
import type { BookingStatus } from './model/states'

/** One item of a booking, as a day sheet and a calendar show it. */
export interface Entry {
  readonly itemId: string
  readonly bookingId: string
  readonly reference: string
  readonly status: BookingStatus
  readonly domain: string
  readonly title: string
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
  readonly storeId: string
  readonly saleId: string
  readonly staffId: string | null
  readonly contactName: string
  readonly attendeeName: string | null
  readonly answerBy: number | null
  /** Of its booking: rises with each change that a calendar should take over. */
  readonly sequence: number
}

export interface Narrowed {
  /** One person's alone. */
  readonly staffId?: string | null
  readonly storeId?: string | null
  readonly domain?: string | null
}

// What lasts longer than this is no visit: stays have bars of their own above the hours.
const longestVisit = 2 * day

/** The items of a business that touch `[from, to)` and were not called off, by start. */
export function entriesBetween(db: Db, businessId: string, from: number, to: number, { staffId = null, storeId = null, domain = null }: Narrowed = {}): Entry[] {
  return entryRows(db).all({ businessId, from, to, reach: from - longestVisit, staffId, storeId, domain })
}

/** The names of the rooms or chairs that an item has taken. */
export function placesTaken(db: Db, businessId: string, itemId: string): { id: string; name: string }[] {
  const taken = new Set(claimsOf(db, businessId, itemId).map((claim) => claim.resourceId))
  return placesOf(db, businessId).flatMap(({ id, name }) => (taken.has(id) ? [{ id, name }] : []))
}

/** What stands in the way, by the subjects of its claims: items of bookings, and moves that were asked for. Others are left out. */
export function entriesOf(db: Db, businessId: string, subjects: readonly string[]): Entry[] {
  return subjects.flatMap((subject) => bySubject(db).get({ businessId, subject }) ?? [])
}

const columns = `i.id AS itemId, b.id AS bookingId, b.reference, b.status, i.domain, i.title, i.starts_at AS startsAt, i.ends_at AS endsAt,
  i.time_zone AS timeZone, b.store_id AS storeId, b.sale_id AS saleId, i.staff_id AS staffId, b.contact_name AS contactName,
  i.attendee_name AS attendeeName, b.answer_by AS answerBy, b.sequence`

/** Exported for the test of its plan. */
export const entriesSql = `SELECT ${columns}
  FROM booking_items i INDEXED BY booking_items_by_time CROSS JOIN bookings b ON b.id = i.booking_id
  WHERE i.business_id = @businessId AND i.starts_at > @reach AND i.starts_at < @to AND i.ends_at > @from AND i.state = 'active'
    AND (@staffId IS NULL OR i.staff_id = @staffId) AND (@storeId IS NULL OR b.store_id = @storeId) AND (@domain IS NULL OR i.domain = @domain)
  ORDER BY i.starts_at`

interface Between {
  readonly businessId: string
  readonly from: number
  readonly to: number
  readonly reach: number
  readonly staffId: string | null
  readonly storeId: string | null
  readonly domain: string | null
}

const entryRows = prepared((db) => db.$client.prepare<Between, Entry>(entriesSql))

const bySubject = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string }, Entry>(
    `SELECT ${columns} FROM booking_items i JOIN bookings b ON b.id = i.booking_id
     WHERE i.business_id = @businessId AND i.id = coalesce((SELECT item_id FROM change_requests WHERE id = @subject), @subject)`,
  ),
)
