import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { saveProperty, saveRates, setPropertyStatus } from '~/domains/real-estate/index.server'
import { addDays, day } from '~/kernel/time'
import { ask } from '../load/client'
import { openBusiness, sure, type OpenBusiness } from '../load/open-business'
import { startServer, type RunningServer } from '../load/server-process'
import { prepareTown } from '../serving'
import { plainRates } from '../world/house'
import { ClientLog } from './client-log'
import { faultsOf, filledFile, overlapsIn, raceMorning, rowsIn, unclaimedIn } from './house'
import { seeded } from './seeded'

// A house and its two rooms, a night to prepare after each stay, and forty guests who want overlapping nights at once; from two processes.

const firstDate = '2026-12-01'
const noon = Date.parse('2026-12-01T12:00:00Z')
const prepare = 1
const rooms = { house: ['blue', 'green'], blue: ['blue'], green: ['green'] } as const
type Wanted = keyof typeof rooms

/** The house and its rooms are all wanted in the first fortnight. Later each has nights that nobody else wants, so that each wins some, whoever is quicker. */
const stretches = [
  { property: 'blue', first: 0, days: 14 },
  { property: 'house', first: 0, days: 14 },
  { property: 'green', first: 0, days: 14 },
  { property: 'blue', first: 0, days: 14 },
  { property: 'green', first: 0, days: 14 },
  { property: 'house', first: 20, days: 3 },
  { property: 'blue', first: 30, days: 3 },
  { property: 'green', first: 30, days: 3 },
] as const satisfies readonly { property: Wanted; first: number; days: number }[]

/** Nights are counted from the first of December. */
interface Wish {
  readonly key: string
  readonly property: Wanted
  readonly arrive: number
  readonly nights: number
}

interface Seen extends Wish {
  readonly postedAt: number
  readonly answeredAt: number
  readonly status: number
  readonly html: string
}

/** A stay that stands, in the order in which it was claimed. */
type Stands = Wish

interface Shop extends OpenBusiness {
  readonly slugs: Readonly<Record<Wanted, string>>
  readonly resources: Readonly<Record<string, string>>
}

let folder: string | undefined
let database: string
let shop: Shop
let servers: readonly RunningServer[]
let seen: readonly Seen[]
let standing: readonly Stands[]

beforeAll(async () => {
  prepareTown()
  folder = mkdtempSync(join(tmpdir(), 'guildhall-stays-'))
  ;({ database, world: shop } = filledFile(openHouse))
  const wanted = { database, env: { GUILDHALL_NOW: new Date(raceMorning).toISOString() } }
  servers = await Promise.all([startServer(wanted), startServer(wanted)])
  const random = seeded(5)
  const wishes = Array.from({ length: 40 }, (_, nth): Wish => {
    const asked = stretches[nth % stretches.length] ?? stretches[0]
    return { key: `stay-race-${nth}`, property: asked.property, arrive: asked.first + Math.floor(random() * asked.days), nights: 1 + Math.floor(random() * 4) }
  })
  const log = new ClientLog<Seen>(join(folder, 'clients.jsonl'))
  await Promise.all(wishes.map(async (wish, nth) => {
    const { url } = servers[nth % 2]!
    const postedAt = performance.now()
    const { status, body } = await ask(url, postOf(wish))
    log.write({ ...wish, postedAt, answeredAt: performance.now(), status, html: status === 303 ? '' : body.toString() })
  }))
  seen = log.read()
  log.close()
  standing = whatStands(wishes)
})

afterAll(async () => {
  await Promise.all((servers ?? []).map((server) => server.stop()))
  if (folder) rmSync(folder, { recursive: true, force: true })
})

test('every 303 stands with a claim on each room it takes, its night to prepare included, and nothing else does', () => {
  expect(won().length).toBeGreaterThan(3)
  expect(new Set(won().map(({ property }) => property)).size, 'the house wins as well as its rooms').toBe(3)
  expect(standing.map(({ key }) => key).sort()).toEqual(won().map(({ key }) => key).sort())
  const wanted = won().flatMap(({ property, arrive, nights }) => rooms[property].map((room) => `${room} ${arrive}–${arrive + nights + prepare}`))
  expect(claims().map(({ room, from, to }) => `${room} ${from}–${to}`).sort()).toEqual(wanted.sort())
})

test('no night of a room is sold twice, to the house or to itself', () => {
  expect(overlapsIn(database)).toEqual([])
  expect(unclaimedIn(database)).toEqual([])
  expect(faultsOf(database)).toEqual([])
  const nights = standing.flatMap(({ property, arrive, nights: count }) => rooms[property].flatMap((room) => Array.from({ length: count + prepare }, (_, at) => `${room} ${arrive + at}`)))
  expect(new Set(nights).size).toBe(nights.length)
})

test('the winners are maximal: nobody was refused who would still fit beside them', () => {
  expect(lost().filter((loser) => fits(standing, loser))).toEqual([])
})

test('each loser hears 409, since its nights were taken at some moment while it waited, with dates that were free then', () => {
  expect(lost().length).toBeGreaterThan(10)
  for (const loser of lost()) {
    expect(loser.status, loser.key).toBe(409)
    const offered = offeredTo(loser)
    expect(offered.length, `${loser.key} is told of other dates`).toBeGreaterThan(0)
    const explained = momentsOf(loser).some((there) => !fits(there, loser) && offered.every((other) => fits(there, { ...loser, ...other })))
    expect(explained, `${loser.key}: ${loser.property} from ${loser.arrive} for ${loser.nights} was offered ${JSON.stringify(offered)}`).toBe(true)
  }
})

function openHouse(): Shop {
  const made = openBusiness({ name: 'Quay House', timeZone: 'Europe/Lisbon', people: ['Ana'], places: [], domains: ['real-estate'], now: raceMorning })
  const details = {
    description: null, section: null, priceMinor: null, storeId: made.storeId, questions: [], extra: null, tenure: 'nightly', street: null, postalCode: null, city: null, latitudeE6: null, longitudeE6: null,
    bedrooms: null, beds: null, baths: null, size: null, amenities: [], houseRules: null, licence: null, approval: false, policyId: null, payment: null, viewing: null,
  } as const
  const offer = (title: string, wholeId: string | null) => {
    const { listing } = sure(saveProperty(made.owner, null, { ...details, title, wholeId }))
    sure(saveRates(made.owner, listing.id, { ...plainRates, prepareNights: prepare }))
    return sure(setPropertyStatus(made.owner, listing.id, 'active'))
  }
  const house = offer('The house', null)
  const parts = { blue: offer('The blue room', house.listing.id), green: offer('The green room', house.listing.id) }
  return {
    ...made,
    slugs: { house: house.listing.slug, blue: parts.blue.listing.slug, green: parts.green.listing.slug },
    resources: { [parts.blue.resourceIds[0] ?? '']: 'blue', [parts.green.resourceIds[0] ?? '']: 'green' },
  }
}

function postOf({ key, property, arrive, nights }: Wish) {
  const dates = new URLSearchParams({ from: addDays(firstDate, arrive), to: addDays(firstDate, arrive + nights) })
  return {
    method: 'POST' as const,
    path: `/b/${shop.slug}/real-estate/${shop.slugs[property]}/book?${dates}`,
    form: { name: `Guest ${key}`, email: `${key}@race.test`, key, checked: 'yes', website: '', website_at: '1' },
  }
}

/** The claims that stand, in nights from the first of December. Lisbon keeps UTC in winter. */
function claims(): { readonly room: string; readonly from: number; readonly to: number }[] {
  return rowsIn<{ resourceId: string; startsAt: number; endsAt: number }>(
    database,
    'SELECT resource_id AS resourceId, starts_at AS startsAt, ends_at AS endsAt FROM allocations WHERE released_at IS NULL ORDER BY rowid',
  ).map(({ resourceId, startsAt, endsAt }) => ({ room: shop.resources[resourceId] ?? resourceId, from: (startsAt - noon) / day, to: (endsAt - noon) / day }))
}

function whatStands(wishes: readonly Wish[]): Stands[] {
  const emails = rowsIn<{ email: string }>(
    database,
    `SELECT b.contact_email AS email FROM allocations a JOIN booking_items i ON i.id = a.subject JOIN bookings b ON b.id = i.booking_id WHERE a.released_at IS NULL
     GROUP BY b.id ORDER BY min(a.rowid)`,
  )
  return emails.flatMap(({ email }) => wishes.find(({ key }) => `${key}@race.test` === email) ?? [])
}

function won(): readonly Seen[] {
  return seen.filter(({ status }) => status === 303)
}

function lost(): readonly Seen[] {
  return seen.filter(({ status }) => status !== 303)
}

/** Whether a stay and the night after it lie beside all that stands, in every room that it takes. */
function fits(there: readonly Stands[], { property, arrive, nights }: Pick<Wish, 'property' | 'arrive' | 'nights'>): boolean {
  const taken: readonly string[] = rooms[property]
  return there.every((other) => !rooms[other.property].some((room) => taken.includes(room)) || other.arrive + other.nights + prepare <= arrive || arrive + nights + prepare <= other.arrive)
}

/** What may have stood when a loser was refused: what was claimed first, up to anything that its answer could know. */
function momentsOf({ postedAt, answeredAt }: Seen): (readonly Stands[])[] {
  const winners = standing.map(({ key }) => won().find((one) => one.key === key))
  return Array.from({ length: standing.length + 1 }, (_, known) => known)
    .filter((known) => winners.slice(0, known).every((winner) => winner && winner.postedAt < answeredAt))
    .filter((known) => winners.slice(known).every((winner) => winner && winner.answeredAt > postedAt))
    .map((known) => standing.slice(0, known))
}

/** The stays that a refusal offers instead. */
function offeredTo({ html }: Seen): Pick<Wish, 'arrive' | 'nights'>[] {
  const [, list = ''] = /id="alternatives">(.*?)<\/ul>/s.exec(html) ?? []
  const night = (date: string) => (Date.parse(`${date}T12:00:00Z`) - noon) / day
  return [...list.matchAll(/from=(\d{4}-\d\d-\d\d)(?:&amp;|&)to=(\d{4}-\d\d-\d\d)/g)].map(([, from = '', to = '']) => ({ arrive: night(from), nights: night(to) - night(from) }))
}
