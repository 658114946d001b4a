import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { deposit, paidSession, standIn, stillClock } from './stripe-under-test'

const hour = 3600_000

test('the same key with the same parameters gets the same answer, and says so', async () => {
  const there = await standIn()
  const { intent } = await paidSession(there)
  const refund = { payment_intent: intent, amount: 1000, metadata: { a: '1', b: '2' } }

  const first = await there.sdk.refunds.create(refund, { idempotencyKey: 'refund-1' })
  const again = await there.sdk.refunds.create({ metadata: { b: '2', a: '1' }, amount: 1000, payment_intent: intent }, { idempotencyKey: 'refund-1' })

  expect(again).toEqual(first)
  expect(first.lastResponse.headers).not.toHaveProperty('idempotent-replayed')
  expect(again.lastResponse.headers).toMatchObject({ 'idempotent-replayed': 'true', 'idempotency-key': 'refund-1' })
  expect((await there.books()).refunds).toHaveLength(1)
})

test('the same key with other parameters, or elsewhere, is refused', async () => {
  const there = await standIn()
  const { session } = await paidSession(there)
  await there.sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })

  const other = there.sdk.checkout.sessions.create({ ...deposit, client_reference_id: 'x' }, { idempotencyKey: 'k-1' })
  await expect(other).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError)
  await expect(other).rejects.toMatchObject({ statusCode: 400, rawType: 'idempotency_error', message: /can only be used with the same parameters/ })
  await expect(there.sdk.checkout.sessions.expire(session.id, {}, { idempotencyKey: 'k-1' })).rejects.toMatchObject({ message: /same endpoint they were first used for/ })
})

test('wrong parameters are not kept under a key, but what was refused in the act is', async () => {
  const there = await standIn()
  await expect(there.sdk.checkout.sessions.create({ ...deposit, success_url: 'nowhere' }, { idempotencyKey: 'k-1' })).rejects.toMatchObject({ code: 'url_invalid' })
  expect(await there.sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })).toMatchObject({ status: 'open' })

  const { intent } = await paidSession(there)
  await there.tell('/__control', { mode: 'refund', outcome: 'pending' })
  const whole = await there.sdk.refunds.create({ payment_intent: intent })
  const more = () => there.sdk.refunds.create({ payment_intent: intent, amount: 1 }, { idempotencyKey: 'k-2' })
  await expect(more()).rejects.toMatchObject({ code: 'charge_already_refunded' })
  await there.tell('/__refund', { refund: whole.id, status: 'failed' })
  await expect(more()).rejects.toMatchObject({ code: 'charge_already_refunded' })
})

test('a key is forgotten after a day', async () => {
  const clock = stillClock()
  const { sdk } = await standIn({ now: clock.now })
  const { id } = await sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })
  clock.move(24 * hour - 1)
  expect(await sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })).toMatchObject({ id })
  clock.move(1)
  expect((await sdk.checkout.sessions.create({ ...deposit, client_reference_id: 'new' }, { idempotencyKey: 'k-1' })).id).not.toBe(id)
})

test('a key in use, and one that is too long, are refused', async () => {
  const { sdk, tell } = await standIn()
  await tell('/__control', { mode: 'slow', at: 'POST /v1/checkout/sessions', ms: 800, times: 1 })
  const asked = await Promise.allSettled([1, 2].map(() => sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })))
  const first = asked.find((one) => one.status === 'fulfilled')
  expect(asked.find((one) => one.status === 'rejected')?.reason).toMatchObject({ statusCode: 409, code: 'idempotency_key_in_use' })
  expect(await sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })).toMatchObject({ id: first?.value.id })
  await expect(sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k'.repeat(256) })).rejects.toMatchObject({ statusCode: 400 })
})
