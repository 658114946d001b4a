import { expect, test } from 'vitest'
import { deposit, standIn } from './stripe-under-test'

test('the page needs no script, and its policy lets its forms lead to itself and back to the application only', async () => {
  const { sdk } = await standIn()
  const session = await sdk.checkout.sessions.create({ ...deposit, customer_email: 'ana@example.test', line_items: [{ ...deposit.line_items[0]!, quantity: 2 }] })

  const page = await fetch(session.url!)

  const html = await page.text()
  expect(page.status).toBe(200)
  expect(html).not.toMatch(/<script|style=|onclick/)
  expect(html).toContain('<h1>Pay 70.00 EUR</h1>')
  expect(html).toContain('Deposit for colour × 2')
  const policy = page.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).toContain("form-action 'self' http://localhost:3000")
  expect([...html.matchAll(/<button name="do" value="(\w+)"/g)].map(([, button]) => button)).toEqual(['pay', 'decline', 'authenticate', 'abandon'])
})

test('what stands on the page is text', async () => {
  const { sdk } = await standIn()
  const [line] = deposit.line_items
  const { url } = await sdk.checkout.sessions.create({ ...deposit, line_items: [{ ...line!, price_data: { ...line!.price_data, product_data: { name: '<script>alert(1)</script>' } } }] })
  expect(await (await fetch(url!)).text()).toContain('&lt;script&gt;')
})

test('paying leads back with the session in the address, and twice is once', async () => {
  const { sdk, press, books } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)

  const paid = await press(session, 'pay')
  const again = await press(session, 'pay')

  expect(paid.status).toBe(303)
  expect(paid.headers.get('location')).toBe(`http://localhost:3000/landings/stripe?session=${session.id}`)
  expect(again.headers.get('location')).toBe(paid.headers.get('location'))
  expect((await books()).charges).toHaveLength(1)
  const closed = await fetch(session.url!)
  expect(closed.status).toBe(410)
  expect(await closed.text()).toContain('It has been paid.')
})

test('a declined card can be followed by one that pays, on the same intent', async () => {
  const { sdk, press, books } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)

  const declined = await press(session, 'decline')
  expect(declined.headers.get('location')).toBe(session.url)
  expect(await (await fetch(session.url!)).text()).toContain('<p role="alert">Your card was declined.</p>')
  expect(await sdk.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })).toMatchObject({
    status: 'open',
    payment_intent: { status: 'requires_payment_method', last_payment_error: { code: 'card_declined' } },
  })
  await press(session, 'pay')

  const { intents, charges, events } = await books()
  expect(intents).toMatchObject([{ status: 'succeeded', last_payment_error: null }])
  expect(charges.map(({ status }) => status)).toEqual(['failed', 'succeeded'])
  expect(events.map(({ type }) => type)).toEqual([
    'payment_intent.created',
    'charge.failed',
    'payment_intent.payment_failed',
    'charge.succeeded',
    'payment_intent.succeeded',
    'checkout.session.completed',
  ])
})

test('a bank that asks who pays is answered, rightly or not', async () => {
  const { sdk, press } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)
  const state = async () => (await sdk.checkout.sessions.retrieve(session.id, { expand: ['payment_intent'] })).payment_intent

  await press(session, 'authenticate')
  expect(await state()).toMatchObject({ status: 'requires_action' })
  expect(await (await fetch(session.url!)).text()).toContain('<h1>Your bank asks who you are</h1>')
  await press(session, 'refuse')
  expect(await state()).toMatchObject({ status: 'requires_payment_method', last_payment_error: { code: 'payment_intent_authentication_failure' } })
  await press(session, 'authenticate')
  expect((await press(session, 'confirm')).headers.get('location')).toContain(session.id)
  expect(await state()).toMatchObject({ status: 'succeeded' })
})

test('who goes back without paying finds the page open again', async () => {
  const { sdk, press } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)
  expect((await press(session, 'abandon')).headers.get('location')).toBe(deposit.cancel_url)
  expect((await fetch(session.url!)).status).toBe(200)
  expect(await sdk.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'open', payment_intent: null })
})

test('a page that is not there, a button that is not there, and a page that was told to fail', async () => {
  const { sdk, press, url, tell } = await standIn()
  const session = await sdk.checkout.sessions.create(deposit)
  expect((await fetch(`${url}/c/pay/cs_test_none`)).status).toBe(404)
  expect((await press({ id: 'cs_test_none' }, 'pay')).status).toBe(404)
  expect((await press(session, 'dance')).status).toBe(400)
  await tell('/__control', { mode: 'fail', at: 'POST /c/pay/:id', when: 'after', times: 1 })
  expect((await press(session, 'pay')).status).toBe(500)
  expect(await sdk.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' })
})
