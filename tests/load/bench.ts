import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { daysBetween, localDateOf, mondayOf } from '~/kernel/time'
import { installModules } from '~/registry.server'
import { fillBusy, measureList, measureMonth, type Beside } from './busy'
import { measureCommits, measurePaidCommits } from './commits'
import { migratedFile, root } from './files'
import { measureImages, placeImages } from './images'
import type { Measured } from './measure'
import { buildOverlay } from './overlay'
import { measureFull, measurePosts, measureRoutes, measureTimes } from './pages'
import { measureProcess } from './process-figures'
import { startServer, type RunningServer } from './server-process'
import { measureSearch } from './search'
import { measureSizes } from './sizes'
import { copyOf, fillSite, type Site } from './sites'
import { tableOf } from './table'
import { measureTickets } from './tickets'

// npm run bench [-- --tiny] [--only=commits,tickets,process,pages,images,million,listings,month,list,routes]: prints a table of each part. Each figure
// stands beside its reference of the same run, taken by turns, since a machine's own figures drift. --tiny only shows that everything runs;
// its figures mean nothing. --only measures some parts: those of a million rows take long to fill.

const tiny = process.argv.includes('--tiny')
// Many short rounds: a machine that others use too is quick and slow by turns.
const pace = tiny ? { rounds: 1, each: 8, connections: 4 } : { rounds: 25, each: 64, connections: 16 }
const bookings = tiny ? 100 : 10_000
const million = tiny ? 200 : 1_000_000
const listings = tiny ? 200 : 100_000
const mounted = 300

/** Ten with the bench's own two. */
const tenRoutes = [
  'search/home', 'search/business', 'appointments/service', 'appointments/times', 'appointments/book',
  'bookings/desk-overview', 'bookings/desk-bookings', 'bookings/desk-booking',
] as const

const folder = mkdtempSync(join(tmpdir(), 'guildhall-bench-'))
const running = new Set<RunningServer>()
let folders = 0

async function bench(): Promise<void> {
  const asked = wanted()
  installModules()
  const site = lazily(() => fillSite(folderFor('site'), bookings))
  // One build does for a tiny run: its figures mean nothing.
  const whole = lazily(() => buildOverlay(join(folder, 'whole'), tiny ? { mounted } : {}))
  for (const [name, part] of Object.entries(parts)) if (asked.has(name)) console.log(`${tableOf(await part({ whole, site }))}\n`)
}

interface Ground {
  /** The program, with the bench's own two pages. */
  readonly whole: () => string
  readonly site: () => Site
}

/** What is measured, in this order. */
const parts: Readonly<Record<string, (ground: Ground) => Promise<Measured[]>>> = {
  async commits() {
    const commits = { rounds: pace.rounds, each: tiny ? 8 : 64 }
    return [await measureCommits(folderFor('commits'), commits), await measurePaidCommits(folderFor('paid'), commits)]
  },
  tickets: async () => [await measureTickets(folderFor('tickets'), tiny ? 20 : 10_000, { rounds: pace.rounds, each: tiny ? 2 : 16 })],
  // On a file in which nothing waits for the jobs.
  process: () => measureProcess(migratedFile(join(folderFor('process'), 'empty.db')), { starts: tiny ? 1 : 5, restMs: tiny ? 0 : 20_000 }),
  pages: (ground) =>
    onSite(ground, async (server, site) => [...(await measureSizes(server, site)), ...(await measureTimes(server, site, bookings, pace)), await measurePosts(server, site, pace)]),
  async images(ground) {
    const images = await placeImages(ground.whole(), ground.site().database)
    return onSite(ground, (server) => measureImages(server, images, pace))
  },
  million: (ground) => onSite(ground, (server, site) => withMillion(ground.whole(), server, site)),
  listings: ({ whole, site }) => withListings(whole(), site()),
  month: ({ whole }) => busyMonth(whole()),
  list: ({ whole }) => busyList(whole()),
  async routes({ whole, site }) {
    const [few, lots] = tiny ? [whole(), whole()] : [buildOverlay(join(folder, 'ten'), { only: tenRoutes }), buildOverlay(join(folder, 'many'), { mounted })]
    const ten = await started(few, site(), copyOf(site(), 'ten'))
    const many = await started(lots, site(), copyOf(site(), 'many'))
    const rows = await measureRoutes(ten, many, site(), mounted, pace)
    await Promise.all([ended(ten), ended(many)])
    return rows
  },
}

/** The names of the parts that are asked for. Ends the program where one is not known. */
function wanted(): ReadonlySet<string> {
  const only = process.argv.find((option) => option.startsWith('--only='))?.slice('--only='.length).split(',') ?? Object.keys(parts)
  const unknown = only.filter((name) => !(name in parts))
  if (unknown.length > 0) throw new Error(`The bench has no ${unknown.join(' and no ')}: it has ${Object.keys(parts).join(', ')}`)
  return new Set(only)
}

async function onSite({ whole, site }: Ground, measure: (server: RunningServer, site: Site) => Promise<Measured[]>): Promise<Measured[]> {
  const server = await started(whole(), site(), copyOf(site(), `whole-${(folders += 1)}`))
  const rows = await measure(server, site())
  await ended(server)
  return rows
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => (made ??= { value: make() }).value
}

async function withMillion(whole: string, small: RunningServer, site: Site): Promise<Measured[]> {
  const database = filledBy(copyOf(site, 'million'), '--scale', million)
  const full = await started(whole, site, database)
  const rows = await measureFull(small, full, site, million, pace)
  await ended(full)
  rmSync(database)
  return rows
}

async function withListings(whole: string, site: Site): Promise<Measured[]> {
  const files = [Math.ceil(listings / 100), listings].map((count) => filledBy(copyOf(site, `listings-${count}`), '--listings', count))
  const [few, many] = [await started(whole, site, files[0] ?? ''), await started(whole, site, files[1] ?? '')]
  const rows = await measureSearch(few, many, listings, pace)
  await Promise.all([ended(few), ended(many)])
  files.forEach((file) => rmSync(file))
  return rows
}

/** Adds so many of something to a file by `npm run seed`. */
function filledBy(database: string, option: '--scale' | '--listings', count: number): string {
  const env = { ...process.env, DATABASE_PATH: database, LOG_LEVEL: 'silent' }
  const { status, stderr } = spawnSync(process.execPath, ['build/db/seed.js', '--if-empty', option, String(count)], { cwd: root, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`The file was not filled:\n${stderr}`)
  return database
}

/** A month of 20,000 bookings, spread over half a year, and of 200, all of them in that month: it shows as many lines. */
async function busyMonth(house: string): Promise<Measured[]> {
  const [all, few] = tiny ? [200, 100] : [20_000, 200]
  const today = localDateOf(Date.now(), 'UTC')
  const month = { back: daysBetween(mondayOf(`${today.slice(0, 7)}-01`), today), ahead: 31 - Number(today.slice(8)) }
  return beside(house, { bookings: all, people: 40, back: 120, ahead: 60 }, { bookings: few, people: 40, ...month }, (full, hundredth) => measureMonth(full, hundredth, pace))
}

async function busyList(house: string): Promise<Measured[]> {
  const hundredth = Math.max(20, million / 100)
  return beside(house, { bookings: million, people: 100, back: 1600, ahead: 60 }, { bookings: hundredth, people: 100, back: 60, ahead: 30 }, (full, few) => measureList(full, few, pace))
}

type Filling = Parameters<typeof fillBusy>[2] & { readonly bookings: number }

async function beside(house: string, all: Filling, few: Filling, measure: (full: Beside, hundredth: Beside) => Promise<Measured[]>): Promise<Measured[]> {
  const sides: Beside[] = []
  for (const { bookings, ...days } of [all, few]) {
    const busy = fillBusy(folderFor(`busy-${(folders += 1)}`), bookings, days)
    const server = await startServer({ house, database: busy.database })
    running.add(server)
    sides.push({ server, busy })
  }
  const [full, hundredth] = sides
  if (!full || !hundredth) throw new Error('A side is missing')
  const rows = await measure(full, hundredth)
  for (const { server, busy } of sides) {
    await ended(server)
    rmSync(busy.database)
  }
  return rows
}

async function started(house: string, site: Site, database: string): Promise<RunningServer> {
  const server = await startServer({ house, database, env: { BENCH_ROWS: site.rowsFile } })
  running.add(server)
  return server
}

async function ended(server: RunningServer): Promise<void> {
  running.delete(server)
  await server.stop()
}

function folderFor(name: string): string {
  const path = join(folder, name)
  mkdirSync(path)
  return path
}

try {
  await bench()
} finally {
  await Promise.all([...running].map((server) => server.stop()))
  rmSync(folder, { recursive: true, force: true })
}
