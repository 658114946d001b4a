import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinPath } from '~/core/waiting-list/index'
import { hour } from '~/kernel/time'
import { freePort } from '../free-port'
import { ask } from '../load/client'
import { prepareTown } from '../serving'
import { startServer } from '../load/server-process'
import { soldOutConcert, type SoldOut } from '../world/sold-out'
import { faultsOf, raceMorning, rowsIn } from './house'
import { crashAgainAndAgain, runUntilDone } from './mortal-server'
import { startNeighbours, type Neighbours } from './neighbours'
import { RaceClock } from './race-clock'

// A concert sold out by sixty orders of two. Sixty people wait for two places each; all orders are called off, a few at a time, and the server
// dies again and again while it offers what becomes free.

const orders = 60
const kills = 6

let folder: string
let hall: SoldOut
let neighbours: Neighbours
/** How many offers stood at each death. */
const offered: number[] = []
/** Whatever was wrong at a death: nobody may ever be kept more than there is, or asked without anything kept. */
const wrongs: unknown[] = []

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-waiting-crash-'))
  hall = soldOutConcert(Array.from({ length: orders }, () => 2))
  const port = await freePort()
  const clock = new RaceClock(hall.database, raceMorning)
  neighbours = await startNeighbours(folder, `http://127.0.0.1:${port}`, clock.now)
  const wanted = () => ({ database: hall.database, port, jobs: true, env: { ...neighbours.env, ...clock.env, RATE_LIMIT_FACTOR: '1000000' } })
  const server = await startServer({ ...wanted(), jobs: false })
  for (let nth = 0; nth < orders; nth += 10) await Promise.all(Array.from({ length: 10 }, (_, at) => joins(server.url, nth + at)))
  await server.kill()
  const calledOff = { url: `http://127.0.0.1:${port}`, count: 0 }
  await crashAgainAndAgain(wanted, {
    kills,
    time: (nth) => callsOff(calledOff, nth * 9),
    dead: () => {
      offered.push(standing('offered'))
      wrongs.push(...wrongsIn(hall.database))
    },
  })
  await runUntilDone(wanted(), async () => {
    await callsOff(calledOff, orders)
    return { waiting: standing('waiting') }
  })
  // What a dead server had in hand is looked at again an hour later.
  clock.jump(hour)
  await runUntilDone(wanted(), () => Promise.resolve({ mails: rowsIn<{ n: number }>(hall.database, "SELECT count(*) AS n FROM mails WHERE status <> 'sent'")[0]?.n ?? 0 }))
}, 300_000)

afterAll(async () => {
  await neighbours?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('the deaths came in the middle of it', () => {
  expect(offered.filter((count) => count > 0 && count < orders).length).toBeGreaterThan(2)
})

test('no place is lost: everybody who waited is kept their two, and at no death more or less was kept than was offered', () => {
  expect(standing('offered')).toBe(orders)
  expect(wrongs).toEqual([])
  expect(wrongsIn(hall.database)).toEqual([])
  expect(rowsIn(hall.database, 'SELECT taken, capacity FROM resources WHERE id = ?', hall.event.poolId)).toEqual([{ taken: 2 * orders, capacity: 2 * orders }])
  expect(faultsOf(hall.database)).toEqual([])
})

test('nobody is asked twice, and they are asked in the order in which they came', async () => {
  const asked = rowsIn<{ mails: number; people: number }>(hall.database, "SELECT count(*) AS mails, count(DISTINCT \"to\") AS people FROM mails WHERE template = 'waiting-offered'")
  expect(asked).toEqual([{ mails: orders, people: orders }])
  expect(rowsIn(hall.database, "SELECT subject FROM audit WHERE action = 'waiting-list.entry.offer' GROUP BY subject HAVING count(*) > 1")).toEqual([])
  const order = rowsIn<{ id: string }>(hall.database, "SELECT subject AS id FROM audit WHERE action = 'waiting-list.entry.offer' ORDER BY rowid").map(({ id }) => id)
  expect(order).toEqual(rowsIn<{ id: string }>(hall.database, 'SELECT id FROM waiting_entries ORDER BY joined_at, id').map(({ id }) => id))
  // What a dead server had in hand may have left it already: then it is sent once more, and nobody is left out.
  const sent = (await neighbours.mails()).filter(({ Subject }) => String(Subject).startsWith('Yours until')).map(({ To }) => String(To))
  expect(new Set(sent).size).toBe(orders)
})

async function joins(url: string, nth: number): Promise<void> {
  const choice = { session: hall.event.sessionId, ticket: hall.event.ticketIds[0], code: null, shownMinor: null }
  const form = { name: `Guest ${nth}`, email: `guest-${nth}@crash.test`, count: '2', website: '', website_at: '1' }
  const answer = await ask(url, { method: 'POST', path: joinPath(hall.shop.slug, hall.event.sessionId, [choice]), form })
  expect(answer.status).toBe(303)
}

/** The owner calls off so many orders in all; the next ones at once, so that the server dies with some of them in hand. */
async function callsOff(calledOff: { readonly url: string; count: number }, until: number): Promise<void> {
  const references = hall.orders.slice(calledOff.count, until)
  calledOff.count = Math.max(calledOff.count, until)
  const answers = references.map((reference) =>
    ask(calledOff.url, {
      method: 'POST', path: `/dashboard/${hall.shop.slug}/bookings/${reference}/cancellation`, headers: { Cookie: hall.shop.ownerCookie, Origin: calledOff.url }, form: { reason: 'They are ill' },
    }),
  )
  for (const { status } of await Promise.all(answers)) expect(status).toBe(303)
  // Until some of what was freed has been offered, but not all.
  const late = performance.now() + 20_000
  while (references.length > 0 && standing('offered') < until - 5 && performance.now() < late) await pause(5)
}

function standing(status: string): number {
  return rowsIn<{ n: number }>(hall.database, 'SELECT count(*) AS n FROM waiting_entries WHERE status = ?', status)[0]?.n ?? 0
}

/** Offers without exactly what they offer, claims of nobody who is asked, and more taken than there is. */
function wrongsIn(database: string): unknown[] {
  return rowsIn(
    database,
    `SELECT w.id AS what FROM waiting_entries w WHERE w.quantity * (w.status = 'offered') <>
       (SELECT coalesce(sum(a.quantity), 0) FROM allocations a JOIN listing_sessions s ON s.pool_id = a.resource_id WHERE s.id = w.session_id AND a.subject = w.id AND a.released_at IS NULL)
     UNION ALL SELECT r.name FROM resources r WHERE r.taken > r.capacity
     UNION ALL SELECT r.name FROM resources r WHERE r.kind = 'pool' AND r.taken <> (SELECT coalesce(sum(quantity), 0) FROM allocations a WHERE a.resource_id = r.id AND a.released_at IS NULL)`,
  )
}
