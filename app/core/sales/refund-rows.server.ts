import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post, type Entry } from '../ledger/index.server'
import { refundMade } from './events'
import type { RefundCause, Sale } from './queries.server'
import { refundParts, type CardLeft, type RefundLine, type RefundPart } from './refund-parts.server'

export interface NewRefund {
  readonly amountMinor: number
  readonly cause: RefundCause
  readonly reason: string | null
  readonly lines: readonly RefundLine[]
}

/**
 * Writes a refund that takes what it gives back off its lines, or off what was overpaid where it names none, and posts it: one row for
 * each way it goes back, to the cards before by hand. Answers the first row's id.
 */
export function writeRefund(db: Db, ctx: BusinessCtx, sale: Sale, refund: NewRefund): string {
  const written = insertRefundRows(db, ctx, sale, refund)
  for (const { id, amountMinor, lines } of written) {
    const taken = lines.map((line) => earnedEntry(line, line.amountMinor))
    const entries: Entry[] = lines.length === 0 ? [{ account: 'receivable', amountMinor }] : taken
    post(db, ctx, { kind: 'refund-made', saleId: sale.id, subject: id, currency: sale.currency, entries: [...entries, { account: 'refunds-due', amountMinor: 0 - amountMinor }] })
  }
  moveReversed(db, ctx, sale.id, sumOf(refund.lines.map((line) => line.amountMinor)))
  return written[0]?.id ?? ''
}

/** What was paid beyond what is owed, and beyond what may be paid ahead, goes back. */
export function giveBackOverpaid(db: Db, ctx: BusinessCtx, sale: Sale, cause: RefundCause): void {
  const amountMinor = 0 - sale.owedMinor - sale.aheadMinor
  if (amountMinor > 0) writeRefund(db, ctx, sale, { amountMinor, cause, reason: null, lines: [] })
}

/** Writes a refund without posting it: whoever closes a sale posts both as one fact. */
export function insertRefundRows(db: Db, ctx: BusinessCtx, sale: Sale, { amountMinor, cause, reason, lines }: NewRefund): (RefundPart & { readonly id: string })[] {
  return refundParts(amountMinor, lines, cardsLeft(sale)).map((part) => ({ ...part, id: insertPart(db, ctx, sale, { cause, reason }, part) }))
}

function insertPart(db: Db, ctx: BusinessCtx, sale: Sale, { cause, reason }: Pick<NewRefund, 'cause' | 'reason'>, { paymentId, amountMinor, lines }: RefundPart): string {
  const id = ctx.newId()
  refundInsert(db).run({ id, businessId: ctx.businessId, saleId: sale.id, paymentId, amountMinor, currency: sale.currency, cause, reason, now: ctx.now })
  for (const line of lines) if (line.amountMinor !== 0) lineInsert(db).run({ refundId: id, position: line.position, amountMinor: line.amountMinor })
  record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.make', subject: sale.id, changes: { refundId: id, cause, amountMinor } })
  const payload = { refundId: id, saleId: sale.id, amountMinor, currency: sale.currency }
  announce(db, ctx, refundMade, { businessId: ctx.businessId, storeId: sale.storeId, subject: sale.id, payload })
  return id
}

/** What of a refund of so much would go back to the cards that paid for a sale, in minor units; the rest is given by hand. */
export function toCards(sale: Sale, amountMinor: number): number {
  return Math.min(amountMinor, sumOf(cardsLeft(sale).map(({ leftMinor }) => Math.max(0, leftMinor))))
}

/** What each card that paid for a sale can still get back, the last one first: what came too late goes back to the card it came from. */
function cardsLeft({ payments, refunds }: Sale): CardLeft[] {
  return payments
    .filter(({ method }) => method === 'card')
    .reverse()
    .map(({ id, amountMinor }) => ({
      paymentId: id,
      leftMinor: amountMinor - sumOf(refunds.filter(({ paymentId, withdrawnAt }) => paymentId === id && withdrawnAt === null).map((refund) => refund.amountMinor)),
    }))
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
    `INSERT INTO refunds (id, business_id, sale_id, payment_id, amount_minor, currency, cause, reason, made_at)
     VALUES (@id, @businessId, @saleId, @paymentId, @amountMinor, @currency, @cause, @reason, @now)`,
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
