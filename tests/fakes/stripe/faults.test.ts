import Stripe from 'stripe'
import { expect, test } from 'vitest'
import { deposit, sdkOf, standIn } from './stripe-under-test'

const at = 'POST /v1/checkout/sessions'
const key = { idempotencyKey: 'k-1' }

test('it fails as often as it was told, at the endpoint it was told, and then works again', async () => {
  const { sdk, tell, books } = await standIn()
  await tell('/__control', { mode: 'fail', at, times: 2, status: 503 })

  const failed = { type: 'StripeAPIError', statusCode: 503 }
  await expect(sdk.checkout.sessions.create(deposit, key)).rejects.toMatchObject(failed)
  await expect(sdk.checkout.sessions.create(deposit, key)).rejects.toMatchObject(failed)
  expect((await sdk.events.list()).data).toEqual([])
  expect((await books()).sessions).toEqual([])
  expect(await sdk.checkout.sessions.create(deposit, key)).toMatchObject({ status: 'open' })
})

test('an answer that was lost after the work is found again with the same key', async () => {
  const { sdk, tell, books, url } = await standIn()
  await tell('/__control', { mode: 'fail', at, when: 'after', times: 1 })
  await expect(sdk.checkout.sessions.create(deposit, key)).rejects.toMatchObject({ statusCode: 500 })
  await tell('/__control', { mode: 'silent', at, when: 'after', times: 1 })
  await expect(sdkOf(url, undefined, 400).checkout.sessions.create(deposit, { idempotencyKey: 'k-2' })).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)

  const { id } = await sdk.checkout.sessions.create(deposit, key)
  const { id: other } = await sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-2' })

  expect((await books()).sessions.map((session) => session.id)).toEqual([id, other])
})

test('a failure of Stripe itself is kept under its key, whether the work was done or not', async () => {
  const { sdk, tell, books } = await standIn()
  await tell('/__control', { mode: 'fail', at, times: 1, kept: true })
  for (let tries = 0; tries < 2; tries++) await expect(sdk.checkout.sessions.create(deposit, key)).rejects.toMatchObject({ statusCode: 500 })
  expect((await books()).sessions).toEqual([])
  await tell('/__control', { mode: 'fail', at, times: 1, kept: true, when: 'after' })
  for (let tries = 0; tries < 2; tries++) await expect(sdk.checkout.sessions.create(deposit, { idempotencyKey: 'k-2' })).rejects.toMatchObject({ statusCode: 500 })
  expect((await books()).sessions).toHaveLength(1)
})

test('without an answer nothing may have been done', async () => {
  const { url, tell, books } = await standIn()
  await tell('/__control', { mode: 'silent', times: 1 })
  await expect(sdkOf(url, undefined, 400).checkout.sessions.create(deposit)).rejects.toMatchObject({ message: /timeout/ })
  expect((await books()).sessions).toEqual([])
})

test('a broken connection makes the SDK ask once more by itself, with the same key', async () => {
  const { sdk, tell, books } = await standIn()
  await tell('/__control', { mode: 'cut', at, when: 'after', times: 1 })
  const { id } = await sdk.checkout.sessions.create(deposit)
  expect((await books()).sessions.map((session) => session.id)).toEqual([id])
  await tell('/__control', { mode: 'cut', at })
  await expect(sdk.checkout.sessions.create(deposit)).rejects.toBeInstanceOf(Stripe.errors.StripeConnectionError)
  await tell('/__control', { mode: 'work', at })
  expect(await sdk.checkout.sessions.create(deposit)).toMatchObject({ status: 'open' })
})

test('a slow answer comes, or comes too late for work that was done', async () => {
  const { url, sdk, tell, books } = await standIn()
  await tell('/__control', { mode: 'slow', when: 'after', ms: 700 })
  expect(await sdk.checkout.sessions.create(deposit)).toMatchObject({ status: 'open' })
  await expect(sdkOf(url, undefined, 400).checkout.sessions.create(deposit)).rejects.toMatchObject({ message: /timeout/ })
  expect((await books()).sessions).toHaveLength(2)
  await tell('/__control', { mode: 'work' })
  await sdkOf(url, undefined, 600).checkout.sessions.create(deposit)
})

test('what it was told wrongly is refused', async () => {
  const { tell, url } = await standIn()
  expect(await tell('/__control', { mode: 'fail', at: 'POST /v1/colours' })).toBe(422)
  expect(await tell('/__colours', {})).toBe(404)
  expect((await fetch(`${url}/__control`, { method: 'POST', body: '{' })).status).toBe(422)
})
