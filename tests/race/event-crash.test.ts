import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePaymentSettings } from '~/core/payments/index.server'
import { hour } from '~/kernel/time'
import type { Books } from '../fakes/stripe/control'
import { freePort } from '../free-port'
import { ask } from '../load/client'
import { openBusiness, type OpenBusiness } from '../load/open-business'
import { openEvent, type OpenEvent } from '../load/open-event'
import { startServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { faultsOf, filledFile, raceMorning, rowsIn } from './house'
import { takenIn, waitingIn, wrongsIn } from './money'
import { crashAgainAndAgain, runUntilDone } from './mortal-server'
import { pathIn, sessionIn, startNeighbours, type Neighbours } from './neighbours'
import { RaceClock } from './race-clock'

// An event with three hundred paid orders is called off, and the server dies again and again while it tells everybody and pays them back.

const orders = 300
const kills = 6

let folder: string
let database: string
let shop: OpenBusiness
let event: OpenEvent
let neighbours: Neighbours
let books: Books
/** How many orders were not called off yet, or not paid back, at each death. */
const left: number[] = []

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-event-crash-'))
  ;({ database, world: { shop, event } } = filledFile(() => {
    const made = openBusiness({ name: 'Crash Hall', timeZone: 'Europe/Lisbon', people: [], domains: ['events'], now: raceMorning })
    changePaymentSettings(made.owner, { terms: { kind: 'in-full' }, holdMinutes: 60 })
    return { shop: made, event: openEvent(made, { title: 'Concert', start: '2026-12-05T19:30', capacity: 1000, tickets: [{ title: 'Standing', priceMinor: 2000 }] }) }
  }))
  const port = await freePort()
  const clock = new RaceClock(database, raceMorning)
  neighbours = await startNeighbours(folder, `http://127.0.0.1:${port}`, clock.now)
  const wanted = () => ({ database, port, jobs: true, env: { ...neighbours.env, ...clock.env } })
  const server = await startServer(wanted())
  await everybodyBuys(server.url)
  await eventIsCancelled(server.url)
  await server.kill()
  await crashAgainAndAgain(wanted, { kills, time: (nth) => untilSettled(nth * 40), dead: () => void left.push(unsettled()) })
  await runUntilDone(wanted(), () => Promise.resolve({ standing: standing() }))
  // What a dead server had in hand is looked at again an hour later. What Stripe has still to tell by webhook, the house knows already.
  clock.jump(hour)
  await runUntilDone(wanted(), async () => ({ ...waitingIn(database, await neighbours.books()), webhooks: 0 }))
  books = await neighbours.books()
}, 900_000)

afterAll(async () => {
  await neighbours?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('the deaths came in the middle of it', () => {
  expect(left.filter((count) => count > 0 && count < orders).length).toBeGreaterThan(2)
})

test('every order is cancelled and refunded once, in full', () => {
  const taken = takenIn(database)
  expect(taken).toHaveLength(orders)
  expect(taken.filter(({ status, amount, back }) => status !== 'cancelled' || amount !== back)).toEqual([])
  expect(books.refunds.filter(({ status }) => status === 'succeeded')).toHaveLength(orders)
  expect(new Set(books.refunds.map(({ payment_intent }) => payment_intent)).size).toBe(orders)
  expect(wrongsIn(database, books)).toEqual([])
})

test('the ledger is at zero for every order, and nothing is held of the event any more', () => {
  expect(rowsIn(database, 'SELECT account, sum(amount_minor) AS sum FROM ledger_entries GROUP BY account HAVING sum(amount_minor) <> 0')).toEqual([])
  expect(rowsIn(database, "SELECT r.name FROM resources r WHERE r.kind = 'pool' AND r.taken <> 0")).toEqual([])
  expect(faultsOf(database)).toEqual([])
})

test('everybody is told once', async () => {
  const told = rowsIn<{ mails: number; people: number }>(database, "SELECT count(*) AS mails, count(DISTINCT \"to\") AS people FROM mails WHERE template LIKE 'booking%cancelled%' AND \"to\" LIKE 'guest-%'")
  expect(told).toEqual([{ mails: orders, people: orders }])
  expect(rowsIn(database, "SELECT key, error FROM mails WHERE status <> 'sent'")).toEqual([])
  const sent = (await neighbours.mails()).filter(({ Subject }) => /cancelled/i.test(String(Subject))).map(({ To }) => String(To))
  expect(new Set(sent.filter((to) => to.includes('guest-'))).size).toBe(orders)
})

/** By turns of twenty: each orders one to three tickets, pays, and comes back. */
async function everybodyBuys(url: string): Promise<void> {
  for (let nth = 0; nth < orders; nth += 20) {
    await Promise.all(Array.from({ length: 20 }, (_, at) => buys(url, nth + at)))
  }
}

async function buys(url: string, nth: number): Promise<void> {
  const query = new URLSearchParams({ date: event.sessionId, [`n-${event.ticketIds[0]}`]: String(1 + (nth % 3)) })
  const { location } = await ask(url, {
    method: 'POST',
    path: `/b/${shop.slug}/events/${event.slug}/book?${query}`,
    form: { name: `Guest ${nth}`, email: `guest-${nth}@crash.test`, key: `guest-order-${nth}`, checked: 'yes', website: '', website_at: '1' },
  })
  const paid = await neighbours.press(sessionIn(location) ?? '', 'pay')
  expect((await ask(url, { path: pathIn(paid.location) })).status).toBe(303)
}

async function eventIsCancelled(url: string): Promise<void> {
  const answer = await ask(url, {
    method: 'POST',
    path: `/dashboard/${shop.slug}/events/${event.listingId}/cancellation`,
    headers: { Cookie: shop.ownerCookie, Origin: url },
    form: { reason: 'The singer is ill' },
  })
  expect(answer.status).toBe(303)
}

function standing(): number {
  return rowsIn<{ count: number }>(database, "SELECT count(*) AS count FROM bookings WHERE status <> 'cancelled'")[0]?.count ?? 0
}

async function untilSettled(count: number): Promise<void> {
  const late = performance.now() + 90_000
  while (orders - unsettled() < count && performance.now() < late) await pause(20)
}

function unsettled(): number {
  const given = 'SELECT 1 FROM refunds r WHERE r.sale_id = b.sale_id AND r.given_at IS NOT NULL'
  return rowsIn<{ count: number }>(database, `SELECT count(*) AS count FROM bookings b WHERE b.status <> 'cancelled' OR NOT EXISTS (${given})`)[0]?.count ?? 0
}
