import type { Page } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { localDateOf } from '~/kernel/time'
import { townMorning, townPassword } from '../serving'
import { go } from './browser'
import { headingOn, logIn, sendAsItIs, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeEach(async () => {
  stage = await openStage()
})
afterEach(() => stage?.close())

const patience = 240_000
const desk = '/dashboard/harbour-salon'
const today = localDateOf(townMorning, 'Europe/Lisbon')

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts }) => {
  test('the owner answers, blocks, books, takes money and changes the house', async () => {
    await stage.walk({ scripts, email: 'owner@harbour-salon.test', pictures: 'owner' }, async (journey) => {
      await logsIn(journey)
      await confirms(journey)
      await declines(journey)
      await blocksTime(journey, scripts ? '12:00' : '11:00')
      const reference = await booksAtTheDesk(journey)
      await takesPayment(journey, reference)
      await editsService(journey, scripts ? '46.00' : '47.00')
      await opensLonger(journey)
      await changesSettings(journey, scripts ? 'Hair, twice as calm' : 'Hair, calm')
      await readsAudit(journey)
    })
  }, patience)
})

async function logsIn({ page, say, email, at }: Journey): Promise<void> {
  await page.goto('/dashboard')
  expect(new URL(page.url()).pathname).toBe('/log-in')
  await logIn({ page, say }, email, townPassword)
  expect(new URL(page.url()).pathname).toBe('/dashboard')
  expect(await headingOn(page)).toBe(say('Your businesses'))
  await at('businesses')
  await go(page, () => page.getByRole('link', { name: 'Harbour Salon' }).first().click())
  expect(new URL(page.url()).pathname).toBe(`${desk}/overview`)
  expect(await page.getByText(say('Needs an answer')).count()).toBeGreaterThan(0)
  await at('overview')
}

async function confirms({ page, say, at }: Journey): Promise<void> {
  const reference = await openPending(page)
  await at('booking-pending')
  await go(page, () => page.getByRole('button', { name: say('Confirm booking') }).click())
  expect(stage.statusOf(reference)).toBe('confirmed')
  expect(await page.getByRole('status').first().textContent()).toContain(reference)
  await stage.house.mail(contactOf(reference), new RegExp(`(Confirmed|Confirmad[ao]):?[\\s\\S]*${reference}`))
  await at('booking-confirmed')
}

async function declines({ page, say, at }: Journey): Promise<void> {
  const reference = await openPending(page)
  await go(page, () => page.getByRole('link', { name: say('Decline…') }).click())
  await at('refusal')
  await go(page, () => sendAsItIs(page, say('Decline booking')))
  expect(await page.getByRole('alert').count(), 'a reason is asked for').toBe(1)
  await at('refusal-error')
  await page.getByLabel(say('Reason')).fill('We are at a wedding that day')
  await go(page, () => page.getByRole('button', { name: say('Decline booking') }).click())
  expect(stage.statusOf(reference)).toBe('declined')
  expect((await stage.house.mail(contactOf(reference), new RegExp(`We are at a wedding that day[\\s\\S]*${reference}|${reference}[\\s\\S]*We are at a wedding that day`))).Subject).toBeTruthy()
}

async function blocksTime({ page, say, at }: Journey, from: string): Promise<void> {
  await page.goto(`${desk}/calendar?view=day&date=${today}`)
  expect(await page.getByText('Duarte Reis').count()).toBeGreaterThan(0)
  await at('calendar-day')
  await page.goto(`${desk}/calendar?view=week&date=${today}`)
  await at('calendar-week')
  await page.goto(`${desk}/blocks`)
  await at('blocks')
  // A Monday: the salon is closed, and nobody is in the way.
  await page.locator('[name=date]').fill('2026-11-09')
  await page.locator('[name=from]').fill(from)
  await page.locator('[name=to]').fill(`${from.slice(0, 2)}:30`)
  await page.locator('[name=reason]').fill('The plumber comes')
  await go(page, () => page.locator('main form[method=post] button').first().click())
  expect(new URL(page.url()).pathname).toBe(`${desk}/calendar`)
  expect(await page.content()).toContain('The plumber comes')
  expect(await page.getByRole('status').first().textContent()).toContain(say('Undo'))
  await at('calendar-blocked')
}

async function booksAtTheDesk({ page, at, say }: Journey): Promise<string> {
  await page.goto(`${desk}/appointments/new`)
  await at('desk-what')
  await go(page, () => page.getByRole('link', { name: /Beard trim/ }).first().click())
  await at('desk-when')
  await go(page, () => page.locator('a[rel=next]').click())
  await go(page, () => page.locator('.slot-week a').first().click())
  await at('desk-who')
  await page.getByLabel(say('Name'), { exact: true }).fill('Walter Wagner')
  await page.locator('[name=phone]').fill('213 000 111')
  await go(page, () => page.getByRole('button', { name: say('Book'), exact: true }).click())
  const reference = new URL(page.url()).pathname.split('/').at(-1) ?? ''
  expect(stage.house.rows('SELECT channel, contact_name AS name FROM bookings WHERE reference = ?', reference)).toEqual([{ channel: 'desk', name: 'Walter Wagner' }])
  await at('desk-booked')
  return reference
}

async function takesPayment({ page, say, at }: Journey, reference: string): Promise<void> {
  await page.goto(`${desk}/bookings/${reference}/payments`)
  await page.getByLabel(say('How it was paid')).selectOption('cash')
  await at('payment')
  await go(page, () => page.getByRole('button', { name: say('Note the payment') }).click())
  const paid = 'SELECT p.amount_minor AS amount, p.method FROM payments p JOIN bookings b ON b.sale_id = p.sale_id WHERE b.reference = ?'
  expect(stage.house.rows(paid, reference)).toEqual([{ amount: 1800, method: 'cash' }])
  await at('paid')
  await page.goto(`${desk}/bookings?q=Wagner`)
  expect(await page.getByRole('link', { name: /Walter Wagner/ }).count()).toBeGreaterThan(0)
  await at('bookings')
}

async function editsService({ page, at, say }: Journey, price: string): Promise<void> {
  await page.goto(`${desk}/appointments/services`)
  await at('services')
  await go(page, () => page.getByRole('link', { name: 'Cut', exact: true }).first().click())
  await at('service')
  await page.locator('#service [name=price]').fill('many')
  await go(page, () => sendAsItIs(page, say('Save the service')))
  expect(await page.getByRole('alert').count(), 'the price is no number').toBe(1)
  await page.locator('#service [name=price]').fill(price)
  await go(page, () => page.getByRole('button', { name: say('Save the service') }).last().click())
  expect(stage.house.rows("SELECT price_minor AS price FROM listings WHERE slug = 'cut'")).toEqual([{ price: Math.round(Number(price) * 100) }])
  await at('service-saved')
}

async function opensLonger({ page, at, say }: Journey): Promise<void> {
  await page.goto(`${desk}/hours`)
  await at('hours')
  const store = stage.house.rows<{ id: string }>("SELECT s.id FROM stores s JOIN businesses b ON b.id = s.business_id WHERE b.slug = 'harbour-salon'")[0]?.id
  await page.goto(`${desk}/hours/${store}`)
  await at('hours-owner')
  const dated = await page.locator('a[href*="exception"]').first().getAttribute('href')
  await page.goto(dated ?? '')
  await at('hours-exception')
  await page.getByLabel(say('Day'), { exact: true }).fill('2026-11-30')
  await page.getByLabel(say('From'), { exact: true }).fill('10:00')
  await page.getByLabel(say('To'), { exact: true }).fill('14:00')
  await go(page, () => page.getByRole('button', { name: say('Save these hours') }).click())
  expect(stage.house.rows("SELECT 1 FROM hour_exceptions WHERE owner_id = ? AND date = '2026-11-30'", store)).not.toEqual([])
}

async function changesSettings({ page, at, say }: Journey, kicker: string): Promise<void> {
  await page.goto(`${desk}/settings`)
  await at('settings')
  await page.goto(`${desk}/settings/business`)
  await page.locator('#business [name=kicker]').fill(kicker)
  await at('settings-business')
  await go(page, () => page.getByRole('button', { name: say('Save details') }).click())
  await page.goto('/b/harbour-salon')
  expect(await page.content()).toContain(kicker)
  for (const place of ['staff', 'settings/stores', 'settings/members', 'settings/domains', 'places', 'menu']) {
    await page.goto(`${desk}/${place}`)
    await at(place.replaceAll('/', '-'))
  }
}

async function readsAudit({ page, at }: Journey): Promise<void> {
  await page.goto(`${desk}/audit`)
  expect(await page.locator('main').textContent()).toMatch(/Inês Carvalho/)
  await at('audit')
}

async function openPending(page: Page): Promise<string> {
  const [pending] = stage.house.rows<{ reference: string }>("SELECT k.reference FROM bookings k JOIN businesses b ON b.id = k.business_id WHERE b.slug = 'harbour-salon' AND k.status = 'pending' ORDER BY k.starts_at")
  await page.goto(`${desk}/bookings?status=pending`)
  await go(page, () => page.locator(`a[href$="${pending?.reference}"]`).first().click())
  return pending?.reference ?? ''
}

function contactOf(reference: string): string {
  return stage.house.rows<{ email: string }>('SELECT contact_email AS email FROM bookings WHERE reference = ?', reference)[0]?.email ?? ''
}
