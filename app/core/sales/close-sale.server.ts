import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post, standingOf } from '../ledger/index.server'
import { settle, spread, type Ending, type Policy, type Settlement, type StandingLine } from '../pricing/index.server'
import { saleClosed } from './events'
import { saleById, type RefundCause, type Sale } from './queries.server'
import { earnedEntry, insertRefundRows, moveReversed } from './refund-rows.server'

/** What would come of the money if a sale ended so: what still stands of its lines, against what was paid and does not go back already. */
export function settlementOf(db: Db, sale: Sale, policy: Policy, ending: Ending): Settlement {
  return settle(standingLines(db, sale), sale.paidMinor - sale.refundedMinor, policy, ending)
}

/** What still stands of each line of a sale: what was charged less what was reversed. */
export function standingLines(db: Db, sale: Sale): StandingLine[] {
  const standing = standingOf(db, sale.id)
  const dropped = new Set(droppedRows(db).all({ saleId: sale.id }).map(({ position }) => position))
  return sale.lines.map(({ position, kind, onPosition }) => ({ position, kind, onPosition, amountMinor: standing.get(position) ?? 0, settled: dropped.has(position) }))
}

/**
 * Ends a sale before its time, in the caller's transaction: what the settlement keeps stays earned, what was paid beyond it is due back,
 * and nothing more is owed. A sale that is closed stays as it is. `cause` is what the refund is called, where the ending does not say it all.
 */
export function closeSale(db: Db, ctx: BusinessCtx, saleId: string, policy: Policy, ending: Ending, reason: string | null, cause: RefundCause = causeOf(ending)): void {
  const sale = saleById(db, ctx.businessId, saleId)
  if (!sale || markClosed(db).run({ saleId, businessId: ctx.businessId, now: ctx.now }).changes === 0) return
  const standing = standingLines(db, sale)
  const { lines, refundMinor, priceMinor, keptMinor } = settle(standing, sale.paidMinor - sale.refundedMinor, policy, ending)
  const taken = standing.map((line, at) => earnedEntry(line, line.amountMinor - (lines[at]?.keptMinor ?? 0)))
  const entries = [...taken, { account: 'receivable', amountMinor: 0 - sale.owedMinor }, { account: 'refunds-due', amountMinor: 0 - refundMinor }] as const
  post(db, ctx, { kind: 'sale-closed', saleId, subject: saleId, currency: sale.currency, entries })
  moveReversed(db, ctx, saleId, priceMinor - keptMinor)
  announce(db, ctx, saleClosed, { businessId: ctx.businessId, storeId: sale.storeId, subject: saleId, payload: { saleId } })
  if (refundMinor === 0) return
  insertRefundRows(db, ctx, sale, {
    amountMinor: refundMinor, cause, reason, lines: lines.map(({ position, kind, backMinor }) => ({ position, kind, amountMinor: backMinor })),
  })
}

/** Gives up what a closed sale would be owed again, along what still stands of its lines. */
export function giveUp(db: Db, ctx: BusinessCtx, sale: Sale): void {
  if (sale.owedMinor <= 0) return
  const standing = standingLines(db, sale)
  const parts = spread(sale.owedMinor, standing.map((line) => line.amountMinor))
  const taken = standing.map((line, at) => earnedEntry(line, parts[at] ?? 0))
  const entries = [...taken, { account: 'receivable', amountMinor: 0 - sumOf(parts) }] as const
  // Each payment that is undone gives up a part of its own: their number tells the facts apart.
  post(db, ctx, { kind: 'sale-closed', saleId: sale.id, subject: sale.id, nth: sale.payments.filter(({ undoneAt }) => undoneAt !== null).length, currency: sale.currency, entries })
  moveReversed(db, ctx, sale.id, sale.owedMinor)
}

/** Why money goes back when something ends so. */
export function causeOf({ by }: Ending): RefundCause {
  if (by === 'business') return 'called-off'
  return by === 'no-show' ? 'no-show' : 'cancelled'
}

const droppedRows = prepared((db) => db.$client.prepare<{ saleId: string }, { position: number }>('SELECT position FROM dropped_lines WHERE sale_id = @saleId'))

const markClosed = prepared((db) =>
  db.$client.prepare<{ saleId: string; businessId: string; now: number }>(
    'UPDATE sales SET voided_at = @now, ahead_minor = 0 WHERE id = @saleId AND business_id = @businessId AND voided_at IS NULL',
  ),
)
