import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { go } from './browser'
import { book, bookAndPay, chooseTime, findService, headingOn, logIn, sendAsItIs, startsWith, wholeWay, type Journey } from './customer-steps'
import { asOwner } from './owner-steps'
import { openStage, type Stage } from './stage'

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
  test('somebody finds a salon, corrects a mistake, checks, books, keeps the date, moves and cancels', async () => {
    await stage.walk({ scripts, email: addressOf('rosa', how) }, (journey) => wholeWay(journey))
  }, patience)

  test('colour takes a deposit and waits for the owner, who confirms it, and the customer hears of both', async () => {
    await stage.walk({ scripts, email: addressOf('bela', how), looked: false }, async (journey) => {
      const { page, say, email } = journey
      await findService(journey, 'colour', 'Colour')
      await chooseTime(journey)
      await page.getByLabel(say('Your name')).fill('Bela Duarte')
      await page.getByLabel(say('E-mail address')).fill(email)
      await go(page, () => sendAsItIs(page, say('Continue to check')))
      expect(await page.getByRole('alert').textContent(), 'the question must be answered').toContain('Have you coloured your hair')
      await page.getByLabel(say('No'), { exact: true }).check()
      await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
      const reference = await bookAndPay(journey)
      expect(stage.statusOf(reference)).toBe('pending')
      expect((await stage.house.mail(email, /^Received: Colour at Harbour Salon/)).TextBody).toContain(reference)
      await ownerConfirms(scripts, reference)
      await page.reload()
      expect(stage.statusOf(reference)).toBe('confirmed')
      expect((await stage.house.mail(email, /^Confirmed: Colour at Harbour Salon/)).Attachments?.[0]?.ContentType).toContain('text/calendar')
    })
  })

  test('somebody opens an account, proves the address, and finds what they booked before', async () => {
    await stage.walk({ scripts, email: addressOf('alma', how) }, opensAnAccount)
  }, patience)
})

async function opensAnAccount(journey: Journey): Promise<void> {
  const { page, say, email, at } = journey
  await findService({ ...journey, at: async () => undefined }, 'beard-trim', 'Beard trim')
  await chooseTime({ ...journey, at: async () => undefined })
  await page.getByLabel(say('Your name')).fill('Alma Serra')
  await page.getByLabel(say('E-mail address')).fill(email)
  await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
  const reference = await book({ ...journey, at: async () => undefined })

  await page.goto('/register')
  await at('register')
  await page.getByLabel(say('Your name')).fill('Alma Serra')
  await page.getByLabel(say('E-mail address')).fill(email)
  await page.locator('[name=password]').fill('three words together')
  await go(page, () => page.getByRole('button', { name: say('Open an account') }).click())
  await at('register-sent')
  const link = /https?:\/\/\S+\/verify-email\?token=\S+/.exec((await stage.house.mail(email, startsWith(say('Confirm your e-mail address')))).TextBody ?? '')?.[0]
  await page.goto(link ?? '')
  await at('verify')
  expect(stage.house.rows('SELECT 1 FROM users WHERE email = ? AND email_verified_at IS NOT NULL', email), 'following the link changes nothing').toEqual([])
  await go(page, () => page.getByRole('button', { name: say('Yes, this address is mine') }).click())
  expect(stage.house.rows('SELECT 1 FROM users WHERE email = ? AND email_verified_at IS NOT NULL', email)).toHaveLength(1)
  await at('log-in')
  await logIn(journey, email, 'three words together')
  await at('account')
  await expect.poll(async () => (await page.goto('/account/bookings'), page.content())).toContain(reference)
  expect(await headingOn(page)).toBe(say('Your bookings'))
  await at('account-bookings')
  for (const path of ['addresses', 'security', 'password', 'notifications', 'notification-preferences']) {
    await page.goto(`/account/${path}`)
    await at(`account-${path}`)
  }
}

async function ownerConfirms(scripts: boolean, reference: string): Promise<void> {
  await asOwner(stage, { scripts, path: `bookings/${reference}` }, async (page) => {
    expect(new URL(page.url()).pathname).toBe(`/dashboard/harbour-salon/bookings/${reference}`)
    await go(page, () => page.getByRole('button', { name: 'Confirm booking' }).click())
  })
}

function addressOf(name: string, how: string): string {
  return `${name}.${how.replaceAll(' ', '-').toLowerCase()}@example.test`
}
