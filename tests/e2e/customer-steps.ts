import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { House } from '../serving'
import { go } from './browser'
import type { Say } from './words'

/** A mail whose subject begins so. */
export function startsWith(subject: string): RegExp {
  return new RegExp(`^${subject.trim().replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
}

/** Somebody on the way through the house: the window they read in, the words they read, and what is done at each page. */
export interface Journey {
  readonly house: House
  readonly page: Page
  readonly say: Say
  /** Euros as the reader's language writes them. */
  readonly money: (minor: number) => string
  readonly email: string
  readonly statusOf: (reference: string) => string | undefined
  readonly at: (name: string) => Promise<void>
}

export const headingOn = (page: Page) => page.getByRole('heading', { level: 1 }).textContent()

/** What stands on a page, with one blank between its words. */
export async function textOn(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replaceAll(/\s+/g, ' ')
}

/** From the start page to a service of the salon. */
export async function findService({ page, at, say }: Journey, slug: string, title: string): Promise<void> {
  await page.goto('/')
  expect(await page.title()).toBe(say('Guildhall, where people book'))
  await at('home')
  await go(page, () => page.getByRole('link', { name: 'Harbour Salon' }).click())
  expect(await headingOn(page)).toBe('Harbour Salon')
  await at('business')
  await go(page, () => page.locator(`a[href$="/appointments/${slug}"]`).first().click())
  expect(await headingOn(page)).toBe(title)
  await at('service')
}

/** From a service to the form, at the first time of a week, by itself the next one. */
export async function chooseTime(journey: Journey, { person, week }: { person?: string; week?: string } = {}): Promise<void> {
  const { page, say } = journey
  if (person) await page.getByLabel(person).check()
  await go(page, () => page.getByRole('button', { name: say('Choose a time') }).click())
  await chooseSlot(journey, week)
}

/** From a service to those that are done in the same visit; takes one, and goes on to the times. */
export async function addService({ page, at, say }: Journey, slug: string): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Add another service') }).click())
  expect(await headingOn(page)).toBe(say('Several services in one visit'))
  await at('also')
  await go(page, () => page.locator(`a[href*="also=${slug}"]`).first().click())
  await at('also-two')
  await go(page, () => page.getByRole('link', { name: say('Choose a time') }).click())
}

/** From the times to the form, at the first time of the week of that day; without one, of the next week. */
export async function chooseSlot({ page, at, say }: Journey, week?: string): Promise<void> {
  expect(await headingOn(page)).toBe(say('When would you like to come?'))
  await at('times')
  if (week === undefined) await go(page, () => page.locator('a[rel=next]').click())
  else {
    await page.getByLabel(say('Week of')).fill(week)
    await go(page, () => page.getByRole('button', { name: say('Show times') }).click())
  }
  await go(page, () => page.locator('.slot-week a').first().click())
  expect(await headingOn(page)).toBe(say('Who is coming?'))
  await at('form')
}

/** Fills the form in, first with an address that is none, and corrects it. */
export async function sayWho({ page, at, say, email }: Journey, name: string): Promise<void> {
  await page.getByLabel(say('Your name')).fill(name)
  await page.getByLabel(say('E-mail address')).fill('rosa at example')
  await go(page, () => sendAsItIs(page, say('Continue to check')))
  expect(await page.title()).toMatch(new RegExp(`^${say('Error:')} `))
  expect(await page.getByRole('alert').textContent()).toContain(say('Write your e-mail address in full, like name@example.com'))
  expect(await page.getByLabel(say('Your name')).inputValue()).toBe(name)
  await at('form-error')
  await page.getByLabel(say('E-mail address')).fill(email)
  await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
}

/** From the check page back to the form and forth, and then to the booking. Answers its reference. */
export async function changeAndBook(journey: Journey, name: string): Promise<string> {
  const { house, page, at, say, email } = journey
  expect(await headingOn(page)).toBe(say('Check and book'))
  await at('check')
  expect(house.rows('SELECT 1 FROM contacts WHERE email = ?', email), 'the check page stores nothing').toEqual([])
  expect(page.url(), 'nothing personal stands in an address').not.toContain(encodeURIComponent(email))
  await go(page, () => page.getByRole('button', { name: say('Change something') }).click())
  expect(await page.getByLabel(say('Your name')).inputValue()).toBe(name)
  await page.locator('[name=phone]').fill('912 345 678')
  await go(page, () => page.getByRole('button', { name: say('Continue to check') }).click())
  return book(journey)
}

/** Presses the button of the check page. Answers the booking's reference. */
export async function book(journey: Journey): Promise<string> {
  await pressBook(journey)
  return comesToBooking(journey)
}

/** Presses the button of the check, pays on the page it leads to, and comes back to the booking; answers its reference. */
export async function bookAndPay(journey: Journey): Promise<string> {
  await pressBook(journey)
  await pressAtStripe(journey, 'pay')
  return comesToBooking(journey)
}

/** Presses the button of the check page, wherever it leads. */
export async function pressBook({ page }: Journey): Promise<void> {
  await go(page, () => page.locator('form#check button').first().click())
}

/** Presses a button of the payment page. */
export async function pressAtStripe({ page, house }: Journey, button: 'pay' | 'decline' | 'abandon'): Promise<void> {
  expect(new URL(page.url()).origin).toBe(house.stripe)
  await go(page, () => page.locator(`button[name=do][value=${button}]`).click())
}

/** Looks at the booking that is shown; answers its reference. */
export async function comesToBooking({ page, at }: Journey, name = 'booking'): Promise<string> {
  const reference = /^\/bookings\/([A-Z]{2}-[0-9A-Z]{6})$/.exec(new URL(page.url()).pathname)?.[1]
  if (!reference) throw new Error(`There is no booking at ${page.url()}`)
  await at(name)
  return reference
}

/** The calendar's file of the booking that is shown. */
export async function calendarFile({ page, say }: Journey): Promise<string> {
  const href = await page.getByRole('link', { name: say('Calendar file') }).getAttribute('href')
  const answer = await page.request.get(href ?? '')
  expect(answer.headers()['content-type']).toContain('text/calendar')
  return answer.text()
}

/** Moves the booking that is shown to the last time of the shown week. */
export async function move({ page, at, say }: Journey): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Move to another time') }).click())
  expect(await headingOn(page)).toBe(say('Which time suits you better?'))
  await at('move')
  await go(page, () => page.locator('.slot-week a').last().click())
  expect(await headingOn(page)).toBe(say('Move your visit?'))
  await at('move-check')
  await go(page, () => page.locator('main form[method=post] button').first().click())
  await at('moved')
}

/** Cancels the booking that is shown. */
export async function cancel(journey: Journey): Promise<void> {
  await askToCancel(journey)
  await confirmCancelling(journey)
}

/** Opens the page that says what cancelling comes to. */
export async function askToCancel({ page, at, say }: Journey): Promise<void> {
  await go(page, () => page.getByRole('link', { name: say('Cancel booking') }).click())
  expect(await headingOn(page)).toBe(say('Cancel your booking?'))
  await at('cancellation')
}

/** Cancels, on the page that asks whether to. */
export async function confirmCancelling({ page, at, say }: Journey): Promise<void> {
  await page.getByLabel(say('Why are you cancelling?')).fill('The ferry is on strike')
  await go(page, () => page.getByRole('button', { name: say('Cancel booking') }).click())
  await at('cancelled')
}

/** Finds a booking by its reference and an address. */
export async function findBooking({ page, at, say, email }: Journey, reference: string): Promise<void> {
  await page.goto('/find-booking')
  await at('find-booking')
  await page.getByLabel(say('Reference')).fill(reference.toLowerCase())
  await page.getByLabel(say('E-mail address')).fill('somebody.else@example.test')
  await go(page, () => page.getByRole('button', { name: say('Find my booking') }).click())
  expect(await page.getByRole('alert').textContent()).toContain(say('We find no booking with this reference and this address. Check both: they stand in the mail we sent you.'))
  await at('find-booking-none')
  await page.getByLabel(say('E-mail address')).fill(email)
  await go(page, () => page.getByRole('button', { name: say('Find my booking') }).click())
  expect(new URL(page.url()).pathname).toBe(`/bookings/${reference}`)
}

/** Logs in through the page, wherever it is shown. */
export async function logIn({ page, say }: Pick<Journey, 'page' | 'say'>, email: string, password: string): Promise<void> {
  if (new URL(page.url()).pathname !== '/log-in') await page.goto('/log-in')
  await page.getByLabel(say('E-mail address')).fill(email)
  await page.getByLabel(say('Password'), { exact: false }).first().fill(password)
  await go(page, () => page.getByRole('button', { name: say('Log in') }).click())
}

/** Sends a form past the browser's own check, as a reader does whose browser has none. */
export async function sendAsItIs(page: Page, button: string): Promise<void> {
  await page.evaluate('document.querySelectorAll("form").forEach((form) => { form.noValidate = true })')
  await page.getByRole('button', { name: button }).last().click()
}

/** The whole way of a customer: book, keep the date, move, find again, cancel; and the mail of each step. */
export async function wholeWay(journey: Journey): Promise<void> {
  const { house, page, say, email, statusOf } = journey
  await findService(journey, 'cut', 'Cut')
  await chooseTime(journey, { person: 'Duarte Reis' })
  await sayWho(journey, 'Rosa Lima')
  const reference = await changeAndBook(journey, 'Rosa Lima')
  expect(statusOf(reference)).toBe('confirmed')
  const confirmed = await house.mail(email, startsWith(say('Confirmed: {what} at {business}, {start}', { what: 'Cut', business: 'Harbour Salon', start: '' })))
  expect(confirmed.Attachments?.[0]?.ContentType).toContain('text/calendar')
  expect(confirmed.TextBody).toContain(`${house.url}/bookings/${reference}?token=`)
  await house.mail('duarte@harbour-salon.test', new RegExp(reference))

  const before = await calendarFile(journey)
  expect(before).toMatch(/^BEGIN:VCALENDAR[\s\S]*SEQUENCE:0[\s\S]*END:VCALENDAR\s*$/)
  await move(journey)
  await house.mail(email, startsWith(say('Moved: {what} at {business}, now {start}', { what: 'Cut', business: 'Harbour Salon', start: '' })))
  const after = await calendarFile(journey)
  expect(/^UID:.*$/m.exec(after)?.[0]).toBe(/^UID:.*$/m.exec(before)?.[0])
  expect(after).toContain('SEQUENCE:1')

  await findBooking(journey, reference)
  await cancel(journey)
  expect(statusOf(reference)).toBe('cancelled')
  await house.mail(email, startsWith(say('Cancelled: {what} at {business}, {start}', { what: 'Cut', business: 'Harbour Salon', start: '' })))
  await page.goto('/')
}
