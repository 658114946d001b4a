import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minute } from '~/kernel/time'
import { ask } from '../load/client'
import { openBusiness, openService, type OpenBusiness } from '../load/open-business'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { bookingPost } from './booking-post'
import { fits, freeStarts, isPossible, type Day, type Visit } from './chair-model'
import { ClientLog } from './client-log'
import { filledFile, overlapsIn, raceMorning, rowsIn } from './house'
import { seeded } from './seeded'

// Two server processes on one file, and everybody at once. What the clients saw is logged by the clients.

/** The openings of the days on which everybody wants to come: 09:00 in Lisbon, which is UTC in winter. A week apart, so that no race is in another's way. */
const openings = {
  cut: Date.parse('2026-11-09T09:00:00Z'),
  wash: Date.parse('2026-11-16T09:00:00Z'),
  colour: Date.parse('2026-11-23T09:00:00Z'),
  beard: Date.parse('2026-11-30T09:00:00Z'),
}
const oneChair: Day = { people: ['ana', 'rui'], chairs: 1, holds: 55, latest: 8 * 60 - 45, step: 15 }
const noChair: Day = { ...oneChair, chairs: null }

interface Post {
  readonly key: string
  readonly service: keyof typeof openings
  readonly at: number
  readonly person: string | null
  readonly email: string
}

interface Seen extends Post {
  readonly postedAt: number
  readonly answeredAt: number
  readonly status: number
  readonly location: string | null
  readonly html: string
}

interface Row {
  readonly reference: string
  readonly key: string
  readonly status: string
  readonly email: string
  readonly startsAt: number
  readonly person: string
}

let folder: string | undefined
let database: string
let shop: OpenBusiness
let servers: readonly RunningServer[]
let log: ClientLog<Seen>

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-race-'))
  log = new ClientLog(join(folder, 'clients.jsonl'))
  ;({ database, world: shop } = filledFile(() => {
    const made = openBusiness({ name: 'Race Salon', timeZone: 'Europe/Lisbon', people: ['Ana', 'Rui'], places: ['Chair'], now: raceMorning })
    openService(made, 'Cut')
    openService(made, 'Wash', { placeIds: [] })
    openService(made, 'Colour', { approval: true, placeIds: [] })
    openService(made, 'Beard', { placeIds: [] })
    return made
  }))
  const wanted = { database, env: { GUILDHALL_NOW: new Date(raceMorning).toISOString() } }
  servers = await Promise.all([startServer(wanted), startServer(wanted)])
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()))
  log?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

describe.each([
  ['one chair for two people', 'cut', oneChair, 1],
  ['two people who need no chair', 'wash', noChair, 2],
] as const)('40 parallel posts for %s', (_, service, day, seed) => {
  const random = seeded(seed)
  const posts = Array.from({ length: 40 }, (_post, nth): Post => ({
    key: `race-${service}-${nth}`,
    service,
    at: day.step * Math.floor(random() * (day.latest / day.step + 1)),
    person: [null, ...day.people][Math.floor(random() * 3)] ?? null,
    email: `${service}-${nth}@race.test`,
  }))
  let seen: readonly Seen[]
  let winners: readonly (Visit & Row)[]
  const lost = () => seen.filter(({ status }) => status !== 303)

  beforeAll(async () => {
    await together(posts)
    seen = log.read().filter((one) => one.key.startsWith(`race-${service}-`))
    winners = rowsLike(`race-${service}-%`).map((row) => ({ ...row, at: (row.startsAt - openings[service]) / minute }))
  })

  test('every 303 has its row and every row its 303', () => {
    const promised = seen.filter(({ status }) => status === 303).map(({ key, location }) => [key, referenceIn(location)])
    expect(promised.length).toBeGreaterThan(3)
    expect(sorted(promised)).toEqual(sorted(winners.map(({ key, reference }) => [key, reference])))
    for (const { key, email, at } of winners) {
      expect(posts.find((post) => post.key === key)).toMatchObject({ email, at })
    }
  })

  test('nobody and no chair is claimed twice', () => {
    expect(overlapsIn(database)).toEqual([])
    expect(isPossible(day, winners)).toBe(true)
    expect(claimsOf(openings[service], winners)).toEqual(sorted(winners.flatMap(({ at, person }) => (day.chairs === null ? [person] : [person, 'Chair']).map((who) => [who.toLowerCase(), at, at + day.holds]))))
  })

  test('the winners are maximal: no loser’s wish would still fit beside them', () => {
    expect(lost().filter((loser) => fits(day, winners, loser))).toEqual([])
  })

  test('each loser hears 409 with the three nearest starts, which were free while it waited', () => {
    expect(lost().length).toBeGreaterThan(10)
    for (const loser of lost()) {
      expect(loser.status).toBe(409)
      const offered = alternativesIn(loser)
      expect(offered, loser.key).toHaveLength(3)
      expect(moments(loser, winners, seen).some((there) => explains(day, there, loser, offered)), `${loser.key} was offered ${offered.join(', ')}`).toBe(true)
    }
  })
})

test('two pending requests for one slot cannot both exist', async () => {
  const posts = Array.from({ length: 8 }, (_, nth): Post => ({ key: `race-colour-${nth}`, service: 'colour', at: 60, person: 'ana', email: `colour-${nth}@race.test` }))
  const seen = await together(posts)
  expect(seen.map(({ status }) => status).sort()).toEqual([303, ...Array<number>(7).fill(409)])
  expect(rowsLike('race-colour-%')).toMatchObject([{ status: 'pending', startsAt: openings.colour + 60 * minute }])
})

test('the same key posted twice at once gives the same booking once', async () => {
  const wishes = Array.from({ length: 6 }, (_, nth): Post => ({ key: `race-beard-${nth}`, service: 'beard', at: 60 * nth, person: 'rui', email: `beard-${nth}@race.test` }))
  const seen = await together(wishes.flatMap((post) => [post, post]))
  expect(seen.map(({ status }) => status)).toEqual(Array<number>(12).fill(303))
  const promised = new Map(seen.map(({ key, location }) => [`${key} ${location}`, [key, referenceIn(location)]]))
  expect(sorted([...promised.values()])).toEqual(rowsLike('race-beard-%').map(({ key, reference }) => [key, reference]).sort())
})

test('a key that is used again for something else is refused, and shows nobody’s booking', async () => {
  const post = (email: string, at: number): Post => ({ key: 'race-again', service: 'beard', at, person: 'ana', email })
  const [mine] = await together([post('first@race.test', 0)])
  expect(mine?.status).toBe(303)
  const [refused] = await together([post('other@race.test', 120)])
  expect(refused).toMatchObject({ status: 409, location: null })
  expect(refused?.html).toContain('other@race.test')
  expect(refused?.html).not.toContain('first@race.test')
  expect(refused?.html).not.toContain(referenceIn(mine?.location ?? null))
  expect(rowsLike('race-again%')).toMatchObject([{ email: 'first@race.test', startsAt: openings.beard }])
})

/** Sends all of them at once, by turns to the two servers, and logs each answer as it comes. */
async function together(posts: readonly Post[]): Promise<Seen[]> {
  return Promise.all(posts.map(async (post, nth) => {
    const { url } = servers[nth % servers.length]!
    const postedAt = performance.now()
    const { status, location, body } = await ask(url, bookingPost(shop.slug, { ...post, start: openings[post.service] + post.at * minute }))
    const seen = { ...post, postedAt, answeredAt: performance.now(), status, location, html: status === 303 ? '' : body.toString() }
    log.write(seen)
    return seen
  }))
}

/** What may have been booked when a loser was refused: the winners in the order of their commits, up to any that its answer could know. */
function moments({ postedAt, answeredAt }: Seen, winners: readonly (Visit & Row)[], seen: readonly Seen[]): (readonly Visit[])[] {
  const times = winners.map(({ key }) => seen.find((one) => one.key === key))
  return Array.from({ length: winners.length + 1 }, (_, known) => known)
    .filter((known) => times.slice(0, known).every((winner) => winner && winner.postedAt < answeredAt))
    .filter((known) => times.slice(known).every((winner) => winner && winner.answeredAt > postedAt))
    .map((known) => winners.slice(0, known))
}

/** Whether a moment explains an answer: the wish did not fit then, and these were the nearest three that did. */
function explains(day: Day, there: readonly Visit[], { at, person }: Seen, offered: readonly number[]): boolean {
  const free = freeStarts(day, there, person)
  const distance = (start: number) => Math.abs(start - at)
  const nearest = free.map(distance).sort((a, b) => a - b).slice(0, 3)
  return !free.includes(at) && offered.every((start) => free.includes(start)) && sorted(offered.map(distance)).join() === sorted(nearest).join()
}

function alternativesIn({ html, service }: Seen): number[] {
  const [, list = ''] = /id="alternatives">(.*?)<\/ul>/s.exec(html) ?? []
  return [...list.matchAll(/[?&;]start=([^"&]+)/g)].map(([, start = '']) => (Date.parse(decodeURIComponent(start)) - openings[service]) / minute)
}

function referenceIn(location: string | null): string {
  return /^\/bookings\/([A-Z]{2}-\w{6})\?token=/.exec(location ?? '')?.[1] ?? `no booking in ${location}`
}

/** Bookings by their keys, in the order of their commits: one file has one writer at a time. */
function rowsLike(keys: string): Row[] {
  return query(
    `SELECT bookings.reference, bookings.key, bookings.status, bookings.contact_email AS email, bookings.starts_at AS startsAt, staff.slug AS person
     FROM bookings JOIN booking_items ON booking_items.booking_id = bookings.id JOIN staff ON staff.id = booking_items.staff_id
     WHERE bookings.key LIKE ? ORDER BY bookings.rowid`,
    keys,
  )
}

function claimsOf(opening: number, winners: readonly Row[]): unknown[] {
  const rows = query<{ name: string; from: number; to: number }>(
    `SELECT lower(resources.name) AS name, (allocations.starts_at - ?) / 60000 AS "from", (allocations.ends_at - ?) / 60000 AS "to"
     FROM bookings JOIN booking_items ON booking_items.booking_id = bookings.id JOIN allocations ON allocations.subject = booking_items.id
       JOIN resources ON resources.id = allocations.resource_id
     WHERE allocations.released_at IS NULL AND bookings.reference IN (${winners.map(() => '?').join()})`,
    opening, opening, ...winners.map(({ reference }) => reference),
  )
  return sorted(rows.map(({ name, from, to }) => [name, from, to]))
}

function query<Found>(sql: string, ...params: unknown[]): Found[] {
  return rowsIn(database, sql, ...params)
}

function sorted<One>(list: readonly One[]): One[] {
  return list.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
}
