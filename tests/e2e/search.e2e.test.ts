import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Page } from 'playwright-core'
import { go } from './browser'
import { openStage, type Stage } from './stage'

let stage: Stage

beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage.close())

async function search(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await go(page, () => page.getByRole('main').getByRole('button', { name: 'Search' }).click())
}

const titles = (page: Page) => page.locator('.find-list h3').allTextContents()

// Nothing on public pages needs a script: with them it is the same page.
test.each([true, false])('somebody looks for a cut, narrows the search and takes the filters away again (scripts: %s)', async (scripts) => {
  await stage.walk({ scripts, email: 'nobody@example.org', pictures: 'search' }, async ({ page, at }) => {
    await page.goto('/search')
    expect(await page.getByRole('heading', { level: 2 }).first().textContent()).toMatch(/businesses/)
    await at('everybody')

    await search(page, { 'What are you looking for?': 'cut', 'Where?': 'lisboa' })
    expect(await page.getByRole('heading', { name: 'Nothing matches' }).count()).toBe(1)
    await at('nothing')

    await search(page, { 'Where?': 'lisb' })
    expect((await titles(page)).slice(0, 2).sort()).toEqual(['Child’s cut, up to 12 years', 'Cut'])
    await at('found')

    // A Tuesday on which nobody has booked: two people cut children's hair, one alone the others'; on Sundays nobody works.
    await search(page, { From: '2026-12-15', People: '2' })
    expect(await titles(page)).toEqual(['Child’s cut, up to 12 years'])
    await search(page, { People: '1' })
    expect(await titles(page)).toContain('Cut')
    expect(await page.locator('.find-list').textContent()).toContain('Free on Tue 15 Dec 2026')
    await at('free')
    await search(page, { From: '2026-12-13', To: '2026-12-13' })
    expect(await titles(page)).toEqual([])
    await go(page, () => page.getByRole('link', { name: 'Remove “13 December 2026”' }).click())

    await page.getByText('Category, price and more').click()
    await search(page, { 'Price to': '30' })
    expect(await titles(page)).not.toContain('Cut')
    expect(await titles(page)).toContain('Child’s cut, up to 12 years')
    await at('up-to-30')

    await go(page, () => page.getByRole('link', { name: 'Remove “up to €30.00”' }).click())
    expect(await titles(page)).toContain('Cut')
    await go(page, () => page.getByRole('link', { name: 'Remove “lisb”' }).click())
    expect(new URL(page.url()).searchParams.get('place')).toBeNull()
    await go(page, () => page.locator('.find-list').getByRole('link', { name: 'Cut', exact: true }).click())
    expect(new URL(page.url()).pathname).toMatch(/^\/b\/[\w-]+\/appointments\/[\w-]+$/)
  })
})
