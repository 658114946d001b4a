import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { hour, minute } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { now } from '~/platform/clock.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import { backOff } from '~/platform/outbox/index.server'
import { createRefund, refundsOf, retrieveRefund, stripeReady, type RefundParams, type StripeOutcome, type StripeRefund } from '~/platform/stripe.server'
import { jobCtx } from '../businesses/index.server'
import { cardRefundFailed, cardRefundGiven, cardRefundOf, resumeCardRefund } from '../sales/index.server'

interface CardRefund {
  readonly refundId: string
  readonly businessId: string
  readonly paymentIntentId: string
  readonly amountMinor: number
  readonly currency: string
  readonly state: 'asked' | 'pending' | 'given' | 'failed'
  readonly attempt: number
  readonly stripeId: string | null
  readonly lastTriedAt: number | null
  readonly tries: number
}

/** Notes that a refund goes back to a card, in the caller's transaction; a job asks Stripe for it. One that goes by hand is left alone. */
export function orderCardRefund(db: Db, businessId: string, refundId: string, at: number): void {
  const wanted = cardRefundOf(db, businessId, refundId)
  if (wanted) refundInsert(db).run({ ...wanted, refundId, businessId, now: at })
}

/** Asks Stripe for a refund that failed once more. */
export function retryCardRefund(ctx: BusinessCtx, refundId: string): Result<null, { readonly kind: 'not-failed' }> {
  return transact((db) => {
    if (!resumeCardRefund(db, ctx.businessId, refundId)) return refuse({ kind: 'not-failed' } as const)
    askAnew(db).run({ refundId, businessId: ctx.businessId, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'payments.refund.retry', subject: refundId })
    return ok(null)
  })
}

/** Asks Stripe for every refund that is due, and how those stand that it has not ended. Answers how many. */
export async function sweepCardRefunds({ atMost }: { readonly atMost: number }): Promise<number> {
  if (!stripeReady().ok) return 0
  const due = read((db) => dueRows(db).all({ now: now(), atMost }))
  for (const row of due) await lookAfter(row)
  return due.length
}

/** Asks Stripe how one of its refunds stands, by Stripe's id, and writes it down. */
export async function settleCardRefund(stripeId: string, secondsToWait?: number): Promise<'settled' | 'unknown' | 'not-ours'> {
  const outcome = await retrieveRefund(stripeId, secondsToWait)
  if (outcome.kind !== 'ok') return outcome.kind === 'unknown' ? 'unknown' : 'not-ours'
  return transact((db) => {
    const row = byId(db).get({ refundId: outcome.value.metadata.refund ?? '' })
    if (!row) return 'not-ours'
    keepRefund(db, row, outcome.value, now())
    return 'settled'
  })
}

async function lookAfter(row: CardRefund): Promise<void> {
  if (row.stripeId !== null) return keep(row, await retrieveRefund(row.stripeId))
  if (row.tries === 0) return send(row)
  // It may have been made and its answer lost, and a key does not tell for ever: what Stripe has of the payment does.
  const made = await refundsOf(row.paymentIntentId)
  if (made.kind !== 'ok') return keep(row, made)
  const found = made.value.find(({ metadata }) => metadata.refund === row.refundId && metadata.attempt === String(row.attempt))
  if (found) return keep(row, { kind: 'ok', value: found })
  // Stripe keeps a failure of its own under its key: after a while of silence another key is the only way on.
  const isStuck = row.tries > 2 && row.lastTriedAt !== null && now() - row.lastTriedAt >= minute
  return send(isStuck ? transact((db) => anew(db, row)) : row)
}

async function send(row: CardRefund): Promise<void> {
  transact((db) => void tried(db).run({ refundId: row.refundId, now: now() }))
  keep(row, await createRefund(paramsOf(row), `refund:${row.refundId}:${row.attempt}`))
}

function paramsOf({ refundId, attempt, paymentIntentId, amountMinor, currency }: CardRefund): RefundParams {
  return { paymentIntentId, amountMinor, currency, metadata: { refund: refundId, attempt: String(attempt) } }
}

function keep(row: CardRefund, outcome: StripeOutcome<StripeRefund>): void {
  transact((db) => {
    if (outcome.kind === 'ok') keepRefund(db, row, outcome.value, now())
    else if (outcome.kind === 'refused') fail(db, row, `${outcome.code}: ${outcome.why}`, now())
    else later(db).run({ refundId: row.refundId, nextAt: now() + backOff(row.tries + 1, row.refundId), error: outcome.why })
  })
}

/** Writes down how a refund stands at Stripe. What was true before does not undo what came after: given may only fail, failed ends an attempt. */
function keepRefund(db: Db, { refundId }: CardRefund, refund: StripeRefund, at: number): void {
  const row = byId(db).get({ refundId })
  if (!row || refund.metadata.attempt !== String(row.attempt) || row.state === 'failed') return
  if (refund.status === 'failed' || refund.status === 'canceled') return fail(db, { ...row, stripeId: refund.id }, refund.failureReason ?? refund.status, at)
  if (row.state === 'given') return
  if (refund.status === 'succeeded') {
    moved(db).run({ refundId, state: 'given', stripeId: refund.id, nextAt: null, error: null })
    cardRefundGiven(db, jobCtx(db, 'payments', at, row.businessId), refundId, row.attempt)
  } else moved(db).run({ refundId, state: 'pending', stripeId: refund.id, nextAt: at + hour, error: null })
}

function fail(db: Db, { refundId, businessId, attempt, stripeId }: CardRefund, why: string, at: number): void {
  moved(db).run({ refundId, state: 'failed', stripeId, nextAt: null, error: why })
  cardRefundFailed(db, jobCtx(db, 'payments', at, businessId), refundId, attempt, why)
}

function anew(db: Db, row: CardRefund): CardRefund {
  nextAttempt(db).run({ refundId: row.refundId })
  return { ...row, attempt: row.attempt + 1, tries: 0 }
}

const columns = `refund_id AS refundId, business_id AS businessId, payment_intent_id AS paymentIntentId, amount_minor AS amountMinor, currency, state, attempt,
  stripe_id AS stripeId, last_tried_at AS lastTriedAt, tries`

const refundInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO card_refunds (refund_id, business_id, payment_intent_id, amount_minor, currency, state, attempt, asked_at, next_at)
     VALUES (@refundId, @businessId, @paymentIntentId, @amountMinor, @currency, 'asked', 1, @now, @now) ON CONFLICT (refund_id) DO NOTHING`,
  ),
)

/** Exported for the test of its plan. */
export const cardRefundsDueSql = `SELECT ${columns} FROM card_refunds WHERE next_at IS NOT NULL AND next_at <= @now ORDER BY next_at LIMIT @atMost`

const dueRows = prepared((db) => db.$client.prepare<{ now: number; atMost: number }, CardRefund>(cardRefundsDueSql))
const byId = prepared((db) => db.$client.prepare<{ refundId: string }, CardRefund>(`SELECT ${columns} FROM card_refunds WHERE refund_id = @refundId`))
const tried = prepared((db) => db.$client.prepare<{ refundId: string; now: number }>('UPDATE card_refunds SET last_tried_at = @now WHERE refund_id = @refundId'))

const later = prepared((db) =>
  db.$client.prepare<{ refundId: string; nextAt: number; error: string }>(
    "UPDATE card_refunds SET tries = tries + 1, next_at = @nextAt, error = @error WHERE refund_id = @refundId AND state IN ('asked', 'pending')",
  ),
)

const moved = prepared((db) =>
  db.$client.prepare<{ refundId: string; state: string; stripeId: string | null; nextAt: number | null; error: string | null }>(
    'UPDATE card_refunds SET state = @state, stripe_id = @stripeId, tries = 0, next_at = @nextAt, error = @error WHERE refund_id = @refundId',
  ),
)

const nextAttempt = prepared((db) => db.$client.prepare<{ refundId: string }>('UPDATE card_refunds SET attempt = attempt + 1, tries = 0 WHERE refund_id = @refundId'))

const askAnew = prepared((db) =>
  db.$client.prepare<{ refundId: string; businessId: string; now: number }>(
    `UPDATE card_refunds SET state = 'asked', attempt = attempt + 1, tries = 0, stripe_id = NULL, next_at = @now, error = NULL
     WHERE refund_id = @refundId AND business_id = @businessId AND state = 'failed'`,
  ),
)
