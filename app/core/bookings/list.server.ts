import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { titleOf } from './item-sql'
import type { BookingCursor, BookingFilters } from './list-filters'
import { alongSql, beyond, filterSql, keyOf, lastWalkedSql, mostMatchedBy, reachOf, sourceSql, statement, valuesOf, walkOf, type SortKey, type Values, type Walk } from './list-walk.server'
import type { PaymentState } from './model/payment-states'
import type { BookingStatus } from './model/states'

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
  readonly payment: PaymentState
}

export interface BookingsPage {
  readonly rows: readonly ListedBooking[]
  readonly newer: BookingCursor | null
  readonly older: BookingCursor | null
  /** Counted to `mostCounted`. */
  readonly count: number
  /** There are so many or more. */
  readonly atLeast: boolean
  /** The list went no further than to this instant of what it is sorted by for one page; what lies behind it is behind `older` (or `newer`). */
  readonly lookedTo: number | null
}

const pageSize = 25
/** How far a page looks first. */
const nearby = 400
export const mostCounted = 1000
/** What a file of the list holds at most. */
export const mostInFile = 10_000
/** And how far it looks, in pages' reach. */
const pagesInFile = 20

/**
 * A page of a business's bookings, the latest first. One statement walks one index (see `walkOf`), never more than a bounded number of its
 * rows, and stops when the page is full.
 */
export function bookingsPage(db: Db, ctx: BusinessCtx, filters: BookingFilters, cursor: BookingCursor | null): BookingsPage {
  const values = valuesOf(db, ctx, filters)
  const walk = walkOf(db, filters, values)
  const { found, end } = foundBy(db, walk, filters, values, cursor)
  const full = found.length > pageSize
  const rows = found.slice(0, pageSize)
  const backwards = cursor?.side === 'newer'
  if (backwards) rows.reverse()
  const [first, last] = [rows[0], rows.at(-1)]
  const at = (row: ListedBooking, side: BookingCursor['side']) => ({ at: filters.sort === 'start' ? row.startsAt : row.placedAt, id: row.id, side })
  const further = end && !full ? { ...end, side: cursor?.side ?? 'older' } : null
  // Back from a page with nothing on it: the row that it began behind belongs to the page before.
  const before = cursor && { at: cursor.at, id: backwards ? 'f' : '0', side: backwards ? ('older' as const) : ('newer' as const) }
  const ahead = further ?? (full && last && first ? at(backwards ? first : last, backwards ? 'newer' : 'older') : null)
  const behind = first && last ? cursor && at(backwards ? last : first, backwards ? 'older' : 'newer') : before
  const counted = countOf(db, walk, filters, values)
  return { rows, newer: backwards ? ahead : behind, older: backwards ? behind : ahead, ...counted, lookedTo: further?.at ?? null }
}

/** The rows of a page and one more, and where the walk for them ended. Most pages are full after a few hundred rows: only where one is not, it goes on. */
function foundBy(db: Db, walk: Walk, filters: BookingFilters, values: Values, cursor: BookingCursor | null) {
  const placed = { ...values, at: cursor?.at ?? null, id: cursor?.id ?? null }
  const within = (reach: number) => {
    const end = endOf(db, walk, filters, values, cursor, reach)
    const sql = pageSql(walk, filters, cursor?.side ?? null, end !== null)
    return { end, found: statement(db, sql).all({ ...placed, endAt: end?.at ?? null, endId: end?.id ?? null }) as ListedBooking[] }
  }
  const near = within(nearby)
  return near.end === null || near.found.length > pageSize ? near : within(reachOf(filters))
}

/** All pages as one, the latest first, and no more than `mostInFile` rows: those that a file of the list holds. */
export function allBookings(db: Db, ctx: BusinessCtx, filters: BookingFilters): ListedBooking[] {
  const values = valuesOf(db, ctx, filters)
  const walk = walkOf(db, filters, values)
  const end = endOf(db, walk, filters, values, null, reachOf(filters, pagesInFile))
  return statement(db, pageSql(walk, filters, null, end !== null, mostInFile)).all({ ...values, at: null, id: null, endAt: end?.at ?? null, endId: end?.id ?? null }) as ListedBooking[]
}

/** The statement of a page; exported for the test of its plan. */
export function pageSql(walk: Walk, filters: BookingFilters, side: BookingCursor['side'] | null, ends: boolean, atMost = pageSize + 1): string {
  const key = keyOf(walk, filters)
  const order = side === 'newer' ? 'ASC' : 'DESC'
  const sorted = ({ at, id }: SortKey) => `ORDER BY ${at} ${order}, ${id} ${order}`
  // First which rows, then what they say: what is sorted out is not looked up.
  return `SELECT b.id, b.reference, b.status, b.starts_at AS startsAt, b.ends_at AS endsAt, first.time_zone AS timeZone, b.placed_at AS placedAt,
    b.contact_name AS contactName, ${titleOf('b')} AS title, b.domain, b.total_minor AS totalMinor, b.currency, b.payment_state AS payment,
    (SELECT coalesce(nullif(count(*) FILTER (WHERE n.state = 'active'), 0), count(*)) FROM booking_items n WHERE n.booking_id = b.id) AS items
    FROM (SELECT b.id ${sourceSql(walk)}
      WHERE ${walk.where}${filterSql(walk, filters)} ${side ? beyond(key, side) : ''} ${ends ? `AND (${key.at}, ${key.id}) ${side === 'newer' ? '<=' : '>='} (@endAt, @endId)` : ''}
      ${sorted(key)} LIMIT ${atMost}) chosen
    CROSS JOIN bookings b ON b.id = chosen.id CROSS JOIN booking_items first ON first.booking_id = b.id AND first.position = 0
    ${sorted(keyOf({ kind: 'along' }, filters))}`
}

/** The statement that counts what the filters leave of the rows within reach; exported for the test of its plan. */
export function countSql(walk: Walk, filters: BookingFilters): string {
  const left = filterSql(walk, filters)
  const isAlong = walk.kind === 'along' || walk.kind === 'along-person'
  if (isAlong && left === '') return `SELECT count(*) FROM (SELECT 1 ${alongSql(walk)} WHERE ${walk.where} LIMIT ${mostCounted})`
  if (!isAlong) return `SELECT count(*) FROM (SELECT 1 ${sourceSql(walk)} WHERE ${walk.where}${left} LIMIT ${mostCounted})`
  const { at } = keyOf(walk, filters)
  return `SELECT count(*) FROM (SELECT 1 FROM (SELECT b.id, b.status, b.payment_state, b.domain, b.store_id, b.starts_at ${sourceSql(walk)}
    WHERE ${walk.where} ORDER BY ${at} DESC LIMIT ${reachOf(filters)}) b WHERE true${left} LIMIT ${mostCounted})`
}

/** Where a walk along an index ends for this page; null where it goes to the end of the list. */
function endOf(db: Db, walk: Walk, filters: BookingFilters, values: Values, cursor: BookingCursor | null, reach: number): { at: number; id: string } | null {
  if ((walk.kind !== 'along' && walk.kind !== 'along-person') || filterSql(walk, filters) === '') return null
  const end = statement(db, lastWalkedSql(walk, filters, cursor?.side ?? null, reach)).get({ ...values, at: cursor?.at ?? null, id: cursor?.id ?? null })
  return (end as { at: number; id: string } | undefined) ?? null
}

function countOf(db: Db, walk: Walk, filters: BookingFilters, values: Values): { count: number; atLeast: boolean } {
  // What matches words is the business's own: where nothing more is asked, no row is read.
  const areMatches = walk.kind === 'words' && filterSql(walk, filters) === ''
  const count = areMatches ? values.foundCount : (statement(db, countSql(walk, filters)).get(values) as number)
  return { count, atLeast: count >= mostCounted || isCut(db, walk, filters, values) }
}

function isCut(db: Db, walk: Walk, filters: BookingFilters, values: Values): boolean {
  if (walk.kind === 'words') return values.foundCount === mostMatchedBy(filters)
  return endOf(db, walk, filters, values, null, reachOf(filters)) !== null
}
