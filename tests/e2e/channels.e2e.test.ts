import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, localDateOf } from '~/kernel/time'
import { townMorning, townPassword } from '../serving'
import { go, look, openWindow } from './browser'
import { headingOn, logIn, textOn } from './customer-steps'
import { openStage, type Stage } from './stage'
import { speaker } from './words'

let stage: Stage
let channel: Server
let origin: string
/** What the other channel sold, as its calendar has it: nights by their UID. */
let sold: Readonly<Record<string, readonly [from: string, to: string]>> = {}

beforeAll(async () => {
  stage = await openStage({ env: { FETCH_LOOPBACK: 'on' } })
  channel = createServer((_request, answer) => answer.writeHead(200, { 'Content-Type': 'text/calendar' }).end(calendarOf(sold)))
  await new Promise<void>((listening) => channel.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(channel.address() as AddressInfo).port}`
})
afterAll(async () => {
  await stage?.close()
  await new Promise((closed) => channel.close(closed))
})

const plain = (date: string) => date.replaceAll('-', '')
const calendarOf = (nights: typeof sold) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Channel//EN',
    ...Object.entries(nights).flatMap(([uid, [from, to]]) => ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', `DTSTART;VALUE=DATE:${plain(from)}`, `DTEND;VALUE=DATE:${plain(to)}`, 'END:VEVENT']),
    'END:VCALENDAR', ''].join('\r\n')

/** The nights of the next stay that somebody booked of a room. */
function nextStay(room: string): readonly [from: string, to: string] {
  const [stay] = stage.house.rows<{ startsAt: number; endsAt: number }>(
    `SELECT i.starts_at AS startsAt, i.ends_at AS endsAt FROM booking_items i JOIN listings l ON l.id = i.listing_id JOIN bookings b ON b.id = i.booking_id
     WHERE l.title = ? AND i.state = 'active' AND b.status IN ('confirmed', 'pending') AND i.starts_at > ? ORDER BY i.starts_at LIMIT 1`,
    room, townMorning,
  )
  if (!stay) throw new Error(`Nobody booked ${room}`)
  return [localDateOf(stay.startsAt, 'Europe/Lisbon'), localDateOf(stay.endsAt, 'Europe/Lisbon')]
}

/** Loads a page again until it says something: the calendar is read by a job, within a minute. */
async function says(page: Page, words: RegExp): Promise<void> {
  await expect.poll(async () => {
    await page.reload()
    return textOn(page)
  }, { timeout: 90_000, interval: 1000 }).toMatch(words)
}

const ways = [
  { scripts: false, how: 'without JavaScript', room: 'Old Harbour House', name: 'Harbourbnb' },
  { scripts: true, how: 'with JavaScript', room: 'The attic', name: 'Atticbnb' },
]

test.each(ways)('the owner reads the calendar of another channel, sees what it takes and what is booked twice, and gives out an address and takes it back, $how', async ({ scripts, room, name }) => {
  const window = await openWindow(stage.browser, stage.house.url, { scripts })
  const page = await window.newPage()
  const at = async (picture: string) => {
    if (scripts) await look(page, `channels-${picture}`)
  }
  const meets = nextStay(room)
  const far = addDays(meets[1], 200)
  sold = { meets, far: [far, addDays(far, 3)] }
  try {
    await page.goto('/dashboard/old-harbour-house/channels')
    await logIn({ page, say: speaker('en') }, 'owner@old-harbour-house.test', townPassword)
    await at('all')
    await go(page, () => page.locator('#main').getByRole('link', { name: room, exact: true }).click())
    await at('listing')

    await go(page, () => page.getByRole('link', { name: 'Add a calendar' }).click())
    await page.getByLabel('Name of the channel').fill(name)
    await page.getByLabel('Address of its calendar').fill('harbourbnb')
    await go(page, () => page.getByRole('button', { name: 'Save the calendar' }).click())
    expect(await page.title()).toMatch(/^Error: /)
    expect(await page.getByLabel('Name of the channel').inputValue()).toBe(name)
    await at('wrong-address')
    await page.getByLabel('Address of its calendar').fill(`${origin}/${name}.ics`)
    await go(page, () => page.getByRole('button', { name: 'Save the calendar' }).click())
    expect(await headingOn(page)).toBe(name)
    await go(page, () => page.getByRole('button', { name: 'Ask for it now' }).click())
    await says(page, /Up to date[\s\S]*1 booked twice/)
    expect(await textOn(page)).toContain('Both stand until you decide')
    await at('feed')

    // Once is enough: the job comes by each minute.
    if (!scripts) {
      sold = { far: [far, addDays(far, 3)] }
      await go(page, () => page.getByRole('button', { name: 'Ask for it now' }).click())
      await says(page, /Entries that take time\s*1\b/)
      expect(await textOn(page)).not.toContain('booked twice')
    }
    await page.goto(`/dashboard/old-harbour-house/calendar?view=month&date=${far}`)
    expect(await textOn(page)).toContain(name)
    await at('calendar')
    await go(page, () => page.getByRole('link', { name: new RegExp(name) }).first().click())

    await go(page, () => page.locator('#main').getByRole('link', { name: room, exact: true }).first().click())
    await go(page, () => page.getByRole('link', { name: 'Make an address' }).click())
    await page.getByLabel('Who is it for?').fill(name)
    await page.getByLabel(`Yes, ${name}`).check()
    await at('address-form')
    await go(page, () => page.getByRole('button', { name: 'Make the address' }).click())
    const address = new URL(await page.getByLabel('Secret address').inputValue())
    await at('address')
    const out = await (await fetch(`${stage.house.url}${address.pathname}${address.search}`)).text()
    expect(out).toContain(`DTSTART;VALUE=DATE:${plain(meets[0])}`)
    expect(out, 'what came from there is not sent back').not.toContain(`DTSTART;VALUE=DATE:${plain(far)}`)
    await go(page, () => page.getByRole('link', { name: 'I have copied it' }).click())
    await go(page, () => page.getByRole('link', { name: new RegExp(`Revoke….*${name}`) }).click())
    await at('revocation')
    await go(page, () => page.getByRole('button', { name: 'Revoke the address' }).click())
    expect((await fetch(`${stage.house.url}${address.pathname}${address.search}`)).status).toBe(404)

    await go(page, () => page.getByRole('link', { name, exact: true }).first().click())
    await go(page, () => page.getByRole('link', { name: 'Remove the calendar…' }).click())
    expect(await textOn(page)).toContain(scripts ? '2 entries are let go' : '1 entry is let go')
    await at('removal')
    await go(page, () => page.getByRole('button', { name: 'Remove the calendar' }).click())
    expect(await textOn(page)).not.toContain(name)
  } finally {
    await window.close()
  }
}, 300_000)
