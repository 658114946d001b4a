import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { headingOn, logIn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

describe.each([
  { scripts: false, language: 'en-GB', how: 'without JavaScript' },
  { scripts: true, language: 'en-GB', how: 'with JavaScript' },
  { scripts: false, language: 'pt-PT', how: 'in Portuguese' },
])('$how', ({ scripts, language }) => {
  test('a customer finds the receipt of a paid visit, and it prints on one sheet', async () => {
    await stage.walk({ scripts, language, email: 'ana@example.test', pictures: 'receipt' }, async (journey) => {
      await journey.page.goto('/log-in')
      await logIn(journey, journey.email, townPassword)
      // An account has a language of its own, which the browser's does not change.
      if (language === 'pt-PT') await go(journey.page, () => journey.page.getByRole('button', { name: 'Português' }).click())
      await opensFromList(journey)
      await prints(journey)
      await opensFromBooking(journey)
    })
  }, 120_000)
})

const paid = 'EXISTS (SELECT 1 FROM payments p WHERE p.sale_id = k.sale_id)'
const annas = (where: string) =>
  stage.house.rows<{ reference: string }>(`SELECT k.reference FROM bookings k JOIN contacts c ON c.id = k.contact_id JOIN users u ON u.id = c.user_id WHERE u.email_key = 'ana@example.test' AND ${where}`)

async function opensFromList({ page, say, at }: Journey): Promise<void> {
  await page.goto('/account/bookings')
  const offered = await page.getByRole('link', { name: new RegExp(`^${say('Receipt')} `) }).count()
  expect(offered).toBe(annas(paid).length)
  expect(offered).toBeGreaterThan(0)
  await at('list')
  await go(page, () => page.getByRole('link', { name: new RegExp(`^${say('Receipt')} `) }).first().click())
  expect(await headingOn(page)).toBe(say('Receipt'))
  await at('page')
}

async function prints({ page }: Journey): Promise<void> {
  const sheets = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g)
  expect(sheets).toHaveLength(1)
  await page.emulateMedia({ media: 'print' })
  for (const gone of ['.masthead', '.colophon', '.screen-only', '.demo-banner']) expect(await shown(page, gone), `${gone} on paper`).toBe(false)
  expect(await shown(page, '.receipt')).toBe(true)
  await page.emulateMedia({ media: 'screen' })
}

async function shown(page: Page, what: string): Promise<boolean> {
  for (const part of await page.locator(what).all()) if (await part.isVisible()) return true
  return false
}

async function opensFromBooking({ page, say }: Journey): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Back to your booking') }).click())
  await go(page, () => page.getByRole('link', { name: say('Receipt'), exact: true }).click())
  expect(new URL(page.url()).pathname).toMatch(/\/receipt$/)
  const [unpaid] = annas(`NOT ${paid} AND k.status = 'confirmed'`)
  await page.goto(`/bookings/${unpaid?.reference}`)
  expect(await page.getByRole('link', { name: say('Receipt'), exact: true }).count()).toBe(0)
  expect((await page.goto(`/bookings/${unpaid?.reference}/receipt`))?.status()).toBe(404)
}
