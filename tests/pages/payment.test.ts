import { textContent } from 'domutils'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serve, townPassword, type House } from '../serving'
import { formsOf, headingOf, visitor, type Page, type Visitor } from '../visitor'

let house: House
let owner: Visitor

beforeAll(async () => {
  house = await serve()
  owner = visitor(house.url)
  await owner.post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })
})
afterAll(() => house.stop())

const settings = '/dashboard/harbour-salon/settings/payments'
const who = { name: 'Rosa Lima', email: 'rosa@example.org', website: '', website_at: '1' }

test('the salon says that customers pay a deposit, and mistakes keep what was typed', async () => {
  const wrong = await owner.send(await owner.get(settings), 'payments', { 'terms.kind': 'deposit', 'terms.percent': 'a third', holdMinutes: '45' })
  expect(wrong.status).toBe(422)
  expect(says(wrong)).toContain('Enter a whole number from 1 to 99')
  const form = formsOf(wrong).find(({ id }) => id === 'payments')
  expect(form?.fields).toMatchObject({ 'terms.kind': 'deposit', 'terms.percent': 'a third', holdMinutes: '45' })
  const saved = await owner.send(wrong, 'payments', { 'terms.percent': '30' })
  expect(says(await owner.follow(saved))).toContain('That is how you are paid from now on.')
  expect(house.rows('SELECT payment_terms AS terms, deposit_percent AS percent, rest_days AS days, hold_minutes AS minutes FROM payment_settings WHERE business_id = (SELECT id FROM businesses WHERE slug = ?)', 'harbour-salon')).toEqual([
    { terms: 'deposit', percent: 30, days: null, minutes: 45 },
  ])
  expect(says(await owner.get('/dashboard/harbour-salon/settings'))).toContain('Payments')
})

test('a deposit is paid at the second visit of its page, the rest later, and both go back to the card', async () => {
  const rosa = visitor(house.url)
  expect(says(await rosa.get('/b/harbour-salon'))).toContain('Booked at once. 30 % of it when you book.')
  const service = await rosa.get('/b/harbour-salon/appointments/cut')
  expect(says(service)).toContain('€45.00, 30 % of it when you book')
  const check = await rosa.post('/b/harbour-salon/appointments/cut/book?start=2026-12-15T10:00Z', { ...who, key: 'key-of-the-deposit' })
  expect(headingOf(check)).toBe('Check and pay')
  for (const sentence of ['Pay €13.50 and book', 'To pay now €13.50', 'To pay on arrival €31.50', 'kept for you for 45 minutes']) expect(says(check)).toContain(sentence)

  const sent = await rosa.send(check, 'check')
  expect(sent.status).toBe(303)
  expect(sent.location).toMatch(new RegExp(`^${house.stripe}/c/pay/cs_`))
  const held = await atStripe(rosa, sent.location, 'abandon')
  for (const sentence of ['Waiting for your payment', 'Pay by 09:45 to keep this time. About 45 minutes are left.', 'To pay now €13.50']) expect(says(held)).toContain(sentence)
  const payment = formsOf(held).find(({ action }) => action.includes('/payment'))?.action ?? ''
  expect((await rosa.get(payment)).location).toBe(held.path)
  const again = await rosa.post(payment, {})
  expect(again.location).toBe(sent.location)

  const paid = await atStripe(rosa, again.location, 'pay')
  for (const sentence of ['Your payment has arrived.', 'Confirmed', 'You paid €13.50 by card (Visa ending 4242).', 'To pay on arrival €31.50']) expect(says(paid)).toContain(sentence)
  const rest = await rosa.post(payment, {})
  const whole = await atStripe(rosa, rest.location, 'pay')
  expect(says(whole)).toContain('You paid €31.50 by card (Visa ending 4242).')
  expect((await rosa.follow(await rosa.post(payment, {}))).html).toContain('Nothing is to be paid here')

  await tell({ mode: 'refund', outcome: 'fail', times: 1, ms: 0 })
  const cancellation = await rosa.get(held.path.replace('?', '/cancellation?'))
  expect(says(cancellation)).toContain('All you have paid, €45.00, goes back to your card.')
  expect(says(cancellation)).toContain('Comes back to the card that paid€45.00')
  const cancelled = await rosa.follow(await rosa.send(cancellation, 'cancellation'))
  expect(says(cancelled)).toContain('This booking no longer stands.')
  await seesToRefunds(referenceIn(held))
  const given = says(await rosa.get(held.path))
  for (const amount of ['€31.50', '€13.50']) expect(given).toContain(`${amount} has gone back to your card.`)
})

test('a visit becomes something dearer once the difference is paid, and something cheaper at once', async () => {
  const rosa = visitor(house.url)
  const sent = await rosa.post('/b/harbour-salon/appointments/beard-trim/book?start=2026-12-17T10:00Z', { ...who, key: 'key-of-the-change', checked: 'yes' })
  const booking = await atStripe(rosa, sent.location, 'pay')
  const move = booking.path.replace('?', '/move?')
  expect(says(await rosa.get(move))).not.toContain('It becomes')
  const asks = await rosa.get(`${move}&service=cut&start=2026-12-17T14:00Z`)
  for (const sentence of ['It becomes: Cut.', 'Beard trim, now on Thu 17 Dec 2026', 'Price so far €18.00', 'New price €45.00', 'To pay now €8.10', 'To pay on arrival €31.50', 'Pay €8.10 and change']) expect(says(asks)).toContain(sentence)
  const paying = await rosa.send(asks, `move-${Date.parse('2026-12-17T14:00:00Z')}`)
  expect(paying.location).toMatch(/\/c\/pay\/cs_/)
  const waits = await atStripe(rosa, paying.location, 'abandon')
  for (const sentence of ['Beard trim', 'You change it to Cut, Thu 17 Dec, 14:00.', 'Pay by 09:45, or it stays as it is.']) expect(says(waits)).toContain(sentence)
  const changed = await atStripe(rosa, (await rosa.post(formsOf(waits).find(({ action }) => action.includes('/payment'))?.action ?? '', {})).location, 'pay')
  expect(says(changed)).toContain('To pay on arrival €31.50')
  expect(house.rows('SELECT title, b.total_minor AS total FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.reference = ?', referenceIn(booking))).toEqual([{ title: 'Cut', total: 4500 }])

  const cheaper = await rosa.get(`${move}&service=beard-trim&start=2026-12-17T10:00Z`)
  for (const sentence of ['New price €18.00', 'To pay on arrival €4.50', 'Change my visit']) expect(says(cheaper)).toContain(sentence)
  const done = await rosa.follow(await rosa.send(cheaper, `move-${Date.parse('2026-12-17T10:00:00Z')}`))
  expect(says(done)).toContain('Your booking is moved.')
  expect(house.rows('SELECT total_minor AS total FROM bookings WHERE reference = ?', referenceIn(booking))).toEqual([{ total: 1800 }])
})

test('where Stripe is silent the time is kept, and the page says so and how to try again', async () => {
  const rosa = visitor(house.url)
  await tell({ mode: 'fail', at: 'POST /v1/checkout/sessions', status: 503 })
  const sent = await rosa.post('/b/harbour-salon/appointments/cut/book?start=2026-12-16T10:00Z', { ...who, key: 'key-of-the-silence', checked: 'yes' })
  await tell({ mode: 'work' })
  const held = await rosa.follow(sent)
  for (const sentence of ['The payment page does not answer at the moment.', 'Waiting for your payment', 'Pay by 09:45']) expect(says(held)).toContain(sentence)
  const payment = formsOf(held).find(({ action }) => action.includes('/payment'))?.action ?? ''
  expect((await rosa.post(payment, {})).location).toMatch(/\/c\/pay\/cs_/)
  const reference = referenceIn(held)
  expect(says(await owner.get(`/dashboard/harbour-salon/bookings/${reference}`))).toContain('Waits for payment until Tue 3 Nov 2026, 09:45.')
  await rosa.send(await rosa.get(held.path.replace('?', '/cancellation?')), 'cancellation')
  expect((await rosa.follow(await rosa.post(payment, {}))).html).toContain('Nothing is to be paid here')
})

test('money that comes after the time has run out goes back, and the page says so and offers to book again', async () => {
  const rosa = visitor(house.url)
  const sent = await rosa.post('/b/harbour-salon/appointments/cut/book?start=2026-12-18T10:00Z', { ...who, key: 'key-of-the-late', checked: 'yes' })
  const file = new Database(house.database)
  file.prepare("UPDATE bookings SET hold_until = placed_at - 600000 WHERE status = 'held'").run()
  file.close()
  const late = await atStripe(rosa, sent.location, 'pay')
  for (const sentence of ['Not paid in time', 'Your payment arrived after the time to pay had run out', 'Book again', 'The time to pay ran out']) expect(says(late)).toContain(sentence)
  expect(says(late)).toMatch(/€13\.50 (is on its way|has gone) back to your card\./)
  expect(says(late)).not.toContain('To pay')
})

test('a visit that is asked for is paid first, and given back by card and by hand as it was paid', async () => {
  const rosa = visitor(house.url)
  const check = await rosa.post('/b/harbour-salon/appointments/colour/book?start=2026-12-17T12:00Z', { ...who, ...answers(), key: 'key-of-the-question' })
  for (const sentence of ['Pay €36.00 and ask', 'If they cannot take you, all you have paid comes back.']) expect(says(check)).toContain(sentence)
  const paid = await atStripe(rosa, (await rosa.send(check, 'check')).location, 'pay')
  expect(says(paid)).toContain('Waiting for an answer')

  const desk = `/dashboard/harbour-salon/bookings/${referenceIn(paid)}`
  await owner.post(`${desk}/payments`, { method: 'cash', amount: '84.00' })
  const refunds = await owner.get(`${desk}/refunds`)
  expect(says(refunds)).toContain('Up to €36.00 goes back to the card by itself')
  const some = await owner.send(refunds, 'refund', { reason: 'Came late', 'amounts[0].amount': '20.00' })
  expect(says(await owner.follow(some))).toContain('The refund is on its way to the card.')
  const more = await owner.send(await owner.get(`${desk}/refunds`), 'refund', { reason: 'Came very late', 'amounts[0].amount': '20.00' })
  expect(says(await owner.follow(more))).toContain('A part of the refund is on its way to the card; the rest is noted as due.')
  const last = await owner.send(await owner.get(`${desk}/refunds`), 'refund', { reason: 'All of it', all: 'yes' })
  expect(says(await owner.follow(last))).toContain('The refund is noted as due.')
  expect(house.rows('SELECT amount_minor AS minor, payment_id IS NOT NULL AS card FROM refunds JOIN bookings USING (sale_id) WHERE reference = ? ORDER BY refunds.id', referenceIn(paid))).toEqual([
    { minor: 2000, card: 1 }, { minor: 1600, card: 1 }, { minor: 400, card: 0 }, { minor: 8000, card: 0 },
  ])
})

test('without a key for Stripe the settings say so, and whoever books pays on arrival', async () => {
  const other = await serve({ jobs: false, env: { STRIPE_KEY: '', STRIPE_WEBHOOK_SECRET: '' } })
  try {
    const desk = visitor(other.url)
    await desk.post('/log-in', { email: 'owner@harbour-salon.test', password: townPassword })
    const saved = await desk.send(await desk.get(settings), 'payments', { 'terms.kind': 'in-full' })
    expect(says(await desk.follow(saved))).toContain('For now customers can only pay on arrival.This server has no account with Stripe')
    const somebody = visitor(other.url)
    expect(says(await somebody.get('/b/harbour-salon/appointments/cut'))).toContain('€45.00, paid on arrival')
    const check = await somebody.post('/b/harbour-salon/appointments/cut/book?start=2026-12-15T10:00Z', { ...who, key: 'key-without-stripe' })
    expect(says(check)).toContain('Book this visit')
    expect(says(await somebody.follow(await somebody.send(check, 'check')))).toContain('Confirmed')
  } finally {
    await other.stop()
  }
})

/** One of the two refunds has failed at Stripe: the desk is told, and has Stripe asked once more. */
async function seesToRefunds(reference: string): Promise<void> {
  const desk = `/dashboard/harbour-salon/bookings/${reference}`
  const shown = async () => says(await owner.get(desk))
  await until(shown, /could not go back to the card\. .*Given back to the card/)
  expect(await shown()).toContain('Card, online (Visa ending 4242)')
  expect(await shown()).not.toContain('Take it back')
  expect(says(await owner.get('/dashboard/harbour-salon/overview'))).toMatch(/A refund failed: €\d+\.50 for Rosa Lima/)
  const [failed] = house.rows<{ id: string }>('SELECT id FROM refunds WHERE failed_at IS NOT NULL')
  const retrial = await owner.get(`${desk}/refunds/${failed?.id}/retrial`)
  expect(headingOf(retrial)).toBe('Try this refund again?')
  expect(says(await owner.follow(await owner.send(retrial, 'act')))).toContain('Stripe is asked for the refund once more.')
  await until(shown, /Given back to the card.*Given back to the card/)
  expect((await owner.post(`${desk}/refunds/${failed?.id}/retrial`, {})).status).toBe(409)
  expect(says(await owner.get('/dashboard/harbour-salon/overview'))).not.toContain('A refund failed')
}

/** Presses a button of the stand-in's page, and follows to the page of ours that it leads to. */
async function atStripe(customer: Visitor, page: string | null, button: string): Promise<Page> {
  const answer = await fetch(page ?? '', { method: 'POST', redirect: 'manual', body: new URLSearchParams({ do: button }) })
  const back = new URL(answer.headers.get('Location') ?? '')
  const arrived = await customer.get(back.pathname + back.search)
  return arrived.status === 303 ? customer.follow(arrived) : arrived
}

/** Tells the stand-in how to behave. */
async function tell(rule: Readonly<Record<string, string | number>>): Promise<void> {
  const { status } = await fetch(`${house.stripe}/__control`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rule) })
  expect(status).toBeLessThan(300)
}

/** "No" to whatever the town's services ask. */
function answers(): Record<string, string> {
  return Object.fromEntries(house.rows<{ id: string }>("SELECT id FROM questions WHERE kind = 'yes-no'").map(({ id }) => [`answer-${id}`, 'no']))
}

function referenceIn(page: Page): string {
  return /AP-\w+/.exec(page.path)?.[0] ?? ''
}

/** Asks again until what is said fits. */
async function until(ask: () => Promise<string>, fits: RegExp): Promise<void> {
  let heard = ''
  for (let tries = 0; tries < 100; tries++) {
    heard = await ask()
    if (fits.test(heard)) return
    await pause(100)
  }
  throw new Error(`Nothing fits ${fits}: ${heard}`)
}

function says(page: Page): string {
  return textContent(page.document).replaceAll(/\s+/g, ' ')
}
