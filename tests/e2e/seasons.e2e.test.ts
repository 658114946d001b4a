import { afterAll, beforeAll, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go, look, openWindow } from './browser'
import { headingOn, logIn, textOn } from './customer-steps'
import { openStage, type Stage } from './stage'
import { speaker } from './words'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const ways = [
  { scripts: false, how: 'without JavaScript', year: 2029, room: 'The attic' },
  { scripts: true, how: 'with JavaScript', year: 2031, room: 'The lemon room' },
]

test.each(ways)('the owner writes the seasons of a year, is told what overlaps, and copies them into the next, $how', async ({ scripts, year, room }) => {
  const window = await openWindow(stage.browser, stage.house.url, { scripts })
  const page = await window.newPage()
  try {
    await page.goto('/dashboard/old-harbour-house/real-estate/properties')
    await logIn({ page, say: speaker('en') }, 'owner@old-harbour-house.test', townPassword)
    await go(page, () => page.getByRole('link', { name: room }).first().click())
    await go(page, () => page.getByRole('link', { name: 'Seasons' }).click())
    expect(await headingOn(page)).toBe('Seasons')
    expect(await page.locator('table.nights').count()).toBe(12)
    if (scripts) await look(page, 'seasons-year')

    const add = async (name: string, from: string, to: string) => {
      await page.getByLabel('Season', { exact: true }).fill(name)
      await page.getByLabel('First night').fill(`${year}-${from}`)
      await page.getByLabel('Last night').fill(`${year}-${to}`)
      await page.getByLabel('A night, €').fill('120')
      await go(page, () => page.getByRole('button', { name: 'Add the season' }).click())
    }
    await add('Harbour days', '05-01', '05-20')
    expect(await textOn(page)).toContain('Harbour days is saved.')
    await add('Whitsun', '05-20', '05-24')
    expect(await page.title()).toMatch(/^Error: /)
    expect(await textOn(page)).toContain('are in Harbour days already')
    expect(await page.locator('.error-summary ~ .title-line').count(), 'the summary stands above the heading').toBe(1)
    expect(await page.getByLabel('Season', { exact: true }).inputValue()).toBe('Whitsun')
    if (scripts) await look(page, 'seasons-overlap')

    await page.goto(`${new URL(page.url()).pathname}?year=${year}`)
    await go(page, () => page.getByRole('link', { name: 'Copy seasons' }).click())
    if (scripts) await look(page, 'seasons-copies')
    await go(page, () => page.getByRole('button', { name: 'Copy them' }).click())
    expect(await textOn(page)).toContain('1 season is copied.')
    expect(await textOn(page)).toContain(`Seasons of ${year + 1}`)

    await go(page, () => page.getByRole('link', { name: 'Harbour days' }).click())
    if (scripts) await look(page, 'seasons-season')
    await go(page, () => page.getByRole('link', { name: 'Remove the season' }).click())
    expect(await headingOn(page)).toBe('Remove Harbour days?')
    if (scripts) await look(page, 'seasons-removal')
    await go(page, () => page.getByRole('button', { name: 'Remove the season' }).click())
    expect(await textOn(page)).toContain('Harbour days is removed.')
  } finally {
    await window.close()
  }
}, 240_000)
