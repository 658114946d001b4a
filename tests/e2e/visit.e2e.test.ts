import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { go, look } from './browser'
import { addService, book, findService, headingOn, type Journey } from './customer-steps'
import { asOwner } from './owner-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

interface Item {
  readonly title: string
  readonly staff: string
  readonly starts_at: number
  readonly ends_at: number
  readonly state: string
}

const itemsOf = (reference: string) =>
  stage.house.rows<Item>(
    `SELECT i.title, s.name AS staff, i.starts_at, i.ends_at, i.state FROM booking_items i JOIN bookings b ON b.id = i.booking_id LEFT JOIN staff s ON s.id = i.staff_id
     WHERE b.reference = ? ORDER BY i.position`,
    reference,
  )
const minute = 60_000
const second = 'Child’s cut, up to 12 years'

describe.each([{ scripts: false, how: 'without' }, { scripts: true, how: 'with' }])('$how JavaScript', ({ scripts, how }) => {
  test('a visit of two services with two people: booked together, paid, one of them cancelled, and the refund is the one that was told', async () => {
    await stage.walk({ scripts, email: `vera.${how}@example.test`, pictures: 'visit' }, async (journey) => {
      const reference = await booksTwo(journey)
      const [cut, child] = itemsOf(reference)
      expect([cut?.staff, child?.staff]).toEqual(['Duarte Reis', 'Inês Carvalho'])
      expect((child?.starts_at ?? 0) - (cut?.ends_at ?? 0), 'ten minutes to tidy up after a cut').toBe(10 * minute)
      const mail = await stage.house.mail(journey.email, /^Confirmed: Cut and Child’s cut/)
      expect(mail.TextBody).toMatch(/with Duarte Reis[\s\S]*with Inês Carvalho/)
      await takesPayment(scripts, reference)
      await cancelsOne(journey, reference)
    })
  }, 240_000)
})

async function booksTwo(journey: Journey): Promise<string> {
  const { page, say, email, at } = journey
  await findService({ ...journey, at: async () => undefined }, 'cut', 'Cut')
  await at('service')
  await addService(journey, 'child')
  await page.locator('select[name=staff]').selectOption({ label: 'Duarte Reis' })
  await page.locator('select[name=with]').selectOption({ label: 'Inês Carvalho' })
  await go(page, () => page.getByRole('button', { name: say('Show times') }).click())
  await go(page, () => page.locator('a[rel=next]').click())
  await at('times')
  await go(page, () => page.locator('.slot-week a').first().click())
  await page.getByLabel(say('Your name')).fill('Vera Nunes')
  await page.getByLabel(say('E-mail address')).fill(email)
  await at('form')
  await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
  expect(await headingOn(page)).toBe(say('Check and book'))
  expect(await page.locator('main').textContent()).toMatch(/Cut.*with Duarte Reis.*Child’s cut.*with Inês Carvalho.*€67\.00/s)
  await at('check')
  return book(journey)
}

/** The owner marks the whole price as taken, and sees both services. */
async function takesPayment(scripts: boolean, reference: string): Promise<void> {
  await asOwner(stage, { scripts, path: `bookings/${reference}/payments` }, async (page) => {
    await page.locator('[name=method]').selectOption({ label: 'Cash' })
    await page.locator('[name=amount]').fill('67.00')
    await go(page, () => page.locator('main form[method=post] button').first().click())
    expect(new URL(page.url()).pathname).toBe(`/dashboard/harbour-salon/bookings/${reference}`)
    if (scripts) await look(page, 'visit-desk')
    await go(page, () => page.getByRole('link', { name: `Cancel ${second} alone…` }).click())
    if (scripts) await look(page, 'visit-desk-cancellation')
    const [cut, child] = stage.house.rows<{ id: string }>('SELECT i.listing_id AS id FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ? ORDER BY i.position', reference)
    await page.goto(`/dashboard/harbour-salon/appointments/new?service=${cut?.id}&add=${child?.id}`)
    if (scripts) await look(page, 'visit-desk-times')
    await go(page, () => page.locator('.slot-week a').first().click())
    if (scripts) await look(page, 'visit-desk-who')
    await page.getByLabel('Name', { exact: true }).fill('Rosa at the desk')
    await go(page, () => page.locator('main form[method=post] button').first().click())
    expect(itemsOf(new URL(page.url()).pathname.split('/').at(-1) ?? '').map(({ title }) => title)).toEqual(['Cut', second])
  })
}

async function cancelsOne({ page, say, email, at }: Journey, reference: string): Promise<void> {
  await page.reload()
  await go(page, () => page.getByRole('link', { name: say('Cancel only {item}', { item: second }) }).click())
  expect(await headingOn(page)).toBe(say('Cancel only {item}?', { item: second }))
  expect(await page.locator('main').textContent()).toMatch(/Price of Child’s cut.*€22\.00.*Cancellation fee.*€0\.00.*Paid for the whole booking.*€67\.00.*Comes back.*€22\.00/s)
  await at('item-cancellation')
  await page.getByLabel(say('Why are you cancelling?')).fill('She has a cold')
  await go(page, () => page.locator('main form[method=post] button').first().click())
  expect(new URL(page.url()).pathname).toBe(`/bookings/${reference}`)
  expect(await page.locator('main').textContent()).toMatch(/Comes back.*€22\.00/s)
  await at('item-cancelled')
  expect(itemsOf(reference).map(({ state }) => state)).toEqual(['active', 'cancelled'])
  expect(stage.statusOf(reference)).toBe('confirmed')
  expect(stage.house.rows('SELECT amount_minor FROM refunds r JOIN bookings b ON b.sale_id = r.sale_id WHERE b.reference = ?', reference)).toEqual([{ amount_minor: 2200 }])
  await stage.house.mail(email, /^Cancelled: Child’s cut, up to 12 years at Harbour Salon; still on: Cut/)
  await go(page, () => page.getByRole('link', { name: say('Move to another time') }).click())
  expect(await page.locator('main header').filter({ has: page.locator('h1') }).textContent()).not.toContain(second)
}
