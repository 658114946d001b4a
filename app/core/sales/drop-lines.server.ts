import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import { post } from '../ledger/index.server'
import { settlePart, spread, type Ending, type PartSettlement, type Policy, type PriceLine, type StandingLine } from '../pricing/index.server'
import { causeOf, standingLines } from './close-sale.server'
import { saleById, type RefundCause, type Sale } from './queries.server'
import { addLines } from './open-sale.server'
import { earnedEntry, giveBackOverpaid, insertRefundRows, moveReversed } from './refund-rows.server'

/** What would come of the money if one item of a sale, or several together, ended so and the rest went on. */
export function partSettlementOf(db: Db, sale: Sale, itemIds: string | readonly string[], policy: Policy, ending: Ending): PartSettlement {
  const standing = standingLines(db, sale)
  const feesMinor = sumOf(standing.filter(({ settled }) => settled).map((line) => line.amountMinor))
  const wholeMinor = sumOf(standing.map((line) => line.amountMinor))
  const paidMinor = sale.paidMinor - sale.refundedMinor
  return { ...settlePart(linesOf(db, sale, itemIds), wholeMinor - feesMinor, paidMinor - feesMinor, policy, ending), paidMinor }
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
  // An item may come to be something else and be ended then: its first line tells the facts apart.
  post(db, ctx, { kind: 'sale-changed', saleId, subject: itemId, nth: lines[0]?.position ?? 0, currency: sale.currency, entries })
  for (const { position } of lines) markDropped(db).run({ saleId, position, now: ctx.now })
  moveReversed(db, ctx, saleId, letGoMinor)
  if (refundMinor > 0) {
    const back = spread(refundMinor, letGo)
    const taken = lines.map(({ position, kind }, at) => ({ position, kind, amountMinor: back[at] ?? 0 }))
    insertRefundRows(db, ctx, sale, { amountMinor: refundMinor, cause: causeOf(ending), reason, lines: taken })
  }
  return letGoMinor
}

/**
 * Charges something else for an item, in the caller's transaction: the lines it has, with the taxes on them, are owed no more, and the new
 * ones are. Where it then costs less than was paid the difference is due back. Lines that say the same as those there are stay as they are, and
 * so does a sale that is closed. Answers by how much the sale has grown, in minor units.
 */
export function exchangeLines(db: Db, ctx: BusinessCtx, saleId: string, itemId: string, lines: readonly PriceLine[]): number {
  const sale = saleById(db, ctx.businessId, saleId)
  if (!sale || sale.voidedAt !== null) return 0
  const old = linesOf(db, sale, itemId)
  if (isSame(sale, old, lines)) return 0
  const oldMinor = sumOf(old.map((line) => line.amountMinor))
  const entries = [...old.map((line) => earnedEntry(line, line.amountMinor)), { account: 'receivable', amountMinor: 0 - oldMinor }] as const
  post(db, ctx, { kind: 'sale-changed', saleId, subject: itemId, nth: old[0]?.position ?? 0, currency: sale.currency, entries })
  for (const { position } of old) markDropped(db).run({ saleId, position, now: ctx.now })
  moveReversed(db, ctx, saleId, oldMinor)
  addLines(db, ctx, saleId, sale.currency, lines)
  return sumOf(lines.map((line) => line.amount)) - oldMinor
}

function isSame({ lines: written }: Sale, old: readonly StandingLine[], lines: readonly PriceLine[]): boolean {
  if (old.length !== lines.length) return false
  return lines.every(({ kind, title, amount }, at) => {
    const before = written.find(({ position }) => position === old[at]?.position)
    return before?.kind === kind && before.title === title && old[at]?.amountMinor === amount
  })
}

/** What an item costs with its taxes as far as it stands, in minor units. */
export function itemStandingMinor(db: Db, sale: Sale, itemId: string): number {
  return sumOf(linesOf(db, sale, itemId).map((line) => line.amountMinor))
}

/** Those of these sales of which an item has ended before the rest. */
export function partlyEnded(db: Db, saleIds: readonly string[]): Set<string> {
  return new Set(partlyEndedRows(db).all({ ids: JSON.stringify(saleIds) }).map(({ saleId }) => saleId))
}

/** What still stands of the lines of items that have not ended. */
function linesOf(db: Db, sale: Sale, itemIds: string | readonly string[]): StandingLine[] {
  const wanted = new Set(typeof itemIds === 'string' ? [itemIds] : itemIds)
  const ofItem = new Set(sale.lines.filter((line) => line.itemId !== null && wanted.has(line.itemId)).map(({ position }) => position))
  return standingLines(db, sale).filter(({ position, settled }) => ofItem.has(position) && !settled)
}

/**
 * Lets so much be paid beyond what is owed, for a change that waits to be paid first; zero ends it, and what was paid ahead by then goes
 * back. In the caller's transaction.
 */
export function letPayAhead(db: Db, ctx: BusinessCtx, saleId: string, aheadMinor: number, cause: RefundCause = 'overpaid'): void {
  aheadUpdate(db).run({ saleId, businessId: ctx.businessId, aheadMinor })
  const sale = saleById(db, ctx.businessId, saleId)
  if (sale) giveBackOverpaid(db, ctx, sale, cause)
}

const aheadUpdate = prepared((db) =>
  db.$client.prepare<{ saleId: string; businessId: string; aheadMinor: number }>('UPDATE sales SET ahead_minor = @aheadMinor WHERE id = @saleId AND business_id = @businessId'),
)

const markDropped = prepared((db) =>
  db.$client.prepare<{ saleId: string; position: number; now: number }>('INSERT INTO dropped_lines (sale_id, position, dropped_at) VALUES (@saleId, @position, @now)'),
)

/** Exported for the test of its plan. */
export const partlyEndedSql = 'SELECT value AS saleId FROM json_each(@ids) WHERE EXISTS (SELECT 1 FROM dropped_lines WHERE sale_id = value)'

const partlyEndedRows = prepared((db) => db.$client.prepare<{ ids: string }, { saleId: string }>(partlyEndedSql))
