import Stripe from 'stripe'
import type { Instant } from '~/kernel/time'
import { now } from './clock.server'
import { env } from './env.server'
import { fromStripeAmount, toStripeAmount } from './stripe-amounts'
import type { Checkout, CheckoutParams, RefundParams, StripeEvent, StripeOutcome, StripeReadiness, StripeRefund } from './stripe-contract'

export { chargeStep, leastCharge } from './stripe-amounts'
export type * from './stripe-contract'

const secondsToWait = 10
const noKey = 'STRIPE_KEY is not set, so nobody can pay by card.'
const hostedPages = 'https://checkout.stripe.com'

/** Whether people can pay by card at all; `why` is a sentence for settings and /readyz. */
export function stripeReady(): StripeReadiness {
  return env().STRIPE_KEY ? { ok: true } : { ok: false, why: noKey }
}

/** The origin of the payment pages, to which a form's answer may lead; null where there are none. */
export function paymentPageOrigin(): string | null {
  const { STRIPE_KEY, STRIPE_HOST } = env()
  if (!STRIPE_KEY) return null
  return STRIPE_HOST ? `http://${STRIPE_HOST}` : hostedPages
}

/** Opens a payment page. `key` makes the call repeatable for 24 hours. Never throws for what Stripe or the network does; nor do the others here. */
export function createCheckout(params: CheckoutParams, key: string, wait = secondsToWait): Promise<StripeOutcome<Checkout>> {
  return ask(wait, async (stripe) => asCheckout(await stripe.checkout.sessions.create(asSession(params), { idempotencyKey: key })))
}

/** A payment page as it is now. */
export function retrieveCheckout(id: string, wait = secondsToWait): Promise<StripeOutcome<Checkout>> {
  return ask(wait, async (stripe) => asCheckout(await stripe.checkout.sessions.retrieve(id, { expand: ['payment_intent.latest_charge'] })))
}

/** Closes a payment page that is open; one that is complete or expired is refused. */
export function expireCheckout(id: string, wait = secondsToWait): Promise<StripeOutcome<Checkout>> {
  return ask(wait, async (stripe) => asCheckout(await stripe.checkout.sessions.expire(id)))
}

/** Gives a part or all of a payment back. `key` makes the call repeatable for 24 hours. */
export function createRefund(params: RefundParams, key: string, wait = secondsToWait): Promise<StripeOutcome<StripeRefund>> {
  const { paymentIntentId, amountMinor, currency, metadata } = params
  const wanted = { payment_intent: paymentIntentId, amount: toStripeAmount(amountMinor, currency), metadata: { ...metadata } }
  return ask(wait, async (stripe) => asRefund(await stripe.refunds.create(wanted, { idempotencyKey: key })))
}

export function retrieveRefund(id: string, wait = secondsToWait): Promise<StripeOutcome<StripeRefund>> {
  return ask(wait, async (stripe) => asRefund(await stripe.refunds.retrieve(id)))
}

/** Every refund of a payment, the newest first: Stripe keeps a failure of its own under its key, and only this tells what came of the call. */
export function refundsOf(paymentIntentId: string, wait = secondsToWait): Promise<StripeOutcome<readonly StripeRefund[]>> {
  return ask(wait, async (stripe) => {
    const refunds: StripeRefund[] = []
    for await (const refund of stripe.refunds.list({ payment_intent: paymentIntentId, limit: 100 })) refunds.push(asRefund(refund))
    return refunds
  })
}

/** The events that the house follows from a moment on (to the second), the oldest first; Stripe keeps them for 30 days. */
export function listEvents(since: Instant, wait = secondsToWait): Promise<StripeOutcome<readonly StripeEvent[]>> {
  return ask(wait, async (stripe) => {
    const events: StripeEvent[] = []
    const wanted = { created: { gte: Math.floor(since / 1000) }, types: [...followed], limit: 100 }
    for await (const event of stripe.events.list(wanted)) events.push(asEvent(event))
    return events.reverse()
  })
}

/** The event of a webhook; null where Stripe did not sign it with our secret, or signed it more than five minutes ago. */
export function readWebhook(rawBody: string, signature: string | null): StripeEvent | null {
  const { STRIPE_WEBHOOK_SECRET } = env()
  if (!STRIPE_WEBHOOK_SECRET || !signature) return null
  let event: Stripe.Event
  try {
    event = Stripe.webhooks.constructEvent(rawBody, signature, STRIPE_WEBHOOK_SECRET, undefined, undefined, now())
  } catch {
    return null
  }
  return asEvent(event)
}

async function ask<Value>(seconds: number, work: (stripe: Stripe) => Promise<Value>): Promise<StripeOutcome<Value>> {
  const { STRIPE_KEY } = env()
  if (!STRIPE_KEY) return { kind: 'unknown', why: noKey }
  try {
    return { kind: 'ok', value: await work(clientWith(STRIPE_KEY, seconds)) }
  } catch (error) {
    if (!(error instanceof Stripe.errors.StripeError)) throw error
    return outcomeOf(error)
  }
}

// The SDK asks once more by itself where a connection breaks, whatever it is told about retries: with the same key, so that it does no harm.
function clientWith(key: string, seconds: number): Stripe {
  const { STRIPE_HOST } = env()
  const [host, port] = STRIPE_HOST?.split(':') ?? []
  const standIn = host && port ? { host, port, protocol: 'http' as const } : {}
  return new Stripe(key, { timeout: seconds * 1000, maxNetworkRetries: 0, telemetry: false, ...standIn })
}

// 409: another call with this key is under way. A wrong key or a lack of permission ends once somebody has seen to the account.
const meansNothing = new Set([401, 403, 409, 429])

function outcomeOf(error: Stripe.errors.StripeError): { kind: 'refused'; code: string; why: string } | { kind: 'unknown'; why: string } {
  const { statusCode: status, message: why } = error
  if (status === undefined || status < 400 || status >= 500 || meansNothing.has(status)) return { kind: 'unknown', why }
  return { kind: 'refused', code: error.code ?? error.rawType ?? error.type, why }
}

// Money that arrives days later would outlive every hold: https://docs.stripe.com/payments/payment-methods#payment-notification
const slowMethods: Stripe.Checkout.SessionCreateParams.ExcludedPaymentMethodType[] = [
  'acss_debit', 'au_becs_debit', 'bacs_debit', 'boleto', 'customer_balance', 'konbini', 'multibanco',
  'nz_bank_account', 'oxxo', 'payto', 'sepa_debit', 'sofort', 'us_bank_account',
]

function asSession(params: CheckoutParams): Stripe.Checkout.SessionCreateParams {
  const { currency, metadata } = params
  return {
    mode: 'payment',
    line_items: params.lines.map(({ name, description, amountMinor, quantity }) => ({
      price_data: { currency: currency.toLowerCase(), unit_amount: toStripeAmount(amountMinor, currency), product_data: { name, ...(description ? { description } : {}) } },
      quantity,
    })),
    success_url: params.successUrl,
    cancel_url: params.cancelUrl,
    expires_at: Math.floor(params.expiresAt / 1000),
    client_reference_id: params.reference,
    excluded_payment_method_types: slowMethods,
    locale: localeOf(params.language),
    ...(params.email ? { customer_email: params.email } : {}),
    metadata: { ...metadata },
    payment_intent_data: { description: params.description, metadata: { ...metadata } },
  }
}

function localeOf(language: string): Stripe.Checkout.SessionCreateParams.Locale {
  return language.startsWith('pt') ? 'pt' : language.startsWith('en') ? 'en' : 'auto'
}

function asCheckout(session: Stripe.Checkout.Session): Checkout {
  const currency = (session.currency ?? '').toUpperCase()
  return {
    id: session.id,
    url: session.url,
    status: checkoutStatuses.find((status) => status === session.status) ?? 'open',
    paid: session.payment_status === 'paid',
    amountMinor: fromStripeAmount(session.amount_total ?? 0, currency),
    currency,
    expiresAt: session.expires_at * 1000,
    reference: session.client_reference_id,
    metadata: session.metadata ?? {},
    paymentIntentId: idOf(session.payment_intent),
    card: cardOf(session.payment_intent),
  }
}

function cardOf(intent: Stripe.Checkout.Session['payment_intent']): Checkout['card'] {
  const charge = typeof intent === 'object' ? intent?.latest_charge : null
  const card = typeof charge === 'object' ? charge?.payment_method_details?.card : null
  return card ? { brand: card.brand, last4: card.last4 } : null
}

function asRefund(refund: Stripe.Refund): StripeRefund {
  const currency = refund.currency.toUpperCase()
  return {
    id: refund.id,
    status: refundStatuses.find((status) => status === refund.status) ?? 'pending',
    amountMinor: fromStripeAmount(refund.amount, currency),
    currency,
    paymentIntentId: idOf(refund.payment_intent),
    failureReason: refund.failure_reason ?? null,
    metadata: refund.metadata ?? {},
  }
}

const checkoutStatuses = ['open', 'complete', 'expired'] as const
const refundStatuses = ['pending', 'requires_action', 'succeeded', 'failed', 'canceled'] as const

const followed = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'refund.created',
  'refund.updated',
  'refund.failed',
] as const

function asEvent(event: Stripe.Event): StripeEvent {
  const { id, type } = event
  return { id, type, at: event.created * 1000, about: aboutOf(event) }
}

function aboutOf(event: Stripe.Event): StripeEvent['about'] {
  switch (event.type) {
    case 'checkout.session.completed':
    case 'checkout.session.async_payment_succeeded':
    case 'checkout.session.async_payment_failed':
    case 'checkout.session.expired':
      // A session without an amount, such as one that only keeps a card, is none of ours.
      return event.data.object.currency ? { kind: 'checkout', checkout: asCheckout(event.data.object) } : null
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return { kind: 'refund', refund: asRefund(event.data.object) }
    default:
      return null
  }
}

function idOf(thing: string | { readonly id: string } | null): string | null {
  return typeof thing === 'string' ? thing : (thing?.id ?? null)
}
