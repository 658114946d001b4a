import Stripe from 'stripe'
import { describe, expect, test } from 'vitest'
import { deposit, newStateFile, paidSession, sdkOf, standIn, start, stillClock } from './stripe-under-test'

const minutes = 60_000

test('a session is opened with everything that was said, and found again', async () => {
  const { sdk, url } = await standIn({ now: () => start })
  const session = await sdk.checkout.sessions.create({
    ...deposit,
    client_reference_id: 'payment-1',
    customer_email: 'ana@example.test',
    expires_at: start / 1000 + 31 * 60,
    locale: 'pt',
    submit_type: 'book',
    excluded_payment_method_types: ['multibanco', 'sepa_debit'],
    metadata: { payment: '1' },
    payment_intent_data: { description: 'Harbour Salon AP-7K3M9Q', metadata: { payment: '1' } },
  })

  expect(session).toMatchObject({
    object: 'checkout.session',
    mode: 'payment',
    status: 'open',
    payment_status: 'unpaid',
    payment_intent: null,
    amount_total: 3500,
    currency: 'eur',
    client_reference_id: 'payment-1',
    customer_email: 'ana@example.test',
    created: start / 1000,
    expires_at: start / 1000 + 31 * 60,
    locale: 'pt',
    metadata: { payment: '1' },
    url: `${url}/c/pay/${session.id}`,
  })
  expect(session.id).toMatch(/^cs_test_/)
  expect(session).not.toHaveProperty('line_items')
  const again = await sdk.checkout.sessions.retrieve(session.id, { expand: ['line_items'] })
  expect(again.line_items?.data).toMatchObject([{ description: 'Deposit for colour', amount_total: 3500, quantity: 1 }])
})

test('a payment makes an intent with its charge, which can be had whole', async () => {
  const there = await standIn({ now: () => start })
  const { session, intent } = await paidSession(there, { ...deposit, customer_email: 'ana@example.test', payment_intent_data: { metadata: { payment: '1' } } })

  expect(session).toMatchObject({ status: 'complete', payment_status: 'paid', url: null, customer_details: { email: 'ana@example.test' } })
  const paid = await there.sdk.paymentIntents.retrieve(intent, { expand: ['latest_charge'] })
  expect(paid).toMatchObject({ status: 'succeeded', amount: 3500, amount_received: 3500, metadata: { payment: '1' } })
  expect(paid.latest_charge).toMatchObject({ object: 'charge', status: 'succeeded', amount: 3500, amount_refunded: 0, payment_intent: intent })
  const whole = await there.sdk.checkout.sessions.retrieve(session.id, { expand: ['payment_intent.latest_charge'] })
  expect(whole.payment_intent).toMatchObject({ id: intent, latest_charge: { payment_method_details: { card: { brand: 'visa', last4: '4242' } } } })
})

test.each([
  ['less than 30 minutes', 29, 'The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.'],
  ['more than 24 hours', 24 * 60 + 1, 'The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.'],
])('a session of %s is refused', async (_, life, message) => {
  const { sdk } = await standIn({ now: () => start })
  const asked = sdk.checkout.sessions.create({ ...deposit, expires_at: start / 1000 + life * 60 })
  await expect(asked).rejects.toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, param: 'expires_at', message })
})

test('at its time a session expires and says so, whether anybody looks or not', async () => {
  const clock = stillClock()
  const { sdk, press } = await standIn({ now: clock.now })
  const asked = await sdk.checkout.sessions.create({ ...deposit, expires_at: start / 1000 + 31 * 60 })
  const other = await sdk.checkout.sessions.create(deposit)
  clock.move(31 * minutes)

  expect(await sdk.checkout.sessions.retrieve(asked.id)).toMatchObject({ status: 'expired', payment_status: 'unpaid', url: null })
  expect((await press(asked, 'pay')).status).toBe(410)
  expect(await sdk.checkout.sessions.retrieve(other.id)).toMatchObject({ status: 'open' })
  const { data } = await sdk.events.list({ type: 'checkout.session.expired' })
  expect(data.map((event) => 'id' in event.data.object && event.data.object.id)).toEqual([asked.id])
})

test('a session can be expired once, while it is open, and its payment with it', async () => {
  const { sdk, press } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)
  await press(session, 'decline')
  const { payment_intent: intent } = await sdk.checkout.sessions.retrieve(session.id)

  expect(await sdk.checkout.sessions.expire(session.id)).toMatchObject({ status: 'expired' })

  expect(await sdk.paymentIntents.retrieve(String(intent))).toMatchObject({ status: 'canceled' })
  await expect(sdk.checkout.sessions.expire(session.id)).rejects.toMatchObject({
    statusCode: 400,
    message: 'Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of `expired`.',
  })
})

test('sessions are listed by the time they were made, the newest first, page by page', async () => {
  const clock = stillClock()
  const { sdk, press } = await standIn({ now: clock.now })
  const ids: string[] = []
  for (let at = 0; at < 3; at++) {
    ids.unshift((await sdk.checkout.sessions.create(deposit)).id)
    clock.move(minutes)
  }
  await press({ id: ids[0]! }, 'pay')

  const since = await sdk.checkout.sessions.list({ created: { gte: start / 1000 + 60 } })
  expect(since.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
  const first = await sdk.checkout.sessions.list({ limit: 2 })
  expect(first).toMatchObject({ has_more: true })
  const rest = await sdk.checkout.sessions.list({ limit: 2, starting_after: ids[1]! })
  expect(rest).toMatchObject({ has_more: false, data: [{ id: ids[2] }] })
  const before = await sdk.checkout.sessions.list({ limit: 1, ending_before: ids[2]! })
  expect(before).toMatchObject({ has_more: true, data: [{ id: ids[1] }] })
  expect((await sdk.checkout.sessions.list({ status: 'complete' })).data.map(({ id }) => id)).toEqual([ids[0]])
  expect((await sdk.checkout.sessions.list({ created: start / 1000, status: 'open' })).data.map(({ id }) => id)).toEqual([ids[2]])
  const paid = await sdk.checkout.sessions.retrieve(ids[0]!)
  expect((await sdk.checkout.sessions.list({ payment_intent: String(paid.payment_intent), expand: ['data.payment_intent'] })).data).toMatchObject([
    { id: ids[0], payment_intent: { object: 'payment_intent', status: 'succeeded' } },
  ])
})

describe('what Stripe would refuse is refused as Stripe does', () => {
  const line = deposit.line_items[0]!
  const priced = (unit_amount: number, currency = 'eur') => ({ line_items: [{ ...line, price_data: { ...line.price_data, unit_amount, currency } }] })

  test.each([
    ['an unknown parameter', { colour: 'red' }, { code: 'parameter_unknown', param: 'colour', message: 'Received unknown parameter: colour' }],
    ['an unknown parameter far inside', { line_items: [{ ...line, colour: 'red' }] }, { code: 'parameter_unknown', param: 'line_items[0][colour]' }],
    ['no lines', { line_items: undefined }, { code: 'parameter_missing', param: 'line_items', message: 'Missing required param: line_items.' }],
    ['no way back', { success_url: undefined }, { code: 'parameter_missing', param: 'success_url' }],
    ['a way back that is none', { success_url: '/thanks' }, { code: 'url_invalid', param: 'success_url' }],
    ['no e-mail address', { customer_email: 'ana' }, { code: 'email_invalid', param: 'customer_email' }],
    ['an empty reference', { client_reference_id: '' }, { code: 'parameter_invalid_empty', param: 'client_reference_id' }],
    ['half a cent', priced(0.5), { code: 'parameter_invalid_integer', param: 'line_items[0][price_data][unit_amount]' }],
    ['less than a card can pay', priced(49), { code: 'amount_too_small', param: 'line_items' }],
    ['more than a card can pay', priced(100_000_000), { code: 'amount_too_large', param: 'line_items' }],
    ['a tenth of a fils', priced(1001, 'kwd'), { code: 'parameter_invalid_integer', param: 'line_items' }],
    ['a hundredth of a krona', priced(150_001, 'isk'), { code: 'parameter_invalid_integer', param: 'line_items' }],
    ['money of nowhere', priced(3500, 'xyz'), { param: 'line_items[0][price_data][currency]' }],
    ['two currencies', { line_items: [line, ...priced(3500, 'usd').line_items] }, { param: 'line_items' }],
    ['a map of too many words', { metadata: { a: 'x'.repeat(501) } }, { param: 'metadata[a]' }],
    ['something to expand that is not there', { expand: ['colour'] }, { message: 'This property cannot be expanded (colour).' }],
  ])('%s', async (_, wrong, error) => {
    const { sdk } = await standIn()
    await expect(sdk.checkout.sessions.create({ ...deposit, ...wrong })).rejects.toMatchObject({ type: 'StripeInvalidRequestError', statusCode: 400, ...error })
    expect((await sdk.checkout.sessions.list()).data).toEqual([])
  })

  test('what is not there', async () => {
    const { sdk } = await standIn()
    const missing = { type: 'StripeInvalidRequestError', code: 'resource_missing', statusCode: 404 }
    await expect(sdk.checkout.sessions.retrieve('cs_test_none')).rejects.toMatchObject({ ...missing, message: "No such checkout.session: 'cs_test_none'" })
    await expect(sdk.checkout.sessions.expire('cs_test_none')).rejects.toMatchObject(missing)
    await expect(sdk.paymentIntents.retrieve('pi_none')).rejects.toMatchObject({ ...missing, message: "No such payment_intent: 'pi_none'" })
    await expect(sdk.refunds.retrieve('re_none')).rejects.toMatchObject(missing)
    await expect(sdk.events.retrieve('evt_none')).rejects.toMatchObject(missing)
    await expect(sdk.balance.retrieve()).rejects.toMatchObject({ statusCode: 404, message: 'Unrecognized request URL (GET: /v1/balance).' })
  })

  test('another key, another version, another encoding', async () => {
    const { url } = await standIn()
    await expect(sdkOf(url, 'sk_test_of_another').events.list()).rejects.toBeInstanceOf(Stripe.errors.StripeAuthenticationError)
    const asked = (headers: Record<string, string>) => fetch(`${url}/v1/refunds`, { method: 'POST', headers, body: '{}' })
    expect((await asked({})).status).toBe(401)
    const key = { Authorization: 'Bearer sk_test_guildhall_stand_in' }
    expect(await (await asked({ ...key, 'Content-Type': 'application/json' })).text()).toContain('application/x-www-form-urlencoded')
    expect(await (await asked({ ...key, 'Stripe-Version': '2015-10-16' })).text()).toContain('Invalid Stripe API version')
  })
})

test('amounts go by the decimals of their currency', async () => {
  const there = await standIn()
  const [line] = deposit.line_items
  for (const [currency, unit_amount] of [['jpy', 5000], ['kwd', 1500], ['isk', 150_000]] as const) {
    const { session } = await paidSession(there, { ...deposit, line_items: [{ ...line!, price_data: { ...line!.price_data, currency, unit_amount } }] })
    expect(session).toMatchObject({ currency, amount_total: unit_amount, payment_status: 'paid' })
  }
})

test('a second process and a restart see the same, and what two do at once is done once', async () => {
  const stateFile = newStateFile()
  const one = await standIn({ stateFile })
  const two = await standIn({ stateFile })
  const created = await Promise.all([one, two, one, two].map(({ sdk }) => sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-1' })))
  const [session] = created
  expect(new Set(created.map(({ id }) => id)).size).toBe(1)

  await Promise.all([one.press(session!, 'pay'), two.press(session!, 'pay')])

  const restarted = await standIn({ stateFile })
  expect(await restarted.sdk.checkout.sessions.retrieve(session!.id)).toMatchObject({ payment_status: 'paid' })
  expect((await restarted.books()).charges).toHaveLength(1)
})
