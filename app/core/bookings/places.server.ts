import { prepared, type Db } from '~/platform/database.server'
import { domainPrefixes } from './domain.server'
import { shownStatus, type BookingStatus } from './model/states'

/** An item that is a place in a session, with what its booking says of it. */
export interface SessionPlace {
  readonly itemId: string
  readonly bookingId: string
  readonly businessId: string
  readonly sessionId: string
  readonly listingId: string
  readonly domain: string
  readonly reference: string
  /** Which item of its booking, from 0. */
  readonly position: number
  /** Of its booking; a hold that has run out is expired, whether or not a job has seen it. */
  readonly status: BookingStatus
  readonly state: 'active' | 'cancelled'
  readonly title: string
  readonly quantity: number
  /** Who comes: the attendee where one is named, else the contact. */
  readonly name: string
  readonly contactName: string
  readonly email: string | null
  readonly phone: string | null
  readonly note: string | null
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
  readonly saleId: string
  readonly placedAt: number
}

/** How a place stands, and no more: what a list of thousands is counted, narrowed and paged by. */
export type PlaceStanding = Pick<SessionPlace, 'itemId' | 'bookingId' | 'status' | 'state' | 'quantity'>

/** Every place that is or was booked in a session, by the folded name of who comes. */
export function standingsInSession(db: Db, businessId: string, sessionId: string, now: number): PlaceStanding[] {
  return standings(db)
    .all({ businessId, sessionId })
    .map(([itemId, bookingId, status, state, quantity, holdUntil]) => ({ itemId, bookingId, state, quantity, status: seenNow({ status, holdUntil }, now) }))
}

/** Who is in a session, in the same order: what a search looks through. */
export function namesInSession(db: Db, businessId: string, sessionId: string): Pick<SessionPlace, 'itemId' | 'name' | 'contactName' | 'email' | 'reference'>[] {
  return names(db).all({ businessId, sessionId })
}

/** Every place that is or was booked in a session, by the folded name of who comes. */
export function placesInSession(db: Db, businessId: string, sessionId: string, now: number): SessionPlace[] {
  return inSession(db)
    .all({ businessId, sessionId })
    .map((row) => placeOf(row, now))
}

/** These places, in the order in which they are asked for. */
export function placesByIds(db: Db, businessId: string, itemIds: readonly string[], now: number): SessionPlace[] {
  return byIds(db)
    .all({ businessId, ids: JSON.stringify(itemIds) })
    .map((row) => placeOf(row, now))
}

/** One place of this business; null for anybody else's, and for an item that is none. */
export function placeOfItem(db: Db, businessId: string, itemId: string, now: number): SessionPlace | null {
  const row = ofItem(db).get({ businessId, itemId })
  return row ? placeOf(row, now) : null
}

/** The places of a booking, in their order. */
export function placesOfBooking(db: Db, businessId: string, bookingId: string, now: number): SessionPlace[] {
  return ofBooking(db)
    .all({ businessId, bookingId })
    .map((row) => placeOf(row, now))
}

/** The places, of any business, that the six signs of a reference and the position of an item may mean: every trade has letters of its own before them. */
export function placesBySigns(db: Db, signs: string, position: number, now: number): SessionPlace[] {
  return domainPrefixes().flatMap((prefix) => {
    const row = byReference(db).get({ reference: `${prefix}-${signs}`, position })
    return row ? [placeOf(row, now)] : []
  })
}

/** How many people are booked in a session for sure: of bookings that are confirmed, were completed or marked. */
export function peopleBooked(db: Db, businessId: string, sessionId: string): number {
  return booked(db).get({ businessId, sessionId })?.people ?? 0
}

type PlaceRow = SessionPlace & { readonly holdUntil: number | null }

function placeOf(row: PlaceRow, now: number): SessionPlace {
  const status = seenNow(row, now)
  return status === row.status ? row : { ...row, status }
}

function seenNow({ status, holdUntil }: Pick<PlaceRow, 'status' | 'holdUntil'>, now: number): BookingStatus {
  return shownStatus({ status, holdUntil, startsAt: now, endsAt: now }, now) === 'lapsed' ? 'expired' : status
}

const columns = `i.id AS itemId, i.booking_id AS bookingId, i.business_id AS businessId, i.session_id AS sessionId, i.listing_id AS listingId, i.domain,
  b.reference, i.position, b.status, i.state, i.title, i.quantity, coalesce(i.attendee_name, b.contact_name) AS name, b.contact_name AS contactName,
  coalesce(i.attendee_email, b.contact_email) AS email, b.contact_phone AS phone, b.note, i.starts_at AS startsAt, i.ends_at AS endsAt, i.time_zone AS timeZone,
  b.sale_id AS saleId, b.placed_at AS placedAt, b.hold_until AS holdUntil`

const byName = `FROM booking_items i CROSS JOIN bookings b ON b.id = i.booking_id
  WHERE i.session_id = @sessionId AND i.business_id = @businessId ORDER BY i.session_id, i.sort_name, i.id`

const placesSql = `SELECT ${columns} ${byName}`
const standingsSql = `SELECT i.id, i.booking_id, b.status, i.state, i.quantity, b.hold_until ${byName}`
const namesSql = `SELECT i.id AS itemId, b.reference, coalesce(i.attendee_name, b.contact_name) AS name, b.contact_name AS contactName,
  coalesce(i.attendee_email, b.contact_email) AS email ${byName}`

export const peopleBookedSql = `SELECT coalesce(sum(i.quantity), 0) AS people FROM booking_items i JOIN bookings b ON b.id = i.booking_id
  WHERE i.session_id = @sessionId AND i.business_id = @businessId AND i.state = 'active' AND b.status IN ('confirmed', 'completed', 'no_show')`

const inSession = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, PlaceRow>(placesSql))
const standings = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, [string, string, BookingStatus, SessionPlace['state'], number, number | null]>(standingsSql).raw())
const names = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, ReturnType<typeof namesInSession>[number]>(namesSql))
const booked = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string }, { people: number }>(peopleBookedSql))

const ofItem = prepared((db) =>
  db.$client.prepare<{ businessId: string; itemId: string }, PlaceRow>(
    `SELECT ${columns} FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE i.id = @itemId AND i.business_id = @businessId AND i.session_id IS NOT NULL`,
  ),
)

const byIds = prepared((db) =>
  db.$client.prepare<{ businessId: string; ids: string }, PlaceRow>(
    `SELECT ${columns} FROM json_each(@ids) wanted CROSS JOIN booking_items i ON i.id = wanted.value CROSS JOIN bookings b ON b.id = i.booking_id
     WHERE i.business_id = @businessId AND i.session_id IS NOT NULL ORDER BY wanted.key`,
  ),
)

const ofBooking = prepared((db) =>
  db.$client.prepare<{ businessId: string; bookingId: string }, PlaceRow>(
    `SELECT ${columns} FROM booking_items i JOIN bookings b ON b.id = i.booking_id
     WHERE i.booking_id = @bookingId AND i.business_id = @businessId AND i.session_id IS NOT NULL ORDER BY i.position`,
  ),
)

const byReference = prepared((db) =>
  db.$client.prepare<{ reference: string; position: number }, PlaceRow>(
    `SELECT ${columns} FROM bookings b JOIN booking_items i ON i.booking_id = b.id AND i.position = @position WHERE b.reference = @reference AND i.session_id IS NOT NULL`,
  ),
)
