import { expect, test } from 'vitest'
import { application, deposit, newStateFile, paidSession, standIn, start, stillClock, until } from './stripe-under-test'

const ofPayment = ['payment_intent.created', 'charge.succeeded', 'payment_intent.succeeded', 'checkout.session.completed']

test('whatever happens is told in order, signed as Stripe signs, and can be listed and fetched', async () => {
  const clock = stillClock()
  const app = await application(clock.now)
  const there = await standIn({ now: clock.now, app: app.url })
  await there.sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })

  const { session } = await paidSession(there)
  await until(() => app.taken.length === 4)

  expect(app.taken.map(({ type, right }) => [type, right])).toEqual(ofPayment.map((type) => [type, true]))
  const { data } = await there.sdk.events.list({ created: { gte: start / 1000 } })
  expect(data.map(({ type }) => type)).toEqual(ofPayment.toReversed())
  await until(async () => (await there.sdk.events.list({ delivery_success: true })).data.length === 4)
  const completed = await there.sdk.events.retrieve(app.taken[3]!.id)
  expect(completed).toMatchObject({ object: 'event', created: start / 1000, livemode: false, data: { object: { id: session.id, payment_status: 'paid' } } })
  expect((await there.sdk.events.list({ type: 'checkout.session.*' })).data).toHaveLength(1)
  expect((await there.sdk.events.list({ types: ['charge.succeeded', 'payment_intent.created'], limit: 1 })).data.map(({ type }) => type)).toEqual(['charge.succeeded'])
  expect((await there.sdk.events.list({ created: { lt: start / 1000 } })).data).toEqual([])
  await expect(there.sdk.events.list({ type: 'a', types: ['b'] })).rejects.toMatchObject({ statusCode: 400 })
})

test('an event shows things as they were when it was told', async () => {
  const there = await standIn()
  const { intent } = await paidSession(there)
  await there.sdk.refunds.create({ payment_intent: intent, amount: 100 }, { idempotencyKey: 'refund-1' })
  await there.sdk.refunds.create({ payment_intent: intent, amount: 200 })

  const { data } = await there.sdk.events.list({ type: 'charge.refunded' })
  expect(data.map((event) => event.data.object)).toMatchObject([{ amount_refunded: 300 }, { amount_refunded: 100 }])
  expect(data[1]!.request).toMatchObject({ idempotency_key: 'refund-1' })
})

test('an application that fails is asked again until it takes what it is told', async () => {
  const app = await application(Date.now, [500, 503])
  const there = await standIn({ app: app.url })
  await paidSession(there)
  await until(() => app.taken.length === 6)
  const counts = ofPayment.map((type) => app.types().filter((other) => other === type).length)
  expect(counts).toEqual([2, 2, 1, 1])
  await until(async () => (await there.books()).deliveries.every(({ state }) => state === 'delivered'))
})

test('late', async () => {
  const app = await application(Date.now)
  const there = await standIn({ app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'late', type: 'payment_intent.succeeded', ms: 300, times: 1 })
  await paidSession(there)
  await until(() => app.taken.length === 4)
  expect(app.types().at(-1)).toBe('payment_intent.succeeded')
})

test('twice', async () => {
  const app = await application(Date.now)
  const there = await standIn({ app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'twice', type: 'checkout.session.completed' })
  await paidSession(there)
  await until(() => app.taken.length === 5)
  const completed = app.taken.filter(({ type }) => type === 'checkout.session.completed')
  expect(completed).toHaveLength(2)
  expect(new Set(completed.map(({ id }) => id)).size).toBe(1)
})

test('out of order', async () => {
  const app = await application(Date.now)
  const there = await standIn({ app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'reversed' })
  await paidSession(there)
  await until(() => app.taken.length === 4)
  expect(app.types()).toEqual(ofPayment.toReversed())
})

test('with a broken signature, and then rightly when asked', async () => {
  const app = await application(Date.now)
  const there = await standIn({ app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'broken-signature', type: 'checkout.session.completed', times: 1 })
  await paidSession(there)
  await until(() => app.taken.length === 4)
  expect(app.taken.at(-1)).toMatchObject({ type: 'checkout.session.completed', right: false })

  expect(await there.tell('/__webhook', { event: app.taken.at(-1)!.id })).toBe(200)
  await until(() => app.taken.length === 5)
  expect(app.taken.at(-1)).toMatchObject({ type: 'checkout.session.completed', right: true })
  expect(await there.tell('/__webhook', { event: 'evt_none' })).toBe(409)
})

test('lost, but still listed as not delivered', async () => {
  const app = await application(Date.now)
  const there = await standIn({ app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'lost', times: 2 })
  await paidSession(there)
  await until(() => app.taken.length === 2)
  await until(async () => (await there.sdk.events.list({ delivery_success: true })).data.length === 2)
  expect((await there.sdk.events.list({ delivery_success: false })).data.map(({ type }) => type)).toEqual(['charge.succeeded', 'payment_intent.created'])
})

test('what was not delivered before a restart is delivered after it, by one of those who share the file', async () => {
  const stateFile = newStateFile()
  const app = await application(Date.now)
  const there = await standIn({ stateFile, app: app.url })
  await there.tell('/__control', { mode: 'webhook', how: 'late', ms: 400 })
  await paidSession(there)

  await standIn({ stateFile, app: app.url })
  await standIn({ stateFile, app: app.url })
  await until(async () => (await there.books()).deliveries.every(({ state }) => state === 'delivered'))

  expect(app.types().toSorted()).toEqual(ofPayment.toSorted())
})
