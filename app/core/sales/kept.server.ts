import { prepared, type Db } from '~/platform/database.server'

/** What was paid for these sales together and neither has gone back nor is to, in minor units of the business's currency. */
export function keptMinor(db: Db, businessId: string, saleIds: readonly string[]): number {
  return keptRow(db).get({ businessId, ids: JSON.stringify(saleIds) })?.keptMinor ?? 0
}

// The plus signs keep SQLite from reading every payment of the business.
/** Exported for the test of its plan. */
export const keptSql = `SELECT coalesce(sum(
    (SELECT coalesce(sum(amount_minor), 0) FROM payments WHERE sale_id = wanted.value AND +business_id = @businessId AND undone_at IS NULL)
    - (SELECT coalesce(sum(amount_minor), 0) FROM refunds WHERE sale_id = wanted.value AND +business_id = @businessId AND withdrawn_at IS NULL)
  ), 0) AS keptMinor FROM json_each(@ids) AS wanted`

const keptRow = prepared((db) => db.$client.prepare<{ businessId: string; ids: string }, { keptMinor: number }>(keptSql))
