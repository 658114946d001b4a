import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { go, look } from './browser'
import { comesToBooking, move, pressAtStripe, startsWith, textOn, type Journey } from './customer-steps'
import { asOwner } from './owner-steps'
import { asksForColour, asksForWedding, booksOf, cancelsAsAnnounced, paysAtSecondTry, readsReceipt, resumesPaying, seesRefund } from './paid-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const patience = 240_000

// The town's morning is that of 3 November: a wedding in these weeks is cancelled between 30 and 7 days before, for half of its price.
describe.each([
  { how: 'without JavaScript', scripts: false, language: 'en-GB', weeks: ['2026-11-16', '2026-12-08'] },
  { how: 'with JavaScript', scripts: true, language: 'en-GB', weeks: ['2026-11-23', '2026-12-15'] },
  { how: 'in Portuguese', scripts: false, language: 'pt-PT', weeks: ['2026-11-30', '2026-12-22'] },
])('$how', ({ how, scripts, language, weeks: [week = '', laterWeek = ''] }) => {
  const walker = (name: string) => ({ scripts, language, email: `${name}.${how.replaceAll(' ', '-').toLowerCase()}@example.test`, pictures: `paid-${name}` })

  test('a wedding is paid in full at the second try; cancelled, exactly the refund that was announced goes back to the card', async () => {
    await stage.walk(walker('wedding'), async (journey) => {
      await asksForWedding(journey, week)
      const reference = await paysAtSecondTry(journey)
      expect(stage.statusOf(reference)).toBe('confirmed')
      await readsReceipt(journey, { paid: 240_00 })
      await cancelsAsAnnounced(journey, reference, { price: 240_00, paid: 240_00, fee: 120_00, refund: 120_00 })
      await readsReceipt(journey, { paid: 240_00, given: 120_00 })
      await stage.house.mail(journey.email, startsWith(journey.say('Cancelled: {what} at {business}, {start}', { what: 'Wedding', business: 'Harbour Salon', start: '' })))
    })
  }, patience)

  test('who leaves the payment page without paying sees until when the time is kept, and pays on the same page', async () => {
    await stage.walk(walker('resumed'), async (journey) => {
      await asksForColour(journey, week)
      const reference = await resumesPaying(journey, 36_00)
      expect(stage.statusOf(reference)).toBe('pending')
      await comesToBooking(journey, 'asked')
    })
  }, patience)

  test('a visit of two services with a deposit is moved, and cancelled with what the page said', async () => {
    await stage.walk(walker('visit'), async (journey) => {
      await asksForColour(journey, laterWeek, { slug: 'cut', restMinor: 129_00 })
      const reference = await paysAtSecondTry(journey)
      const [before] = startOf(reference)
      await move(journey)
      expect(startOf(reference)).not.toEqual([before])
      expect(await booksOf(journey, reference), 'moving costs nothing').toMatchObject({ pages: 1, paid: [36_00], refunded: [] })
      await cancelsAsAnnounced(journey, reference, { price: 165_00, paid: 36_00, fee: 0, refund: 36_00 })
    })
  }, patience)
})

describe.each([
  { how: 'without JavaScript', scripts: false, week: '2026-12-08' },
  { how: 'with JavaScript', scripts: true, week: '2026-12-15' },
])('$how', ({ scripts, week }) => {
  test('the owner gives back a part of one line with a reason, and it goes to the card', async () => {
    await stage.walk({ scripts, email: `lena.${scripts ? 'with' : 'without'}@example.test`, pictures: 'paid-line' }, async (journey) => {
      await asksForColour({ ...journey, at: async () => undefined }, week, { slug: 'cut', restMinor: 129_00 })
      const reference = await paysAtSecondTry(journey)
      await ownerConfirms(scripts, reference)
      await paysRest(journey)
      await ownerGivesBack(scripts, reference)
      await seesRefund(journey, reference, 12_50)
      expect(await booksOf(journey, reference)).toMatchObject({ paid: [36_00, 129_00], refunded: [12_50] })
    })
  }, patience)
})

const startOf = (reference: string) => stage.house.rows<{ at: number }>('SELECT starts_at AS at FROM bookings WHERE reference = ?', reference).map(({ at }) => at)

async function ownerConfirms(scripts: boolean, reference: string): Promise<void> {
  await asOwner(stage, { scripts, path: `bookings/${reference}` }, async (page) => {
    if (scripts) await look(page, 'paid-desk-pending')
    await go(page, () => page.getByRole('button', { name: 'Confirm booking' }).click())
    expect(stage.statusOf(reference)).toBe('confirmed')
  })
}

async function paysRest(journey: Journey): Promise<void> {
  const { page, say, money, at } = journey
  await page.reload()
  expect(await textOn(page)).toContain(say('Pay {amount} by card now', { amount: money(129_00) }))
  await at('rest')
  await go(page, () => page.locator('form[action*="/payment"] button').click())
  await pressAtStripe(journey, 'pay')
  await comesToBooking(journey, 'all-paid')
}

/** For the cut alone, at the desk, where what it says beforehand is what then happens. */
async function ownerGivesBack(scripts: boolean, reference: string): Promise<void> {
  await asOwner(stage, { scripts, path: `bookings/${reference}` }, async (page) => {
    expect(await textOn(page)).toContain('€129.00, Card, online (Visa ending 4242)')
    await go(page, () => page.getByRole('link', { name: 'Give money back…' }).click())
    expect(await textOn(page)).toContain('What you give back goes to that card by itself')
    if (scripts) await look(page, 'paid-desk-refund')
    await page.getByLabel('Cut').fill('12.50')
    await page.getByLabel('Reason').fill('The dryer was broken')
    await go(page, () => page.getByRole('button', { name: 'Give it back' }).click())
    expect(await textOn(page)).toContain('The refund is on its way to the card. There is nothing more to do.')
    await expect.poll(async () => (await page.reload(), textOn(page)), { timeout: 20_000 }).toMatch(/€12\.50 back: The dryer was broken Given back to the card/)
    if (scripts) await look(page, 'paid-desk-given')
  })
}
