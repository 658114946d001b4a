import Database from 'better-sqlite3'
import { closeDatabase, openDatabase } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { freshFile } from '#db/testing'

/** Tuesday 3 November 2026, 09:00 in Lisbon: when the clock of every race starts. */
export const raceMorning = Date.parse('2026-11-03T09:00:00Z')

/** Fills a file of its own with the use cases and closes it again; answers its path and what `fill` answered. */
export function filledFile<World>(fill: () => World): { readonly database: string; readonly world: World } {
  const database = freshFile()
  openDatabase(database)
  installModules()
  const world = fill()
  closeDatabase()
  return { database, world }
}

/** Rows of one query on a file, whoever else is using it. */
export function rowsIn<Row>(database: string, sql: string, ...params: unknown[]): Row[] {
  const file = new Database(database)
  try {
    return file.prepare(sql).all(...params) as Row[]
  } finally {
    file.close()
  }
}

/** Claims of one thing that stand at the same time. */
export function overlapsIn(database: string): unknown[] {
  return rowsIn(
    database,
    `SELECT a.resource_id, a.subject, a.starts_at, b.subject, b.starts_at FROM allocations AS a JOIN allocations AS b ON b.resource_id = a.resource_id AND b.rowid > a.rowid
     WHERE a.released_at IS NULL AND b.released_at IS NULL AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
  )
}

/** Bookings of one item, never moved, that lack what was written with them: one claim, one sale, one event. */
export function halfWrittenIn(database: string): unknown[] {
  return rowsIn(
    database,
    `SELECT bookings.reference FROM bookings LEFT JOIN booking_items ON booking_items.booking_id = bookings.id
       LEFT JOIN allocations ON allocations.subject = booking_items.id AND allocations.starts_at = booking_items.starts_at
       LEFT JOIN sales ON sales.id = bookings.sale_id LEFT JOIN events ON events.subject = bookings.id AND events.type = 'booking.placed'
     GROUP BY bookings.id HAVING count(allocations.id) <> 1 OR count(sales.id) <> 1 OR count(events.id) <> 1`,
  )
}

/** Bookings that stand and have no claim that lasts. */
export function unclaimedIn(database: string): unknown[] {
  return rowsIn(
    database,
    `SELECT bookings.reference FROM bookings JOIN booking_items ON booking_items.booking_id = bookings.id
     WHERE bookings.status IN ('pending', 'confirmed') AND NOT EXISTS (
       SELECT 1 FROM allocations WHERE allocations.subject = booking_items.id AND allocations.released_at IS NULL AND allocations.expires_at IS NULL)`,
  )
}

/** What SQLite itself says of a file. */
export function faultsOf(database: string): unknown[] {
  const integrity = rowsIn<{ integrity_check: string }>(database, 'PRAGMA integrity_check').filter((row) => row.integrity_check !== 'ok')
  return [...integrity, ...rowsIn(database, 'PRAGMA foreign_key_check')]
}
