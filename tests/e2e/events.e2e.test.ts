import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { bookAndPay, headingOn, logIn, textOn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 300_000
const hall = '/b/granary-hall'
const desk = '/dashboard/granary-hall'

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts, how }) => {
  const email = `bela.${scripts ? 'js' : 'plain'}@example.test`

  test('somebody buys two tickets and one of another kind, names who comes, and pays; the door lets a typed code in', async () => {
    await stage.walk({ scripts, email, pictures: 'events' }, async (journey) => {
      const { page, say, at } = journey
      await chooses(journey)
      await page.getByLabel(say('Your name')).fill('Bela Duarte')
      await page.getByLabel(say('E-mail address'), { exact: true }).fill(email)
      await page.locator('[name="attendee-1-name"]').fill('Rui Matos')
      await page.locator('[name="attendee-1-email"]').fill('rui@example.test')
      await at('details')
      await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
      expect(await textOn(page)).toContain('Rui Matos, rui@example.test')
      expect(await textOn(page)).toMatch(/kept for you for 15 minutes/)
      await at('check')
      const reference = await bookAndPay(journey)
      expect(reference).toMatch(/^EV-/)
      expect(stage.statusOf(reference)).toBe('confirmed')
      const items = stage.house.rows<{ name: string | null; email: string | null }>(
        'SELECT i.attendee_name AS name, i.attendee_email AS email FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ? ORDER BY i.position', reference)
      expect(items).toEqual([{ name: null, email: null }, { name: 'Rui Matos', email: 'rui@example.test' }, { name: null, email: null }])
      await stage.house.mail(email, /^Confirmed: Candlelight Quartets/)
      await standsAtTheDoor(await codeOf(journey, reference), reference)
    })
  }, patience)

  test('a hidden ticket shows to who has its code', async () => {
    await stage.walk({ scripts, email, looked: false }, async ({ page, say }) => {
      await page.goto(`${hall}/events/wharf-festival`)
      expect(await textOn(page)).not.toContain('Crew')
      await page.getByText(say('Have a code?')).click()
      await page.getByLabel(say('Code')).fill('All-Hands')
      await go(page, () => page.getByRole('button', { name: say('Show its tickets') }).click())
      expect(await textOn(page)).toContain('Crew')
      expect(new URL(page.url()).searchParams.get('code')).toBe('All-Hands')
    })
  }, patience)

  test('the owner makes an event with a quota, publishes it, sells it, and cancels it', async () => {
    await stage.walk({ scripts, email: 'owner@granary-hall.test', pictures: 'events-desk' }, (journey) => makesEvent(journey, `Supper jazz ${how}`))
  }, patience)
})

async function chooses({ page, say, at }: Journey): Promise<void> {
  await page.goto(hall)
  await go(page, () => page.getByRole('link', { name: /Candlelight Quartets/ }).first().click())
  expect(await headingOn(page)).toBe('Candlelight Quartets')
  await at('event')
  await go(page, () => page.locator('aside li a').nth(1).click())
  await page.getByLabel(say('How many: {ticket}', { ticket: 'Stalls' })).selectOption('2')
  await page.getByLabel(say('How many: {ticket}', { ticket: 'Under 26' })).selectOption('1')
  await at('tickets')
  await go(page, () => page.getByRole('button', { name: say('Continue') }).click())
}

/** The code of the first ticket, as its page shows it. */
async function codeOf({ page, at }: Journey, reference: string): Promise<string> {
  const token = new URL(page.url()).searchParams.get('token') ?? ''
  await page.goto(`/bookings/${reference}/tickets?token=${token}`)
  await at('tickets-page')
  const label = (await page.locator('svg[role=img]').first().getAttribute('aria-label')) ?? ''
  return label.split(' ').at(-1) ?? ''
}

/** Whoever keeps the door types the code: once it opens, and then it says that it did. */
async function standsAtTheDoor(code: string, reference: string): Promise<void> {
  const [item] = stage.house.rows<{ session: string }>('SELECT i.session_id AS session FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ?', reference)
  await stage.walk({ scripts: false, email: 'door@granary-hall.test', looked: false }, async (journey) => {
    const { page, say, email } = journey
    await logIn(journey, email, townPassword)
    for (const answer of [/Let in: Bela Duarte/, /Not let in/]) {
      await page.goto(`${desk}/door/${item?.session ?? ''}`)
      await page.getByLabel(say('Code of the ticket')).fill(code)
      await go(page, () => page.getByRole('button', { name: say('Let in'), exact: true }).first().click())
      expect(await textOn(page)).toMatch(answer)
    }
  })
}

async function makesEvent(journey: Journey, title: string): Promise<void> {
  const { page, say, at, email } = journey
  await page.goto(`${desk}/events`)
  await logIn(journey, email, townPassword)
  await page.goto(`${desk}/events`)
  await at('list')
  await page.goto(`${desk}/events/new`)
  await page.getByLabel(say('Title')).fill(title)
  await page.getByLabel(say('Name of the place')).fill('The loft')
  await at('editor')
  await go(page, () => page.getByRole('button', { name: say('Save the draft') }).last().click())
  expect(await headingOn(page)).toBe(title)
  await addsQuotaAndTicket(journey)
  await addsDate(journey)
  await at('event')
  await go(page, () => page.getByRole('button', { name: say('Publish') }).click())
  await go(page, () => page.locator('#dates ~ table a, section[aria-labelledby=dates] table a').first().click())
  await go(page, () => page.getByRole('link', { name: say('Sell tickets') }).click())
  await page.getByLabel(/^Table/).fill('3')
  await page.getByLabel(say('Name'), { exact: true }).fill('Somebody at the desk')
  await at('order')
  await go(page, () => page.getByRole('button', { name: say('Sell'), exact: true }).click())
  expect(new URL(page.url()).pathname).toMatch(new RegExp(`^${desk}/bookings/EV-`))
  await page.goto(`${desk}/events`)
  await go(page, () => page.getByRole('link', { name: title }).click())
  await go(page, () => page.locator('section[aria-labelledby=dates] table a').first().click())
  expect(await textOn(page)).toContain('3 of 40')
  await at('date')
  await page.locator('[name=capacity]').fill('2')
  await go(page, () => page.getByRole('button', { name: say('Save the date') }).click())
  expect(await textOn(page)).toContain('there cannot be fewer')
  await page.locator('[name=capacity]').fill('30')
  await page.getByLabel('Tables').fill('5')
  await go(page, () => page.getByRole('button', { name: say('Save the date') }).click())
  expect(await textOn(page)).toMatch(/3 of 30[^]*3 of 5/)
  await page.goto(`${desk}/events`)
  await go(page, () => page.getByRole('link', { name: title }).click())
  await go(page, () => page.getByRole('link', { name: say('Cancel the event…') }).click())
  expect(await textOn(page)).toContain('1 order is cancelled')
  await page.getByLabel(say('Reason')).fill('The pianist is ill')
  await at('cancellation')
  await go(page, () => page.getByRole('button', { name: say('Cancel the event') }).click())
  expect(await textOn(page)).toContain('The pianist is ill')
}

async function addsQuotaAndTicket({ page, say, at }: Journey): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Add a quota') }).click())
  await page.getByLabel(say('Name')).fill('Tables')
  await page.getByLabel(/^How many on each date/).fill('10')
  await at('quota')
  await go(page, () => page.getByRole('button', { name: say('Save the quota') }).click())
  await go(page, () => page.getByRole('link', { name: say('Add a ticket') }).first().click())
  await page.getByLabel(say('Title')).fill('Table')
  await page.getByLabel(/^Price/).first().fill('30')
  await page.getByLabel('Tables').check()
  await at('ticket')
  await go(page, () => page.getByRole('button', { name: say('Save the ticket') }).click())
}

async function addsDate({ page, say, at }: Journey): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Add dates') }).first().click())
  await page.locator('[name=capacity]').fill('40')
  await at('dates')
  await go(page, () => page.getByRole('button', { name: say('Add the dates') }).click())
}
