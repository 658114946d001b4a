import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, hour, minute, startOfDay } from '~/kernel/time'
import { standInToken, startPostmark } from '../fakes/postmark/postmark'
import { freePort } from '../free-port'
import { ask } from '../load/client'
import { openBusiness, openService, type OpenBusiness } from '../load/open-business'
import { prepareTown } from '../serving'
import { bookingPost, type WishedVisit } from './booking-post'
import { ClientLog } from './client-log'
import { faultsOf, filledFile, halfWrittenIn, overlapsIn, raceMorning, rowsIn } from './house'
import { crashAgainAndAgain, runUntilDone } from './mortal-server'
import { seeded } from './seeded'

// A server that dies twenty times while people book, jobs and mails with it. What it acknowledged must be there, once.

const kills = 20
const clients = 4
const seed = 20_261_103

interface Acknowledged {
  readonly key: string
  readonly email: string
  readonly reference: string
}

let folder: string
let database: string
let shop: OpenBusiness
let postmark: Awaited<ReturnType<typeof startPostmark>>
let log: ClientLog<Acknowledged>
/** Answers that are neither a booking nor a refusal. */
const strange: number[] = []

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-crash-'))
  log = new ClientLog(join(folder, 'clients.jsonl'))
  postmark = await startPostmark({ port: 0, stateFile: join(folder, 'postmark.jsonl') })
  ;({ database, world: shop } = filledFile(() => {
    const made = openBusiness({ name: 'Crash Salon', timeZone: 'Europe/Lisbon', people: ['Ana', 'Rui', 'Eva'], now: raceMorning })
    openService(made, 'Trim', { durationMinutes: 15, bufferAfterMinutes: 0 })
    return made
  }))
  await bookAndCrash()
  await drain()
}, 300_000)

afterAll(async () => {
  log?.close()
  await postmark?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('every acknowledged booking is there, once', () => {
  const acknowledged = log.read()
  expect(acknowledged.length).toBeGreaterThan(50)
  expect(strange).toEqual([])
  const rows = query<{ key: string; reference: string; email: string }>('SELECT key, reference, contact_email AS email FROM bookings')
  const byKey = new Map(rows.map((row) => [row.key, row]))
  expect(byKey.size).toBe(rows.length)
  for (const one of acknowledged) expect(byKey.get(one.key)).toEqual(one)
})

test('nothing is sold twice, and nothing is half written', () => {
  expect(overlapsIn(database)).toEqual([])
  expect(halfWrittenIn(database)).toEqual([])
  expect(faultsOf(database)).toEqual([])
})

test('no event is stuck', () => {
  expect(waiting()).toEqual({ events: 0, deliveries: 0, mails: 0 })
  expect(query("SELECT event_id, subscriber, error FROM deliveries WHERE status <> 'done'")).toEqual([])
})

test('every mail is exactly one row, and was sent', async () => {
  const sent = query<{ reference: string; mails: number }>(
    `SELECT bookings.reference, count(mails.id) AS mails FROM bookings LEFT JOIN mails ON mails."to" = bookings.contact_email AND mails.status = 'sent'
     GROUP BY bookings.id`,
  )
  expect(sent.filter(({ mails }) => mails !== 1)).toEqual([])
  expect(query("SELECT key, status, error FROM mails WHERE status <> 'sent'")).toEqual([])
  // The owner hears of each booking too, in a mail of its own.
  const [owner] = query<{ mails: number; bookings: number }>(
    `SELECT count(DISTINCT mails.key) AS mails, (SELECT count(*) FROM bookings) AS bookings FROM mails WHERE "to" = (SELECT email FROM users WHERE id = ?)`,
    shop.ownerId,
  )
  expect(owner?.mails).toBe(owner?.bookings)
  const answer = await ask(postmark.url, { path: '/__messages' })
  const { messages } = JSON.parse(answer.body.toString()) as { messages: { message: { To: string } }[] }
  const heard = new Set(messages.map(({ message }) => message.To))
  expect(log.read().filter(({ email }) => ![...heard].some((to) => to.includes(email)))).toEqual([])
})

/** Starts and kills by the schedule while the clients book, and lets them go at the last kill. */
async function bookAndCrash(): Promise<void> {
  const random = seeded(seed)
  const port = await freePort()
  const closing = new AbortController()
  const booking = Array.from({ length: clients }, (_, client) => book(`http://127.0.0.1:${port}`, client, closing.signal))
  await crashAgainAndAgain(() => ({ database, port, jobs: true, env: environment(raceMorning) }), { kills, time: () => pause(100 + random() * 900) })
  closing.abort()
  await Promise.all(booking)
}

/** One client: books one wish after the other. Where the connection breaks it sends the same once more, or goes on to the next. */
async function book(url: string, client: number, closing: AbortSignal): Promise<void> {
  const random = seeded(seed + client)
  for (let nth = 0; !closing.aborted; nth += 1) {
    const wish = wishOf(client, nth, random)
    const patient = random() < 0.7
    let answered = false
    while (!answered && !closing.aborted) {
      answered = await send(url, wish).catch(() => !patient)
      await pause(25)
    }
  }
}

/** True once there is an answer, whatever it says; rejects where the connection broke. */
async function send(url: string, wish: WishedVisit): Promise<boolean> {
  const { key, email } = wish
  const answer = await ask(url, bookingPost(shop.slug, wish))
  if (answer.status === 303) {
    const reference = /^\/bookings\/([^?]+)/.exec(answer.location ?? '')?.[1] ?? ''
    log.write({ key, email, reference })
  } else if (answer.status !== 409) {
    strange.push(answer.status)
  }
  return true
}

// A few weeks of quarters of an hour: most wishes can be granted, some cannot.
function wishOf(client: number, nth: number, random: () => number): WishedVisit {
  const date = addDays('2026-11-09', Math.floor(random() * 20))
  const start = startOfDay(date, 'Europe/Lisbon') + 9 * hour + Math.floor(random() * 32) * 15 * minute
  const key = `crash-${client}-${nth}`
  return { key, email: `${key}@crash.test`, service: 'trim', start, person: [null, 'ana', 'rui', 'eva'][Math.floor(random() * 4)] ?? null }
}

/** An hour later a server runs until nothing waits any more: what a dead one had in hand has been let go of by then. */
async function drain(): Promise<void> {
  rmSync(`${database}.clock`)
  await runUntilDone({ database, jobs: true, env: environment(raceMorning + hour) }, () => Promise.resolve(waiting()))
}

function environment(now: number): Record<string, string> {
  return { GUILDHALL_NOW: new Date(now).toISOString(), POSTMARK_HOST: new URL(postmark.url).host, POSTMARK_TOKEN: standInToken }
}

function waiting() {
  const [counts] = query<{ events: number; deliveries: number; mails: number }>(
    `SELECT (SELECT count(*) FROM events WHERE fanned_out_at IS NULL) AS events, (SELECT count(*) FROM deliveries WHERE status = 'waiting') AS deliveries,
       (SELECT count(*) FROM mails WHERE status = 'waiting') AS mails`,
  )
  return { events: 0, deliveries: 0, mails: 0, ...counts }
}

function query<Row>(sql: string, ...params: unknown[]): Row[] {
  return rowsIn(database, sql, ...params)
}
