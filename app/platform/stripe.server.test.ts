import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { forgetEnv } from './env.server'
import { createCheckout, createRefund, expireCheckout, listEvents, paymentPageOrigin, readWebhook, retrieveCheckout, retrieveRefund, stripeReady, type CheckoutParams } from './stripe.server'

const stripe = setupServer()
const sessions = 'https://api.stripe.com/v1/checkout/sessions'
const visit: CheckoutParams = {
  currency: 'EUR',
  lines: [{ name: 'Deposit', amountMinor: 3500, quantity: 1 }],
  reference: 'payment-1',
  description: 'Harbour Salon',
  email: null,
  language: 'en',
  successUrl: 'https://guildhall.test/landings/stripe?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://guildhall.test/bookings/AP-7K3M9Q',
  expiresAt: Date.UTC(2026, 10, 3, 9, 31),
  metadata: { payment: '1' },
}
const refund = { paymentIntentId: 'pi_1', amountMinor: 100, currency: 'EUR', metadata: {} }

beforeAll(() => stripe.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => setKey('sk_test_1'))
afterEach(() => {
  stripe.resetHandlers()
  vi.unstubAllEnvs()
  forgetEnv()
})
afterAll(() => stripe.close())

test('a payment page is asked for with the key and exactly what was stored', async () => {
  const asked = vi.fn()
  stripe.use(
    http.post(sessions, async ({ request }) => {
      const { headers } = request
      asked(headers.get('authorization'), headers.get('idempotency-key'), headers.get('stripe-version'), Object.fromEntries(new URLSearchParams(await request.clone().text())))
      return HttpResponse.json({ id: 'cs_1', url: 'https://checkout.stripe.com/c/pay/cs_1', status: 'open', payment_status: 'unpaid', amount_total: 3500, currency: 'eur', expires_at: 1793698260, client_reference_id: 'payment-1', metadata: { payment: '1' }, payment_intent: null })
    }),
  )

  expect(await createCheckout({ ...visit, email: 'ana@example.test', language: 'pt-PT' }, 'k-1')).toEqual({
    kind: 'ok',
    value: {
      id: 'cs_1',
      url: 'https://checkout.stripe.com/c/pay/cs_1',
      status: 'open',
      paid: false,
      amountMinor: 3500,
      currency: 'EUR',
      expiresAt: visit.expiresAt,
      reference: 'payment-1',
      metadata: { payment: '1' },
      paymentIntentId: null,
      card: null,
    },
  })
  expect(asked).toHaveBeenCalledWith('Bearer sk_test_1', 'k-1', '2026-10-28.endive', {
    mode: 'payment',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': '3500',
    'line_items[0][price_data][product_data][name]': 'Deposit',
    'line_items[0][quantity]': '1',
    success_url: visit.successUrl,
    cancel_url: visit.cancelUrl,
    expires_at: '1793698260',
    client_reference_id: 'payment-1',
    customer_email: 'ana@example.test',
    locale: 'pt',
    'metadata[payment]': '1',
    'payment_intent_data[description]': 'Harbour Salon',
    'payment_intent_data[metadata][payment]': '1',
    ...Object.fromEntries(slowMethods.map((method, at) => [`excluded_payment_method_types[${at}]`, method])),
  })
})

const slowMethods = ['acss_debit', 'au_becs_debit', 'bacs_debit', 'boleto', 'customer_balance', 'konbini', 'multibanco', 'nz_bank_account', 'oxxo', 'payto', 'sepa_debit', 'sofort', 'us_bank_account']

describe('what Stripe will not do, whoever asks again, is refused', () => {
  test.each([
    ['wrong parameters', 400, { type: 'invalid_request_error', code: 'amount_too_small', message: 'No.' }, 'amount_too_small'],
    ['wrong parameters without a code', 400, { type: 'invalid_request_error', message: 'No.' }, 'invalid_request_error'],
    ['a key that was used for something else', 400, { type: 'idempotency_error', message: 'No.' }, 'idempotency_error'],
    ['a card', 402, { type: 'card_error', code: 'card_declined', message: 'No.' }, 'card_declined'],
    ['what is not there', 404, { type: 'invalid_request_error', code: 'resource_missing', message: 'No.' }, 'resource_missing'],
  ])('%s', async (_, status, error, code) => {
    stripe.use(http.post(sessions, () => HttpResponse.json({ error }, { status })))
    expect(await createCheckout(visit, 'k-1')).toEqual({ kind: 'refused', code, why: 'No.' })
  })
})

describe('what may have happened, or may go better later, is unknown', () => {
  test.each([
    ['an error of Stripe', 500, 'api_error'],
    ['maintenance', 503, 'api_error'],
    ['a call with the same key that is under way', 409, 'idempotency_error'],
    ['too many calls', 429, 'invalid_request_error'],
    ['a wrong key', 401, 'invalid_request_error'],
    ['a key that may not', 403, 'invalid_request_error'],
  ])('%s', async (_, status, type) => {
    stripe.use(http.post('https://api.stripe.com/v1/refunds', () => HttpResponse.json({ error: { type, message: 'Not now.' } }, { status })))
    expect(await createRefund(refund, 'k-1')).toEqual({ kind: 'unknown', why: 'Not now.' })
  })

  test('a page of a proxy instead of an answer', async () => {
    stripe.use(http.post(sessions, () => new HttpResponse('<h1>Bad gateway</h1>', { status: 502 })))
    expect(await createCheckout(visit, 'k-1')).toMatchObject({ kind: 'unknown' })
  })

  test('a connection that breaks', async () => {
    stripe.use(http.all('https://api.stripe.com/*', () => HttpResponse.error()))
    expect(await createCheckout(visit, 'k-1')).toMatchObject({ kind: 'unknown' })
    expect(await retrieveCheckout('cs_1')).toMatchObject({ kind: 'unknown' })
    expect(await expireCheckout('cs_1')).toMatchObject({ kind: 'unknown' })
    expect(await retrieveRefund('re_1')).toMatchObject({ kind: 'unknown' })
    expect(await listEvents(0)).toMatchObject({ kind: 'unknown' })
  })
})

test('without a key nobody can pay, and settings can say why', async () => {
  setKey('')
  const why = 'STRIPE_KEY is not set, so nobody can pay by card.'
  expect(stripeReady()).toEqual({ ok: false, why })
  expect(paymentPageOrigin()).toBeNull()
  expect(await createCheckout(visit, 'k-1')).toEqual({ kind: 'unknown', why })
  expect(readWebhook('{}', 't=1,v1=1')).toBeNull()
  setKey('sk_test_1')
  expect(stripeReady()).toEqual({ ok: true })
  expect(paymentPageOrigin()).toBe('https://checkout.stripe.com')
})

function setKey(key: string): void {
  vi.stubEnv('STRIPE_KEY', key)
  vi.stubEnv('STRIPE_WEBHOOK_SECRET', key && 'whsec_1')
  forgetEnv()
}
