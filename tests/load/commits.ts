import { join } from 'node:path'
import { day } from '~/kernel/time'
import { closeDatabase, openDatabase, transact } from '~/platform/database.server'
import { connect } from '#db/connect'
import { bareWriter, countRows, rowsSince } from './bare-writes'
import { migratedFile } from './files'
import { byTurns, perSecond, type Measured } from './measure'
import { openShop, ordersFor, place } from './shop'

/** Bookings per second through the use case, beside the same rows written bare; every commit is synced (synchronous FULL). */
export async function measureCommits(folder: string, { rounds, each }: { rounds: number; each: number }): Promise<Measured> {
  openDatabase(migratedFile(join(folder, 'commits.db')))
  const shop = openShop()
  const orders = ordersFor(shop, shop.trim)
  const book = () => place(shop, orders.next().value)

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

// Foreign keys hold for bare rows too: the world that they stand in is copied. What the first booking wrote is left out.
function copyWorld(bare: ReturnType<typeof connect>, from: string): void {
  bare.$client.exec(`ATTACH '${from}' AS world`)
  for (const table of ['users', 'businesses', 'stores', 'staff', 'listings', 'resources']) {
    bare.$client.exec(`INSERT INTO main.${table} SELECT * FROM world.${table}`)
  }
  bare.$client.exec('DETACH world')
}
