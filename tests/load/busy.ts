import { join } from 'node:path'
import { startSession } from '~/core/identity/index.server'
import { installModules } from '~/registry.server'
import { closeDatabase, openDatabase, transact } from '~/platform/database.server'
import { seedBusyBusiness } from '#db/seeds/many-bookings'
import { migratedFile } from './files'
import type { Measured } from './measure'
import { beyondEmpty, compared, row, type Pace } from './pages'
import type { RunningServer } from './server-process'

// One business with a great many bookings of its own: what the list and the calendar over all its trades make of them.

export interface Busy {
  readonly database: string
  readonly bookings: number
  readonly slug: string
  readonly cookie: string
  readonly storeId: string
  readonly staffId: string
}

/** A file with one business that has so many bookings, over these days before today and after it. Half of them are of other trades. */
export function fillBusy(folder: string, bookings: number, days: { readonly people: number; readonly back: number; readonly ahead: number }): Busy {
  const database = migratedFile(join(folder, `busy-${bookings}.db`))
  installModules()
  openDatabase(database)
  const { house, people } = seedBusyBusiness(Date.now(), '!', { bookings, ...days, domains: ['appointments', 'events', 'activities', 'appointments'] })
  const cookie = transact((db) => startSession(db, house.owner(), house.ownerId, 'Firefox · Linux').split(';')[0] ?? '')
  const { slug } = house.owner().business
  closeDatabase()
  return { database, bookings, slug, cookie, storeId: house.store.id, staffId: people[0]?.staffId ?? '' }
}

/** What the busy one is asked, and the same of one with a hundredth of its bookings. */
export interface Beside {
  readonly server: RunningServer
  readonly busy: Busy
}

/** The list with filters, words and a person, beside the list without any, and beside itself at a hundredth of the bookings. */
export async function measureList(full: Beside, hundredth: Beside, pace: Pace): Promise<Measured[]> {
  const year = 365 * 86_400_000
  const from = new Date(Date.now() - year).toISOString().slice(0, 10)
  const asked: readonly [string, (busy: Busy) => string][] = [
    ['with filters', ({ storeId }) => `?status=completed&domain=appointments&payment=settled&store=${storeId}&from=${from}`],
    ['with few that fit', ({ storeId }) => `?status=pending&domain=events&payment=unpaid&store=${storeId}`],
    ['of one person', ({ staffId }) => `?staff=${staffId}`],
    ['that match words', () => '?q=customer+17'],
  ]
  const rows: Measured[] = []
  for (const [name, query] of asked) rows.push(...(await bothWays(`Bookings ${name}`, 'bookings', query, full, hundredth, pace)))
  return rows
}

/** A month of the calendar, beside the same without filters, beside itself at a hundredth, and what it takes more than an empty page. */
export async function measureMonth(full: Beside, hundredth: Beside, pace: Pace): Promise<Measured[]> {
  const query = ({ storeId }: Busy) => `?view=month&store=${storeId}&domain=appointments`
  const rows = await bothWays('A month of the calendar with filters', 'calendar', query, full, hundredth, pace, '?view=month')
  rows.push(await beyondEmpty('A month of the calendar, time of the server', full.server, pageOf(full.busy, 'calendar', '?view=month'), pace))
  return rows
}

async function bothWays(name: string, page: string, query: (busy: Busy) => string, full: Beside, hundredth: Beside, pace: Pace, plain = ''): Promise<Measured[]> {
  const many = `${full.busy.bookings.toLocaleString('en')} bookings of one business`
  const filtered = ({ busy }: Beside) => () => pageOf(busy, page, query(busy))
  return [
    row(`${name}, ${many}`, await compared(pace, 200, [full.server, filtered(full)], [full.server, () => pageOf(full.busy, page, plain)]), 'without', 0.5),
    row(`${name}, ${many} and 1 %`, await compared(pace, 200, [full.server, filtered(full)], [hundredth.server, filtered(hundredth)]), `${hundredth.busy.bookings.toLocaleString('en')}`, 1 / 1.3),
  ]
}

function pageOf({ slug, cookie }: Busy, page: string, query: string) {
  return { path: `/dashboard/${slug}/${page}${query}`, headers: { Cookie: cookie } }
}
