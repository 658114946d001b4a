import { getElementsByTagName, textContent } from 'domutils'
import { afterAll, beforeAll, expect, test } from 'vitest'
import Database from 'better-sqlite3'
import { openBusiness, openService, type OpenBusiness } from '../load/open-business'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { visitor, type Page } from '../visitor'
import { filledFile } from './house'

// The clocks of Lisbon go back on Sunday 25 October 2026 at 02:00 and forward on Sunday 28 March 2027 at 01:00.
const before = '2026-10-20T09:00:00Z'

let database: string
let shops: { readonly office: OpenBusiness; readonly bar: OpenBusiness }
let server: RunningServer

beforeAll(async () => {
  prepareTown()
  ;({ database, world: shops } = filledFile(() => {
    const now = Date.parse(before)
    const hourly = { durationMinutes: 60, bufferAfterMinutes: 0, stepMinutes: 60 }
    const office = openBusiness({ name: 'Clock Office', timeZone: 'Europe/Lisbon', people: ['Ana'], now })
    openService(office, 'Advice', hourly)
    // Saturday night, 23:00 to 03:00 on Sunday.
    const bar = openBusiness({ name: 'Clock Bar', timeZone: 'Europe/Lisbon', people: ['Rui'], hours: [{ weekday: 6, from: 23 * 60, to: 27 * 60 }], now })
    openService(bar, 'Table', hourly)
    return { office, bar }
  }))
  server = await startServer({ database, env: { GUILDHALL_NOW: before } })
})

afterAll(() => server?.stop())

test('the Monday after the October change shows eight hours, each link at its right instant', async () => {
  const monday = day(await times(shops.office, 'advice', '2026-10-26'), '2026-10-26')
  expect(monday.map(({ time }) => time)).toEqual(['09:00', '10:00', '11:00', '12:00', '13:00', '14:00', '15:00', '16:00'])
  // Winter time is UTC there; until the day before it was an hour ahead.
  expect(monday.map(({ start }) => start)).toEqual(Array.from({ length: 8 }, (_, nth) => `2026-10-26T${String(nth + 9).padStart(2, '0')}:00Z`))
  const friday = day(await times(shops.office, 'advice', '2026-10-23'), '2026-10-23')
  expect(friday[0]).toMatchObject({ time: '09:00', start: '2026-10-23T08:00Z' })
})

test('the night the clocks go back has five hours, two of them called 01:00 and told apart', async () => {
  const page = await times(shops.bar, 'table', '2026-10-24')
  const night = [...day(page, '2026-10-24'), ...day(page, '2026-10-25')]
  expect(night.map(({ start }) => start)).toEqual(['2026-10-24T22:00Z', '2026-10-24T23:00Z', '2026-10-25T00:00Z', '2026-10-25T01:00Z', '2026-10-25T02:00Z'])
  const [eleven, midnight, first, second, two] = night.map(({ time }) => time)
  expect([eleven, midnight, two]).toEqual(['23:00', '00:00', '02:00'])
  expect([first, second].every((label) => label?.startsWith('01:00 '))).toBe(true)
  expect(first).not.toBe(second)
})

test('both hours called 01:00 can be booked, and are two', async () => {
  for (const [nth, start] of ['2026-10-25T00:00Z', '2026-10-25T01:00Z'].entries()) {
    const path = `/b/${shops.bar.slug}/appointments/table/book?start=${start}`
    const form = { name: 'Nina Night', email: `nina-${nth}@clock.test`, key: `clock-night-${nth}`, website: '', website_at: '1' }
    const check = await visitor(server.url).post(path, form)
    expect(check.status).toBe(200)
    expect(textContent(check.document)).toMatch(nth === 0 ? /, 01:00 GMT\+1–01:00 GMT\+0/ : /, 01:00 GMT\+0–02:00 GMT\+0/)
    const booked = await visitor(server.url).post(path, { ...form, checked: 'yes' })
    expect(booked.status).toBe(303)
  }
  const file = new Database(database, { readonly: true })
  const starts = file.prepare("SELECT starts_at FROM bookings WHERE key LIKE 'clock-night-%' ORDER BY starts_at").pluck().all()
  file.close()
  expect(starts).toEqual([Date.parse('2026-10-25T00:00Z'), Date.parse('2026-10-25T01:00Z')])
})

test('the night they go forward has three', async () => {
  const page = await times(shops.bar, 'table', '2027-03-27')
  const night = [...day(page, '2027-03-27'), ...day(page, '2027-03-28')]
  expect(night.map(({ time, start }) => [time, start])).toEqual([
    ['23:00', '2027-03-27T23:00Z'],
    ['00:00', '2027-03-28T00:00Z'],
    ['02:00', '2027-03-28T01:00Z'],
  ])
})

test('a visitor who chose New York sees its time beside the store’s, and nobody else does', async () => {
  const monday = day(await times(shops.office, 'advice', '2026-10-26', 'guildhall_zone=America%2FNew_York'), '2026-10-26')
  // New York leaves summer time a week later: four hours behind UTC until then.
  expect(monday.map(({ also }) => also)).toEqual(['05:00', '06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00'].map((time) => `${time} New York`))
  const plain = day(await times(shops.office, 'advice', '2026-10-26'), '2026-10-26')
  expect(plain.map(({ also }) => also)).toEqual(Array<string>(8).fill(''))
  const later = day(await times(shops.office, 'advice', '2026-11-02', 'guildhall_zone=America%2FNew_York'), '2026-11-02')
  expect(later[0]?.also).toBe('04:00 New York')
})

async function times({ slug }: OpenBusiness, service: string, from: string, cookies = ''): Promise<Page> {
  const page = await visitor(server.url, cookies).get(`/b/${slug}/appointments/${service}/times?from=${from}`)
  expect(page.status).toBe(200)
  return page
}

interface ShownTime {
  readonly time: string
  readonly also: string
  readonly start: string | null
}

/** The times that a week's page links under one date. */
function day(page: Page, date: string): ShownTime[] {
  const days = getElementsByTagName('li', page.document).filter((item) => getElementsByTagName('h3', item).some((heading) => getElementsByTagName('time', heading)[0]?.attribs.datetime === date))
  expect(days, `${page.path} shows ${date} once`).toHaveLength(1)
  return getElementsByTagName('a', days).map((link) => ({
    time: textContent(getElementsByTagName('time', link)).trim(),
    also: textContent(getElementsByTagName('small', link)).trim(),
    start: new URL(link.attribs.href ?? '', server.url).searchParams.get('start'),
  }))
}
