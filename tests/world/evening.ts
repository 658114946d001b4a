import Database from 'better-sqlite3'
import { ticketsOf } from '~/core/admission/index.server'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { installModules } from '~/registry.server'

export interface Evening {
  readonly sessionId: string
  /** Of a booking whose only item is a place for so many. */
  readonly reference: string
  readonly itemId: string
  readonly code: string
}

const sessionId = '019e0000-0000-7000-8000-00000000e001'

/** Makes an evening of the demo town's salon, at an instant in UTC milliseconds, and books its next customer a place in it. Before anybody serves the file. */
export function eveningIn(database: string, startsAt: number, people = 1): Evening {
  const file = new Database(database)
  const row = file
    .prepare(
      `SELECT i.id AS itemId, b.id AS bookingId, b.reference, b.business_id AS businessId FROM bookings b JOIN booking_items i ON i.booking_id = b.id JOIN businesses s ON s.id = b.business_id
       WHERE s.slug = 'harbour-salon' AND b.status = 'confirmed' AND b.starts_at > ? AND (SELECT count(*) FROM booking_items n WHERE n.booking_id = b.id) = 1 ORDER BY b.starts_at LIMIT 1`,
    )
    .get(startsAt) as { itemId: string; bookingId: string; reference: string; businessId: string }
  file.exec(`
    INSERT INTO resources (id, business_id, kind, name, capacity, active, position, created_at) VALUES ('evening-pool', '${row.businessId}', 'pool', 'Evening', 100, 1, 99, ${startsAt});
    INSERT INTO listing_sessions (id, business_id, store_id, listing_id, domain, title, local_start, time_zone, starts_at, ends_at, status, pool_id, created_at)
      SELECT '${sessionId}', business_id, store_id, (SELECT listing_id FROM booking_items WHERE id = '${row.itemId}'), 'appointments', 'An evening of fado', '2026-11-03T19:00', 'Europe/Lisbon',
        ${startsAt}, ${startsAt + 7_200_000}, 'scheduled', 'evening-pool', ${startsAt} FROM bookings WHERE id = '${row.bookingId}';
    UPDATE booking_items SET session_id = '${sessionId}', quantity = ${people}, starts_at = ${startsAt}, ends_at = ${startsAt + 7_200_000} WHERE id = '${row.itemId}';
    UPDATE bookings SET starts_at = ${startsAt}, ends_at = ${startsAt + 7_200_000} WHERE id = '${row.bookingId}';`)
  file.close()
  openDatabase(database)
  installModules()
  const [ticket] = read((db) => ticketsOf(db, row.businessId, row.bookingId, startsAt))
  closeDatabase()
  return { sessionId, reference: row.reference, itemId: row.itemId, code: ticket?.code ?? '' }
}
