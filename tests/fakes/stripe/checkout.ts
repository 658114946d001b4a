import type Stripe from 'stripe'
import type { Account } from './account'
import { isSupported, wrongAmount } from './currencies'
import { newCharge, newIntent, newSession } from './objects'
import type { NewSession } from './parameters'
import { forbiddenNow, noSuch, wrongParameter } from './refusal'

const leastLife = 30 * 60
const mostLife = 24 * 3600

/** Opens a session. */
export function createSession(account: Account, input: NewSession): Stripe.Checkout.Session {
  const currency = currencyOf(input)
  const total = input.line_items.reduce((sum, { price_data, quantity }) => sum + price_data.unit_amount * quantity, 0)
  const wrong = wrongAmount(total, currency)
  if (wrong) throw wrongParameter('line_items', wrong.message, wrong.code)
  const session = newSession(account, input, total, currency, expiryOf(account, input))
  account.store.put('session', session.id, session, session.expires_at * 1000)
  account.store.put('basket', session.id, {
    lines: input.line_items.map((line) => lineItem(account, line)),
    description: input.payment_intent_data?.description ?? null,
    metadata: input.payment_intent_data?.metadata ?? {},
    receiptEmail: input.payment_intent_data?.receipt_email ?? null,
  })
  return session
}

function currencyOf(input: NewSession): string {
  const currencies = input.line_items.map(({ price_data }) => price_data.currency)
  const [currency = ''] = currencies
  const param = 'line_items[0][price_data][currency]'
  if (!isSupported(currency)) throw wrongParameter(param, `Invalid currency: ${currency}. It is not a currency that Stripe supports.`)
  if (currencies.some((other) => other !== currency)) throw wrongParameter('line_items', 'All line items of a Checkout Session must have the same currency.')
  return currency
}

function expiryOf(account: Account, input: NewSession): number {
  const now = account.seconds()
  const expiresAt = input.expires_at ?? now + mostLife
  if (expiresAt < now + leastLife) throw wrongParameter('expires_at', 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.')
  if (expiresAt > now + mostLife) throw wrongParameter('expires_at', 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.')
  return expiresAt
}

function lineItem(account: Account, { price_data, quantity }: NewSession['line_items'][number]): Stripe.LineItem {
  const amount = price_data.unit_amount * quantity
  return {
    id: account.newId('li'),
    object: 'item',
    adjustable_quantity: null,
    amount_discount: 0,
    amount_subtotal: amount,
    amount_tax: 0,
    amount_total: amount,
    currency: price_data.currency,
    description: price_data.product_data.name,
    metadata: null,
    price: null,
    quantity,
  }
}

/** The session as it is now: one whose time has run out is expired by whoever looks first. */
export function sessionNow(account: Account, id: string): Stripe.Checkout.Session {
  const session = account.store.get('session', id)
  if (!session) throw noSuch('checkout.session', id, 'session')
  return session.status === 'open' && session.expires_at <= account.seconds() ? close(account, session) : session
}

/** Expires it on request. */
export function expireSession(account: Account, id: string): Stripe.Checkout.Session {
  const session = sessionNow(account, id)
  if (session.status !== 'open') {
    throw forbiddenNow(`Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of \`${String(session.status)}\`.`)
  }
  return close(account, session)
}

/** Expires every session whose time has run out. */
export function expireDueSessions(account: Account): void {
  for (const session of account.store.due('session', account.now(), 100)) close(account, session)
}

function close(account: Account, session: Stripe.Checkout.Session): Stripe.Checkout.Session {
  const expired = { ...session, status: 'expired', url: null } satisfies Stripe.Checkout.Session
  account.store.put('session', session.id, expired)
  const intent = intentOf(account, session)
  if (intent) {
    const cancelled = { ...intent, status: 'canceled', canceled_at: account.seconds(), cancellation_reason: 'expired', next_action: null } satisfies Stripe.PaymentIntent
    account.store.put('intent', intent.id, cancelled)
    account.announce('payment_intent.canceled', cancelled)
  }
  account.announce('checkout.session.expired', expired)
  return expired
}

/** The card is charged, and the session is complete. */
export function pay(account: Account, session: Stripe.Checkout.Session): void {
  const email = session.customer_email ?? 'payer@example.test'
  const intent = intentFor(account, session)
  const charge = newCharge(account, intent, email, true)
  const paid = {
    ...intent,
    status: 'succeeded',
    amount_received: intent.amount,
    latest_charge: charge.id,
    last_payment_error: null,
    next_action: null,
    payment_method: charge.payment_method,
  } satisfies Stripe.PaymentIntent
  const complete = {
    ...session,
    status: 'complete',
    payment_status: 'paid',
    payment_intent: intent.id,
    url: null,
    customer_details: { address: null, business_name: null, email, individual_name: null, name: null, phone: null, tax_exempt: 'none', tax_ids: [] },
  } satisfies Stripe.Checkout.Session
  account.store.put('charge', charge.id, charge)
  account.store.put('intent', intent.id, paid)
  account.store.put('session', session.id, complete)
  account.announce('charge.succeeded', charge)
  account.announce('payment_intent.succeeded', paid)
  account.announce('checkout.session.completed', complete)
}

/** The bank refuses the card; the session stays open for another try. */
export function decline(account: Account, session: Stripe.Checkout.Session): void {
  const intent = intentFor(account, session)
  const charge = newCharge(account, intent, session.customer_email, false)
  account.store.put('charge', charge.id, charge)
  account.announce('charge.failed', charge)
  failIntent(account, { ...intent, latest_charge: charge.id }, { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline', message: 'Your card was declined.', charge: charge.id })
}

/** The bank wants to know who pays. */
export function askWhoPays(account: Account, session: Stripe.Checkout.Session): void {
  const intent = intentFor(account, session)
  const asking = { ...intent, status: 'requires_action', next_action: { type: 'use_stripe_sdk' } } satisfies Stripe.PaymentIntent
  account.store.put('intent', intent.id, asking)
  account.announce('payment_intent.requires_action', asking)
}

/** Whoever paid could not say who they are. */
export function failWhoPays(account: Account, session: Stripe.Checkout.Session): void {
  const message = 'We are unable to authenticate your payment method. Please choose a different payment method and try again.'
  failIntent(account, intentFor(account, session), { type: 'invalid_request_error', code: 'payment_intent_authentication_failure', message })
}

function failIntent(account: Account, intent: Stripe.PaymentIntent, error: Stripe.PaymentIntent.LastPaymentError): void {
  const failed = { ...intent, status: 'requires_payment_method', last_payment_error: error, next_action: null } satisfies Stripe.PaymentIntent
  account.store.put('intent', intent.id, failed)
  account.announce('payment_intent.payment_failed', failed)
}

/** The intent of a session, if anybody has tried to pay. */
export function intentOf(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent | undefined {
  return typeof session.payment_intent === 'string' ? account.store.get('intent', session.payment_intent) : undefined
}

// Stripe makes the intent when somebody first tries to pay.
function intentFor(account: Account, session: Stripe.Checkout.Session): Stripe.PaymentIntent {
  const known = intentOf(account, session)
  if (known) return known
  const intent = newIntent(account, session)
  account.store.put('intent', intent.id, intent)
  account.store.put('session', session.id, { ...session, payment_intent: intent.id }, session.expires_at * 1000)
  account.announce('payment_intent.created', intent)
  return intent
}
