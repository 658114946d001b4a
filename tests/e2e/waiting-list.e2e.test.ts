import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { go } from './browser'
import { bookAndPay, headingOn, logIn, sendAsItIs, textOn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 300_000
const desk = '/dashboard/granary-hall'

interface Night {
  readonly session: string
  readonly taken: number
}

// Two dates of one event, the one for whoever has scripts, the other for whoever has none.
function nightOf(scripts: boolean): Night {
  const nights = stage.house.rows<Night>(
    `SELECT s.id AS session, r.taken FROM listing_sessions s JOIN resources r ON r.id = s.pool_id JOIN listings l ON l.id = s.listing_id
     WHERE l.slug = 'candlelight-quartets' AND s.status IN ('scheduled', 'confirmed') AND r.taken > 0 ORDER BY s.starts_at DESC LIMIT 2`)
  const night = nights[scripts ? 0 : 1]
  if (!night) throw new Error('There are not two nights with somebody in them')
  return night
}

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts }) => {
  const email = `wanda.${scripts ? 'js' : 'plain'}@example.test`
  const owner = 'owner@granary-hall.test'

  test('somebody joins the line of a night that is sold out, is kept a seat when one comes back, and books it', async () => {
    const night = nightOf(scripts)
    await stage.walk({ scripts, email: owner, looked: false }, (journey) => sellsOut(journey, night))
    await stage.walk({ scripts, email, pictures: 'waiting' }, (journey) => joins(journey, night))
    await stage.walk({ scripts, email: owner, pictures: 'waiting-desk' }, (journey) => letsGo(journey, night))
    await stage.walk({ scripts, email, pictures: 'waiting' }, accepts)
    const [entry] = stage.house.rows('SELECT w.status, b.status AS booking FROM waiting_entries w JOIN bookings b ON b.id = w.booking_id WHERE w.contact_email = ?', email)
    expect(entry).toEqual({ status: 'taken', booking: 'confirmed' })
  }, patience)
})

/** There are as many places as are taken. */
async function sellsOut(journey: Journey, { session, taken }: Night): Promise<void> {
  const { page, say, email } = journey
  await logIn(journey, email, townPassword)
  await page.goto(`${desk}/events/dates/${session}`)
  await page.locator('[name=capacity]').fill(String(taken))
  await go(page, () => page.getByRole('button', { name: say('Save the date') }).click())
}

async function joins({ page, say, at, email }: Journey, { session }: Night): Promise<void> {
  await page.goto(`/b/granary-hall/events/candlelight-quartets?date=${session}`)
  expect(await textOn(page)).toContain('Sold out')
  await at('sold-out')
  await go(page, () => page.getByRole('link', { name: say('Join the waiting list') }).first().click())
  expect(await headingOn(page)).toBe(say('Join the waiting list'))
  await page.getByLabel(say('Your name')).fill('Wanda Żółkiewska')
  await page.getByLabel(say('E-mail address')).fill('wanda')
  await sendAsItIs(page, say('Join the waiting list'))
  expect(await page.getByLabel(say('Your name')).inputValue()).toBe('Wanda Żółkiewska')
  await at('mistake')
  await page.getByLabel(say('E-mail address')).fill(email)
  await go(page, () => page.getByRole('button', { name: say('Join the waiting list') }).click())
  expect(await textOn(page)).toContain('Nobody is before you.')
  await at('place')
}

/** The owner looks at the line, and calls an order of that night off. */
async function letsGo(journey: Journey, { session }: Night): Promise<void> {
  const { page, at, email } = journey
  await logIn(journey, email, townPassword)
  await page.goto(`${desk}/waiting-list/${session}`)
  expect(await textOn(page)).toContain('Wanda Żółkiewska')
  await at('line')
  await go(page, () => page.getByRole('link', { name: /^Remove/ }).first().click())
  await at('removal')
  await page.goto(`${desk}/settings/waiting-list`)
  await at('settings')
  const [order] = stage.house.rows<{ reference: string }>(
    "SELECT b.reference FROM bookings b JOIN booking_items i ON i.booking_id = b.id WHERE i.session_id = ? AND i.state = 'active' AND b.status = 'confirmed' ORDER BY b.id LIMIT 1", session)
  await page.goto(`${desk}/bookings/${order?.reference}/cancellation`)
  await page.getByLabel(/^Reason/).first().fill('They cannot come')
  await go(page, () => page.locator('form#act button').first().click())
}

async function accepts(journey: Journey): Promise<void> {
  const { page, say, at, email, house } = journey
  const mail = await house.mail(email, /^Yours until .*: Candlelight Quartets/)
  await page.goto(/\/b\/\S+\/waiting-list\/entries\/\S+/.exec(mail.TextBody ?? '')?.[0] ?? '')
  expect(await textOn(page)).toContain('Kept for you until')
  await at('offer')
  await go(page, () => page.getByRole('link', { name: say('Decline'), exact: true }).click())
  expect(await headingOn(page)).toBe(say('Decline these places?'))
  await at('declining')
  await go(page, () => page.getByRole('link', { name: say('Back'), exact: true }).last().click())
  await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
  await at('check')
  expect(await bookAndPay(journey)).toMatch(/^EV-/)
}
