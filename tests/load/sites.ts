import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { installModules } from '~/registry.server'
import { managePath, type BookingOrder } from '~/core/bookings/index.server'
import { addDays, localDateOf, mondayOf } from '~/kernel/time'
import { closeDatabase, openDatabase, transact } from '~/platform/database.server'
import { countRows, rowsSince } from './bare-writes'
import type { Ask } from './client'
import { migratedFile } from './files'
import { fill, openShop, ordersFor, place, type Shop } from './shop'

export interface Site {
  readonly shop: Shop
  readonly database: string
  /** What one booking writes, for the page that writes the same. */
  readonly rowsFile: string
  readonly rows: number
  /** The page of a booking, with its link's token. */
  readonly bookingPath: string
}

/** A file with a shop and its bookings in it, and what one booking wrote beside it. */
export function fillSite(folder: string, bookings: number): Site {
  const database = migratedFile(join(folder, 'site.db'))
  const rowsFile = join(folder, 'rows.json')
  installModules()
  openDatabase(database)
  const shop = openShop()
  fill(shop, bookings - 1)
  const before = transact(countRows)
  const booking = place(shop, ordersFor(shop, shop.trim, { daysAhead: 700 }).next().value)
  const rows = transact((db) => rowsSince(db, before))
  writeFileSync(rowsFile, JSON.stringify(rows))
  closeDatabase()
  return { shop, database, rowsFile, rows: rows.length, bookingPath: managePath(booking) }
}

/** A copy of a site's file, for another server. */
export function copyOf(site: Site, name: string): string {
  const path = `${site.database}.${name}`
  copyFileSync(site.database, path)
  return path
}

/** The pages and posts that are measured. */
export function pagesOf({ shop }: Site) {
  const business = `/b/${shop.slug}`
  const cut = `${business}/appointments/${shop.cut.slug}`
  return {
    times: { path: `${cut}/times?from=${mondayOf(addDays(localDateOf(shop.visitor.now, shop.visitor.business.timeZone), 7))}` },
    service: { path: cut },
    desk: { path: `/dashboard/${shop.slug}/bookings`, headers: { Cookie: shop.ownerCookie } },
  } satisfies Record<string, Ask>
}

/** One week of times after the other, for a year and then again. */
export function* weeksOf({ shop }: Site): Generator<Ask, never> {
  const today = localDateOf(shop.visitor.now, shop.visitor.business.timeZone)
  for (let week = 1; ; week = (week % 52) + 1) {
    yield { path: `/b/${shop.slug}/appointments/${shop.cut.slug}/times?from=${mondayOf(addDays(today, 7 * week))}` }
  }
}

/** The post that books an order. */
export function postOf(shop: Shop, order: BookingOrder): Ask {
  const { start, staff } = order.items[0]?.choice ?? {}
  const person = typeof staff === 'string' ? `&staff=${staff}` : ''
  return {
    method: 'POST',
    path: `/b/${shop.slug}/appointments/${shop.trim.slug}/book?start=${String(start)}${person}`,
    form: { name: order.contact.name, email: order.contact.email ?? '', key: order.key, checked: 'yes', website: '', website_at: '1' },
  }
}
