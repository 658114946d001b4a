import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import { post } from '../ledger/index.server'
import { settlePart, spread, type Ending, type PartSettlement, type Policy } from '../pricing/index.server'
import { causeOf, standingLines } from './close-sale.server'
import { saleById, type Sale } from './queries.server'
import { earnedEntry, insertRefundRows, moveReversed } from './refund-rows.server'

/** What would come of the money if one item of a sale ended so and the rest went on. */
export function partSettlementOf(db: Db, sale: Sale, itemId: string, policy: Policy, ending: Ending): PartSettlement {
  const standing = standingLines(db, sale)
  const ofItem = new Set(sale.lines.filter((line) => line.itemId === itemId).map(({ position }) => position))
  const part = standing.filter(({ position, settled }) => ofItem.has(position) && !settled)
  return settlePart(part, sumOf(standing.map((line) => line.amountMinor)), sale.paidMinor - sale.refundedMinor, policy, ending)
}

/**
 * Ends the lines of one item, with the taxes on them, while the sale goes on, in the caller's transaction: what the policy lets go is owed
 * no more, what it keeps stays as the fee, whatever was paid beyond what then stands is due back. An item that was ended before, and a
 * sale that is closed, stay as they are. Answers what is owed no more, in minor units.
 */
export function dropLines(db: Db, ctx: BusinessCtx, saleId: string, itemId: string, policy: Policy, ending: Ending, reason: string | null): number {
  const sale = saleById(db, ctx.businessId, saleId)
  if (!sale || sale.voidedAt !== null) return 0
  const { lines, refundMinor } = partSettlementOf(db, sale, itemId, policy, ending)
  const letGo = lines.map((line) => line.letGoMinor)
  const letGoMinor = sumOf(letGo)
  const entries = [
    ...lines.map((line) => earnedEntry(line, line.letGoMinor)),
    { account: 'receivable', amountMinor: refundMinor - letGoMinor },
    { account: 'refunds-due', amountMinor: 0 - refundMinor },
  ] as const
  post(db, ctx, { kind: 'sale-changed', saleId, subject: itemId, currency: sale.currency, entries })
  for (const { position } of lines) markDropped(db).run({ saleId, position, now: ctx.now })
  moveReversed(db, ctx, saleId, letGoMinor)
  if (refundMinor > 0) {
    const back = spread(refundMinor, letGo)
    const taken = lines.map(({ position, kind }, at) => ({ position, kind, amountMinor: back[at] ?? 0 }))
    insertRefundRows(db, ctx, sale, { amountMinor: refundMinor, cause: causeOf(ending), reason, lines: taken })
  }
  return letGoMinor
}

const markDropped = prepared((db) =>
  db.$client.prepare<{ saleId: string; position: number; now: number }>('INSERT INTO dropped_lines (sale_id, position, dropped_at) VALUES (@saleId, @position, @now)'),
)
