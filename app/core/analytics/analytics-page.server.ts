import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { bookableDomains, tallyByListing, tallyByStatus, tallyByStore, talliedStatuses, type PartTally, type StatusTally, type TalliedStatus, type TallySpan } from '../bookings/index.server'
import { enabledDomains, knownTrades, storesOf } from '../businesses/index.server'
import { listingCounts, listingsByIds } from '../listings/index.server'
import { barsOf, rangeBefore, rangeIn, type AskedRange, type Range } from './range'

/** What is counted of some bookings. Amounts in minor units of the business's currency, taxes included. */
export interface Totals {
  /** Those that took place or still will. */
  readonly bookings: number
  readonly revenueMinor: number
  /** Revenue by booking, rounded to the minor unit; null without bookings. */
  readonly averageMinor: number | null
  readonly noShows: number
  readonly cancelled: number
}

export interface Asked extends AskedRange {
  readonly domain: string
  readonly store: string
}

/** What the address of the page asks for, by the clock of the business. */
export function askedIn(ctx: BusinessCtx, query: URLSearchParams): Asked {
  const range = rangeIn(query, localDateOf(ctx.now, ctx.business.timeZone))
  return { ...range, domain: (query.get('domain') ?? '').slice(0, 40), store: (query.get('store') ?? '').slice(0, 40) }
}

/** Everything on the page. */
export function analytics(db: Db, ctx: BusinessCtx, asked: Asked) {
  const { businessId, business } = ctx
  const rows = tallyByStatus(db, spanOf(ctx, asked, asked))
  const before = rangeBefore(asked)
  const bars = barsOf(asked, asked.step).map((bar) => ({ ...bar, tallies: tallyByStatus(db, spanOf(ctx, asked, bar)) }))
  const enabled = new Set<string>(enabledDomains(db, businessId))
  return {
    asked,
    before,
    today: localDateOf(ctx.now, business.timeZone),
    currency: business.currency,
    trades: knownTrades().filter(({ domain }) => enabled.has(domain) || rows.some((row) => row.domain === domain)).map(({ domain, label }) => ({ domain, label: label(ctx.i18n) })),
    stores: storesOf(db, businessId).map(({ id, name }) => ({ id, name })),
    now: totalsOf(rows),
    then: totalsOf(tallyByStatus(db, spanOf(ctx, asked, before))),
    byStatus: talliedStatuses.map((status) => ({ status, ...sumOf(rows.filter((row) => row.status === status)) })),
    byDomain: domainsOf(rows).map((domain) => ({ domain, ...totalsOf(rows.filter((row) => row.domain === domain)) })),
    bars: bars.map(({ from, to, tallies }) => ({ from, to, ...totalsOf(tallies), revenueBy: byDomain(tallies, ({ worthMinor }) => worthMinor), bookingsBy: byDomain(tallies, ({ bookings }) => bookings) })),
    uses: usesOf(db, ctx, asked, before),
    byStore: storeTable(db, ctx, asked),
    byListing: listingTable(db, ctx, asked),
    listings: listingCounts(db, businessId)
      .filter(({ domain }) => (asked.domain === '' ? enabled.has(domain) : domain === asked.domain))
      .map((count) => ({ ...count, name: knownTrades().find(({ domain }) => domain === count.domain)?.label(ctx.i18n) ?? count.domain })),
  }
}

export type Analytics = ReturnType<typeof analytics>

/** Revenue and bookings by store, the most revenue first. */
export function storeTable(db: Db, ctx: BusinessCtx, asked: Asked) {
  const names = new Map(storesOf(db, ctx.businessId).map(({ id, name }) => [id, name]))
  return sorted(tallyByStore(db, spanOf(ctx, asked, asked))).map((row) => ({ ...row, name: names.get(row.id) ?? '' }))
}

/** The same by listing. */
export function listingTable(db: Db, ctx: BusinessCtx, asked: Asked) {
  const rows = sorted(tallyByListing(db, spanOf(ctx, asked, asked)))
  const listings = new Map(listingsByIds(db, ctx.businessId, rows.map(({ id }) => id)).map((listing) => [listing.id, listing]))
  return rows.map((row) => ({ ...row, name: listings.get(row.id)?.title ?? '', domain: listings.get(row.id)?.domain ?? '' }))
}

function spanOf({ businessId, business }: BusinessCtx, { domain, store }: Asked, { from, to }: Range): TallySpan {
  const zone = business.timeZone
  return { businessId, from: startOfDay(from, zone), to: startOfDay(addDays(to, 1), zone), storeId: store || null, domain: domain || null }
}

/** What each domain used of what it had, in the whole business; none where one store alone is asked for. */
function usesOf(db: Db, ctx: BusinessCtx, asked: Asked, before: Range) {
  if (asked.store !== '') return []
  const enabled = new Set<string>(enabledDomains(db, ctx.businessId))
  return bookableDomains().flatMap(({ domain, use, useName }) => {
    if (!use || !enabled.has(domain) || (asked.domain !== '' && asked.domain !== domain)) return []
    const of = (range: Range) => {
      const { from, to } = spanOf(ctx, asked, range)
      return use(db, ctx.businessId, from, to)
    }
    return [{ domain, name: useName?.(ctx.i18n) ?? ctx.i18n.t('Used'), now: of(asked), then: of(before) }]
  })
}

function totalsOf(rows: readonly StatusTally[]): Totals {
  const of = (...statuses: TalliedStatus[]) => sumOf(rows.filter(({ status }) => statuses.includes(status)))
  const stands = of('completed', 'confirmed')
  return {
    bookings: stands.bookings,
    revenueMinor: stands.worthMinor,
    averageMinor: stands.bookings === 0 ? null : Math.round(stands.worthMinor / stands.bookings),
    noShows: of('no_show').bookings,
    cancelled: of('cancelled').bookings,
  }
}

function sumOf(rows: readonly Pick<StatusTally, 'bookings' | 'worthMinor'>[]): { bookings: number; worthMinor: number } {
  return { bookings: rows.reduce((sum, row) => sum + row.bookings, 0), worthMinor: rows.reduce((sum, row) => sum + row.worthMinor, 0) }
}

function byDomain(rows: readonly StatusTally[], of: (row: StatusTally) => number): Record<string, number> {
  const standing = rows.filter(({ status }) => status === 'completed' || status === 'confirmed')
  return Object.fromEntries(domainsOf(standing).map((domain) => [domain, standing.filter((row) => row.domain === domain).reduce((sum, row) => sum + of(row), 0)]))
}

function domainsOf(rows: readonly StatusTally[]): string[] {
  return [...new Set(rows.map(({ domain }) => domain))].sort()
}

function sorted(rows: readonly PartTally[]): PartTally[] {
  return [...rows].sort((a, b) => b.worthMinor - a.worthMinor || b.bookings - a.bookings || (a.id < b.id ? -1 : 1))
}
