import type { BusinessCtx } from '~/kernel/ctx'
import { readReference } from '~/kernel/ids'
import { addDays, localDateOf, startOfDay, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Diary } from './diary.server'
import type { BookingStatus } from './model/states'
import { titleOf } from './item-sql'

export interface BookingFilters {
  readonly status: BookingStatus | null
  readonly domain: string | null
  readonly staffId: string | null
  readonly storeId: string | null
  /** Local dates of the business, both included, of the visit's start. */
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** Part of a name or an e-mail address, or a reference. */
  readonly search: string | null
  /** Always the latest first. */
  readonly sort: 'start' | 'placed'
  readonly diary: Diary
}

/** The place of a row in the list: what it is sorted by, and its id. */
export interface BookingCursor {
  readonly at: number
  readonly id: string
  /** Which side of that row is wanted. */
  readonly side: 'newer' | 'older'
}

export interface ListedBooking {
  readonly id: string
  readonly reference: string
  readonly status: BookingStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly timeZone: string
  readonly placedAt: number
  readonly contactName: string
  readonly title: string
  readonly domain: string
  readonly items: number
  readonly totalMinor: number
  readonly currency: string
}

export interface BookingsPage {
  readonly rows: readonly ListedBooking[]
  readonly newer: BookingCursor | null
  readonly older: BookingCursor | null
  /** Counted to `mostCounted`, which then means "or more". */
  readonly count: number
}

const pageSize = 25
export const mostCounted = 10_000

/** Without a first day a search looks back this far, so that it never reads all that a business ever had. */
export const searchReachDays = 400

/**
 * A page of a business's bookings, the latest first. Walks the index of what it is sorted by (or, for a status, of that status) and stops
 * when the page is full; a search looks at the names and addresses of the business's own rows in the range of dates, one by one.
 */
export function bookingsPage(db: Db, ctx: BusinessCtx, filters: BookingFilters, cursor: BookingCursor | null): BookingsPage {
  const query = bookingsSql(filters, cursor)
  const values = valuesOf(db, ctx, filters, cursor)
  const found = db.$client.prepare<unknown[], ListedBooking>(query.page).all(values)
  const more = found.length > pageSize
  const rows = found.slice(0, pageSize)
  const backwards = cursor?.side === 'newer'
  if (backwards) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  const at = (row: ListedBooking, side: BookingCursor['side']) => ({ at: filters.sort === 'start' ? row.startsAt : row.placedAt, id: row.id, side })
  return {
    rows,
    newer: first && (backwards ? more : cursor !== null) ? at(first, 'newer') : null,
    older: last && (backwards || more) ? at(last, 'older') : null,
    count: db.$client.prepare<unknown[], { n: number }>(query.count).get(values)?.n ?? 0,
  }
}

/** All pages as one, the latest first, and no more than `mostCounted` rows: those that a file of the list holds. */
export function allBookings(db: Db, ctx: BusinessCtx, filters: BookingFilters): ListedBooking[] {
  return db.$client.prepare<unknown[], ListedBooking>(bookingsSql(filters, null, mostCounted).page).all(valuesOf(db, ctx, filters, null))
}

/** The statements of a page and of its count; exported for the test of their plans. */
export function bookingsSql(filters: BookingFilters, cursor: BookingCursor | null, atMost = pageSize + 1): { page: string; count: string } {
  const key = filters.sort === 'start' ? 'b.starts_at' : 'b.placed_at'
  const reference = filters.search !== null && readReference(filters.search) !== null
  const index = reference ? 'bookings_reference' : indexFor(filters)
  const where = [
    'b.business_id = @businessId',
    reference && 'b.reference = @reference',
    filters.status !== null && 'b.status = @status',
    filters.storeId !== null && 'b.store_id = @storeId',
    '(@from IS NULL OR b.starts_at >= @from) AND (@to IS NULL OR b.starts_at < @to)',
    // A booking's first item says what it is in lists.
    filters.domain !== null && 'EXISTS (SELECT 1 FROM booking_items d WHERE d.booking_id = b.id AND d.position = 0 AND d.domain = @domain)',
    filters.staffId !== null && 'EXISTS (SELECT 1 FROM booking_items s WHERE s.booking_id = b.id AND s.staff_id = @staffId)',
    filters.diary !== null && 'EXISTS (SELECT 1 FROM booking_items s WHERE s.booking_id = b.id AND s.staff_id = @diary)',
    filters.search !== null && !reference && "(instr(folded(b.contact_name), @search) > 0 OR instr(folded(coalesce(b.contact_email, '')), @search) > 0)",
  ].filter((part) => part !== false)
  const from = `FROM bookings b INDEXED BY ${index}`
  const side = cursor && `(${key}, b.id) ${cursor.side === 'older' ? '<' : '>'} (@at, @id)`
  const order = cursor?.side === 'newer' ? 'ASC' : 'DESC'
  return {
    page: `SELECT b.id, b.reference, b.status, b.starts_at AS startsAt, b.ends_at AS endsAt, first.time_zone AS timeZone, b.placed_at AS placedAt,
      b.contact_name AS contactName, ${titleOf('b')} AS title, first.domain, b.total_minor AS totalMinor, b.currency,
      (SELECT coalesce(nullif(count(*) FILTER (WHERE n.state = 'active'), 0), count(*)) FROM booking_items n WHERE n.booking_id = b.id) AS items
      ${from} CROSS JOIN booking_items first ON first.booking_id = b.id AND first.position = 0
      WHERE ${[...where, ...(side ? [side] : [])].join(' AND ')} ORDER BY ${key} ${order}, b.id ${order} LIMIT ${atMost}`,
    count: `SELECT count(*) AS n FROM (SELECT 1 ${from} WHERE ${where.join(' AND ')} LIMIT ${mostCounted})`,
  }
}

function indexFor({ status, sort }: BookingFilters): string {
  if (sort === 'placed') return 'bookings_by_placed'
  return status === null ? 'bookings_by_start' : 'bookings_by_status'
}

function valuesOf(db: Db, ctx: BusinessCtx, filters: BookingFilters, cursor: BookingCursor | null): Record<string, unknown> {
  const zone = ctx.business.timeZone
  const reference = filters.search === null ? null : readReference(filters.search)
  if (filters.search !== null) knowFolded(db)
  const reach = filters.search !== null && reference === null ? addDays(localDateOf(ctx.now, zone), -searchReachDays) : null
  const from = filters.from ?? reach
  return {
    businessId: ctx.businessId,
    status: filters.status,
    domain: filters.domain,
    staffId: filters.staffId,
    storeId: filters.storeId,
    diary: filters.diary,
    reference,
    search: filters.search === null ? null : folded(filters.search),
    from: from === null ? null : startOfDay(from, zone),
    to: filters.to === null ? null : startOfDay(addDays(filters.to, 1), zone),
    at: cursor?.at ?? null,
    id: cursor?.id ?? null,
  }
}

/** As people search: "joao" finds "João", whatever the case. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{Mark}/gu, '').toLowerCase().trim()
}

const knowing = new WeakSet<Db>()

/** SQLite's own lower() knows ASCII alone, so each connection learns ours once. */
export function knowFolded(db: Db): void {
  if (knowing.has(db)) return
  db.$client.function('folded', { deterministic: true }, (text) => folded(String(text)))
  knowing.add(db)
}
