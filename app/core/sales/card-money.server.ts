import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post } from '../ledger/index.server'
import { paymentTaken, refundFailed, refundGiven } from './events'
import { saleById } from './queries.server'
import { giveBackOverpaid } from './refund-rows.server'

export interface CardPayment {
  readonly saleId: string
  /** The payment page: it pays once. */
  readonly checkoutId: string
  /** What refunds are made against. */
  readonly paymentIntentId: string
  /** Minor units of the sale's currency. */
  readonly amountMinor: number
  readonly card: { readonly brand: string | null; readonly last4: string | null } | null
}

/**
 * Takes what was paid by card into the books, in the caller's transaction: whatever comes, once for each payment page. What is more than
 * is owed goes back at once: all of it where the sale was closed before the money came. Answers the payment's id, null where it was taken before.
 */
export function takeCardPayment(db: Db, ctx: BusinessCtx, { saleId, checkoutId, paymentIntentId, amountMinor, card }: CardPayment): string | null {
  const before = saleById(db, ctx.businessId, saleId)
  if (!before) throw new Error(`No sale ${saleId} for checkout ${checkoutId}`)
  const { currency, storeId } = before
  const id = ctx.newId()
  const row = { id, businessId: ctx.businessId, saleId, amountMinor, currency, now: ctx.now, checkoutId, paymentIntentId, brand: card?.brand ?? null, last4: card?.last4 ?? null }
  if (cardInsert(db).run(row).changes === 0) return null
  post(db, ctx, { kind: 'payment-taken', saleId, subject: id, currency, entries: [{ account: 'stripe-balance', amountMinor }, { account: 'receivable', amountMinor: 0 - amountMinor }] })
  record(db, ctx, { businessId: ctx.businessId, action: 'sales.payment.take', subject: saleId, changes: { paymentId: id, method: 'card', amountMinor } })
  announce(db, ctx, paymentTaken, { businessId: ctx.businessId, storeId, subject: saleId, payload: { paymentId: id, saleId, method: 'card', amountMinor, currency } })
  const sale = saleById(db, ctx.businessId, saleId)
  const cause = before.voidedAt === null ? 'overpaid' : 'too-late'
  if (sale) giveBackOverpaid(db, ctx, sale, cause)
  return id
}

/** A refund that goes back to a card, as Stripe is asked for it; null for one that is given by hand, given already, or withdrawn. */
export function cardRefundOf(db: Db, businessId: string, refundId: string): { readonly paymentIntentId: string; readonly amountMinor: number; readonly currency: string } | null {
  return toCard(db).get({ businessId, refundId }) ?? null
}

/** Stripe has given a refund back, with its so-manyeth attempt; in the caller's transaction. */
export function cardRefundGiven(db: Db, ctx: BusinessCtx, refundId: string, attempt: number): void {
  const given = markGiven(db).get({ refundId, businessId: ctx.businessId, now: ctx.now })
  if (!given) return
  const { saleId, amountMinor, currency } = given
  const entries = [{ account: 'refunds-due', amountMinor }, { account: 'stripe-balance', amountMinor: 0 - amountMinor }] as const
  post(db, ctx, { kind: 'refund-given', saleId, subject: refundId, nth: attempt, currency, entries })
  record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.give', subject: saleId, changes: { refundId, method: 'card', amountMinor } })
  announce(db, ctx, refundGiven, { businessId: ctx.businessId, subject: saleId, payload: { refundId, saleId, amountMinor, currency } })
}

/** Stripe could not give a refund back, at once or days after it said that it had: it is due again. In the caller's transaction. */
export function cardRefundFailed(db: Db, ctx: BusinessCtx, refundId: string, attempt: number, failure: string): void {
  const wasGiven = givenByCard(db).get({ refundId, businessId: ctx.businessId }) !== undefined
  const failed = markFailed(db).get({ refundId, businessId: ctx.businessId, now: ctx.now, failure })
  if (!failed) return
  const { saleId, amountMinor, currency } = failed
  const entries = [{ account: 'stripe-balance', amountMinor }, { account: 'refunds-due', amountMinor: 0 - amountMinor }] as const
  if (wasGiven) post(db, ctx, { kind: 'refund-failed', saleId, subject: refundId, nth: attempt, currency, entries })
  record(db, ctx, { businessId: ctx.businessId, action: 'sales.refund.fail', subject: saleId, changes: { refundId, amountMinor } })
  announce(db, ctx, refundFailed, { businessId: ctx.businessId, subject: saleId, payload: { refundId, saleId, amountMinor, currency } })
}

/** Takes a failed refund up again: it is on its way once more. Answers whether there was such a one. */
export function resumeCardRefund(db: Db, businessId: string, refundId: string): boolean {
  return unmarkFailed(db).run({ refundId, businessId }).changes > 0
}

type Moved = { saleId: string; amountMinor: number; currency: string }
type Refunded = { refundId: string; businessId: string }
const returned = 'RETURNING sale_id AS saleId, amount_minor AS amountMinor, currency'

const cardInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, checkout_id, payment_intent_id, card_brand, card_last4)
     VALUES (@id, @businessId, @saleId, 'card', @amountMinor, @currency, @now, @checkoutId, @paymentIntentId, @brand, @last4)
     ON CONFLICT (checkout_id) WHERE checkout_id IS NOT NULL DO NOTHING`,
  ),
)

const toCard = prepared((db) =>
  db.$client.prepare<Refunded, { paymentIntentId: string; amountMinor: number; currency: string }>(
    `SELECT p.payment_intent_id AS paymentIntentId, r.amount_minor AS amountMinor, r.currency FROM refunds r JOIN payments p ON p.id = r.payment_id
     WHERE r.id = @refundId AND r.business_id = @businessId AND r.given_at IS NULL AND r.withdrawn_at IS NULL`,
  ),
)

const markGiven = prepared((db) =>
  db.$client.prepare<Refunded & { now: number }, Moved>(
    `UPDATE refunds SET given_at = @now, given_method = 'card', failed_at = NULL, failure = NULL
     WHERE id = @refundId AND business_id = @businessId AND given_at IS NULL AND withdrawn_at IS NULL AND payment_id IS NOT NULL ${returned}`,
  ),
)

const givenByCard = prepared((db) =>
  db.$client.prepare<Refunded, { found: 1 }>("SELECT 1 AS found FROM refunds WHERE id = @refundId AND business_id = @businessId AND given_method = 'card'"),
)

const markFailed = prepared((db) =>
  db.$client.prepare<Refunded & { now: number; failure: string }, Moved>(
    `UPDATE refunds SET given_at = NULL, given_method = NULL, failed_at = @now, failure = @failure
     WHERE id = @refundId AND business_id = @businessId AND withdrawn_at IS NULL AND payment_id IS NOT NULL AND failed_at IS NULL
       AND (given_at IS NULL OR given_method = 'card') ${returned}`,
  ),
)

const unmarkFailed = prepared((db) =>
  db.$client.prepare<Refunded>(
    `UPDATE refunds SET failed_at = NULL, failure = NULL
     WHERE id = @refundId AND business_id = @businessId AND failed_at IS NOT NULL AND withdrawn_at IS NULL AND payment_id IS NOT NULL`,
  ),
)
