import { prepared, type Db } from '~/platform/database.server'
import { keptMinor } from '../sales/index.server'

/** What hangs on sessions: who would be told if they were called off, and what would go back. */
export interface Stakes {
  /** Bookings that stand or wait: held, pending, confirmed. */
  readonly bookings: number
  /** Their items in these sessions. */
  readonly items: number
  /** What was paid for those bookings, in minor units of the business's currency. */
  readonly paidMinor: number
}

/** What hangs on these sessions. */
export function stakesIn(db: Db, businessId: string, sessionIds: readonly string[]): Stakes {
  const rows = openRows(db).all({ businessId, ids: JSON.stringify(sessionIds) })
  return {
    bookings: rows.length,
    items: rows.reduce((sum, { items }) => sum + items, 0),
    paidMinor: keptMinor(db, businessId, rows.map(({ saleId }) => saleId)),
  }
}

export interface Takings {
  readonly items: number
  /** Net of tax, minor units of the business's currency. */
  readonly priceMinor: number
}

/** What the confirmed items of a session come to, by one field of what was chosen. */
export function takingsOf(db: Db, businessId: string, sessionId: string, field: string): Map<string, Takings> {
  return new Map(takingRows(db).all({ businessId, sessionId, path: `$.${field}` }).map(({ chosen, ...takings }) => [chosen, takings]))
}

// The plus sign keeps SQLite from reading every item of the business.
/** Exported for the test of its plan. */
export const stakesSql = `SELECT b.sale_id AS saleId, count(*) AS items
  FROM json_each(@ids) AS wanted JOIN booking_items AS i ON i.session_id = wanted.value AND i.state = 'active'
    JOIN bookings AS b ON b.id = i.booking_id
  WHERE +i.business_id = @businessId AND b.status IN ('held', 'pending', 'confirmed') GROUP BY b.id`

/** Exported for the test of its plan. */
export const takingsSql = `SELECT json_extract(i.choice, @path) AS chosen, count(*) AS items, sum(i.price_minor) AS priceMinor
  FROM booking_items AS i JOIN bookings AS b ON b.id = i.booking_id
  WHERE i.session_id = @sessionId AND +i.business_id = @businessId AND i.state = 'active' AND b.status IN ('confirmed', 'completed', 'no_show')
  GROUP BY chosen`

const openRows = prepared((db) => db.$client.prepare<{ businessId: string; ids: string }, { saleId: string; items: number }>(stakesSql))
const takingRows = prepared((db) => db.$client.prepare<{ businessId: string; sessionId: string; path: string }, Takings & { chosen: string }>(takingsSql))
