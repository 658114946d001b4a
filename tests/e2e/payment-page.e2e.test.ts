import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { deposit, sdkOf } from '../fakes/stripe/stripe-under-test'
import { expectNoScript, go, look, openWindow } from './browser'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const press = (page: Page, name: string) => go(page, () => page.getByRole('button', { name }).click())
const heading = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

test.each([{ scripts: false }, { scripts: true }])('somebody pays at the second try, and comes back to the house (with scripts: $scripts)', async ({ scripts }) => {
  const { url, stripe } = stage.house
  const sdk = sdkOf(stripe)
  const session = await sdk.checkout.sessions.create({ ...deposit, success_url: `${url}/?session={CHECKOUT_SESSION_ID}`, cancel_url: `${url}/?open` })
  const window = await openWindow(stage.browser, url, { scripts })
  const page = await window.newPage()

  await page.goto(session.url ?? '')
  await expectNoScript(page)
  if (scripts) await look(page, 'payment-page')
  await press(page, 'Go back without paying')
  expect(page.url()).toBe(`${url}/?open`)
  await page.goto(session.url ?? '')
  await press(page, 'Pay with a card that is declined')
  expect(await page.getByRole('alert').textContent()).toBe('Your card was declined.')
  await press(page, 'Pay with a card whose bank asks who you are')
  expect(await heading(page)).toBe('Your bank asks who you are')
  await press(page, 'It is me, pay')

  expect(page.url()).toBe(`${url}/?session=${session.id}`)
  expect(await sdk.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'complete', payment_status: 'paid' })
  await page.goto(session.url ?? '')
  expect(await heading(page)).toBe('This payment page is closed')
  await window.close()
}, 120_000)
