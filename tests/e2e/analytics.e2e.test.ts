import { afterAll, beforeAll, expect, test } from 'vitest'
import { go, look } from './browser'
import { asOwner } from './owner-steps'
import { openStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

test('an owner reads the figures without a script, and follows one to the bookings that it is made of', async () => {
  await asOwner(stage, { scripts: false, path: 'analytics' }, async (page) => {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Analytics')
    await go(page, () => page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: 'This year' }).click())
    const took = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Took place' }) })
    const [bookings = ''] = await took.getByRole('cell').allTextContents()
    expect(Number(bookings)).toBeGreaterThan(10)
    await go(page, () => took.getByRole('link').click())
    expect(new URL(page.url()).search).toContain('status=completed')
    expect(await page.getByRole('main').textContent()).toContain(bookings)
  })
})

test('the page of figures is well on a desk and on a phone, with bookings and without', async () => {
  await asOwner(stage, { scripts: true, path: 'analytics' }, async (page) => {
    await look(page, 'analytics')
    await page.goto('/dashboard/harbour-salon/analytics?from=2020-01-01&to=2020-01-31')
    await look(page, 'analytics-nothing')
  })
})
