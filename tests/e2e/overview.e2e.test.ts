import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { headingOn, logIn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const desk = '/dashboard/harbour-salon'

test.each([{ scripts: false }, { scripts: true }])('the owner looks into each sum, and sees who is booked on a day off; scripts: $scripts', async ({ scripts }) => {
  await stage.walk({ scripts, email: 'owner@harbour-salon.test', pictures: 'sums' }, async (journey) => {
    await journey.page.goto('/log-in')
    await logIn(journey, journey.email, townPassword)
    for (const sum of ['Owed by customers', 'Taken', 'Given back', 'Due back to customers']) await looksInto(journey, sum)
    await takesDaysOff(journey, scripts ? '2026-11-06' : '2026-11-04')
  })
}, 120_000)

async function looksInto({ page, at }: Journey, sum: string): Promise<void> {
  await page.goto(`${desk}/overview`)
  const told = await sumOn(page, sum)
  await go(page, () => page.getByRole('link', { name: sum }).click())
  expect(await headingOn(page)).toBe('Money')
  expect(await page.locator('main strong').first().textContent()).toBe(told)
  await at(sum.toLowerCase().replaceAll(' ', '-'))
}

async function sumOn(page: Page, sum: string): Promise<string | null> {
  return page.locator('.figures > div', { has: page.getByRole('link', { name: sum }) }).locator('.figure').textContent()
}

async function takesDaysOff({ page, at }: Journey, date: string): Promise<void> {
  const [duarte] = stage.house.rows<{ id: string }>("SELECT s.id FROM staff s JOIN users u ON u.id = s.user_id WHERE u.email_key = 'duarte@harbour-salon.test'")
  await page.goto(`${desk}/hours/${duarte?.id}/days-off/new`)
  for (const field of ['from', 'to']) await page.locator(`[name=${field}]`).fill(date)
  await go(page, () => page.getByRole('button', { name: 'Save the days off' }).click())
  const booked = stage.house.rows<{ reference: string }>(
    "SELECT k.reference FROM booking_items i JOIN bookings k ON k.id = i.booking_id WHERE i.staff_id = ? AND i.state = 'active' AND date(i.starts_at / 1000, 'unixepoch') = ?", duarte?.id, date,
  )
  expect(booked.length).toBeGreaterThan(0)
  expect(await page.getByRole('status').first().textContent()).toContain(`${booked.length} booking`)
  for (const { reference } of booked) expect(await page.locator(`a[href="${desk}/bookings/${reference}"]`).count()).toBe(1)
  await at('day-off')
}
