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

const calendar = '/dashboard/harbour-salon/calendar'
const follow = (page: Page, name: string) => go(page, () => page.getByRole('link', { name, exact: true }).first().click())
const address = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

test.each([{ scripts: false }, { scripts: true }])('the owner looks at the calendar by month, week, day and as an agenda, narrowed alike; scripts: $scripts', async ({ scripts }) => {
  await stage.walk({ scripts, email: 'owner@harbour-salon.test', pictures: 'calendar' }, async (journey) => {
    await journey.page.goto('/log-in')
    await logIn(journey, journey.email, townPassword)
    await looksAtTheMonth(journey)
    await keepsItsFilters(journey)
    await looksAtTheAgenda(journey)
    await blocksAnEmptyDay(journey, scripts ? 2 : 1)
  })
}, 180_000)

async function looksAtTheMonth({ page, at }: Journey): Promise<void> {
  await page.goto(calendar)
  await follow(page, 'Month')
  expect(await headingOn(page)).toBe('November 2026')
  expect(await page.getByRole('columnheader').count()).toBe(7)
  expect(await page.locator('.month .entry').count()).toBeGreaterThan(20)
  await at('month')
  // A cell shows so many, and leads to the day with all of them.
  const more = page.locator('.month .more a').first()
  await go(page, () => more.click())
  expect(address(page)).toMatchObject({ view: 'day' })
  await page.goBack()
  await follow(page, 'December 2026')
  expect(await headingOn(page)).toBe('December 2026')
  await follow(page, 'Today')
  expect(await headingOn(page)).toBe('November 2026')
}

async function keepsItsFilters({ page, at }: Journey): Promise<void> {
  const all = await page.locator('.month .entry').count()
  await page.getByLabel('Who', { exact: true }).selectOption({ label: 'Duarte Reis' })
  await go(page, () => page.getByRole('button', { name: 'Show' }).click())
  const { staff } = address(page)
  expect(staff).toBeTruthy()
  expect(await page.locator('.month .entry').count()).not.toBe(all)
  await at('month-of-one')
  for (const view of ['Week', 'Agenda', 'Month', 'Day']) {
    await follow(page, view)
    expect(address(page)).toMatchObject({ view: view.toLowerCase(), staff, date: '2026-11-03' })
  }
}

async function looksAtTheAgenda({ page, at }: Journey): Promise<void> {
  await page.goto(`${calendar}?view=agenda&date=2026-11-03`)
  expect(await page.locator('main h2').first().textContent()).toContain('Tuesday 3 November 2026, today')
  expect(await page.locator('.agenda .entry').count()).toBeGreaterThan(5)
  await at('agenda')
  await go(page, () => page.locator('.agenda .entry a').first().click())
  expect(new URL(page.url()).pathname).toMatch(/\/bookings\/AP-/)
}

async function blocksAnEmptyDay({ page, at }: Journey, day: 1 | 2): Promise<void> {
  await page.goto(`${calendar}?view=month&date=2027-02-01`)
  await go(page, () => page.getByRole('link', { name: `${day === 1 ? 'Mon' : 'Tue'} ${day} Feb free: book or block` }).click())
  expect(address(page)).toMatchObject({ view: 'day', date: `2027-02-0${day}`, at: `2027-02-0${day}T09:00Z` })
  await page.getByLabel('Reason').fill('Stocktaking')
  await page.locator('input[name=to]').fill('12:00')
  await go(page, () => page.getByRole('button', { name: 'Block this time' }).click())
  await page.goto(`${calendar}?view=month&date=2027-02-01`)
  expect(await page.locator('.month .entry', { hasText: 'Stocktaking' }).count()).toBe(day)
  await at('month-with-a-block')
}
