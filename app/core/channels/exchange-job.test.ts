import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { formatInstant, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { forgetEnv } from '~/platform/env.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import { lodging } from '../../../tests/world/channels'
import { book, type FrontDesk } from '../../../tests/world/front-desk'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { clashesOf } from './clashes.server'
import { feedById } from './feeds.server'
import { fetchDueFeeds } from './fetch-feeds.server'
import { addFeed } from './save-feed.server'
import { channelSubscribers } from './subscribers.server'

withDatabase()

// The whole way, with another channel's server on this machine: asked by the job over HTTP, which the setting for tests allows.

let desk: FrontDesk
let channel: Server
let address: string
/** What the channel says: nights by their UID. */
let sold: Record<string, readonly [from: string, to: string]>
/** The versions that it was asked with. */
let asked: (string | undefined)[]

beforeEach(async () => {
  vi.stubEnv('FETCH_LOOPBACK', 'on')
  forgetEnv()
  desk = lodging()
  installSubscribers(channelSubscribers)
  asked = []
  channel = createServer((request, answer) => {
    asked.push(request.headers['if-none-match'])
    const etag = `"${JSON.stringify(sold).length}"`
    if (request.headers['if-none-match'] === etag) answer.writeHead(304).end()
    else answer.writeHead(200, { 'Content-Type': 'text/calendar', ETag: etag }).end(calendarOf(sold))
  })
  await new Promise<void>((listening) => channel.listen(0, '127.0.0.1', listening))
  address = `http://127.0.0.1:${(channel.address() as AddressInfo).port}/calendar.ics`
})
afterEach(async () => {
  vi.unstubAllEnvs()
  forgetEnv()
  await new Promise((closed) => channel.close(closed))
})

const calendarOf = (nights: typeof sold) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Channel//EN',
    ...Object.entries(nights).flatMap(([uid, [from, to]]) => ['BEGIN:VEVENT', `UID:${uid}`, 'DTSTAMP:20261101T000000Z', `DTSTART;VALUE=DATE:${from}`, `DTEND;VALUE=DATE:${to}`, 'END:VEVENT']),
    'END:VCALENDAR', ''].join('\r\n')
const blocked = () =>
  rows<{ from: number; to: number }>("SELECT starts_at AS 'from', ends_at AS 'to' FROM allocations WHERE kind = 'import' AND released_at IS NULL ORDER BY starts_at").map(({ from, to }) => `${formatInstant(from).slice(0, 10)} ${formatInstant(to).slice(0, 10)}`)
async function job(now: number): Promise<number> {
  const count = await fetchDueFeeds({ now, atMost: 10 })
  while (fanOut(now) + deliverDue(now).delivered > 0);
  return count
}
const added = () => {
  const feed = addFeed(desk.ctx, desk.colour.id, { name: 'Airbnb', address })
  if (!feed.ok) throw new Error(feed.refusal.kind)
  return feed.value
}
const told = () => rows<{ template: string }>("SELECT template FROM mails WHERE template LIKE 'channel-%'").map(({ template }) => template)

test('the job reads a channel over HTTP: its nights block, one that meets a booking alerts the owner once, and what vanishes is free', async () => {
  book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  sold = { clash: ['20261109', '20261112'], quiet: ['20261120', '20261122'] }
  const feedId = added()
  expect(await job(theMorning + minute)).toBe(1)
  expect(blocked()).toEqual(['2026-11-09 2026-11-12', '2026-11-20 2026-11-22'])
  expect(read((db) => feedById(db, desk.ctx.businessId, feedId))).toMatchObject({ outcome: 'read', entries: 2, unreadable: 0 })
  expect(read((db) => clashesOf(db, desk.ctx.businessId, feedId, theMorning))).toHaveLength(1)
  expect(told()).toContain('channel-clash')
  const mails = told().length

  // Asked again, it has not changed: it says so in a word, and nobody is told twice.
  expect(await job(theMorning + 17 * minute)).toBe(1)
  expect([asked.at(-1), told().length]).toEqual([`"${JSON.stringify(sold).length}"`, mails])

  sold = { quiet: ['20261120', '20261122'] }
  expect(await job(theMorning + 33 * minute)).toBe(1)
  expect(blocked()).toEqual(['2026-11-20 2026-11-22'])
  expect(read((db) => clashesOf(db, desk.ctx.businessId, feedId, theMorning))).toEqual([])
})

test('without the setting this machine is no address on the web: nothing is asked, and the page says why', async () => {
  vi.stubEnv('FETCH_LOOPBACK', 'off')
  forgetEnv()
  sold = { quiet: ['20261120', '20261122'] }
  const feedId = added()
  expect(await job(theMorning + minute)).toBe(1)
  expect(asked).toEqual([])
  expect(read((db) => feedById(db, desk.ctx.businessId, feedId))?.outcome).toBe('private-address')
  expect(blocked()).toEqual([])
})
