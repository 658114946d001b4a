import type { BusinessCtx } from '~/kernel/ctx'
import { readReference } from '~/kernel/ids'
import { addDays, startOfDay } from '~/kernel/time'
import { facetOf, wordsIn } from '~/kernel/words-sought'
import type { Db } from '~/platform/database.server'
import type { BookingCursor, BookingFilters } from './list-filters'

/** So many rows of an index are looked at for one page, so that no filter makes one wait: what lies behind them is behind its cursor. */
export const mostWalked = 10_000
/** Whose a visit is stands with its items, so each row costs a look of its own. */
export const mostWalkedByPerson = 2000
/** So many that match words are looked at, the last ones booked first. */
export const mostMatched = 2000
/** An index entry of fewer rows than this is read whole. */
const few = 1000

/** The way through the rows: the index, and whether it holds so few of them that all are looked at. */
export interface Walk {
  readonly kind: 'reference' | 'words' | 'session' | 'person' | 'few' | 'along'
  readonly index: string
  /** Of the rows that the way leads along. */
  readonly where: string
}

export interface Values extends Readonly<Record<string, string | number | null>> {
  readonly businessId: string
}

/** What the statements of a list are given, by name. */
export function valuesOf(db: Db, { businessId, business }: BusinessCtx, filters: BookingFilters): Values {
  const zone = business.timeZone
  return {
    businessId,
    status: filters.status,
    domain: filters.domain,
    staffId: filters.staffId,
    storeId: filters.storeId,
    payment: filters.payment,
    sessionId: filters.sessionId,
    diary: filters.diary,
    reference: filters.search === null ? null : readReference(filters.search),
    match: filters.search === null ? null : matchOf(db, businessId, filters.search),
    from: filters.from === null ? null : startOfDay(filters.from, zone),
    to: filters.to === null ? null : startOfDay(addDays(filters.to, 1), zone),
  }
}

/** Chooses the shortest way: what was searched for, else the narrowest index that holds few rows, else the one that the list is sorted by. */
export function walkOf(db: Db, filters: BookingFilters, values: Values): Walk {
  const business = 'b.business_id = @businessId'
  if (filters.search !== null) return values.reference === null ? { kind: 'words', index: '', where: business } : { kind: 'reference', index: 'bookings_reference', where: `${business} AND b.reference = @reference` }
  if (filters.sessionId !== null) return { kind: 'session', index: '', where: business }
  const along = filters.sort === 'start' ? { index: 'bookings_by_start', where: `${business} ${inDates(filters)}` } : { index: 'bookings_by_placed', where: business }
  const narrow = narrowWays(filters)
    .map((way) => ({ ...way, size: statement(db, sizeSql(way)).get(values) as number }))
    .filter(({ size }) => size < few)
    .sort((a, b) => a.size - b.size)[0]
  const own = filters.staffId !== null && (statement(db, ofPersonSql).get(values) as number) < Math.min(few, narrow?.size ?? few)
  if (own) return { kind: 'person', index: '', where: business }
  return narrow ? { kind: 'few', index: narrow.index, where: narrow.where } : { kind: 'along', ...along }
}

/** The ways that the filters open, each an index entry with the dates in it. */
export function narrowWays(filters: BookingFilters): { readonly index: string; readonly where: string }[] {
  const business = 'b.business_id = @businessId'
  const dates = inDates(filters)
  return [
    filters.status !== null && { index: 'bookings_by_status', where: `${business} AND b.status = @status ${dates}` },
    filters.payment !== null && { index: 'bookings_by_payment', where: `${business} AND b.payment_state = @payment ${dates}` },
    filters.domain !== null && { index: 'bookings_by_domain', where: `${business} AND b.domain = @domain ${dates}` },
    filters.storeId !== null && { index: 'bookings_by_store', where: `${business} AND b.store_id = @storeId ${dates}` },
    filters.sort === 'placed' && dates !== '' && { index: 'bookings_by_start', where: `${business} ${dates}` },
  ].filter((way) => way !== false)
}

/** How many visits somebody ever had, counted to `few`. */
export const ofPersonSql = `SELECT count(*) FROM (SELECT 1 FROM booking_items INDEXED BY booking_items_by_staff WHERE staff_id = @staffId LIMIT ${few})`

/** How many rows a way has, counted to `few`. */
export function sizeSql({ index, where }: { readonly index: string; readonly where: string }): string {
  return `SELECT count(*) FROM (SELECT 1 FROM bookings b INDEXED BY ${index} WHERE ${where} LIMIT ${few})`
}

/** Where the rows come from. Those that match words are taken from the index of words first, the last ones booked before the others. */
export function sourceSql({ kind, index }: Walk): string {
  if (kind === 'session') {
    return `FROM (SELECT DISTINCT booking_id AS id FROM booking_items INDEXED BY booking_items_by_session WHERE session_id = @sessionId LIMIT ${mostMatched}) found
      CROSS JOIN bookings b ON b.id = found.id`
  }
  if (kind === 'person') return 'FROM (SELECT DISTINCT booking_id AS id FROM booking_items INDEXED BY booking_items_by_staff WHERE staff_id = @staffId) found CROSS JOIN bookings b ON b.id = found.id'
  if (kind !== 'words') return `FROM bookings b INDEXED BY ${index}`
  return `FROM (SELECT rowid AS at FROM bookings_fts WHERE bookings_fts MATCH @match ORDER BY rowid DESC LIMIT ${mostMatched}) found
    CROSS JOIN booking_texts words ON words.id = found.at CROSS JOIN bookings b ON b.id = words.booking_id`
}

// A person's own index would be read to its end for every row: a booking has few items.
/** What the filters ask of a row beside what its way says already. */
export function filterSql({ kind, index }: Walk, filters: BookingFilters): string {
  const along = kind === 'along' && index === 'bookings_by_start'
  const parts = [
    filters.status !== null && 'b.status = @status',
    filters.payment !== null && 'b.payment_state = @payment',
    filters.domain !== null && 'b.domain = @domain',
    filters.storeId !== null && 'b.store_id = @storeId',
    filters.staffId !== null && kind !== 'person' && 'EXISTS (SELECT 1 FROM booking_items s INDEXED BY booking_items_position WHERE s.booking_id = b.id AND s.staff_id = @staffId)',
    filters.sessionId !== null && kind !== 'session' && 'EXISTS (SELECT 1 FROM booking_items p INDEXED BY booking_items_position WHERE p.booking_id = b.id AND p.session_id = @sessionId)',
    filters.diary !== null && 'EXISTS (SELECT 1 FROM booking_items s INDEXED BY booking_items_position WHERE s.booking_id = b.id AND s.staff_id = @diary)',
  ].filter((part) => part !== false)
  return `${parts.map((part) => ` AND ${part}`).join('')}${along || inDates(filters) === '' ? '' : ` ${inDates(filters)}`}`
}

/** How far a walk along an index goes: for one page, or for so many at once. */
export function reachOf({ staffId, diary }: BookingFilters, pages = 1): number {
  return pages * (staffId === null && diary === null ? mostWalked : mostWalkedByPerson)
}

/** The last row within reach; none where the way ends before. */
export function lastWalkedSql({ index, where }: Walk, filters: BookingFilters, side: BookingCursor['side'] | null, pages = 1): string {
  const key = keyOf(filters)
  const order = side === 'newer' ? 'ASC' : 'DESC'
  return `SELECT ${key} AS at, b.id FROM bookings b INDEXED BY ${index} WHERE ${where} ${side ? beyond(key, side) : ''}
    ORDER BY ${key} ${order}, b.id ${order} LIMIT 1 OFFSET ${reachOf(filters, pages) - 1}`
}

export function keyOf({ sort }: BookingFilters): string {
  return sort === 'start' ? 'b.starts_at' : 'b.placed_at'
}

/** Rows on the far side of the cursor. */
export function beyond(key: string, side: BookingCursor['side']): string {
  return `AND (${key}, b.id) ${side === 'older' ? '<' : '>'} (@at, @id)`
}

const kept = new WeakMap<Db, Map<string, ReturnType<Db['$client']['prepare']>>>()

/** A statement with one column for `size`, else with rows as objects; prepared once for each text. */
export function statement(db: Db, sql: string) {
  let known = kept.get(db)
  if (!known) kept.set(db, (known = new Map()))
  let made = known.get(sql)
  if (!made) {
    made = db.$client.prepare(sql)
    if (made.columns().length === 1) made.pluck()
    known.set(sql, made)
  }
  return made
}

function inDates({ from, to }: BookingFilters): string {
  return [from !== null && 'AND b.starts_at >= @from', to !== null && 'AND b.starts_at < @to'].filter((part) => part !== false).join(' ')
}

/**
 * What the index of words is asked, among the business's own: the last word as the beginning of one and those before it whole, as people
 * type; where nothing has them so, all as beginnings. Without a word nothing matches.
 */
function matchOf(db: Db, businessId: string, search: string): string {
  const words = wordsIn(search)
  const own = `business : "${facetOf('b', businessId)}"`
  if (words.length === 0) return `${own} AND business : "none"`
  const match = (begun: (at: number) => boolean) => `${own} AND ({reference name email titles attendees} : (${words.map((word, at) => `"${word}"${begun(at) ? ' *' : ''}`).join(' AND ')}))`
  const asTyped = match((at) => at === words.length - 1)
  return words.length === 1 || statement(db, anySql).get({ match: asTyped }) !== undefined ? asTyped : match(() => true)
}

const anySql = 'SELECT 1 FROM bookings_fts WHERE bookings_fts MATCH @match LIMIT 1'
