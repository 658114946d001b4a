import { expect, test } from 'vitest'
import { deposit, paidSession, standIn, until } from './stripe-under-test'

test('a refund gives back all or a part, and never more than was charged', async () => {
  const there = await standIn()
  const { sdk } = there
  const { intent } = await paidSession(there)

  const part = await sdk.refunds.create({ payment_intent: intent, amount: 1000, reason: 'requested_by_customer', metadata: { refund: '1' } })
  expect(part).toMatchObject({ object: 'refund', amount: 1000, currency: 'eur', status: 'succeeded', payment_intent: intent, metadata: { refund: '1' } })
  await expect(sdk.refunds.create({ payment_intent: intent, amount: 2501 })).rejects.toMatchObject({
    statusCode: 400,
    code: 'amount_too_large',
    param: 'amount',
    message: 'Refund amount (25.01 EUR) is greater than unrefunded amount on charge (25.00 EUR)',
  })
  expect(await sdk.refunds.create({ payment_intent: intent })).toMatchObject({ amount: 2500 })
  await expect(sdk.refunds.create({ payment_intent: intent })).rejects.toMatchObject({ code: 'charge_already_refunded' })

  const { latest_charge: charge } = await sdk.paymentIntents.retrieve(intent, { expand: ['latest_charge'] })
  expect(charge).toMatchObject({ amount_refunded: 3500, refunded: true })
  const listed = await sdk.refunds.list({ payment_intent: intent })
  expect(listed.data.map(({ amount }) => amount)).toEqual([2500, 1000])
  expect(await sdk.refunds.retrieve(part.id, { expand: ['charge'] })).toMatchObject({ id: part.id, charge: { amount_refunded: 3500 } })
  expect((await sdk.refunds.list({ charge: typeof charge === 'string' ? charge : charge!.id })).data).toHaveLength(2)
})

test('what was not paid, or is not there, cannot be given back', async () => {
  const { sdk, press } = await standIn()
  const { id } = await sdk.checkout.sessions.create(deposit)
  await press({ id }, 'decline')
  const { payment_intent: intent } = await sdk.checkout.sessions.retrieve(id)
  await expect(sdk.refunds.create({ payment_intent: String(intent) })).rejects.toMatchObject({ statusCode: 400, message: /does not have a successful charge to refund/ })
  await expect(sdk.refunds.create({ payment_intent: 'pi_none' })).rejects.toMatchObject({ statusCode: 404, code: 'resource_missing' })
  await expect(sdk.refunds.create({ charge: 'ch_none' })).rejects.toMatchObject({ statusCode: 404 })
  await expect(sdk.refunds.create({})).rejects.toMatchObject({ code: 'parameter_missing' })
  await expect(sdk.refunds.create({ payment_intent: 'pi_none', charge: 'ch_none' })).rejects.toMatchObject({ statusCode: 400 })
  await expect(sdk.refunds.create({ payment_intent: 'pi_none', amount: 0 })).rejects.toMatchObject({ code: 'parameter_invalid_integer' })
})

test('a refund may stay pending until it is told how to end', async () => {
  const there = await standIn()
  const { sdk, tell } = there
  const { intent } = await paidSession(there)
  await tell('/__control', { mode: 'refund', outcome: 'pending', times: 2 })
  const one = await sdk.refunds.create({ payment_intent: intent, amount: 1000 })
  const other = await sdk.refunds.create({ payment_intent: intent, amount: 2500 })
  expect([one.status, other.status]).toEqual(['pending', 'pending'])
  await expect(sdk.refunds.create({ payment_intent: intent, amount: 1 })).rejects.toMatchObject({ code: 'charge_already_refunded' })

  expect(await tell('/__refund', { refund: one.id, status: 'succeeded' })).toBe(200)
  expect(await tell('/__refund', { refund: other.id, status: 'failed' })).toBe(200)
  expect(await tell('/__refund', { refund: other.id, status: 'succeeded' })).toBe(409)

  expect(await sdk.refunds.retrieve(one.id)).toMatchObject({ status: 'succeeded' })
  expect(await sdk.refunds.retrieve(other.id)).toMatchObject({ status: 'failed', failure_reason: 'expired_or_canceled_card' })
  expect(await sdk.refunds.create({ payment_intent: intent })).toMatchObject({ amount: 2500, status: 'succeeded' })
})

test('a refund may fail after it had succeeded, and what it gave back can be given back again', async () => {
  const there = await standIn()
  const { sdk, tell } = there
  const { intent } = await paidSession(there)
  await tell('/__control', { mode: 'refund', outcome: 'fail', ms: 50, times: 1 })
  const { id, status } = await sdk.refunds.create({ payment_intent: intent })
  expect(status).toBe('succeeded')

  await until(async () => (await sdk.refunds.retrieve(id)).status === 'failed')

  const { latest_charge: charge } = await sdk.paymentIntents.retrieve(intent, { expand: ['latest_charge'] })
  expect(charge).toMatchObject({ amount_refunded: 0, refunded: false })
  expect((await there.books()).events.map(({ type }) => type).slice(-5)).toEqual(['refund.created', 'charge.refunded', 'refund.updated', 'refund.failed', 'charge.refund.updated'])
})
