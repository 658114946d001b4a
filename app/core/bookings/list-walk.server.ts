import type { BusinessCtx } from '~/kernel/ctx'
import { readReference } from '~/kernel/ids'
import { addDays, startOfDay } from '~/kernel/time'
import { facetOf, wordsIn } from '~/kernel/words-sought'
import type { Db } from '~/platform/database.server'
import type { BookingCursor, BookingFilters } from './list-filters'

/** So many rows of an index are looked at for one page, so that no filter makes one wait: what lies behind them is behind its cursor. */
export const mostWalked = 10_000
/** What else is asked of somebody's bookings costs each row a look of its own. */
export const mostWalkedByPerson = 2000
/** So many that match words are looked at, the last ones booked first: more of them where other filters leave some out. */
const mostMatched = { alone: 500, filtered: 2000 }
/** So many bookings of one session are looked at. */
const mostInSession = 2000
/** An index entry of fewer rows than this is read whole. */
const few = 1000

/** The way through the rows: the index, and whether it holds so few of them that all are looked at, or is walked in the order of the list. */
export interface Walk {
  readonly kind: 'reference' | 'words' | 'session' | 'few' | 'along' | 'along-person'
  readonly index: string
  /** Of the rows that the way leads along. */
  readonly where: string
}

export interface Values extends Readonly<Record<string, string | number | null>> {
  readonly businessId: string
  /** The texts that match the words sought, as a JSON list of their ids, the last ones booked first; null where no words are sought. */
  readonly found: string | null
  readonly foundCount: number
}

/** What the statements of a list are given, by name. */
export function valuesOf(db: Db, { businessId, business }: BusinessCtx, filters: BookingFilters): Values {
  const zone = business.timeZone
  const reference = filters.search === null ? null : readReference(filters.search)
  const found = filters.search === null || reference !== null ? null : foundBy(db, businessId, filters)
  return {
    businessId,
    status: filters.status,
    domain: filters.domain,
    staffId: filters.staffId,
    storeId: filters.storeId,
    payment: filters.payment,
    sessionId: filters.sessionId,
    diary: filters.diary,
    person: personOf(filters),
    reference,
    found: found && JSON.stringify(found),
    foundCount: found?.length ?? 0,
    from: filters.from === null ? null : startOfDay(filters.from, zone),
    to: filters.to === null ? null : startOfDay(addDays(filters.to, 1), zone),
  }
}

/** Chooses the shortest way: what was searched for, else the narrowest index that holds few rows, else the one that the list is sorted by. */
export function walkOf(db: Db, filters: BookingFilters, values: Values): Walk {
  const business = 'b.business_id = @businessId'
  if (filters.search !== null) return values.reference === null ? { kind: 'words', index: '', where: business } : { kind: 'reference', index: 'bookings_reference', where: `${business} AND b.reference = @reference` }
  if (filters.sessionId !== null) return { kind: 'session', index: '', where: business }
  const narrow = narrowWays(filters)
    .map((way) => ({ ...way, size: statement(db, sizeSql(way)).get(values) as number }))
    .filter(({ size }) => size < few)
    .sort((a, b) => a.size - b.size)[0]
  return narrow ? { kind: 'few', index: narrow.index, where: narrow.where } : alongOf(filters)
}

// What has which status goes with the time: those before the first that was completed are not walked through.
function alongOf(filters: BookingFilters): Walk {
  const business = 'b.business_id = @businessId'
  const byStart = filters.sort === 'start'
  if (personOf(filters) !== null) {
    const dates = byStart ? inDates(filters, 'w') : ''
    return { kind: 'along-person', index: byStart ? 'booking_people_by_start' : 'booking_people_by_placed', where: `w.staff_id = @person ${dates}` }
  }
  if (!byStart) return { kind: 'along', index: 'bookings_by_placed', where: business }
  return filters.status === null
    ? { kind: 'along', index: 'bookings_by_start', where: `${business} ${inDates(filters)}` }
    : { kind: 'along', index: 'bookings_by_status', where: `${business} AND b.status = @status ${inDates(filters)}` }
}

/** Whose bookings only; null where it may be anybody's. */
function personOf({ staffId, diary }: BookingFilters): string | null {
  return diary ?? staffId
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

/** How many rows a way has, counted to `few`. */
export function sizeSql({ index, where }: { readonly index: string; readonly where: string }): string {
  return `SELECT count(*) FROM (SELECT 1 FROM bookings b INDEXED BY ${index} WHERE ${where} LIMIT ${few})`
}

/** Where the rows come from. Those that match words were found before (see `Values`). */
export function sourceSql({ kind, index }: Walk): string {
  if (kind === 'session') {
    return `FROM (SELECT DISTINCT booking_id AS id FROM booking_items INDEXED BY booking_items_by_session WHERE session_id = @sessionId LIMIT ${mostInSession}) found
      CROSS JOIN bookings b ON b.id = found.id`
  }
  if (kind === 'along-person') return `FROM booking_people w INDEXED BY ${index} CROSS JOIN bookings b ON b.id = w.booking_id AND b.business_id = @businessId`
  if (kind !== 'words') return `FROM bookings b INDEXED BY ${index}`
  return 'FROM json_each(@found) found CROSS JOIN booking_texts words ON words.id = found.value CROSS JOIN bookings b ON b.id = words.booking_id'
}

/** How many that match words are looked at. */
export function mostMatchedBy(filters: BookingFilters): number {
  return filterSql({ kind: 'words', index: '', where: '' }, filters) === '' ? mostMatched.alone : mostMatched.filtered
}

/** What the filters ask of a row beside what its way says already. */
export function filterSql({ kind, index }: Walk, filters: BookingFilters): string {
  const dated = (kind === 'along' && index !== 'bookings_by_placed') || index === 'booking_people_by_start'
  const theirs = (staff: string) => `EXISTS (SELECT 1 FROM booking_people s WHERE s.booking_id = b.id AND s.staff_id = ${staff})`
  const parts = [
    filters.status !== null && index !== 'bookings_by_status' && 'b.status = @status',
    filters.payment !== null && 'b.payment_state = @payment',
    filters.domain !== null && 'b.domain = @domain',
    filters.storeId !== null && 'b.store_id = @storeId',
    filters.staffId !== null && (kind !== 'along-person' || filters.diary !== null) && theirs('@staffId'),
    filters.sessionId !== null && kind !== 'session' && 'EXISTS (SELECT 1 FROM booking_items p INDEXED BY booking_items_position WHERE p.booking_id = b.id AND p.session_id = @sessionId)',
    filters.diary !== null && kind !== 'along-person' && theirs('@diary'),
  ].filter((part) => part !== false)
  return `${parts.map((part) => ` AND ${part}`).join('')}${dated || inDates(filters) === '' ? '' : ` ${inDates(filters)}`}`
}

/** How far a walk along an index goes: for one page, or for so many at once. */
export function reachOf(filters: BookingFilters, pages = 1): number {
  return pages * (personOf(filters) === null ? mostWalked : mostWalkedByPerson)
}

/** The last row within reach; none where the way ends before. */
export function lastWalkedSql(walk: Walk, filters: BookingFilters, side: BookingCursor['side'] | null, reach = reachOf(filters)): string {
  const order = side === 'newer' ? 'ASC' : 'DESC'
  const { at, id } = keyOf(walk, filters)
  return `SELECT ${at} AS at, ${id} AS id ${alongSql(walk)} WHERE ${walk.where} ${side ? beyond({ at, id }, side) : ''}
    ORDER BY ${at} ${order}, ${id} ${order} LIMIT 1 OFFSET ${reach - 1}`
}

/** The index alone of a way that is walked in the order of the list. */
export function alongSql({ kind, index }: Walk): string {
  return kind === 'along-person' ? `FROM booking_people w INDEXED BY ${index}` : `FROM bookings b INDEXED BY ${index}`
}

/** What rows are sorted by: an instant, and among equal ones their id. */
export interface SortKey {
  readonly at: string
  readonly id: string
}

export function keyOf({ kind }: Pick<Walk, 'kind'>, { sort }: BookingFilters): SortKey {
  const at = sort === 'start' ? 'starts_at' : 'placed_at'
  return kind === 'along-person' ? { at: `w.${at}`, id: 'w.booking_id' } : { at: `b.${at}`, id: 'b.id' }
}

/** Rows on the far side of the cursor. */
export function beyond({ at, id }: SortKey, side: BookingCursor['side']): string {
  return `AND (${at}, ${id}) ${side === 'older' ? '<' : '>'} (@at, @id)`
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

function inDates({ from, to }: BookingFilters, row = 'b'): string {
  return [from !== null && `AND ${row}.starts_at >= @from`, to !== null && `AND ${row}.starts_at < @to`].filter((part) => part !== false).join(' ')
}

/**
 * The texts of the business that match the words sought: the last word as the beginning of one and those before it whole, as people type;
 * where nothing has them so, all as beginnings. Without a word nothing matches.
 */
function foundBy(db: Db, businessId: string, filters: BookingFilters): number[] {
  const words = wordsIn(filters.search ?? '')
  if (words.length === 0) return []
  const match = (begun: (at: number) => boolean) =>
    `business : "${facetOf('b', businessId)}" AND ({reference name email titles attendees} : (${words.map((word, at) => `"${word}"${begun(at) ? ' *' : ''}`).join(' AND ')}))`
  const matched = (begun: (at: number) => boolean) => statement(db, matchedSql).all({ match: match(begun), most: mostMatchedBy(filters) }) as number[]
  const asTyped = matched((at) => at === words.length - 1)
  return words.length === 1 || asTyped.length > 0 ? asTyped : matched(() => true)
}

/** Exported for the test of its plan. */
export const matchedSql = 'SELECT rowid FROM bookings_fts WHERE bookings_fts MATCH @match ORDER BY rowid DESC LIMIT @most'
