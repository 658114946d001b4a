import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { book, cancel, headingOn, logIn, textOn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 300_000
const desk = '/dashboard/kyrenia-kayak'

describe.each([
  { scripts: false, how: 'without JavaScript', monday: '2026-11-16', tuesday: '2026-11-17' },
  { scripts: true, how: 'with JavaScript', monday: '2026-11-23', tuesday: '2026-11-24' },
])('$how', ({ scripts, how, monday, tuesday }) => {
  const name = scripts ? 'js' : 'plain'

  test('somebody books two adults and a child, sees what it costs, takes another date, and cancels', async () => {
    await stage.walk({ scripts, email: `rosa.${name}@example.test`, pictures: 'activities' }, async (journey) => {
      const { page, say, at } = journey
      await choosesPeople(journey)
      await page.getByLabel(say('Your name')).fill('Rosa Lima')
      await page.getByLabel(say('E-mail address'), { exact: true }).fill(journey.email)
      await at('details')
      await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
      expect(await textOn(page)).toContain('€118.00')
      await at('check')
      const reference = await book(journey)
      expect(reference).toMatch(/^AC-/)
      expect(stage.statusOf(reference)).toBe('confirmed')
      const before = startOf(reference)
      await go(page, () => page.getByRole('link', { name: say('Move to another time') }).click())
      expect(await headingOn(page)).toBe(say('Choose another date'))
      await at('move')
      await page.getByRole('radio').nth(2).check()
      await go(page, () => page.getByRole('button', { name: say('Move to this date') }).click())
      expect(await textOn(page)).toMatch(/is moved\. We have sent you a mail/)
      expect(startOf(reference)).not.toBe(before)
      await at('moved')
      await cancel(journey)
      expect(stage.statusOf(reference)).toBe('cancelled')
    })
  }, patience)

  test('the owner writes an activity, sets its dates, decides about one with too few people, lets a guest in, moves what follows, and calls one off', async () => {
    await stage.walk({ scripts, email: 'owner@kyrenia-kayak.test', pictures: 'activities-desk' }, async (journey) => {
      const title = `Sunset paddle ${how}`
      const guest = `guest.${name}@example.test`
      await writesActivity(journey, title)
      await setsOneDate(journey, { monday, tuesday })
      await setsSeries(journey, scripts ? '20:30' : '16:00')
      await go(journey.page, () => journey.page.getByRole('button', { name: journey.say('Publish') }).click())
      await journey.at('activity')
      await opensDate(journey, 0)
      await booksAtTheDesk(journey, guest)
      await decides(journey, title)
      await letsIn(journey, await ticketOf(guest))
      await movesWhatFollows(journey, title, scripts ? '21:30' : '17:00')
      await callsOff(journey, title, `late.${name}@example.test`)
    })
  }, patience)
})

const startOf = (reference: string) => stage.house.rows<{ at: number }>('SELECT starts_at AS at FROM bookings WHERE reference = ?', reference)[0]?.at

async function choosesPeople({ page, say, at }: Journey): Promise<void> {
  await page.goto('/b/kyrenia-kayak')
  await go(page, () => page.getByRole('link', { name: /Castle and Caves/ }).first().click())
  expect(await headingOn(page)).toBe('Castle and Caves')
  await at('activity')
  await go(page, () => page.locator('aside li a').nth(6).click())
  await page.getByLabel('Adult, €45.00').fill('2')
  await page.getByLabel('Child, €28.00').fill('1')
  await at('people')
  await go(page, () => page.getByRole('button', { name: say('Go on') }).click())
  expect(await textOn(page)).toContain('Adult × 2, Child × 1')
}

async function writesActivity({ page, say, at, email }: Journey, title: string): Promise<void> {
  await page.goto(`${desk}/activities`)
  await logIn({ page, say }, email, townPassword)
  await page.goto(`${desk}/activities`)
  await at('list')
  await go(page, () => page.getByRole('link', { name: say('New activity') }).first().click())
  await page.getByLabel(say('Title')).fill(title)
  await page.locator('[name="kinds[0].price"]').fill('40')
  await page.locator('[name="kinds[1].label"]').fill('Child')
  await page.locator('[name="kinds[1].price"]').fill('20')
  await page.locator('[name=bulkFrom]').fill('4')
  await page.locator('[name=bulkPercent]').fill('10')
  await at('editor')
  await go(page, () => page.getByRole('button', { name: say('Save the draft') }).last().click())
  expect(await headingOn(page)).toBe(title)
  await at('no-dates')
}

/** On a Monday, when the guide is off, it is refused; on a Tuesday it is set, and needs four people. */
async function setsOneDate({ page, say, at }: Journey, { monday, tuesday }: { readonly monday: string; readonly tuesday: string }): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Add dates') }).first().click())
  await page.locator('[name=date]').fill(monday)
  await page.locator('[name=time]').fill('14:00')
  await page.getByLabel(say('Guide')).selectOption({ label: 'Eleni Georgiou' })
  await page.locator('[name=minPeople]').fill('4')
  await page.locator('[name=decideHours]').fill('24')
  await at('dates')
  await go(page, () => page.getByRole('button', { name: say('Add the dates') }).click())
  expect(await textOn(page)).toContain('Eleni Georgiou does not work on Mon')
  expect(await page.locator('[name=minPeople]').inputValue()).toBe('4')
  await at('off-hours')
  await page.locator('[name=date]').fill(tuesday)
  await go(page, () => page.getByRole('button', { name: say('Add the dates') }).click())
  expect(await textOn(page)).toContain('The date is added.')
}

/** Four Tuesdays about the night on which the clocks go forward: at the same hour on the wall. */
async function setsSeries({ page, say }: Journey, time: string): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Add dates') }).first().click())
  await page.locator('[name=date]').fill('2027-03-16')
  await page.locator('[name=time]').fill(time)
  await page.getByLabel(say('Every week'), { exact: true }).check()
  await page.locator('[name=times]').fill('4')
  await go(page, () => page.getByRole('button', { name: say('Add the dates') }).click())
  const text = await textOn(page)
  expect(text).toContain('4 dates are added.')
  expect(text.split(`${time}–`).length - 1).toBe(4)
  for (const day of ['16 Mar', '23 Mar', '30 Mar', '6 Apr']) expect(text).toContain(day)
}

async function opensDate({ page }: Journey, nth: number): Promise<void> {
  await go(page, () => page.locator('section[aria-labelledby=dates] table a').nth(nth).click())
}

async function booksAtTheDesk({ page, say, at }: Journey, guest: string): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Book for somebody') }).click())
  await page.getByLabel('Adult, €40.00').fill('2')
  await page.getByLabel(say('Name'), { exact: true }).fill('Bela Duarte')
  await page.getByLabel(/^E-mail/).fill(guest)
  await at('order')
  await go(page, () => page.getByRole('button', { name: say('Book'), exact: true }).click())
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${desk}/bookings/AC-`))
}

async function decides({ page, say, at }: Journey, title: string): Promise<void> {
  await opensActivity(page, title)
  await opensDate({ page } as Journey, 0)
  expect(await textOn(page)).toContain('2 of 12')
  await at('date')
  await page.goto(`${new URL(page.url()).pathname}/decision`)
  expect(await textOn(page)).toContain('2 places are booked; you wanted 4.')
  await at('decision')
  await go(page, () => page.getByRole('button', { name: say('It takes place') }).click())
  expect(await textOn(page)).toContain(say('It takes place.'))
}

/** The code that the mail says, for those who open no files. */
async function ticketOf(guest: string): Promise<string> {
  const { TextBody } = await stage.house.mail(guest, /^Confirmed: Sunset paddle/)
  return /[2-9A-Z]{5}-[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(TextBody ?? '')?.[0] ?? ''
}

async function letsIn({ page, say, at }: Journey, code: string): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Attendees') }).last().click())
  expect(await textOn(page)).toContain('Bela Duarte')
  await at('attendees')
  await go(page, () => page.getByRole('link', { name: say('To print') }).click())
  expect(await textOn(page)).toContain('Bela Duarte')
  await at('manifest')
  await page.goto(new URL(page.url()).pathname.replace(/attendees\/([\w-]+)\/manifest/, 'door/$1'))
  await page.getByLabel(say('Code of the ticket')).fill(code)
  await go(page, () => page.getByRole('button', { name: say('Let in'), exact: true }).first().click())
  // The door is the one page that ships a script, for the camera.
  expect(await textOn(page)).toMatch(/Let in: Bela Duarte/)
}

/** The second of the series and all after it, an hour later; the first stays. */
async function movesWhatFollows({ page, say, at }: Journey, title: string, time: string): Promise<void> {
  await opensActivity(page, title)
  await opensDate({ page } as Journey, 2)
  await go(page, () => page.getByRole('link', { name: say('Move'), exact: true }).click())
  await page.locator('[name=time]').fill(time)
  await page.getByLabel(say('This one and all that follow')).check()
  await page.getByLabel(say('Reason')).fill('The sun sets later')
  await at('move')
  await go(page, () => page.getByRole('button', { name: say('Move and tell everybody') }).click())
  expect(await textOn(page)).toContain('3 dates are moved.')
  await opensActivity(page, title)
  expect((await textOn(page)).split(`${time}–`).length - 1).toBe(3)
}

async function callsOff({ page, say, at, ...journey }: Journey, title: string, guest: string): Promise<void> {
  await opensDate({ page } as Journey, 2)
  const date = new URL(page.url()).pathname
  await booksAtTheDesk({ page, say, at: () => Promise.resolve(), ...journey }, guest)
  await page.goto(date)
  await go(page, () => page.getByRole('link', { name: say('Cancel this date…') }).click())
  expect(await textOn(page)).toContain('1 booking is cancelled, and whoever made it is told.')
  await page.getByLabel(say('Reason')).fill('The slipway is being mended')
  await at('cancellation')
  await go(page, () => page.getByRole('button', { name: say('Cancel this date'), exact: true }).click())
  expect(await textOn(page)).toContain('The slipway is being mended')
  await at('cancelled-date')
  expect((await stage.house.mail(guest, /^Cancelled: /)).TextBody).toContain('The slipway is being mended')
  await opensActivity(page, title)
  expect(await textOn(page)).toContain(say('Cancelled'))
}

async function opensActivity(page: Page, title: string): Promise<void> {
  await page.goto(`${desk}/activities`)
  await go(page, () => page.getByRole('link', { name: title }).first().click())
}
