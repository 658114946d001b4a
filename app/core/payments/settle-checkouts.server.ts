import { now } from '~/platform/clock.server'
import { read, transact } from '~/platform/database.server'
import { createCheckout, expireCheckout, retrieveCheckout, stripeReady, type Checkout, type StripeOutcome } from '~/platform/stripe.server'
import {
  checkoutById, checkoutBySession, checkoutsDue, keepAnswer, keepSession, lookLater, type CheckoutRow,
} from './checkout-rows.server'

export type Settled = CheckoutRow['state'] | 'unknown' | 'not-ours'

/**
 * Asks Stripe how a payment page stands, and takes what was paid on it. May be called by anybody at any time, also twice at once: money
 * is taken once for each page. Also finds the page of a call whose answer was lost.
 */
export async function settleSession(sessionId: string, secondsToWait?: number): Promise<Settled> {
  const known = read((db) => checkoutBySession(db, sessionId))
  if (known?.state === 'paid') return 'paid'
  const outcome = await retrieveCheckout(sessionId, secondsToWait)
  if (outcome.kind === 'unknown') return 'unknown'
  if (outcome.kind === 'refused') return 'not-ours'
  return transact((db) => {
    const row = checkoutBySession(db, sessionId) ?? checkoutById(db, outcome.value.reference ?? '')
    return row ? keepSession(db, row, outcome.value, now()) : 'not-ours'
  })
}

/** Looks after every page that is due: lost answers, deadlines that have come, pages that Stripe has closed. Answers how many it looked at. */
export async function sweepCheckouts({ atMost }: { readonly atMost: number }): Promise<number> {
  if (!stripeReady().ok) return 0
  const due = read((db) => checkoutsDue(db, now(), atMost))
  for (const row of due) await lookAfter(row)
  return due.length
}

async function lookAfter(row: CheckoutRow): Promise<void> {
  if (row.sessionId === null) return findAnswer(row)
  const mustClose = row.deadline <= now() && row.expiresAt > now()
  const expired = mustClose ? await expireCheckout(row.sessionId) : null
  // Refused: it is complete or expired by itself.
  const outcome = expired === null || expired.kind === 'refused' ? await retrieveCheckout(row.sessionId) : expired
  keep(row, outcome)
}

// With the same key and parameters Stripe answers what it made, or refuses what it never made and now cannot.
async function findAnswer(row: CheckoutRow): Promise<void> {
  const outcome: StripeOutcome<Checkout> = row.params === null ? { kind: 'refused', code: 'lost', why: 'its parameters are gone' } : await createCheckout(row.params, row.key)
  transact((db) => keepAnswer(db, row, outcome, now()))
}

function keep(row: CheckoutRow, outcome: StripeOutcome<Checkout>): void {
  transact((db) => {
    if (outcome.kind === 'ok') keepSession(db, row, outcome.value, now())
    else lookLater(db, row, outcome.why, now())
  })
}
