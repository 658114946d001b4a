import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { changePaymentSettings } from '~/core/payments/index.server'
import { hour, minute } from '~/kernel/time'
import type { Books } from '../fakes/stripe/control'
import { freePort } from '../free-port'
import { openBusiness, openService } from '../load/open-business'
import { prepareTown } from '../serving'
import { ClientLog } from './client-log'
import { faultsOf, filledFile, halfWrittenIn, overlapsIn, raceMorning, rowsIn, unclaimedIn } from './house'
import { waitingIn, wrongsIn } from './money'
import { crashAgainAndAgain, runUntilDone } from './mortal-server'
import { startNeighbours, type Neighbours } from './neighbours'
import { Counts, customersCome, type Seen } from './paying-customers'
import { RaceClock } from './race-clock'
import { seeded } from './seeded'

// A server that dies twenty times while people pay, Stripe and Postmark going on beside it. Whoever was charged has a booking or all of it
// back, and nobody gets it back twice.

const kills = 20
const clients = 8
const seed = 20_261_104
const holdMinutes = 5
/** The kill after which the holds of the morning have run out: who pays late pays just then, while nobody serves. */
const lateKill = 12

let folder: string
let database: string
let neighbours: Neighbours
let log: ClientLog<Seen>
let books: Books
const counts = new Counts()
/** What a death left half done: at Stripe already, and unknown to the house. */
const cut = { pages: new Set<string>(), payments: new Set<string>(), refunds: new Set<string>() }
let paidLate = 0

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-paid-crash-'))
  log = new ClientLog(join(folder, 'clients.jsonl'))
  const { database: path, world: slug } = filledFile(() => {
    const made = openBusiness({ name: 'Paid Salon', timeZone: 'Europe/Lisbon', people: ['Ana', 'Rui', 'Eva'], now: raceMorning })
    changePaymentSettings(made.owner, { terms: { kind: 'deposit', percent: 30, restDays: null }, holdMinutes })
    openService(made, 'Trim', { durationMinutes: 15, bufferAfterMinutes: 0 })
    openService(made, 'Bath', { durationMinutes: 30, bufferAfterMinutes: 0, priceMinor: 6000, payment: { kind: 'in-full' } })
    return made.slug
  })
  database = path
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const clock = new RaceClock(database, raceMorning)
  neighbours = await startNeighbours(folder, url, clock.now)
  const wanted = () => ({ database, port, jobs: true, env: { ...neighbours.env, ...clock.env } })
  await payAndCrash(url, slug, wanted, clock)
  clock.jump(hour)
  await runUntilDone(wanted(), async () => waitingIn(database, await neighbours.books()))
  books = await neighbours.books()
}, 900_000)

afterAll(async () => {
  log?.close()
  await neighbours?.close()
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('the kills hit people in the middle of paying', () => {
  expect(counts.strange).toEqual([])
  expect(chargedIn(books).length).toBeGreaterThanOrEqual(30)
  expect(counts.broken.count).toBeGreaterThanOrEqual(kills)
  expect(paidLate).toBeGreaterThan(0)
  for (const [what, ids] of Object.entries(cut)) expect(ids.size, what).toBeGreaterThan(0)
})

test('every acknowledged booking is there, once, and whoever saw the payment page take money was charged', () => {
  const rows = rowsIn<{ key: string; reference: string; email: string }>(database, 'SELECT key, reference, contact_email AS email FROM bookings')
  const byKey = new Map(rows.map((row) => [row.key, row]))
  expect(byKey.size).toBe(rows.length)
  const seen = log.read()
  for (const { key, reference, email } of seen) expect(byKey.get(key)).toEqual({ key, reference, email })
  const paidOn = new Set(books.sessions.filter(({ payment_status: status }) => status === 'paid').map(({ id }) => id))
  expect(seen.filter(({ session }) => session !== null && !paidOn.has(session))).toEqual([])
})

test('nobody is charged without a booking or all of it back, nobody gets it back twice, and the books say what Stripe says', () => {
  expect(wrongsIn(database, books)).toEqual([])
})

test('no time is sold twice, and nothing is half written or stuck', () => {
  expect(overlapsIn(database)).toEqual([])
  expect(unclaimedIn(database)).toEqual([])
  expect(halfWrittenIn(database)).toEqual([])
  expect(faultsOf(database)).toEqual([])
  expect(Object.entries(waitingIn(database, books)).filter(([, count]) => count > 0)).toEqual([])
  expect(rowsIn(database, "SELECT event_id, subscriber, error FROM deliveries WHERE status <> 'done'")).toEqual([])
})

test('everybody is told once how it ended', async () => {
  const told = rowsIn<{ email: string; ending: string; templates: string }>(
    database,
    `SELECT b.contact_email AS email, b.status || iif(p.id IS NULL, '', ' and paid') || iif(r.id IS NULL, '', ' too late') AS ending,
       (SELECT group_concat(m.template ORDER BY m.template) FROM mails m WHERE m."to" = b.contact_email) AS templates
     FROM bookings b LEFT JOIN payments p ON p.sale_id = b.sale_id LEFT JOIN refunds r ON r.payment_id = p.id AND r.cause = 'too-late'`,
  )
  expect(told.filter(({ ending, templates }) => !endings[ending]?.includes(templates))).toEqual([])
  expect(rowsIn(database, "SELECT key, status, error FROM mails WHERE status <> 'sent'")).toEqual([])
  const sent = new Set((await neighbours.mails()).map(({ Metadata }) => Metadata?.mail))
  expect(rowsIn<{ id: string }>(database, 'SELECT id FROM mails').filter(({ id }) => !sent.has(id))).toEqual([])
})

/** What whoever booked may have been told, by how it ended. What was overtaken before anybody was told of it is not told. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'confirmed and paid': ['booking-confirmed'],
  expired: ['booking-lapsed'],
  'expired and paid': ['booking-paid-late'],
  'expired and paid too late': ['booking-paid-late', 'booking-lapsed,booking-paid-late'],
  cancelled: ['booking-cancelled'],
  'cancelled and paid': ['booking-cancelled', 'booking-cancelled,booking-confirmed'],
  'cancelled and paid too late': ['booking-cancelled,booking-paid-late'],
}

/** Starts and kills by the schedule while the customers come, and lets them go at the last kill. */
async function payAndCrash(url: string, slug: string, wanted: Parameters<typeof crashAgainAndAgain>[0], clock: RaceClock): Promise<void> {
  const random = seeded(seed)
  // Long enough for a death between Stripe's work and the house's note of it.
  await neighbours.tell({ mode: 'slow', at: 'POST /v1/checkout/sessions', when: 'after', ms: 80 })
  await neighbours.tell({ mode: 'slow', at: 'POST /v1/refunds', when: 'after', ms: 250 })
  const closing = new AbortController()
  const journey = { url, slug, neighbours, log, counts, closing: closing.signal }
  const coming = Array.from({ length: clients }, (_, client) => customersCome(journey, client, seed))
  await crashAgainAndAgain(wanted, {
    kills,
    time: async (nth) => {
      await counts.answers.more(4 + Math.floor(random() * 14))
      if (nth % 3 === 0) await refundIsMade()
      await pause(random() * 100)
    },
    dead: async (nth) => {
      noteCut(await neighbours.books())
      if (nth !== lateKill) return
      clock.jump((holdMinutes + 5) * minute)
      for (const session of counts.late) if ((await neighbours.press(session, 'pay')).status === 303) paidLate += 1
    },
  })
  closing.abort()
  await Promise.all(coming)
  await neighbours.tell({ mode: 'work' })
}

/** Stripe has made one more refund that the house has not written down yet: most deaths come before the jobs have come to any. */
async function refundIsMade(): Promise<void> {
  const isNew = ({ id }: { readonly id: string }) => !cut.refunds.has(id) && rowsIn(database, 'SELECT 1 FROM card_refunds WHERE stripe_id = ?', id).length === 0
  while (!(await neighbours.books()).refunds.some(isNew)) await pause(30)
}

/** Notes what Stripe has and the house does not know of, now that it is dead. */
function noteCut({ sessions, intents, refunds }: Books): void {
  const known = new Set(rowsIn<{ id: string }>(
    database,
    `SELECT session_id AS id FROM checkouts WHERE session_id IS NOT NULL UNION SELECT payment_intent_id FROM payments WHERE payment_intent_id IS NOT NULL
     UNION SELECT stripe_id FROM card_refunds WHERE stripe_id IS NOT NULL`,
  ).map(({ id }) => id))
  const note = (kind: keyof typeof cut, things: readonly { readonly id: string }[]) => things.filter(({ id }) => !known.has(id)).forEach(({ id }) => cut[kind].add(id))
  note('pages', sessions)
  note('payments', intents.filter(({ status }) => status === 'succeeded'))
  note('refunds', refunds)
}

function chargedIn({ intents }: Books): Books['intents'] {
  return intents.filter(({ status }) => status === 'succeeded')
}
