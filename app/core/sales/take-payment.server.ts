import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { post } from '../ledger/index.server'
import { giveUp } from './close-sale.server'
import { paymentTaken, paymentUndone } from './events'
import { saleById, type HandMethod } from './queries.server'

export interface PaymentInput {
  readonly saleId: string
  readonly method: HandMethod
  /** Minor units of the sale's currency. */
  readonly amountMinor: number
}

export type PaymentRefusal =
  | { readonly kind: 'unknown-sale' }
  | { readonly kind: 'nothing-due' }
  | { readonly kind: 'more-than-due'; readonly dueMinor: number }
  | { readonly kind: 'not-a-member' }

/** Marks by hand that money was taken. Refuses more than is due. Answers the payment's id. */
export function takePayment(ctx: BusinessCtx, { saleId, method, amountMinor }: PaymentInput): Result<string, PaymentRefusal> {
  return transact((db): Result<string, PaymentRefusal> => {
    const { actor } = ctx
    if (actor.kind !== 'user') return refuse({ kind: 'not-a-member' })
    const sale = saleById(db, ctx.businessId, saleId)
    if (!sale) return refuse({ kind: 'unknown-sale' })
    if (sale.dueMinor <= 0) return refuse({ kind: 'nothing-due' })
    if (amountMinor > sale.dueMinor) return refuse({ kind: 'more-than-due', dueMinor: sale.dueMinor })
    const id = ctx.newId()
    insertPayment(db).run({ id, businessId: ctx.businessId, saleId, method, amountMinor, currency: sale.currency, now: ctx.now, by: actor.id })
    const entries = [{ account: 'cash-box', amountMinor }, { account: 'receivable', amountMinor: 0 - amountMinor }] as const
    post(db, ctx, { kind: 'payment-taken', saleId, subject: id, currency: sale.currency, entries })
    record(db, ctx, { businessId: ctx.businessId, action: 'sales.payment.take', subject: saleId, changes: { paymentId: id, method, amountMinor } })
    announce(db, ctx, paymentTaken, { businessId: ctx.businessId, storeId: sale.storeId, subject: saleId, payload: { paymentId: id, saleId, method, amountMinor, currency: sale.currency } })
    return ok(id)
  })
}

export type UndoRefusal =
  | { readonly kind: 'unknown-payment' }
  | { readonly kind: 'not-a-member' }
  /** Without it, more would go back than was paid: the refund is withdrawn first. */
  | { readonly kind: 'goes-back'; readonly refundedMinor: number; readonly currency: string }

/** Takes back a mark that was wrong, with a reason; the row stays. Of a closed sale nothing becomes due by it. What was paid by card is no mark. */
export function undoPayment(ctx: BusinessCtx, paymentId: string, reason: string): Result<null, UndoRefusal> {
  return transact((db): Result<null, UndoRefusal> => {
    const { actor } = ctx
    if (actor.kind !== 'user') return refuse({ kind: 'not-a-member' })
    const payment = markUndone(db).get({ paymentId, businessId: ctx.businessId, now: ctx.now, by: actor.id, reason })
    const sale = payment && saleById(db, ctx.businessId, payment.saleId)
    if (!payment || !sale) return refuse({ kind: 'unknown-payment' })
    const { saleId, amountMinor, currency } = payment
    if (sale.paidMinor < sale.refundedMinor) return refuse({ kind: 'goes-back', refundedMinor: sale.refundedMinor, currency })
    const entries = [{ account: 'receivable', amountMinor }, { account: 'cash-box', amountMinor: 0 - amountMinor }] as const
    post(db, ctx, { kind: 'payment-undone', saleId, subject: paymentId, currency, entries })
    if (sale.voidedAt !== null) giveUp(db, ctx, sale)
    record(db, ctx, { businessId: ctx.businessId, action: 'sales.payment.undo', subject: saleId, changes: { paymentId } })
    announce(db, ctx, paymentUndone, { businessId: ctx.businessId, subject: saleId, payload: { paymentId, ...payment } })
    return ok(null)
  })
}

const insertPayment = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO payments (id, business_id, sale_id, method, amount_minor, currency, taken_at, taken_by)
     VALUES (@id, @businessId, @saleId, @method, @amountMinor, @currency, @now, @by)`,
  ),
)

const markUndone = prepared((db) =>
  db.$client.prepare<
    { paymentId: string; businessId: string; now: number; by: string; reason: string },
    { saleId: string; method: string; amountMinor: number; currency: string }
  >(
    `UPDATE payments SET undone_at = @now, undone_by = @by, undone_reason = @reason
     WHERE id = @paymentId AND business_id = @businessId AND undone_at IS NULL AND method <> 'card'
     RETURNING sale_id AS saleId, method, amount_minor AS amountMinor, currency`,
  ),
)
