import type { Interval } from '~/kernel/time'
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

/** The items of a business that touch `[from, to)` and were not called off, by start. Places in a session are not among them: the session is shown once. */
export function entriesBetween(db: Db, businessId: string, from: number, to: number, narrowed: Narrowed = {}): Entry[] {
  return entryRows(db).all({ businessId, from, to, ...narrowedTo(narrowed) })
}

/** What lasts for a day or more and touches `[from, to)`, by start, at most so much of it: enough to say which days it takes. */
export function longSpans(db: Db, businessId: string, from: number, to: number, narrowed: Narrowed, most: number): LongSpan[] {
  return longRows(db).all({ businessId, from, to, most, ...narrowedTo(narrowed) })
}

export interface LongSpan {
  readonly itemId: string
  readonly startsAt: number
  readonly endsAt: number
}

/** The entries of these items, by start. */
export function entriesByIds(db: Db, businessId: string, itemIds: readonly string[]): Entry[] {
  return itemIds.length === 0 ? [] : byIds(db).all({ businessId, ids: JSON.stringify(itemIds) })
}

/** What a cell of a calendar says of an item. */
export type CellEntry = Pick<Entry, 'itemId' | 'reference' | 'status' | 'domain' | 'title' | 'startsAt' | 'endsAt' | 'staffId' | 'contactName' | 'attendeeName'>

export interface FirstOfDay {
  readonly entries: readonly CellEntry[]
  readonly count: number
}

/** Of each of these days what begins on it and lasts for less than a day, by start: the first of it, and how much there is, counted to `mostCounted`. */
export function firstEntries(db: Db, businessId: string, days: readonly Interval[], narrowed: Narrowed, most: number): FirstOfDay[] {
  const asked = { businessId, ...narrowedTo(narrowed) }
  const first = days.map((): CellEntry[] => [])
  // One statement for all days: to run one for each takes longer than the rows.
  for (const { day, ...entry } of startingRows(db).all({ ...asked, most, days: daysText(days, () => true) })) first[day]?.push(entry)
  // Where they are few they are all there already.
  const counts = new Map(startingCounts(db).all({ ...asked, days: daysText(days, (at) => first[at]?.length === most) }))
  return first.map((entries, at) => ({ entries: entries.sort((a, b) => a.startsAt - b.startsAt), count: counts.get(at) ?? entries.length }))
}

function daysText(days: readonly Interval[], isAsked: (at: number) => boolean): string {
  return JSON.stringify(days.flatMap(({ start, end }, at) => (isAsked(at) ? [[at, start, end]] : [])))
}

export const mostCounted = 500

function narrowedTo({ staffId = null, storeId = null, domain = null }: Narrowed) {
  return { staffId, storeId, domain }
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

const inCell = `f.id AS itemId, b.reference, b.status, f.domain, f.title, f.starts_at AS startsAt, f.ends_at AS endsAt, f.staff_id AS staffId,
  b.contact_name AS contactName, f.attendee_name AS attendeeName`

const stands = "i.business_id = @businessId AND i.state = 'active' AND i.session_id IS NULL"
const isShort = 'i.ends_at - i.starts_at < 86400000'
const isLong = 'i.ends_at - i.starts_at >= 86400000'
const ofWhom = '(@staffId IS NULL OR i.staff_id = @staffId) AND (@domain IS NULL OR i.domain = @domain) AND (@storeId IS NULL OR i.store_id = @storeId)'
const itsBooking = 'CROSS JOIN bookings b ON b.id = i.booking_id'

// The index has the longest of all at hand: nothing that is still on began earlier than that before it.
const longest = `coalesce((SELECT l.ends_at - l.starts_at FROM booking_items l INDEXED BY booking_items_longest
  WHERE l.business_id = @businessId AND l.state = 'active' AND l.session_id IS NULL AND l.ends_at - l.starts_at >= 86400000 ORDER BY l.ends_at - l.starts_at DESC LIMIT 1), 0)`
const whereLong = `WHERE ${stands} AND ${isLong} AND i.starts_at > @from - ${longest} AND i.starts_at < @to AND i.ends_at > @from AND ${ofWhom}`

const starting = `FROM booking_items i INDEXED BY booking_items_short
  WHERE ${stands} AND ${isShort} AND i.starts_at >= day.value ->> 1 AND i.starts_at < day.value ->> 2 AND ${ofWhom}`

/** Exported for the test of their plans. */
export const entriesSql = {
  between: `SELECT ${columns} FROM booking_items i INDEXED BY booking_items_short ${itsBooking}
    WHERE ${stands} AND ${isShort} AND i.starts_at > @from - 86400000 AND i.starts_at < @to AND i.ends_at > @from AND ${ofWhom}
    UNION ALL SELECT ${columns} FROM booking_items i INDEXED BY booking_items_long ${itsBooking} ${whereLong} ORDER BY startsAt`,
  long: `SELECT i.id AS itemId, i.starts_at AS startsAt, i.ends_at AS endsAt FROM booking_items i INDEXED BY booking_items_long ${whereLong} ORDER BY i.starts_at LIMIT @most`,
  starting: `SELECT day.value ->> 0 AS day, ${inCell} FROM json_each(@days) day
    CROSS JOIN booking_items f ON f.rowid IN (SELECT i.rowid ${starting} ORDER BY i.starts_at LIMIT @most) CROSS JOIN bookings b ON b.id = f.booking_id`,
  startingCounts: `SELECT day.value ->> 0, (SELECT count(*) FROM (SELECT 1 ${starting} LIMIT ${mostCounted})) FROM json_each(@days) day`,
  byIds: `SELECT ${columns} FROM json_each(@ids) id CROSS JOIN booking_items i ON i.id = id.value ${itsBooking} WHERE i.business_id = @businessId ORDER BY i.starts_at`,
}

interface Asked {
  readonly businessId: string
  readonly staffId: string | null
  readonly storeId: string | null
  readonly domain: string | null
}

interface Between extends Asked {
  readonly from: number
  readonly to: number
}

const entryRows = prepared((db) => db.$client.prepare<Between, Entry>(entriesSql.between))
const longRows = prepared((db) => db.$client.prepare<Between & { most: number }, LongSpan>(entriesSql.long))
const startingRows = prepared((db) => db.$client.prepare<Asked & { days: string; most: number }, CellEntry & { readonly day: number }>(entriesSql.starting))
const startingCounts = prepared((db) => db.$client.prepare<Asked & { days: string }, [number, number]>(entriesSql.startingCounts).raw())
const byIds = prepared((db) => db.$client.prepare<{ businessId: string; ids: string }, Entry>(entriesSql.byIds))

const bySubject = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string }, Entry>(
    `SELECT ${columns} FROM booking_items i JOIN bookings b ON b.id = i.booking_id
     WHERE i.business_id = @businessId AND i.id = coalesce((SELECT item_id FROM change_requests WHERE id = @subject), @subject)`,
  ),
)
