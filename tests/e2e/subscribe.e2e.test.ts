import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { townPassword } from '../serving'
import { readCalendar } from '../world/calendar-reader'
import { go } from './browser'
import { headingOn, logIn, type Journey } from './customer-steps'
import { openStage, type Stage } from './stage'

let stage: Stage
beforeAll(async () => {
  stage = await openStage()
})
afterAll(() => stage?.close())

const desk = '/dashboard/harbour-salon'

describe.each([
  { scripts: false, how: 'without JavaScript' },
  { scripts: true, how: 'with JavaScript' },
])('$how', ({ scripts }) => {
  test('an owner subscribes to the calendar, takes a new address and revokes it', async () => {
    await stage.walk({ scripts, language: 'en-GB', email: 'owner@harbour-salon.test', pictures: 'subscribe' }, async (journey) => {
      await journey.page.goto('/log-in')
      await logIn(journey, journey.email, townPassword)
      await subscribes(journey)
      await revokes(journey)
    })
  })

  test('an owner takes the list away as a file, with the filters of the page', async () => {
    await stage.walk({ scripts, language: 'en-GB', email: 'owner@harbour-salon.test', pictures: 'list-file' }, async (journey) => {
      await journey.page.goto('/log-in')
      await logIn(journey, journey.email, townPassword)
      await downloads(journey)
    })
  })
})

async function subscribes({ page, at }: Journey): Promise<void> {
  await page.goto(`${desk}/calendar?view=week`)
  await at('calendar')
  await go(page, () => page.getByRole('link', { name: 'Subscribe' }).click())
  expect(await headingOn(page)).toBe('Subscribe to the calendar')
  const whole = page.getByRole('region', { name: /^All bookings of / })
  await go(page, () => whole.getByRole('button', { name: 'Make an address' }).click())
  await at('made')
  const first = await page.getByLabel('Secret address').inputValue()
  const calendar = await fetch(first)
  expect(calendar.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(calendar.headers.get('cache-control')).toBe('private, no-store')
  expect(readCalendar(await calendar.text()).events.length).toBeGreaterThan(20)
  await go(page, () => whole.getByRole('button', { name: 'Make a new one' }).click())
  const second = await page.getByLabel('Secret address').inputValue()
  expect([(await fetch(first)).status, (await fetch(second)).status]).toEqual([404, 200])
}

async function revokes({ page, at }: Journey): Promise<void> {
  const address = await page.getByLabel('Secret address').inputValue()
  await page.goto(`${desk}/calendar/feeds`)
  expect(await page.getByLabel('Secret address').count()).toBe(0)
  await at('kept')
  await go(page, () => page.getByRole('button', { name: 'Revoke' }).click())
  expect(await page.getByRole('status').textContent()).toContain('The address is revoked.')
  expect((await fetch(address)).status).toBe(404)
}

async function downloads({ page, at }: Journey): Promise<void> {
  await page.goto(`${desk}/bookings?status=confirmed`)
  await at('list')
  const shown = await page.getByText(/^\d+ bookings$/).textContent()
  const link = page.getByRole('link', { name: 'Download as CSV' })
  const [file] = await Promise.all([page.waitForEvent('download'), link.click()])
  expect(file.suggestedFilename()).toMatch(/^harbour-salon-\d{4}-\d\d-\d\d\.csv$/)
  const answer = await page.request.get((await link.getAttribute('href')) ?? '')
  const lines = (await answer.text()).trimEnd().split('\r\n')
  expect(lines).toHaveLength(Number.parseInt(shown ?? '', 10) + 1)
  expect(lines.slice(1).every((line) => line.includes(',Confirmed,'))).toBe(true)
}
