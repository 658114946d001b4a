import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveActivity } from '~/domains/activities/index.server'
import { saveEvent } from '~/domains/events/index.server'
import { minute } from '~/kernel/time'
import { ask, type Ask } from '../load/client'
import { openBusiness, openService, sure, type OpenBusiness } from '../load/open-business'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { bookingPost } from './booking-post'
import { ClientLog } from './client-log'
import { filledFile, overlapsIn, raceMorning, rowsIn } from './house'
import { seeded } from './seeded'

// One room, and three trades that want it at once: customers book treatments, the owner sets dates of a class and of an event; from two processes.

const opening = Date.parse('2026-11-09T09:00:00Z')
const trades = {
  treatment: { holds: 55, refused: 'alternatives' },
  class: { holds: 75, refused: 'free' },
  event: { holds: 120, refused: 'free' },
} as const
type Trade = keyof typeof trades

interface Wish {
  readonly key: string
  readonly trade: Trade
  /** Minutes after nine. */
  readonly at: number
}

interface Seen extends Wish {
  readonly postedAt: number
  readonly answeredAt: number
  readonly status: number
  readonly html: string
}

const activityTerms = {
  durationMinutes: 60, meetingPoint: null, latitude: null, longitude: null, languages: null, minGroup: 1, maxGroup: 10, bulkFrom: null, bulkPercent: null, privateMinor: null,
  cutOffMinutes: 0, bring: null, included: null, kinds: [{ id: 'adult', label: 'Adult', priceMinor: 1200, places: 1, hint: null }],
} as const

/** What stands in the room, in minutes after nine, in the order in which it was claimed. */
interface Stands {
  readonly trade: Trade
  readonly from: number
  readonly to: number
}

interface Shop extends OpenBusiness {
  readonly service: string
  readonly classId: string
  readonly eventId: string
}

let folder: string | undefined
let database: string
let shop: Shop
let servers: readonly RunningServer[]
let seen: readonly Seen[]
let standing: readonly Stands[]

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-room-'))
  ;({ database, world: shop } = filledFile(openShop))
  const wanted = { database, env: { GUILDHALL_NOW: new Date(raceMorning).toISOString() } }
  servers = await Promise.all([startServer(wanted), startServer(wanted)])
  const random = seeded(11)
  const wishes = Array.from({ length: 60 }, (_, nth): Wish => {
    const trade = (['treatment', 'class', 'event'] as const)[nth % 3] ?? 'event'
    return { key: `shared-room-${nth}`, trade, at: 15 * Math.floor(random() * 25) }
  })
  const log = new ClientLog<Seen>(join(folder, 'clients.jsonl'))
  await Promise.all(wishes.map(async (wish, nth) => {
    const { url } = servers[nth % 2]!
    const postedAt = performance.now()
    const { status, body } = await ask(url, postOf(url, wish))
    log.write({ ...wish, postedAt, answeredAt: performance.now(), status, html: status === 303 ? '' : body.toString() })
  }))
  seen = log.read()
  log.close()
  standing = inTheRoom()
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()))
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('every trade’s 303 stands in the room, and nothing else does', () => {
  const promised = won().map(({ trade, at }) => `${trade} ${at}`)
  expect(promised.length).toBeGreaterThan(2)
  expect(standing.map(({ trade, from }) => `${trade} ${from}`).sort()).toEqual(promised.sort())
  for (const { trade, from, to } of standing) expect(to - from, trade).toBe(trades[trade].holds)
})

test('nothing in it overlaps', () => {
  expect(overlapsIn(database)).toEqual([])
  const byStart = standing.toSorted((a, b) => a.from - b.from)
  for (const [nth, { from }] of byStart.entries()) expect(from).toBeGreaterThanOrEqual(byStart[nth - 1]?.to ?? -Infinity)
})

test('the winners are maximal: no loser’s wish would still fit beside them', () => {
  expect(lost().filter(({ at, trade }) => fits(standing, at, trades[trade].holds))).toEqual([])
})

test('each loser hears 409 with times that were free while it waited', () => {
  expect(lost().length).toBeGreaterThan(30)
  expect(new Set(lost().map(({ trade }) => trade)).size).toBe(3)
  for (const loser of lost()) {
    expect(loser.status, loser.key).toBe(409)
    const offered = offeredTo(loser)
    expect(offered.length, `${loser.trade} ${loser.key} is told of other times`).toBeGreaterThan(0)
    const { holds } = trades[loser.trade]
    const explained = momentsOf(loser).some((there) => !fits(there, loser.at, holds) && offered.every((start) => fits(there, start, holds)))
    expect(explained, `${loser.key}, a ${loser.trade} at ${loser.at}, was offered ${offered.join(', ')}`).toBe(true)
  }
})

function openShop(): Shop {
  const made = openBusiness({ name: 'Blue House', timeZone: 'Europe/Lisbon', people: ['Ana', 'Rui'], places: ['The blue room'], domains: ['appointments', 'activities', 'events'], now: raceMorning })
  const service = openService(made, 'Treatment', { staffIds: made.staffIds.slice(0, 1) })
  const common = { description: null, section: null, storeIds: [made.storeId], questions: [], extra: null, approval: false, policyId: null, payment: null }
  const activity = sure(saveActivity(made.owner, null, { ...common, title: 'Class', ...activityTerms }))
  const event = sure(saveEvent(made.owner, null, {
    ...common, title: 'Concert', form: 'physical', venueName: 'Blue House', venueAddress: 'Porto', latitude: null, longitude: null, virtualLink: null, notes: null, ageLimit: null, mostPerOrder: 10,
  }))
  return { ...made, service: service.slug, classId: activity.listing.id, eventId: event.listing.id }
}

function postOf(url: string, { key, trade, at }: Wish): Ask {
  const start = opening + at * minute
  if (trade === 'treatment') return bookingPost(shop.slug, { key, email: `${key}@race.test`, service: shop.service, start, person: null })
  const time = new Date(start).toISOString().slice(11, 16)
  const when = { date: '2026-11-09', time, storeId: shop.storeId, placeIds: shop.placeIds[0] ?? '' }
  const headers = { Cookie: shop.ownerCookie, Origin: url }
  return trade === 'class'
    ? { method: 'POST', path: `/dashboard/${shop.slug}/activities/${shop.classId}/dates/new`, headers, form: { ...when, durationMinutes: '60', prepareMinutes: '0', clearMinutes: '15', repeats: 'no' } }
    : { method: 'POST', path: `/dashboard/${shop.slug}/events/${shop.eventId}/dates/new`, headers, form: { ...when, durationMinutes: '120' } }
}

function inTheRoom(): Stands[] {
  return rowsIn<{ kind: string; listingId: string | null; from: number; to: number }>(
    database,
    `SELECT a.kind, s.listing_id AS listingId, (a.starts_at - ?) / 60000 AS "from", (a.ends_at - ?) / 60000 AS "to"
     FROM allocations a LEFT JOIN listing_sessions s ON s.id = a.subject WHERE a.resource_id = ? AND a.released_at IS NULL ORDER BY a.rowid`,
    opening, opening, shop.placeIds[0],
  ).map(({ kind, listingId, from, to }) => ({ from, to, trade: kind === 'booking' ? 'treatment' : listingId === shop.classId ? 'class' : 'event' }))
}

function won(): readonly Seen[] {
  return seen.filter(({ status }) => status === 303)
}

function lost(): readonly Seen[] {
  return seen.filter(({ status }) => status !== 303)
}

function fits(there: readonly Stands[], at: number, holds: number): boolean {
  return there.every(({ from, to }) => to <= at || at + holds <= from)
}

/** What may have stood there when a loser was refused: what was claimed first, up to anything that its answer could know. */
function momentsOf({ postedAt, answeredAt }: Seen): (readonly Stands[])[] {
  const times = standing.map(({ trade, from }) => won().find((one) => one.trade === trade && one.at === from))
  return Array.from({ length: standing.length + 1 }, (_, known) => known)
    .filter((known) => times.slice(0, known).every((winner) => winner && winner.postedAt < answeredAt))
    .filter((known) => times.slice(known).every((winner) => winner && winner.answeredAt > postedAt))
    .map((known) => standing.slice(0, known))
}

/** The starts that a refusal offers, in minutes after nine of the day that was wished for. */
function offeredTo({ html, trade }: Seen): number[] {
  const after = (instant: number) => (instant - opening) / minute
  if (trades[trade].refused === 'alternatives') {
    const [, list = ''] = /id="alternatives">(.*?)<\/ul>/s.exec(html) ?? []
    return [...list.matchAll(/[?&;]start=([^"&]+)/g)].map(([, start = '']) => after(Date.parse(decodeURIComponent(start))))
  }
  const [, sentence = ''] = /free at: ([^<]*)/.exec(html) ?? []
  // Lisbon keeps UTC in November.
  return [...sentence.matchAll(/(\d{1,2} Nov 2026), (\d{2}:\d{2})/g)].map(([, date, time]) => after(Date.parse(`${date} ${time} UTC`)))
}
