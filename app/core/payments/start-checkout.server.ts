import type { BusinessCtx } from '~/kernel/ctx'
import { now } from '~/platform/clock.server'
import { transact, type Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import { chargeStep, createCheckout, leastCharge, stripeReady, type CheckoutParams } from '~/platform/stripe.server'
import { saleById } from '../sales/index.server'
import { insertCheckout, isUsable, keepAnswer, leastLife, liveCheckout, retireCheckouts, type CheckoutRow } from './checkout-rows.server'

export interface CheckoutWanted {
  readonly saleId: string
  /** Minor units of the sale's currency; no more than is owed is asked for. */
  readonly amountMinor: number
  /** Until when the customer may pay. The page at Stripe closes then, or is closed by a job where Stripe keeps pages open for longer. */
  readonly deadline: number
  /** What the payment page calls it, and a line below it. */
  readonly title: string
  readonly description: string
  /** What statements and Stripe's own pages call it, such as the booking's reference. */
  readonly statement: string
  readonly email: string | null
  /** Path of ours where the customer comes back to, paid or not. */
  readonly returnTo: string
}

export type CheckoutStarted =
  | { readonly kind: 'page'; readonly url: string }
  | { readonly kind: 'nothing-due' }
  /** Nobody can pay by card here, or not so small an amount. */
  | { readonly kind: 'no-card' }
  /** Stripe gave no answer; a job asks again, and so may the customer. */
  | { readonly kind: 'unknown' }

// Twice in one go, with the same key: whatever Stripe made of the first call is found by the second.
const rounds = 2
const secondsToWait = 5

/**
 * Leads to a page where a sale is paid by card: the one that is open already for the same amount, else a new one. What Stripe is asked
 * is written down first; call it outside of any transaction.
 */
export async function startCheckout(ctx: BusinessCtx, wanted: CheckoutWanted): Promise<CheckoutStarted> {
  if (!stripeReady().ok) return { kind: 'no-card' }
  for (let round = 0; round < rounds; round += 1) {
    const at = { ...ctx, now: now() }
    const found = transact((db) => checkoutFor(db, at, wanted))
    if ('kind' in found) return found
    if (found.state === 'open' && found.url !== null) return { kind: 'page', url: found.url }
    if (found.params === null) break
    const outcome = await createCheckout(found.params, found.key, secondsToWait)
    const kept = transact((db) => keepAnswer(db, found, outcome, now()))
    if (kept?.state === 'open' && kept.url !== null) return { kind: 'page', url: kept.url }
  }
  return { kind: 'unknown' }
}

/** Whether an amount can be paid by card here and now. */
export function canPayByCard(amountMinor: number, currency: string): boolean {
  return stripeReady().ok && amountMinor >= leastCharge(currency) && amountMinor % chargeStep(currency) === 0
}

function checkoutFor(db: Db, ctx: BusinessCtx, wanted: CheckoutWanted): CheckoutRow | Exclude<CheckoutStarted, { kind: 'page' }> {
  const sale = saleById(db, ctx.businessId, wanted.saleId)
  const amountMinor = Math.min(wanted.amountMinor, sale ? sale.owedMinor + sale.aheadMinor : 0)
  if (!sale || sale.voidedAt !== null || amountMinor <= 0 || wanted.deadline <= ctx.now) return { kind: 'nothing-due' }
  if (!canPayByCard(amountMinor, sale.currency)) return { kind: 'no-card' }
  const live = liveCheckout(db, sale.id)
  if (live?.amountMinor === amountMinor && isUsable(live, ctx.now)) return live
  retireCheckouts(db, sale.id, ctx.now)
  const id = ctx.newId()
  const params = paramsOf(ctx, id, { ...wanted, amountMinor }, sale.currency)
  return insertCheckout(db, ctx, { id, saleId: sale.id, amountMinor, currency: sale.currency, params, deadline: wanted.deadline })
}

function paramsOf(ctx: BusinessCtx, id: string, wanted: CheckoutWanted, currency: string): CheckoutParams {
  const { APP_URL } = env()
  const { title, description, statement, email, returnTo, amountMinor, deadline } = wanted
  return {
    currency, email,
    lines: [{ name: title, description, amountMinor, quantity: 1 }],
    reference: id,
    description: statement,
    language: ctx.i18n.locale,
    successUrl: `${APP_URL}/landings/stripe?session={CHECKOUT_SESSION_ID}&to=${encodeURIComponent(returnTo)}`,
    cancelUrl: `${APP_URL}${returnTo}`,
    expiresAt: Math.max(deadline, ctx.now + leastLife),
    metadata: { checkout: id, sale: wanted.saleId, business: ctx.businessId },
  }
}
