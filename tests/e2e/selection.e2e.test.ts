import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { headingOn, logIn, sendAsItIs, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage?.close())

const desk = '/dashboard/harbour-salon'
const boxes = (page: Page) => page.locator('#chosen input[type=checkbox]')
const press = (page: Page, button: string) => go(page, () => page.getByRole('button', { name: button, exact: true }).click())

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts }) => {
  test('the owner confirms and declines several bookings at once, and is told what came of each', async () => {
    await stage.walk({ scripts, email: 'owner@harbour-salon.test', pictures: 'selection' }, async (journey) => {
      await journey.page.goto('/log-in')
      await logIn(journey, journey.email, townPassword)
      await choosesNone(journey)
      await choosesAll(journey)
      const [first, second, third] = pending()
      if (!first || !second || !third) throw new Error('Too few wait for an answer')
      await confirmsTwo(journey, first, second)
      await declines(journey, third)
    })
  }, 240_000)
})

function pending(): string[] {
  return stage.house
    .rows<{ reference: string }>("SELECT k.reference FROM bookings k JOIN businesses b ON b.id = k.business_id WHERE b.slug = 'harbour-salon' AND k.status = 'pending' ORDER BY k.starts_at")
    .map(({ reference }) => reference)
}

async function choosesNone({ page, at }: Journey): Promise<void> {
  await page.goto(`${desk}/bookings?status=pending`)
  await at('list')
  await press(page, 'Confirm')
  expect(await headingOn(page)).toBe('No booking is chosen')
  await at('none')
  await go(page, () => page.getByRole('link', { name: 'Back to the list' }).click())
}

async function choosesAll({ page, at }: Journey): Promise<void> {
  await page.goto(`${desk}/bookings?status=pending`)
  await go(page, () => page.getByRole('link', { name: 'Choose all on this page' }).click())
  const states = await boxes(page).evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked))
  expect(states).toEqual(pending().map(() => true))
  expect(new URL(page.url()).search).toContain('status=pending')
  await at('all-chosen')
  await go(page, () => page.getByRole('link', { name: 'Choose none' }).click())
  expect(await boxes(page).evaluateAll((all) => all.some((box) => (box as HTMLInputElement).checked))).toBe(false)
}

async function confirmsTwo({ page, at }: Journey, first: string, second: string): Promise<void> {
  await page.goto(`${desk}/bookings?status=pending`)
  for (const reference of [first, second]) await page.locator(`#chosen input[value="${reference}"]`).check()
  // A colleague is faster with the first of them.
  const other = await page.context().newPage()
  await other.goto(`${desk}/bookings/${first}/confirmation`)
  await press(other, 'Confirm booking')
  await other.close()
  await press(page, 'Confirm')
  expect(await headingOn(page)).toBe('1 booking confirmed')
  expect(await page.getByRole('row', { name: first }).textContent()).toContain('This booking stands at “Confirmed” now')
  expect(await page.getByRole('row', { name: second }).textContent()).toContain('It is confirmed.')
  expect([first, second].map(stage.statusOf)).toEqual(['confirmed', 'confirmed'])
  await at('confirmed')
  await page.reload()
  expect(await headingOn(page)).toBe('1 booking confirmed')
  expect(stage.house.rows("SELECT 1 FROM booking_steps s JOIN bookings b ON b.id = s.booking_id WHERE b.reference = ? AND s.what = 'confirmed'", second)).toHaveLength(1)
  await go(page, () => page.getByRole('link', { name: 'Back to the list' }).click())
  expect(new URL(page.url()).search).toBe('?status=pending')
}

async function declines({ page, at }: Journey, reference: string): Promise<void> {
  await page.locator(`#chosen input[value="${reference}"]`).check()
  await press(page, 'Decline…')
  expect(await headingOn(page)).toBe('Decline 1 booking?')
  await at('refusal')
  await go(page, () => sendAsItIs(page, 'Decline them'))
  expect(await page.getByRole('alert').count(), 'a reason is asked for').toBe(1)
  expect(stage.statusOf(reference)).toBe('pending')
  await at('refusal-error')
  await page.getByLabel('Reason').fill('The water is off that day')
  await press(page, 'Decline them')
  expect(await headingOn(page)).toBe('1 booking declined')
  expect(stage.statusOf(reference)).toBe('declined')
  await at('declined')
  const [contact] = stage.house.rows<{ email: string }>('SELECT contact_email AS email FROM bookings WHERE reference = ?', reference)
  expect(await stage.house.mail(contact?.email ?? '', /The water is off that day/)).toBeTruthy()
}
