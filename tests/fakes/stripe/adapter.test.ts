import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetEnv } from '~/platform/env.server'
import { createCheckout, createRefund, expireCheckout, listEvents, paymentPageOrigin, readWebhook, refundsOf, retrieveCheckout, retrieveRefund, type CheckoutParams, type StripeOutcome } from '~/platform/stripe.server'
import { standInKey, standInWebhookSecret } from './stripe'
import { signatureOf } from './courier'
import { standIn, type StandIn } from './stripe-under-test'

// The adapter of the product against the stand-in, so that every request the product can send is among those that stripe-mock judges.

const soon = 40 * 60_000
const visit = (): CheckoutParams => ({
  currency: 'EUR',
  lines: [{ name: 'Deposit for colour', description: 'Tuesday at 10:00', amountMinor: 3500, quantity: 1 }],
  reference: 'payment-1',
  description: 'Harbour Salon AP-7K3M9Q',
  email: 'ana@example.test',
  language: 'pt-PT',
  successUrl: 'http://localhost:3000/landings/stripe?session={CHECKOUT_SESSION_ID}',
  cancelUrl: 'http://localhost:3000/bookings/AP-7K3M9Q',
  expiresAt: Date.now() + soon,
  metadata: { payment: '1' },
})

let there: StandIn
beforeEach(async () => {
  there = await standIn()
  vi.stubEnv('STRIPE_KEY', standInKey)
  vi.stubEnv('STRIPE_WEBHOOK_SECRET', standInWebhookSecret)
  vi.stubEnv('STRIPE_HOST', new URL(there.url).host)
  forgetEnv()
})
afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test('a payment from its page to its refund', async () => {
  const since = Date.now()
  const params = visit()
  const open = value(await createCheckout(params, 'k-1'))
  expect(open).toMatchObject({ status: 'open', paid: false, amountMinor: 3500, currency: 'EUR', reference: 'payment-1', paymentIntentId: null })
  expect(new URL(open.url ?? '').origin).toBe(paymentPageOrigin())
  expect(value(await createCheckout(params, 'k-1')).id).toBe(open.id)
  expect(await createCheckout({ ...params, reference: 'payment-2' }, 'k-1')).toMatchObject({ kind: 'refused', code: 'idempotency_error' })

  await there.press(open, 'pay')
  const paid = value(await retrieveCheckout(open.id))
  expect(paid).toMatchObject({ status: 'complete', paid: true, url: null, card: { brand: 'visa', last4: '4242' } })
  const payment = { paymentIntentId: paid.paymentIntentId ?? '', currency: 'EUR', metadata: { refund: '1' } }
  const refund = value(await createRefund({ ...payment, amountMinor: 1000 }, 'k-2'))
  expect(refund).toEqual({ id: refund.id, status: 'succeeded', amountMinor: 1000, currency: 'EUR', paymentIntentId: paid.paymentIntentId, failureReason: null, metadata: { refund: '1' } })
  expect(await createRefund({ ...payment, amountMinor: 2501 }, 'k-3')).toMatchObject({ kind: 'refused', code: 'amount_too_large' })
  expect(value(await retrieveRefund(refund.id))).toEqual(refund)
  expect(value(await refundsOf(payment.paymentIntentId))).toEqual([refund])

  const events = value(await listEvents(since))
  expect(events.map(({ type }) => type)).toEqual(['checkout.session.completed', 'refund.created'])
  expect(events[0]?.about).toEqual({ kind: 'checkout', checkout: { ...paid, card: null } })
  expect(events[1]?.about).toEqual({ kind: 'refund', refund })
})

test('a page is expired once, and what cannot be expired says what it is', async () => {
  const { id } = value(await createCheckout({ ...visit(), email: null, language: 'en' }, 'k-1'))
  expect(value(await expireCheckout(id))).toMatchObject({ status: 'expired', paid: false, url: null })
  expect(await expireCheckout(id)).toMatchObject({ kind: 'refused', code: 'invalid_request_error', why: /status of `expired`/ })
  expect(await retrieveCheckout('cs_test_none')).toMatchObject({ kind: 'refused', code: 'resource_missing' })
})

test('a failed refund says why', async () => {
  const { id } = value(await createCheckout(visit(), 'k-1'))
  await there.press({ id }, 'pay')
  const { paymentIntentId } = value(await retrieveCheckout(id))
  await there.tell('/__control', { mode: 'refund', outcome: 'pending' })
  const refund = value(await createRefund({ paymentIntentId: paymentIntentId ?? '', amountMinor: 3500, currency: 'EUR', metadata: {} }, 'k-2'))
  expect(refund).toMatchObject({ status: 'pending' })
  await there.tell('/__refund', { refund: refund.id, status: 'failed' })
  expect(value(await retrieveRefund(refund.id))).toMatchObject({ status: 'failed', failureReason: 'expired_or_canceled_card' })
})

test('more events than a page holds come all, the oldest first', async () => {
  for (let at = 0; at < 51; at++) {
    await expireCheckout(value(await createCheckout(visit(), `e-${at}`)).id)
    await there.press(value(await createCheckout(visit(), `p-${at}`)), 'pay')
  }
  const events = value(await listEvents(0))
  expect(events).toHaveLength(102)
  expect(events.every(({ at }, place) => place === 0 || at >= (events[place - 1]?.at ?? 0))).toBe(true)
})

test('what fails is asked once, and asked again with the same key it is done once', async () => {
  const params = visit()
  const faults = [
    { mode: 'fail' },
    { mode: 'fail', when: 'after', status: 502 },
    { mode: 'silent' },
    { mode: 'silent', when: 'after' },
    { mode: 'slow', when: 'after', ms: 800 },
  ]
  for (const [at, fault] of faults.entries()) {
    await there.tell('/__control', { ...fault, times: 1 })
    expect(await createCheckout(params, `k-${at}`, 0.5)).toMatchObject({ kind: 'unknown' })
    expect(await createCheckout(params, `k-${at}`)).toMatchObject({ kind: 'ok' })
    expect((await there.books()).sessions).toHaveLength(at + 1)
  }
  await there.tell('/__control', { mode: 'slow', ms: 800, times: 1 })
  const both = await Promise.all([createCheckout(params, 'k-5'), createCheckout(params, 'k-5')])
  expect(both).toContainEqual({ kind: 'unknown', why: expect.stringContaining('in-progress') as string })
  expect(both.filter(({ kind }) => kind === 'ok')).toHaveLength(1)
})

test('a webhook is read where it is signed rightly, lately and by Stripe', () => {
  const at = Math.floor(Date.now() / 1000)
  const body = JSON.stringify({ id: 'evt_1', object: 'event', type: 'payout.paid', created: at, data: { object: {} } })
  const signed = (secret: string, seconds: number) => readWebhook(body, signatureOf(body, secret, seconds))
  expect(signed(standInWebhookSecret, at)).toEqual({ id: 'evt_1', type: 'payout.paid', at: at * 1000, about: null })
  expect(signed('whsec_of_another', at)).toBeNull()
  expect(signed(standInWebhookSecret, at - 301)).toBeNull()
  expect(readWebhook(`${body} `, signatureOf(body, standInWebhookSecret, at))).toBeNull()
  expect(readWebhook(body, 'nonsense')).toBeNull()
  expect(readWebhook(body, null)).toBeNull()
})

function value<Value>(outcome: StripeOutcome<Value>): Value {
  if (outcome.kind !== 'ok') throw new Error(`${outcome.kind}: ${outcome.why}`)
  return outcome.value
}
