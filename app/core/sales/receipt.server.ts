import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import { standingLines } from './close-sale.server'
import type { Sale } from './queries.server'

/** What a sale holds of one tax: what it is on, and what it comes to, in minor units. */
export interface TaxHeld {
  readonly name: string
  /** Parts per million: 230000 is 23 %. */
  readonly ratePpm: number
  readonly onMinor: number
  readonly taxMinor: number
}

/** The taxes of what still stands of a sale, one row for each name and rate, in the order of its lines. What was refunded holds none any more. */
export function taxesHeld(db: Db, sale: Sale): TaxHeld[] {
  const standing = new Map(standingLines(db, sale).map(({ position, amountMinor }) => [position, amountMinor]))
  const amount = (position: number) => standing.get(position) ?? 0
  const whole = sumOf(sale.lines.filter(({ kind }) => kind !== 'tax').map(({ position }) => amount(position)))
  const held = new Map<string, TaxHeld>()
  for (const { position, taxName, taxRatePpm, onPosition } of sale.lines) {
    if (taxName === null || taxRatePpm === null) continue
    const key = `${taxRatePpm} ${taxName}`
    const before = held.get(key) ?? { name: taxName, ratePpm: taxRatePpm, onMinor: 0, taxMinor: 0 }
    held.set(key, { ...before, onMinor: before.onMinor + (onPosition === null ? whole : amount(onPosition)), taxMinor: before.taxMinor + amount(position) })
  }
  return [...held.values()].filter(({ taxMinor, onMinor }) => taxMinor !== 0 || onMinor !== 0)
}

/** Which of these sales somebody has paid something of, even if it went back since. A payment that was undone was none. */
export function paidSales(db: Db, saleIds: readonly string[]): ReadonlySet<string> {
  return new Set(paidRows(db).all({ saleIds: JSON.stringify(saleIds) }).map(({ saleId }) => saleId))
}

const paidRows = prepared((db) =>
  db.$client.prepare<{ saleIds: string }, { saleId: string }>(
    'SELECT DISTINCT sale_id AS saleId FROM payments WHERE sale_id IN (SELECT value FROM json_each(@saleIds)) AND undone_at IS NULL',
  ),
)
