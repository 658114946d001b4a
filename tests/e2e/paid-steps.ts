import { expect } from 'vitest'
import type { Books } from '../fakes/stripe/control'
import { go } from './browser'
import {
  addService, askToCancel, chooseSlot, chooseTime, comesToBooking, confirmCancelling, findService, headingOn, pressAtStripe, pressBook, sayWho, textOn, type Journey,
} from './customer-steps'

/** From the start page to the check of a wedding, which is paid in full when it is booked. */
export async function asksForWedding(journey: Journey, week: string): Promise<void> {
  const { page, say, money, at } = journey
  await findService(journey, 'wedding', 'Wedding')
  await chooseTime(journey, { week })
  await page.getByLabel('Where is the wedding?').fill('In Sintra')
  await sayWho(journey, 'Rosa Lima')
  await expectRows(journey, [`${say('To pay now')} ${money(240_00)}`])
  expect(await textOn(page)).toContain(say('Pay {amount} and book', { amount: money(240_00) }))
  expect(await headingOn(page)).toBe(say('Check and pay'))
  await at('check')
}

/** From the start page to the check of a colour, of which 30 % is paid at once, and which the salon has to confirm; with another service in the same visit. */
export async function asksForColour(journey: Journey, week: string, also?: { readonly slug: string; readonly restMinor: number }): Promise<void> {
  const { page, say, money, at } = journey
  await findService(journey, 'colour', 'Colour')
  if (also) {
    await addService(journey, also.slug)
    await chooseSlot(journey, week)
  } else await chooseTime(journey, { week })
  await page.getByLabel(say('No'), { exact: true }).check()
  await sayWho(journey, 'Rosa Lima')
  await expectRows(journey, [`${say('To pay on arrival')} ${money(also?.restMinor ?? 84_00)}`, `${say('To pay now')} ${money(36_00)}`])
  expect(await textOn(page)).toContain(say('Pay {amount} and ask', { amount: money(36_00) }))
  await at('check')
}

/** The first card is declined, and nothing is booked; the second pays. Answers the booking's reference. */
export async function paysAtSecondTry(journey: Journey): Promise<string> {
  const { house, page, say, email } = journey
  const states = () => house.rows<{ status: string }>('SELECT status FROM bookings WHERE contact_email = ?', email).map(({ status }) => status)
  await pressBook(journey)
  await pressAtStripe(journey, 'decline')
  expect(await page.getByRole('alert').textContent()).toBe('Your card was declined.')
  expect(states()).toEqual(['held'])
  await pressAtStripe(journey, 'pay')
  expect(await textOn(page)).toContain(say('Your payment has arrived.'))
  return comesToBooking(journey, 'paid')
}

/** Comes back from the payment page without paying, sees until when, and pays on the same page. Answers the booking's reference. */
export async function resumesPaying(journey: Journey, amountMinor: number): Promise<string> {
  const { page, say, money, statusOf } = journey
  await pressBook(journey)
  const session = page.url()
  await pressAtStripe(journey, 'abandon')
  const reference = await comesToBooking(journey, 'held')
  expect(statusOf(reference)).toBe('held')
  const shown = await textOn(page)
  const [before = '', after = ''] = say('Pay by {time} to keep this time.', { time: '|' }).split('|')
  expect(shown).toMatch(new RegExp(`${before}\\d\\d:\\d\\d${after}`))
  expect(shown).toContain(say('Waiting for your payment'))
  expect(shown).toContain(say('Pay {amount}', { amount: money(amountMinor) }))
  await go(page, () => page.locator('form[action*="/payment"] button').click())
  expect(page.url(), 'the page that was left').toBe(session)
  await pressAtStripe(journey, 'pay')
  expect(await booksOf(journey, reference)).toMatchObject({ pages: 1, paid: [amountMinor], refunded: [] })
  return reference
}

/** The receipt names the card that paid, and to which it went back. */
export async function readsReceipt({ page, say, money, at }: Journey, { paid, given }: { readonly paid: number; readonly given?: number }): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Receipt'), exact: true }).click())
  expect(await headingOn(page)).toBe(say('Receipt'))
  const how = say('{method} ({card})', { method: say('Card, online'), card: say('{brand} ending {last4}', { brand: 'Visa', last4: '4242' }) })
  const receipt = await textOn(page)
  expect(receipt).toContain(`${say('Paid: {how}', { how })} ${money(paid)}`)
  if (given !== undefined) expect(receipt).toContain(`${say('Given back: {how}', { how })} ${money(0 - given)}`)
  await at(given === undefined ? 'receipt' : 'receipt-given')
  await go(page, () => page.getByRole('link', { name: say('Back to your booking') }).click())
}

interface Announced {
  readonly price: number
  readonly paid: number
  readonly fee: number
  readonly refund: number
}

/** Cancels the booking that is shown: first the page says what it comes to, then that is what goes back to the card. */
export async function cancelsAsAnnounced(journey: Journey, reference: string, { price, paid, fee, refund }: Announced): Promise<void> {
  const { page, say, money, statusOf } = journey
  await askToCancel(journey)
  const rows = [`${say('Price')} ${money(price)}`, `${say('Paid')} ${money(paid)}`, `${say('Comes back')} ${say('to the card that paid')} ${money(refund)}`]
  await expectRows(journey, rows)
  expect((await rowsOn(journey)).filter((row) => row.startsWith(say('Cancellation fee')) && row.endsWith(money(fee)))).toHaveLength(1)
  expect((await booksOf(journey, reference)).refunded, 'asking gives nothing back').toEqual([])
  await confirmCancelling(journey)
  expect(new URL(page.url()).pathname).toBe(`/bookings/${reference}`)
  expect(statusOf(reference)).toBe('cancelled')
  await seesRefund(journey, reference, refund)
  const [back, kept] = [money(refund), money(paid - refund)]
  expect(await textOn(page)).toContain(
    fee === 0
      ? say('All you had paid, {back}, has gone back to you.', { back })
      : say('Of the {paid} you had paid, {back} has gone back to you, and {business} keeps {kept}.', { paid: money(paid), back, kept, business: 'Harbour Salon' }),
  )
}

/** The refund arrives at Stripe, once, and the booking says so. */
export async function seesRefund(journey: Journey, reference: string, amountMinor: number): Promise<void> {
  const { page, say, money, at } = journey
  await expect.poll(async () => (await booksOf(journey, reference)).refunded, { timeout: 20_000 }).toEqual([amountMinor])
  const given = say('{amount} has gone back to your card. Until your bank shows it can take some days.', { amount: money(amountMinor) })
  await expect.poll(async () => (await page.reload(), textOn(page)), { timeout: 20_000 }).toContain(given)
  await expectRows(journey, [`${say('Given back')} ${money(amountMinor)}`])
  await at('given-back')
}

/** What Stripe has of a booking: how many pages were opened for it, what was paid on them, and what went back. */
export async function booksOf({ house }: Pick<Journey, 'house'>, reference: string): Promise<{ pages: number; paid: number[]; refunded: number[] }> {
  const [booking] = house.rows<{ sale: string }>('SELECT sale_id AS sale FROM bookings WHERE reference = ?', reference)
  const { sessions, refunds } = (await (await fetch(`${house.stripe}/__books`)).json()) as Books
  const ours = sessions.filter(({ metadata }) => metadata?.sale === booking?.sale)
  const intents = new Set(ours.map(({ payment_intent: intent }) => intent))
  return {
    pages: ours.length,
    paid: ours.filter((session) => session.payment_status === 'paid').map((session) => session.amount_total ?? 0),
    refunded: refunds.filter(({ payment_intent: intent, status }) => intents.has(intent) && status === 'succeeded').map(({ amount }) => amount),
  }
}

async function expectRows(journey: Journey, rows: readonly string[]): Promise<void> {
  expect(await rowsOn(journey)).toEqual(expect.arrayContaining([...rows]))
}

async function rowsOn({ page }: Journey): Promise<string[]> {
  return (await page.locator('.price-lines tr').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' ').trim())
}
