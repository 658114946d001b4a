import type Stripe from 'stripe'
import type { Account } from './account'
import { shown } from './currencies'
import type { NewRefund } from './parameters'
import { forbiddenNow, noSuch, wrongParameter } from './refusal'

/** Gives back a charge or a part of it, and never more than was charged. */
export function createRefund(account: Account, input: NewRefund): Stripe.Refund {
  const charge = chargeFor(account, input)
  const left = charge.amount - charge.amount_refunded
  if (left === 0) throw forbiddenNow(`Charge ${charge.id} has already been refunded.`, { code: 'charge_already_refunded' })
  const amount = input.amount ?? left
  if (amount > left) throw tooMuch(charge, amount, left)
  const rule = account.refundRule()
  const pending = rule?.outcome === 'pending'
  const refund: Stripe.Refund = {
    id: account.newId('re'),
    object: 'refund',
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: account.seconds(),
    currency: charge.currency,
    customer: null,
    customer_account: null,
    destination_details: { type: 'card' },
    metadata: input.metadata ?? {},
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    ...(pending ? { pending_reason: 'processing' } : {}),
    reason: input.reason ?? null,
    receipt_number: null,
    source_transfer_reversal: null,
    status: pending ? 'pending' : 'succeeded',
    transfer_reversal: null,
  }
  account.store.put('refund', refund.id, refund, rule?.outcome === 'fail' ? Date.now() + rule.ms : null)
  const refunded = countRefunded(account, charge, amount)
  account.announce('refund.created', refund)
  account.announce('charge.refunded', refunded)
  return refund
}

function chargeFor(account: Account, { payment_intent, charge }: NewRefund): Stripe.Charge {
  if (payment_intent !== undefined && charge !== undefined) throw wrongParameter('charge', 'You may only specify one of these parameters: charge, payment_intent.')
  if (payment_intent === undefined) {
    if (charge === undefined) throw wrongParameter('charge', 'One of the following params should be provided for this request: payment_intent or charge.', 'parameter_missing')
    return account.store.get('charge', charge) ?? raise(noSuch('charge', charge, 'charge'))
  }
  const intent = account.store.get('intent', payment_intent) ?? raise(noSuch('payment_intent', payment_intent, 'payment_intent'))
  const paid = intent.status === 'succeeded' && typeof intent.latest_charge === 'string' ? account.store.get('charge', intent.latest_charge) : undefined
  return paid ?? raise(forbiddenNow(`This PaymentIntent (${intent.id}) does not have a successful charge to refund.`, { param: 'payment_intent' }))
}

function raise(refusal: Error): never {
  throw refusal
}

function tooMuch(charge: Stripe.Charge, amount: number, left: number): Error {
  const limit = charge.amount_refunded === 0 ? 'charge amount' : 'unrefunded amount on charge'
  return forbiddenNow(`Refund amount (${shown(amount, charge.currency)}) is greater than ${limit} (${shown(left, charge.currency)})`, { code: 'amount_too_large', param: 'amount' })
}

/** Brings refunds that were made to fail to their end. */
export function failDueRefunds(account: Account): void {
  for (const refund of account.store.due('refund', Date.now(), 100)) settleRefund(account, refund.id, 'failed')
}

/** Ends a refund: a pending one either way, one that succeeded by failing after all. False where it cannot end so. */
export function settleRefund(account: Account, id: string, status: 'succeeded' | 'failed'): boolean {
  const refund = account.store.get('refund', id)
  if (!refund || refund.status === 'failed' || refund.status === status) return false
  const { pending_reason: _, ...rest } = refund
  const settled: Stripe.Refund = { ...rest, status, ...(status === 'failed' ? { failure_reason: 'expired_or_canceled_card' } : {}) }
  account.store.put('refund', id, settled)
  const charge = status === 'failed' && typeof refund.charge === 'string' ? account.store.get('charge', refund.charge) : undefined
  if (charge) countRefunded(account, charge, -refund.amount)
  account.announce('refund.updated', settled)
  if (status === 'failed') account.announce('refund.failed', settled)
  account.announce('charge.refund.updated', settled)
  return true
}

function countRefunded(account: Account, charge: Stripe.Charge, amount: number): Stripe.Charge {
  const refunded = charge.amount_refunded + amount
  const counted = { ...charge, amount_refunded: refunded, refunded: refunded === charge.amount }
  account.store.put('charge', charge.id, counted)
  return counted
}
