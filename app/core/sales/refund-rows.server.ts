import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post, type Entry } from '../ledger/index.server'
import { refundMade } from './events'
import type { RefundCause, Sale } from './queries.server'

export interface RefundLine {
  readonly position: number
  readonly kind: string
  /** What is taken off the line, in minor units; below zero on a discount. */
  readonly amountMinor: number
}

export interface NewRefund {
  readonly amountMinor: number
  readonly cause: RefundCause
  readonly reason: string | null
  readonly lines: readonly RefundLine[]
}

type SaleHead = Pick<Sale, 'id' | 'storeId' | 'currency'>

/** Writes a refund that takes what it gives back off its lines, or off what was overpaid where it names none, and posts it. Answers its id. */
export function writeRefund(db: Db, ctx: BusinessCtx, sale: SaleHead, refund: NewRefund): string {
  const id = insertRefundRows(db, ctx, sale, refund)
  const taken = refund.lines.map((line) => earnedEntry(line, line.amountMinor))
  const entries: Entry[] = refund.lines.length === 0 ? [{ account: 'receivable', amountMinor: refund.amountMinor }] : taken
  post(db, ctx, { kind: 'refund-made', saleId: sale.id, subject: id, currency: sale.currency, entries: [...entries, { account: 'refunds-due', amountMinor: 0 - refund.amountMinor }] })
  moveReversed(db, ctx, sale.id, sumOf(refund.lines.map((line) => line.amountMinor)))
  return id
}

/** Writes a refund without posting it: whoever closes a sale posts both as one fact. */
export function insertRefundRows(db: Db, ctx: BusinessCtx, sale: SaleHead, { amountMinor, cause, reason, lines }: NewRefund): string {
  const id = ctx.newId()
  refundInsert(db).run({ id, businessId: ctx.businessId, saleId: sale.id, amountMinor, currency: sale.currency, cause, reason, now: ctx.now })
  for (const line of lines) if (line.amountMinor !== 0) lineInsert(db).run({ refundId: id, position: line.position, amountMinor: line.amountMinor })
  record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.make', subject: sale.id, changes: { refundId: id, cause, amountMinor } })
  const payload = { refundId: id, saleId: sale.id, amountMinor, currency: sale.currency }
  announce(db, ctx, refundMade, { businessId: ctx.businessId, storeId: sale.storeId, subject: sale.id, payload })
  return id
}

/** Takes so much off what is still owed of a sale; below zero it is owed again. */
export function moveReversed(db: Db, ctx: BusinessCtx, saleId: string, addedMinor: number): void {
  if (addedMinor !== 0) reversedUpdate(db).run({ saleId, businessId: ctx.businessId, added: addedMinor })
}

/** Moves what was earned, or is owed as tax, on a line: above zero takes it off. */
export function earnedEntry({ kind, position }: { readonly kind: string; readonly position: number }, amountMinor: number): Entry {
  return { account: kind === 'tax' ? 'tax-payable' : 'revenue', amountMinor, line: position }
}

const refundInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO refunds (id, business_id, sale_id, amount_minor, currency, cause, reason, made_at)
     VALUES (@id, @businessId, @saleId, @amountMinor, @currency, @cause, @reason, @now)`,
  ),
)

const lineInsert = prepared((db) =>
  db.$client.prepare<{ refundId: string; position: number; amountMinor: number }>(
    'INSERT INTO refund_lines (refund_id, position, amount_minor) VALUES (@refundId, @position, @amountMinor)',
  ),
)

const reversedUpdate = prepared((db) =>
  db.$client.prepare<{ saleId: string; businessId: string; added: number }>(
    'UPDATE sales SET reversed_minor = reversed_minor + @added WHERE id = @saleId AND business_id = @businessId',
  ),
)
