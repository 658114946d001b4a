import type { BusinessCtx } from '~/kernel/ctx'
import { minute, second } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { backOff } from '~/platform/outbox/index.server'
import type { Checkout, CheckoutParams, StripeOutcome } from '~/platform/stripe.server'
import { jobCtx } from '../businesses/index.server'
import { takeCardPayment } from '../sales/index.server'

/** A payment page as the house knows it. */
export interface CheckoutRow {
  readonly id: string
  readonly businessId: string
  readonly saleId: string
  readonly amountMinor: number
  /** `asked`: Stripe was asked for it and has not answered yet. */
  readonly state: 'asked' | 'open' | 'paid' | 'closed'
  readonly key: string
  /** Null once it is settled. */
  readonly params: CheckoutParams | null
  readonly deadline: number
  readonly expiresAt: number
  readonly sessionId: string | null
  readonly url: string | null
  readonly tries: number
}

export interface NewCheckout {
  readonly id: string
  readonly saleId: string
  readonly amountMinor: number
  readonly currency: string
  readonly params: CheckoutParams
  readonly deadline: number
}

/** Stripe refuses a page that would close in less than half an hour; a minute more, so that the call may take its time. */
export const leastLife = 31 * minute
/** From when on a stored call is too late to be made as it stands. */
const leastLifeAtCall = 30 * minute + 5 * second

/** Writes down what Stripe will be asked, before it is asked. */
export function insertCheckout(db: Db, ctx: BusinessCtx, checkout: NewCheckout): CheckoutRow {
  const { id, params } = checkout
  const key = `checkout:${id}`
  checkoutInsert(db).run({ ...checkout, businessId: ctx.businessId, key, params: JSON.stringify(params), expiresAt: params.expiresAt, now: ctx.now, nextAt: ctx.now + minute })
  return { ...checkout, businessId: ctx.businessId, state: 'asked', key, expiresAt: params.expiresAt, sessionId: null, url: null, tries: 0 }
}

/** The page of a sale that may still be paid on, or may still come to be. */
export function liveCheckout(db: Db, saleId: string): CheckoutRow | null {
  return rowIn(bySale(db).get({ saleId }))
}

export function checkoutById(db: Db, id: string): CheckoutRow | null {
  return rowIn(byId(db).get({ id }))
}

export function checkoutBySession(db: Db, sessionId: string): CheckoutRow | null {
  return rowIn(bySession(db).get({ sessionId }))
}

export function checkoutsDue(db: Db, now: number, atMost: number): CheckoutRow[] {
  return dueRows(db).all({ now, atMost }).flatMap((row) => rowIn(row) ?? [])
}

/** Whether what is stored can still be asked for, or is there to be paid on. */
export function isUsable(row: CheckoutRow, now: number): boolean {
  if (row.deadline <= now) return false
  if (row.state === 'open') return row.url !== null && row.expiresAt > now
  // Twice without an answer: Stripe may keep a failure of its own under the key for ever.
  return row.state === 'asked' && row.tries < 2 && row.expiresAt - now >= leastLifeAtCall
}

/** Nobody is sent to a page any more: what is open at Stripe is closed there, what was asked for is found and closed. */
export function retireCheckouts(db: Db, saleId: string, now: number): void {
  retire(db).run({ saleId, now })
}

/** Writes down what Stripe answered when it was asked for a page. */
export function keepAnswer(db: Db, { id, key, tries }: CheckoutRow, outcome: StripeOutcome<Checkout>, now: number): CheckoutRow | null {
  if (outcome.kind === 'ok') answered(db).run({ id, sessionId: outcome.value.id, url: outcome.value.url })
  else if (outcome.kind === 'refused') closed(db).run({ id, now, error: `${outcome.code}: ${outcome.why}` })
  else tryAgain(db).run({ id, nextAt: now + backOff(tries + 1, key), error: outcome.why })
  return checkoutById(db, id)
}

/** Writes down how a page stands at Stripe: what was paid on it is taken, whatever the house believed before. */
export function keepSession(db: Db, row: CheckoutRow, session: Checkout, now: number): CheckoutRow['state'] {
  if (row.state === 'paid') return 'paid'
  if (session.paid && session.paymentIntentId !== null) {
    const { amountMinor, paymentIntentId, card } = session
    takeCardPayment(db, jobCtx(db, 'payments', now, row.businessId), { saleId: row.saleId, checkoutId: row.id, paymentIntentId, amountMinor, card })
    paid(db).run({ id: row.id, sessionId: session.id, now })
    return 'paid'
  }
  if (row.state === 'closed') return 'closed'
  if (session.status === 'expired') {
    closed(db).run({ id: row.id, now, error: null })
    return 'closed'
  }
  answered(db).run({ id: row.id, sessionId: session.id, url: session.url })
  lookAgain(db).run({ id: row.id, nextAt: Math.max(row.deadline, now + 5 * second) })
  return 'open'
}

/** Stripe could not be asked how a page stands. */
export function lookLater(db: Db, { id, key, tries }: CheckoutRow, why: string, now: number): void {
  tryAgain(db).run({ id, nextAt: now + Math.min(backOff(tries + 1, key), minute), error: why })
}

interface Written extends Omit<CheckoutRow, 'params'> {
  readonly params: string | null
}

function rowIn(row: Written | undefined): CheckoutRow | null {
  return row ? { ...row, params: row.params === null ? null : (JSON.parse(row.params) as CheckoutParams) } : null
}

const columns = `id, business_id AS businessId, sale_id AS saleId, amount_minor AS amountMinor, state, key, params, deadline, expires_at AS expiresAt,
  session_id AS sessionId, url, tries`

const checkoutInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO checkouts (id, business_id, sale_id, amount_minor, currency, state, key, params, deadline, expires_at, asked_at, next_at)
     VALUES (@id, @businessId, @saleId, @amountMinor, @currency, 'asked', @key, @params, @deadline, @expiresAt, @now, @nextAt)`,
  ),
)

const bySale = prepared((db) =>
  db.$client.prepare<{ saleId: string }, Written>(
    `SELECT ${columns} FROM checkouts WHERE sale_id = @saleId AND state IN ('asked', 'open') ORDER BY asked_at DESC, id DESC LIMIT 1`,
  ),
)

const byId = prepared((db) => db.$client.prepare<{ id: string }, Written>(`SELECT ${columns} FROM checkouts WHERE id = @id`))
const bySession = prepared((db) => db.$client.prepare<{ sessionId: string }, Written>(`SELECT ${columns} FROM checkouts WHERE session_id = @sessionId`))

/** Exported for the test of its plan. */
export const checkoutsDueSql = `SELECT ${columns} FROM checkouts WHERE next_at IS NOT NULL AND next_at <= @now ORDER BY next_at LIMIT @atMost`

const dueRows = prepared((db) => db.$client.prepare<{ now: number; atMost: number }, Written>(checkoutsDueSql))

const retire = prepared((db) =>
  db.$client.prepare<{ saleId: string; now: number }>(
    "UPDATE checkouts SET deadline = min(deadline, @now), next_at = @now WHERE sale_id = @saleId AND state IN ('asked', 'open')",
  ),
)

const answered = prepared((db) =>
  db.$client.prepare<{ id: string; sessionId: string; url: string | null }>(
    `UPDATE checkouts SET state = 'open', session_id = @sessionId, url = @url, tries = 0, error = NULL, next_at = min(deadline, expires_at)
     WHERE id = @id AND state IN ('asked', 'open')`,
  ),
)

const closed = prepared((db) =>
  db.$client.prepare<{ id: string; now: number; error: string | null }>(
    `UPDATE checkouts SET state = 'closed', settled_at = @now, params = NULL, url = NULL, next_at = NULL, error = @error
     WHERE id = @id AND state IN ('asked', 'open')`,
  ),
)

const paid = prepared((db) =>
  db.$client.prepare<{ id: string; sessionId: string; now: number }>(
    "UPDATE checkouts SET state = 'paid', session_id = @sessionId, settled_at = @now, params = NULL, url = NULL, next_at = NULL, error = NULL WHERE id = @id",
  ),
)

const tryAgain = prepared((db) =>
  db.$client.prepare<{ id: string; nextAt: number; error: string }>(
    "UPDATE checkouts SET tries = tries + 1, next_at = @nextAt, error = @error WHERE id = @id AND state IN ('asked', 'open')",
  ),
)

const lookAgain = prepared((db) => db.$client.prepare<{ id: string; nextAt: number }>("UPDATE checkouts SET next_at = @nextAt WHERE id = @id AND state = 'open'"))
