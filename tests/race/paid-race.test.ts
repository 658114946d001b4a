import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePaymentSettings } from '~/core/payments/index.server'
import { minute } from '~/kernel/time'
import type { Books } from '../fakes/stripe/control'
import { freePort } from '../free-port'
import { ask, type Answer } from '../load/client'
import { openBusiness, openService } from '../load/open-business'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { bookingPost } from './booking-post'
import { faultsOf, filledFile, halfWrittenIn, overlapsIn, raceMorning, rowsIn, unclaimedIn } from './house'
import { takenIn, waitingIn, wrongsIn } from './money'
import { runUntilDone } from './mortal-server'
import { pathIn, sessionIn, startNeighbours, type Neighbours } from './neighbours'
import { RaceClock } from './race-clock'

// Forty people want the last hour there is, at two servers on one file. Half of them are slow: three times one of these gets it, lets the
// hold run out, and pays all the same. In the end somebody pays in time.

const slot = Date.parse('2026-11-09T10:00:00Z')
const holdMinutes = 5
const names = Array.from({ length: 40 }, (_, nth) => `buyer-${nth}`)
const slow = names.slice(0, 20)

interface Holder {
  readonly name: string
  readonly session: string
}

let folder: string
let database: string
let slug: string
let clock: RaceClock
let neighbours: Neighbours
let ports: readonly number[]
let servers: readonly RunningServer[] = []
let books: Books
/** In the order in which they held it; the last paid in time. */
const holders: Holder[] = []
/** What those were answered who came after somebody had it, by round. */
const losers: number[][] = []

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-paid-race-'))
  ;({ database, world: slug } = filledFile(() => {
    const made = openBusiness({ name: 'Last Salon', timeZone: 'Europe/Lisbon', people: ['Ana'], now: raceMorning })
    changePaymentSettings(made.owner, { terms: { kind: 'in-full' }, holdMinutes })
    openService(made, 'Cut')
    return made.slug
  }))
  ports = [await freePort(), await freePort()]
  clock = new RaceClock(database, raceMorning)
  neighbours = await startNeighbours(folder, `http://127.0.0.1:${ports[0]}`, clock.now)
  await race()
  await runUntilDone({ ...wanted(ports[0]), jobs: true }, async () => waitingIn(database, await neighbours.books()))
  books = await neighbours.books()
}, 300_000)

afterAll(async () => {
  await close()
  await neighbours?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('one at a time holds it, and all others are told that it is taken', () => {
  expect(holders).toHaveLength(4)
  for (const answers of losers) expect(new Set(answers)).toEqual(new Set([409]))
  expect(losers.map((answers) => answers.length)).toEqual([19, 18, 17, 36, 36])
})

test('one booking stands: that of who paid in time', () => {
  const standing = rowsIn(database, "SELECT contact_email AS email, status FROM bookings WHERE status NOT IN ('expired')")
  expect(standing).toEqual([{ email: emailOf(holders[3]?.name), status: 'confirmed' }])
  expect(overlapsIn(database)).toEqual([])
  expect(unclaimedIn(database)).toEqual([])
  expect(halfWrittenIn(database)).toEqual([])
  expect(faultsOf(database)).toEqual([])
})

test('whoever paid too late has all of it back, once, and nobody else was charged', () => {
  expect(wrongsIn(database, books)).toEqual([])
  const charged = takenIn(database).map(({ email, back }) => ({ email, back }))
  expect(charged).toHaveLength(4)
  expect(charged).toEqual(expect.arrayContaining(holders.map(({ name }, nth) => ({ email: emailOf(name), back: nth < 3 ? 4500 : 0 }))))
  expect(books.intents.filter(({ status }) => status === 'succeeded')).toHaveLength(4)
  expect(books.refunds.map(({ amount, status }) => ({ amount, status }))).toEqual(Array(3).fill({ amount: 4500, status: 'succeeded' }))
})

test('they are told by mail, once; nobody who never had it is', async () => {
  const mails = rowsIn<{ to: string; template: string; status: string }>(database, "SELECT \"to\", template, status FROM mails WHERE template LIKE 'booking-%' ORDER BY rowid")
  const expected = holders.map(({ name }, nth) => ({ to: emailOf(name), template: nth < 3 ? 'booking-paid-late' : 'booking-confirmed', status: 'sent' }))
  expect(mails).toHaveLength(4)
  expect(mails).toEqual(expect.arrayContaining(expected))
  const taken = (await neighbours.mails()).filter(({ To }) => To.includes('buyer-'))
  expect(taken.map(({ To }) => To).sort()).toEqual(expected.map(({ to }) => to).sort())
  for (const { To, Subject } of taken) expect(Subject).toMatch(To === emailOf(holders[3]?.name) ? /^Confirmed: Cut/ : /^Your money comes back: Cut/)
})

async function race(): Promise<void> {
  await open()
  const first = await everybody(slow)
  await letLapse(first)
  // The first comes back with late money at the moment at which the others try again.
  const [second] = await Promise.all([everybody(slow), comeBack(first.session)])
  await letLapse(second)
  // Of the second the house is told by webhook alone.
  const third = await everybody(slow)
  await letLapse(third, false)
  const last = await everybody(names)
  // The third pays when somebody else has it, at the moment at which that one pays; who comes back at both servers at once.
  await Promise.all([neighbours.press(last.session, 'pay'), neighbours.press(third.session, 'pay')])
  await Promise.all([comeBack(third.session), comeBack(last.session), comeBack(last.session, 1)])
  await post(names.filter((name) => !holders.some((holder) => holder.name === name)))
  await close()
}

/** All of them at once who have not held it yet; answers who does now. */
async function everybody(who: readonly string[]): Promise<Holder> {
  const answers = await post(who.filter((name) => !holders.some((holder) => holder.name === name)))
  const won = answers.flatMap(({ name, location }) => {
    const session = sessionIn(location)
    return session === null ? [] : [{ name, session }]
  })
  const [holder] = won
  if (!holder || won.length > 1) throw new Error(`${won.length} hold it at once`)
  holders.push(holder)
  return holder
}

async function post(who: readonly string[]): Promise<(Answer & { name: string })[]> {
  const round = losers.length
  const answers = await Promise.all(who.map(async (name, nth) => ({
    name,
    ...(await ask(urlOf(nth % 2), bookingPost(slug, { key: `${name}-${round}`, email: emailOf(name), service: 'cut', start: slot, person: 'ana' }))),
  })))
  losers.push(answers.filter(({ location }) => sessionIn(location) === null).map(({ status }) => status))
  return answers
}

/** The hold runs out, and whoever had it pays while nobody serves. */
async function letLapse({ session }: Holder, pays = true): Promise<void> {
  await close()
  clock.jump((holdMinutes + 3) * minute)
  if (pays) expect((await neighbours.press(session, 'pay')).status).toBe(303)
  await open()
}

/** The way back from a page that is paid: its button leads there once more. */
async function comeBack(session: string, server = 0): Promise<void> {
  const { location } = await neighbours.press(session, 'pay')
  expect((await ask(urlOf(server), { path: pathIn(location) })).status).toBe(303)
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

function emailOf(name = 'nobody'): string {
  return `${name}@race.test`
}
