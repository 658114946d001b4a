import { addDays, daysBetween, localDateOf, type LocalDate } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { businessFacts, storesOf } from '../businesses/index.server'

/** How many days ahead the free days of listings are known. */
export const daysAhead = 120

/** More single dates than these are marked as all of them. */
const mostDates = 45

export interface Staleness {
  readonly businessId: string
  /** Null: every listing, since a person or a room may serve several. */
  readonly listingId: string | null
  /** Local dates, both included; null: every date that is looked ahead to. */
  readonly dates: { readonly from: LocalDate; readonly to: LocalDate } | null
  /** Of what asks for it. */
  readonly mark: string
}

/** What is free of these listings on these dates is to be looked at anew. Runs in the caller's transaction. */
export function markStale(db: Db, { businessId, listingId, dates, mark }: Staleness, now: number): void {
  const zone = businessFacts(db, businessId)?.timeZone
  if (zone === undefined) return
  const row = (date: string) => upsert(db).run({ businessId, listingId: listingId ?? '', date, mark })
  const today = localDateOf(now, zone)
  const [first, last] = [latest(dates?.from ?? '', addDays(today, -1)), earliest(dates?.to ?? '9999-12-31', addDays(today, daysAhead))]
  if (first > last) return
  if (!dates || daysBetween(first, last) >= mostDates) return void row('')
  for (let date = first; date <= last; date = addDays(date, 1)) row(date)
}

/** The local dates that `[from, to)` touches, by the clock of the business and of each of its stores. */
export function datesTouched(db: Db, businessId: string, from: number, to: number): { readonly from: LocalDate; readonly to: LocalDate } {
  const zones = new Set([businessFacts(db, businessId)?.timeZone ?? 'UTC', ...storesOf(db, businessId).map(({ timeZone }) => timeZone)])
  const all = [...zones].flatMap((zone) => [localDateOf(from, zone), localDateOf(Math.max(from, to - 1), zone)]).sort()
  return { from: all[0] ?? '', to: all.at(-1) ?? '' }
}

export interface StaleRow {
  readonly businessId: string
  readonly listingId: string
  readonly date: string
  readonly mark: string
}

/** What is to be looked at next: one listing or all of a business, and every row that asks the same of it. */
export function nextStale(db: Db): StaleRow[] {
  const first = firstRow(db).get()
  return first ? likeRows(db).all(first) : []
}

/** Takes back what was looked at, unless it was asked for again meanwhile. Runs in the caller's transaction. */
export function settleStale(db: Db, rows: readonly StaleRow[]): void {
  for (const row of rows) settle(db).run(row)
}

function latest(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b
}

function earliest(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b
}

const columns = 'business_id AS businessId, listing_id AS listingId, date, mark'

const upsert = prepared((db) =>
  db.$client.prepare<StaleRow>(
    `INSERT INTO stale_days (business_id, listing_id, date, mark) VALUES (@businessId, @listingId, @date, @mark) ON CONFLICT DO UPDATE SET mark = excluded.mark`,
  ),
)

const firstRow = prepared((db) => db.$client.prepare<[], StaleRow>(`SELECT ${columns} FROM stale_days ORDER BY business_id, listing_id, date LIMIT 1`))

const likeRows = prepared((db) =>
  db.$client.prepare<StaleRow, StaleRow>(`SELECT ${columns} FROM stale_days WHERE business_id = @businessId AND listing_id = @listingId ORDER BY date LIMIT 60`),
)

const settle = prepared((db) =>
  db.$client.prepare<StaleRow>('DELETE FROM stale_days WHERE business_id = @businessId AND listing_id = @listingId AND date = @date AND mark = @mark'),
)
