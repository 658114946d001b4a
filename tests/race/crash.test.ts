import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, formatInstant, hour, minute, startOfDay } from '~/kernel/time'
import { standInToken, startPostmark } from '../fakes/postmark/postmark'
import { ask } from '../load/client'
import { openBusiness, openService, type OpenBusiness } from '../load/open-business'
import { freePort, startServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { ClientLog } from './client-log'
import { filledFile, raceMorning } from './house'
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

interface Wish {
  readonly key: string
  readonly email: string
  readonly start: number
  readonly person: string | null
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
  expect(query(
    `SELECT a.subject, b.subject FROM allocations AS a JOIN allocations AS b ON b.resource_id = a.resource_id AND b.rowid > a.rowid
     WHERE a.released_at IS NULL AND b.released_at IS NULL AND a.starts_at < b.ends_at AND b.starts_at < a.ends_at`,
  )).toEqual([])
  expect(query(
    `SELECT bookings.reference FROM bookings LEFT JOIN booking_items ON booking_items.booking_id = bookings.id
       LEFT JOIN allocations ON allocations.subject = booking_items.id AND allocations.starts_at = booking_items.starts_at
       LEFT JOIN sales ON sales.id = bookings.sale_id LEFT JOIN events ON events.subject = bookings.id AND events.type = 'booking.placed'
     GROUP BY bookings.id HAVING count(allocations.id) <> 1 OR count(sales.id) <> 1 OR count(events.id) <> 1`,
  )).toEqual([])
  expect(query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
  expect(query('PRAGMA foreign_key_check')).toEqual([])
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
  const url = `http://127.0.0.1:${port}`
  const closing = new AbortController()
  const wanted = { database, port, jobs: true, env: environment(raceMorning) }
  let server = await startServer(wanted)
  const booking = Array.from({ length: clients }, (_, client) => book(url, client, closing.signal))
  for (let killed = 1; killed <= kills; killed += 1) {
    await pause(100 + random() * 900)
    await server.kill()
    if (killed < kills) server = await startServer(wanted)
  }
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
async function send(url: string, { key, email, start, person }: Wish): Promise<boolean> {
  const staff = person === null ? '' : `&staff=${person}`
  const answer = await ask(url, {
    method: 'POST',
    path: `/b/${shop.slug}/appointments/trim/book?start=${formatInstant(start)}${staff}`,
    form: { name: `Customer ${key}`, email, key, checked: 'yes', website: '', website_at: '1' },
  })
  if (answer.status === 303) {
    const reference = /^\/bookings\/([^?]+)/.exec(answer.location ?? '')?.[1] ?? ''
    log.write({ key, email, reference })
  } else if (answer.status !== 409) {
    strange.push(answer.status)
  }
  return true
}

// A few weeks of quarters of an hour: most wishes can be granted, some cannot.
function wishOf(client: number, nth: number, random: () => number): Wish {
  const date = addDays('2026-11-09', Math.floor(random() * 20))
  const start = startOfDay(date, 'Europe/Lisbon') + 9 * hour + Math.floor(random() * 32) * 15 * minute
  const key = `crash-${client}-${nth}`
  return { key, email: `${key}@crash.test`, start, person: [null, 'ana', 'rui', 'eva'][Math.floor(random() * 4)] ?? null }
}

/** An hour later a server runs until nothing waits any more: what a dead one had in hand has been let go of by then. */
async function drain(): Promise<void> {
  rmSync(`${database}.clock`)
  const server = await startServer({ database, jobs: true, env: environment(raceMorning + hour) })
  for (let tries = 0; tries < 200 && Object.values(waiting()).some((count) => count > 0); tries += 1) await pause(100)
  await server.stop()
}

function environment(now: number): Record<string, string> {
  return { GUILDHALL_NOW: new Date(now).toISOString(), POSTMARK_HOST: new URL(postmark.url).host, POSTMARK_TOKEN: standInToken }
}

function waiting(): { events: number; deliveries: number; mails: number } {
  const [counts] = query<{ events: number; deliveries: number; mails: number }>(
    `SELECT (SELECT count(*) FROM events WHERE fanned_out_at IS NULL) AS events, (SELECT count(*) FROM deliveries WHERE status = 'waiting') AS deliveries,
       (SELECT count(*) FROM mails WHERE status = 'waiting') AS mails`,
  )
  return counts ?? { events: 0, deliveries: 0, mails: 0 }
}

function query<Row>(sql: string, ...params: unknown[]): Row[] {
  const file = new Database(database)
  try {
    return file.prepare(sql).all(...params) as Row[]
  } finally {
    file.close()
  }
}
