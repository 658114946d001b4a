import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go, look, openWindow } from './browser'
import { book, headingOn, logIn, sendAsItIs, textOn } from './customer-steps'
import { openStage, type Stage } from './stage'
import { speaker } from './words'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 240_000
const ways = [
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
]

describe.each(ways)('$how', ({ scripts, how }) => {
  const title = `Boat shed ${how}`
  const slug = `boat-shed-${how.replaceAll(' ', '-').toLowerCase()}`
  const email = `vasco.${how.replaceAll(' ', '-').toLowerCase()}@example.test`

  test('the owner puts a house up for sale, and says who shows it', async () => {
    await asLandlady('real-estate/properties/new', async (page) => {
      await page.getByLabel('Title').fill(title)
      await page.getByLabel('for sale', { exact: true }).check()
      await page.getByLabel('Rent of a month, or price, €').fill('240000')
      await page.getByLabel('Tomé Vasques').check()
      await page.getByLabel('Minutes of a viewing').fill('5')
      await go(page, () => page.getByRole('button', { name: 'Save the draft' }).last().click())
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.getByLabel('Tomé Vasques').isChecked(), 'what was ticked is kept').toBe(true)
      await page.getByLabel('Minutes of a viewing').fill('45')
      await go(page, () => page.getByRole('button', { name: 'Save the draft' }).last().click())
      expect(await headingOn(page)).toBe(title)
      if (scripts) await look(page, 'viewing-desk-property')
      await go(page, () => page.getByRole('button', { name: 'Publish' }).click())
      expect(await textOn(page)).toContain('Guests can find it now.')
    })
  }, patience)

  test('somebody asks about it, sees it at a time of its agent, and moves that', async () => {
    await stage.walk({ scripts, email, pictures: 'viewing' }, async (journey) => {
      const { page, at } = journey
      await page.goto(`/b/old-harbour-house/real-estate/${slug}`)
      expect(await textOn(page)).toContain('€240,000.00')
      await at('property')
      await page.getByLabel('Your name').fill('Vasco Prado')
      await page.getByLabel('E-mail address').fill('vasco')
      await page.getByLabel('What would you like to know?').fill('Does the slipway belong to it?')
      await go(page, () => sendAsItIs(page, 'Send the question'))
      expect(await page.title()).toMatch(/^Error: /)
      expect(await page.getByLabel('What would you like to know?').inputValue()).toBe('Does the slipway belong to it?')
      await at('enquiry-error')
      await page.getByLabel('E-mail address').fill(email)
      await go(page, () => page.getByRole('button', { name: 'Send the question' }).click())
      expect(await textOn(page)).toContain('Your question is sent.')
      expect((await stage.house.mail(email, /^Received: your question about/)).TextBody).toContain('Does the slipway belong to it?')

      await go(page, () => page.getByRole('link', { name: 'Book a viewing' }).click())
      expect(await headingOn(page)).toBe('When would you like to see it?')
      await at('times')
      await go(page, () => page.locator('.slot-week a').first().click())
      expect(await headingOn(page)).toBe('Who is coming?')
      await at('form')
      await page.getByLabel('Your name').fill('Vasco Prado')
      await page.getByLabel('E-mail address').fill(email)
      await go(page, () => page.getByRole('button', { name: 'Continue to check' }).click())
      await at('check')
      const reference = await book(journey)
      expect(stage.statusOf(reference)).toBe('confirmed')
      expect((await stage.house.mail(email, /^Confirmed: Viewing: Boat shed/)).TextBody).toContain('Tomé Vasques')
      await at('booked')

      expect(await textOn(page)).toContain('You can move it free of charge until it begins.')
      await go(page, () => page.locator('a[href*="/stay"]').first().click())
      expect(await headingOn(page)).toBe('Which time suits you better?')
      await at('move-times')
      await go(page, () => page.locator('.slot-week a').last().click())
      expect(await headingOn(page)).toBe('Move the viewing?')
      await at('move')
      await go(page, () => page.getByRole('button', { name: 'Move the viewing' }).click())
      expect(await textOn(page)).toContain('Your booking is moved')
    })
  }, patience)

  test('the owner answers the question, closes it, and moves the viewing', async () => {
    await asLandlady('real-estate/properties', async (page) => {
      await go(page, () => page.getByRole('link', { name: /^Enquiries/ }).click())
      expect(await headingOn(page)).toBe('Enquiries')
      if (scripts) await look(page, 'viewing-desk-enquiries')
      await page.getByLabel('Property').selectOption({ label: title })
      await go(page, () => page.getByRole('button', { name: 'Filter' }).click())
      await go(page, () => page.getByRole('link', { name: 'Vasco Prado' }).click())
      await page.getByLabel('Your answer').fill('It does, down to the water.')
      await go(page, () => page.getByRole('button', { name: 'Send the answer' }).click())
      expect(await textOn(page)).toContain('Your answer is on its way to Vasco Prado.')
      expect((await stage.house.mail(email, /^An answer about/)).TextBody).toContain('It does, down to the water.')
      if (scripts) await look(page, 'viewing-desk-enquiry')
      const enquiry = page.url()

      await go(page, () => page.getByRole('link', { name: 'Book a viewing' }).click())
      await go(page, () => page.locator('.slot-week a').first().click())
      expect(await headingOn(page)).toBe('New viewing: who?')
      expect(await page.getByLabel('E-mail').inputValue(), 'who asked is known').toBe(email)
      await page.getByLabel('Name').fill('')
      await go(page, () => sendAsItIs(page, 'Book'))
      expect(await page.title()).toMatch(/^Error: /)
      await page.getByLabel('Name').fill('Vasco Prado by telephone')
      if (scripts) await look(page, 'viewing-desk-new')
      await go(page, () => page.getByRole('button', { name: 'Book', exact: true }).click())
      expect(await textOn(page)).toContain('Vasco Prado by telephone')
      expect(await textOn(page)).toContain('Tomé Vasques')

      await page.goto(enquiry)
      await go(page, () => page.getByRole('button', { name: 'Close it' }).click())
      expect(await textOn(page)).toContain('The enquiry is closed.')

      const [booked] = stage.house.rows<{ reference: string }>("SELECT reference FROM bookings WHERE contact_email = ? AND channel = 'online'", email)
      await page.goto(`/dashboard/old-harbour-house/real-estate/bookings/${booked?.reference}/move`)
      expect(await headingOn(page)).toBe(`Move ${booked?.reference}`)
      if (scripts) await look(page, 'viewing-desk-move')
      await go(page, () => page.locator('.slot-week a').last().click())
      await go(page, () => page.getByRole('button', { name: 'Move the viewing' }).click())
      expect(await textOn(page)).toContain(`${booked?.reference} is moved.`)
      expect(await textOn(page)).toContain('Tomé Vasques')
    })
  }, patience)

  /** The owner of the house opens a page of her desk in a window of her own, and does something there. */
  async function asLandlady(path: string, act: (page: Page) => Promise<void>): Promise<void> {
    const window = await openWindow(stage.browser, stage.house.url, { scripts })
    const page = await window.newPage()
    try {
      await page.goto(`/dashboard/old-harbour-house/${path}`)
      await logIn({ page, say: speaker('en') }, 'owner@old-harbour-house.test', townPassword)
      await act(page)
    } finally {
      await window.close()
    }
  }
})
