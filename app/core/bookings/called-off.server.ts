import type { BusinessCtx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { keptMinor, partlyEnded, partSettlementOf, saleById, settlementOf } from '../sales/index.server'
import { followingSessions, type Session } from '../sessions/index.server'
import { mayLoseItem, type BookingStatus } from './model/states'
import { policyOf } from './settlement.server'

/** What calling off sessions would mean. */
export interface CalledOff {
  /** Bookings that stand or wait and lose what they have in them. */
  readonly bookings: number
  /** What would go back, in minor units of the business's currency: not what was kept of parts cancelled before, nor what is paid for other dates. */
  readonly backMinor: number
}

/** What calling off these sessions would mean for who is booked in them. */
export function calledOff(db: Db, businessId: string, sessionIds: readonly string[]): CalledOff {
  const rows = calledOffRows(db).all({ businessId, ids: JSON.stringify(sessionIds) })
  const ended = partlyEnded(db, rows.map(({ saleId }) => saleId))
  // Of most bookings all goes, and all that was paid goes back: they are added up in one statement, however many they are.
  const whole = rows.filter((row) => goesWhole(row) && !ended.has(row.saleId))
  const others = rows.filter((row) => !goesWhole(row) || ended.has(row.saleId))
  return {
    bookings: rows.length,
    backMinor: others.reduce((sum, row) => sum + backOf(db, businessId, row), keptMinor(db, businessId, whole.map(({ saleId }) => saleId))),
  }
}

/** What calling off a date would mean, and what with all that follow in its series; null where it is in none. */
export function cancellationStakes(db: Db, ctx: BusinessCtx, session: Session) {
  const following = session.seriesId === null ? null : followingSessions(db, ctx, session)
  return {
    one: calledOff(db, ctx.businessId, [session.id]),
    following: following && { dates: following.length, ...calledOff(db, ctx.businessId, following.map(({ id }) => id)) },
  }
}

interface Row {
  readonly id: string
  readonly saleId: string
  readonly status: BookingStatus
  /** JSON: what it has in these sessions. */
  readonly itemIds: string
  /** How many items it has anywhere. */
  readonly active: number
  readonly here: number
}

// What cannot lose a part falls as a whole.
function goesWhole({ active, here, status }: Row): boolean {
  return active === here || !mayLoseItem(status)
}

function backOf(db: Db, businessId: string, row: Row): number {
  const sale = saleById(db, businessId, row.saleId)
  if (!sale) return 0
  const policy = policyOf(db, row)
  const ending = { by: 'business' } as const
  return (goesWhole(row) ? settlementOf(db, sale, policy, ending) : partSettlementOf(db, sale, JSON.parse(row.itemIds) as string[], policy, ending)).refundMinor
}

// The plus sign keeps SQLite from reading every item of the business.
/** Exported for the test of its plan. */
export const calledOffSql = `SELECT b.id, b.sale_id AS saleId, b.status, json_group_array(i.id) AS itemIds, count(*) AS here,
    (SELECT count(*) FROM booking_items AS other WHERE other.booking_id = b.id AND other.state = 'active') AS active
  FROM json_each(@ids) AS wanted JOIN booking_items AS i ON i.session_id = wanted.value AND i.state = 'active'
    JOIN bookings AS b ON b.id = i.booking_id
  WHERE +i.business_id = @businessId AND b.status IN ('held', 'pending', 'confirmed') GROUP BY b.id`

const calledOffRows = prepared((db) => db.$client.prepare<{ businessId: string; ids: string }, Row>(calledOffSql))
