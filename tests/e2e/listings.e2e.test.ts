import type { Page } from 'playwright-core'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { headingOn, logIn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage?.close())

const listings = '/dashboard/harbour-salon/listings'
const press = (page: Page, button: string) => go(page, () => page.getByRole('button', { name: button, exact: true }).click())
const statusOf = (slug: string) =>
  stage.house.rows<{ status: string }>("SELECT l.status FROM listings l JOIN businesses b ON b.id = l.business_id WHERE b.slug = 'harbour-salon' AND l.slug = ?", slug)[0]?.status

test.each([{ scripts: false }, { scripts: true }])('the owner looks through all listings, pauses and archives several, and duplicates one; scripts: $scripts', async ({ scripts }) => {
  await stage.walk({ scripts, email: 'owner@harbour-salon.test', pictures: 'listings' }, async (journey) => {
    await journey.page.goto('/log-in')
    await logIn(journey, journey.email, townPassword)
    await looksThrough(journey)
    await pausesOne(journey)
    await archives(journey)
    await duplicates(journey)
  })
}, 240_000)

async function looksThrough({ page, at }: Journey): Promise<void> {
  await page.goto('/dashboard/harbour-salon/overview')
  await go(page, () => page.getByRole('link', { name: 'Listings', exact: true }).first().click())
  expect(await headingOn(page)).toBe('Listings')
  await at('table')
  await go(page, () => page.getByRole('link', { name: 'Cards' }).click())
  expect(await page.locator('.desk-cards > li').count()).toBeGreaterThan(3)
  expect(await page.locator('.desk-cards').getByRole('img', { name: /of five stars/ }).count()).toBeGreaterThan(0)
  await at('cards')
  await page.getByLabel('Name or description').fill('beard')
  await press(page, 'Filter')
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toMatchObject({ q: 'beard', view: 'grid' })
  expect(await page.locator('.desk-cards > li').count()).toBe(1)
  await page.getByLabel('Name or description').fill('zeppelin')
  await press(page, 'Filter')
  expect(await page.locator('main h2').first().textContent()).toBe('No listing matches')
  await at('nothing')
}

async function pausesOne({ page, at }: Journey): Promise<void> {
  await page.goto(listings)
  await press(page, 'Pause')
  expect(await headingOn(page)).toBe('No listing is chosen')
  await page.goto(`${listings}?sort=title`)
  await page.getByLabel('Choose Beard trim').check()
  await press(page, 'Pause')
  expect(new URL(page.url()).search).toBe('?sort=title')
  expect(await page.getByRole('status').first().textContent()).toContain('1 listing is paused.')
  expect(statusOf('beard-trim')).toBe('paused')
  await at('paused')
}

async function archives({ page, at }: Journey): Promise<void> {
  await page.getByLabel('Choose Beard trim').check()
  await page.getByLabel('Choose Cut', { exact: true }).check()
  await press(page, 'Archive…')
  expect(await headingOn(page)).toBe('Put 2 listings into the archive?')
  expect(statusOf('cut')).toBe('active')
  await at('archive')
  await press(page, 'Put them into the archive')
  expect(['cut', 'beard-trim'].map(statusOf)).toEqual(['archived', 'archived'])
  await go(page, () => page.getByRole('link', { name: /^In the archive/ }).click())
  expect(await page.getByRole('row').count()).toBeGreaterThan(2)
}

async function duplicates({ page, at }: Journey): Promise<void> {
  await page.goto(`${listings}?sort=title`)
  const first = await page.locator('tbody th a').first().textContent()
  await go(page, () => page.getByRole('button', { name: `Duplicate ${first}` }).click())
  expect(await page.getByRole('status').first().textContent()).toContain('This is the copy.')
  expect(new URL(page.url()).pathname).toMatch(/\/appointments\/services\/[0-9a-f-]{36}$/)
  await at('copy')
}
