import type { LocalDate } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'

/** What is free of a listing on a date. */
export interface FreeDayRow {
  readonly date: LocalDate
  /** The most places left in one session of that day; null: unlimited. */
  readonly places: number | null
  /** The longest run of free minutes. */
  readonly minutes: number
}

/** What is known to be free of a listing from one date to another, both included, by date. */
export function freeDaysOf(db: Db, listingId: string, from: LocalDate, to: LocalDate): FreeDayRow[] {
  return ofListing(db).all({ listingId, from, to })
}

/** Puts what is free between two dates, both included, in place of what was known; rows that stay as they are are not written. Runs in the caller's transaction. */
export function saveFreeDays(db: Db, listingId: string, from: LocalDate, to: LocalDate, rows: readonly FreeDayRow[]): void {
  const known = new Map(freeDaysOf(db, listingId, from, to).map((row) => [row.date, row]))
  for (const row of rows) {
    const before = known.get(row.date)
    known.delete(row.date)
    if (before?.places !== row.places || before.minutes !== row.minutes) write(db).run({ ...row, listingId })
  }
  for (const date of known.keys()) remove(db).run({ listingId, date })
}

/** Forgets what was free of a business's listings before a date. Runs in the caller's transaction. */
export function forgetFreeDays(db: Db, businessId: string, before: LocalDate): void {
  forget(db).run({ businessId, before })
}

/** The active listings of a business in these domains. */
export function activeListingIds(db: Db, businessId: string, domains: readonly string[]): string[] {
  return activeIds(db).all({ businessId, domains: JSON.stringify(domains) })
}

const numberOf = '(SELECT number FROM listing_entries WHERE listing_id = @listingId)'

const ofListing = prepared((db) =>
  db.$client.prepare<{ listingId: string; from: string; to: string }, FreeDayRow>(
    `SELECT date, places, minutes FROM free_days WHERE listing_number = ${numberOf} AND date BETWEEN @from AND @to ORDER BY date`,
  ),
)

const write = prepared((db) =>
  db.$client.prepare<FreeDayRow & { listingId: string }>(
    `INSERT INTO free_days (listing_number, date, places, minutes) SELECT number, @date, @places, @minutes FROM listing_entries WHERE listing_id = @listingId
     ON CONFLICT DO UPDATE SET places = excluded.places, minutes = excluded.minutes`,
  ),
)

const remove = prepared((db) => db.$client.prepare<{ listingId: string; date: string }>(`DELETE FROM free_days WHERE listing_number = ${numberOf} AND date = @date`))

const forget = prepared((db) =>
  db.$client.prepare<{ businessId: string; before: string }>(
    `DELETE FROM free_days WHERE date < @before AND listing_number IN (
       SELECT number FROM listing_entries WHERE listing_id IN (SELECT id FROM listings WHERE business_id = @businessId))`,
  ),
)

const activeIds = prepared((db) =>
  db.$client
    .prepare<{ businessId: string; domains: string }, string>(
      `SELECT id FROM listings WHERE business_id = @businessId AND domain IN (SELECT value FROM json_each(@domains)) AND status = 'active' ORDER BY id`,
    )
    .pluck(),
)
