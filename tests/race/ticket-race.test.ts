import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePaymentSettings } from '~/core/payments/index.server'
import { minute } from '~/kernel/time'
import type { Books } from '../fakes/stripe/control'
import { freePort } from '../free-port'
import { ask } from '../load/client'
import { openBusiness } from '../load/open-business'
import { openEvent, type OpenEvent } from '../load/open-event'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { faultsOf, filledFile, raceMorning, rowsIn } from './house'
import { waitingIn, wrongsIn } from './money'
import { runUntilDone } from './mortal-server'
import { pathIn, sessionIn, startNeighbours, type Neighbours } from './neighbours'
import { RaceClock } from './race-clock'
import { seeded } from './seeded'
import { roomAt, stepsOf, type PoolStep } from './pool-steps'

// A hall of a hundred places, twenty of them in front. Two hundred people want one to four tickets each, at two servers on one file and all at
// once. Many hold theirs and do not pay; when the holds have run out the others come again, until everything is sold.

const capacity = 100
const front = 20
const holdMinutes = 5
const random = seeded(20_261_130)

interface Buyer {
  readonly name: string
  readonly standing: number
  readonly vip: number
}

const buyers = Array.from({ length: 200 }, (_, nth): Buyer => {
  const vip = random() < 0.6 ? 1 + Math.floor(random() * 2) : 0
  return { name: `buyer-${nth}`, vip, standing: vip > 0 ? Math.floor(random() * 3) : 1 + Math.floor(random() * 4) }
})

interface Seen extends Buyer {
  readonly postedAt: number
  readonly answeredAt: number
  readonly status: number
  readonly session: string | null
}

let folder: string
let database: string
let hall: OpenEvent & { readonly business: string }
let clock: RaceClock
let neighbours: Neighbours
let ports: readonly number[]
let servers: readonly RunningServer[] = []
let books: Books
const seen: Seen[] = []
/** Whoever paid in time, and whoever paid when the hold had run out. */
const paid: Seen[] = []
const paidLate: Seen[] = []

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-ticket-race-'))
  ;({ database, world: hall } = filledFile(() => {
    const made = openBusiness({ name: 'Race Hall', timeZone: 'Europe/Lisbon', people: [], domains: ['events'], now: raceMorning })
    changePaymentSettings(made.owner, { terms: { kind: 'in-full' }, holdMinutes })
    const tickets = [{ title: 'Standing', priceMinor: 2000 }, { title: 'VIP', priceMinor: 5000, quota: front }]
    return { ...openEvent(made, { title: 'Concert', start: '2026-12-05T19:30', capacity, tickets }), business: made.slug }
  }))
  ports = [await freePort(), await freePort()]
  clock = new RaceClock(database, raceMorning)
  neighbours = await startNeighbours(folder, `http://127.0.0.1:${ports[0]}`, clock.now)
  await race()
  await runUntilDone({ ...wanted(ports[0]), jobs: true }, async () => waitingIn(database, await neighbours.books()))
  books = await neighbours.books()
}, 900_000)

afterAll(async () => {
  await close()
  await neighbours?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('at no instant more than a hundred places, or twenty in front, are held and sold', () => {
  for (const [pool, most] of [[hall.poolId, capacity], [frontPool(), front]] as const) {
    const steps = poolSteps(pool)
    const peak = Math.max(...steps.map(({ taken }) => taken))
    expect(peak).toBeLessThanOrEqual(most)
    // It was all but full: nobody wants more than two in front.
    expect(peak).toBeGreaterThan(most - 2)
  }
})

test('every order that got in has all of its tickets in all of their pools, and every refused one nothing', () => {
  const rows = rowsIn<{ name: string; items: number; claims: number }>(
    database,
    `SELECT b.contact_name AS name, count(DISTINCT i.id) AS items, count(a.id) AS claims
     FROM bookings b JOIN booking_items i ON i.booking_id = b.id JOIN allocations a ON a.subject = i.id GROUP BY b.id`,
  )
  expect(rows).toHaveLength(seen.filter(({ session }) => session !== null).length)
  const held = seen.filter(({ session }) => session !== null)
  for (const row of rows) {
    const fitting = held.filter(({ name }) => name === row.name)
    expect(fitting.some(({ standing, vip }) => row.items === standing + vip && row.claims === 2 * standing + 3 * vip), row.name).toBe(true)
  }
})

test('every refused buyer did not fit at some instant between post and answer', () => {
  const [places, seats] = [poolSteps(hall.poolId), poolSteps(frontPool())]
  const refused = seen.filter(({ session }) => session === null)
  expect(refused.length).toBeGreaterThan(100)
  expect(new Set(refused.map(({ status }) => status))).toEqual(new Set([409]))
  const fittedAllTheTime = refused.filter(({ standing, vip, postedAt, answeredAt }) =>
    roomAt(places, postedAt, answeredAt, capacity) >= standing + vip && (vip === 0 || roomAt(seats, postedAt, answeredAt, front) >= vip))
  expect(fittedAllTheTime).toEqual([])
})

test('those who come again after the holds have run out get in, until a hundred are sold and nobody more', () => {
  const [sold] = rowsIn<{ tickets: number }>(
    database,
    "SELECT count(*) AS tickets FROM booking_items i JOIN bookings b ON b.id = i.booking_id WHERE b.status = 'confirmed' AND i.state = 'active'",
  )
  expect(sold?.tickets).toBe(capacity)
  expect(paid.reduce((sum, { standing, vip }) => sum + standing + vip, 0)).toBe(capacity)
  expect(seen.at(-1)).toMatchObject({ status: 409, session: null })
})

test('whoever paid too late has all of it back, once, and the books say what Stripe says', () => {
  expect(paidLate.length).toBeGreaterThan(2)
  expect(wrongsIn(database, books)).toEqual([])
  expect(books.refunds.map(({ amount, status }) => ({ amount, status })).toSorted((a, b) => a.amount - b.amount)).toEqual(
    paidLate.map(({ standing, vip }) => ({ amount: 2000 * standing + 5000 * vip, status: 'succeeded' })).toSorted((a, b) => a.amount - b.amount),
  )
  expect(faultsOf(database)).toEqual([])
})

async function race(): Promise<void> {
  await open()
  const first = holders(await together(buyers))
  // Half of those who hold tickets pay at once; the others let the hold run out, and three of them pay all the same.
  await pay(first.filter((_, nth) => nth % 2 === 0))
  const slow = first.filter((_, nth) => nth % 2 === 1)
  await letLapse(slow.slice(0, 3))
  const again = holders(await together(refusedSoFar()))
  await pay(again.filter((_, nth) => nth % 3 > 0))
  await letLapse(again.filter((_, nth) => nth % 3 === 0).slice(0, 2))
  // Whoever pays late comes back at the moment at which the others try again.
  await Promise.all([...paidLate.map(({ session }, nth) => comeBack(session ?? '', nth % 2)), together(refusedSoFar()).then((answers) => pay(holders(answers)))])
  // What is left goes one by one, and then nobody gets in any more.
  for (let nth = 0; soldSoFar() < capacity && nth < 5; nth += 1) {
    const one = refusedSoFar().slice(0, 40).map(({ name }) => ({ name, standing: 1, vip: 0 }))
    await pay(holders(await together(one)))
  }
  await together([{ name: 'too-late', standing: 1, vip: 0 }])
  await close()
}

/** All of them at once, by turns to the two servers. */
async function together(who: readonly Buyer[]): Promise<Seen[]> {
  const round = seen.length
  const answers = await Promise.all(who.map(async ({ name, standing, vip }, nth): Promise<Seen> => {
    const postedAt = clock.now()
    const query = new URLSearchParams({ date: hall.sessionId, [`n-${hall.ticketIds[0]}`]: String(standing), [`n-${hall.ticketIds[1]}`]: String(vip) })
    const { status, location } = await ask(urlOf(nth % 2), {
      method: 'POST',
      path: `/b/${hall.business}/events/${hall.slug}/book?${query}`,
      form: { name, email: `${name}@race.test`, key: `${name}-round-${round}`, checked: 'yes', website: '', website_at: '1' },
    })
    return { name, standing, vip, postedAt, answeredAt: clock.now(), status, session: sessionIn(location) }
  }))
  seen.push(...answers)
  return answers
}

function holders(answers: readonly Seen[]): Seen[] {
  return answers.filter(({ session }) => session !== null)
}

/** Whoever never held anything, with what they asked for first. */
function refusedSoFar(): Buyer[] {
  const held = new Set(holders(seen).map(({ name }) => name))
  return buyers.filter(({ name }) => !held.has(name))
}

function soldSoFar(): number {
  return paid.reduce((sum, { standing, vip }) => sum + standing + vip, 0)
}

async function pay(who: readonly Seen[]): Promise<void> {
  await Promise.all(who.map(async (buyer, nth) => {
    await comeBack(buyer.session ?? '', nth % 2)
    paid.push(buyer)
  }))
}

/** Pays, and comes back from the payment page. */
async function comeBack(session: string, server: number): Promise<void> {
  const { location } = await neighbours.press(session, 'pay')
  expect((await ask(urlOf(server), { path: pathIn(location) })).status).toBe(303)
}

/** The holds run out, and some who had them pay while nobody serves. */
async function letLapse(who: readonly Seen[]): Promise<void> {
  await close()
  clock.jump((holdMinutes + 3) * minute)
  for (const buyer of who) {
    expect((await neighbours.press(buyer.session ?? '', 'pay')).status).toBe(303)
    paidLate.push(buyer)
  }
  await open()
}

function poolSteps(poolId: string): PoolStep[] {
  return stepsOf(rowsIn(database, 'SELECT quantity, claimed_at AS claimedAt, expires_at AS expiresAt, released_at AS releasedAt FROM allocations WHERE resource_id = ?', poolId))
}

function frontPool(): string {
  return rowsIn<{ id: string }>(database, 'SELECT resource_id AS id FROM date_pools WHERE session_id = ? AND quota_id IS NOT NULL', hall.sessionId)[0]?.id ?? ''
}

async function open(): Promise<void> {
  servers = await Promise.all(ports.map((port) => startServer(wanted(port))))
}

async function close(): Promise<void> {
  await Promise.all(servers.map((server) => server.stop()))
  servers = []
}

function wanted(port = 0) {
  return { database, port, env: { ...neighbours.env, ...clock.env } }
}

function urlOf(server: number): string {
  return `http://127.0.0.1:${ports[server]}`
}
