import { join } from 'node:path'
import { placeBooking, type BookingOrder } from '~/core/bookings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import { addDays, day, formatInstant, localDateOf, minute, startOfDay } from '~/kernel/time'
import { closeDatabase, openDatabase, transact } from '~/platform/database.server'
import { connect } from '#db/connect'
import { bareWriter, countRows, rowsSince } from './bare-writes'
import { migratedFile } from './files'
import { byTurns, perSecond, type Measured } from './measure'
import { everyDay, openBusiness, openService, sure, type OpenBusiness } from './open-business'

const people = ['Ana', 'Rui', 'Eva', 'Tom', 'Ida']
const hours = { from: 6, to: 22 }

/** Bookings per second through the use case, beside the same rows written bare; every commit is synced (synchronous FULL). */
export async function measureCommits(folder: string, { rounds, each }: { rounds: number; each: number }): Promise<Measured> {
  const shop = open(join(folder, 'commits.db'))
  const orders = ordersFor(shop)
  const book = () => void sure(placeBooking({ ...shop.visitor, now: Date.now(), newId: () => uuidv7(Date.now()) }, orders.next().value))

  const before = transact(countRows)
  book()
  const template = transact((db) => rowsSince(db, before))
  const bare = connect(migratedFile(join(folder, 'bare.db')))
  copyWorld(bare, join(folder, 'commits.db'))
  const rows = bareWriter(bare, template, (nth) => nth * day)
  const write = bare.$client.transaction(rows)

  const pair = await byTurns(rounds, () => perSecond(each, book), () => perSecond(each, () => void write.immediate()))
  closeDatabase()
  bare.$client.close()
  return {
    name: 'Bookings committed through placeBooking',
    figure: `${pair.figure.toFixed(0)}/s`,
    reference: `${pair.reference.toFixed(0)}/s, the same ${template.length} rows bare`,
    ratio: pair.ratio,
    aim: '≥ 0.5',
    met: pair.ratio >= 0.5,
  }
}

function open(path: string): OpenBusiness & { readonly listingId: string } {
  openDatabase(migratedFile(path))
  const shop = openBusiness({ name: 'Bench Salon', timeZone: 'Europe/Lisbon', people, hours: everyDay(hours.from, hours.to) })
  return { ...shop, ...openService(shop, 'Trim', { durationMinutes: 15, bufferAfterMinutes: 0 }) }
}

// Foreign keys hold for bare rows too: the world that they stand in is copied. What the first booking wrote is left out.
function copyWorld(bare: ReturnType<typeof connect>, from: string): void {
  bare.$client.exec(`ATTACH '${from}' AS world`)
  for (const table of ['users', 'businesses', 'stores', 'staff', 'listings', 'resources']) {
    bare.$client.exec(`INSERT INTO main.${table} SELECT * FROM world.${table}`)
  }
  bare.$client.exec('DETACH world')
}

/** Every quarter of an hour from tomorrow on, first for people by name, then twice for whoever is left. */
export function* ordersFor(shop: OpenBusiness & { readonly listingId: string }): Generator<BookingOrder, never> {
  const { business, now }: BusinessCtx = shop.visitor
  const zone = business.timeZone
  for (let nth = 0, date = addDays(localDateOf(now, zone), 1); ; date = addDays(date, 1)) {
    const midnight = startOfDay(date, zone)
    for (let at = hours.from * 60; at < hours.to * 60; at += 15) {
      for (const [place, staff] of shop.staffIds.entries()) {
        nth += 1
        yield {
          key: `bench-${nth}`,
          items: [{ listingId: shop.listingId, choice: { start: formatInstant(midnight + at * minute), staff: place < shop.staffIds.length - 2 ? staff : null, store: null }, attendeeName: null, answers: {} }],
          contact: { name: `Customer ${nth}`, email: `customer-${nth}@bench.test`, phone: null },
          note: null,
          channel: 'online',
        }
      }
    }
  }
}
