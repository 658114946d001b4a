import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, localDateOf, startOfDay } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { bookableDomains, tallied, tallyByListing, tallyByStatus, tallyByStore, talliedStatuses, totalsByDomain, totalsOf, type PartTally, type TallySpan } from '../bookings/index.server'
import { enabledDomains, knownTrades, storesOf } from '../businesses/index.server'
import { listingCounts, listingsByIds } from '../listings/index.server'
import { barsOf, rangeBefore, rangeIn, type AskedRange, type Range } from './range'

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
    byStatus: talliedStatuses.map((status) => ({ status, ...tallied(rows.filter((row) => row.status === status)) })),
    byDomain: Object.entries(totalsByDomain(rows)).map(([domain, totals]) => ({ domain, ...totals })),
    bars: bars.map(({ from, to, tallies }) => ({ from, to, ...totalsOf(tallies), by: totalsByDomain(tallies) })),
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

function sorted(rows: readonly PartTally[]): PartTally[] {
  return [...rows].sort((a, b) => b.worthMinor - a.worthMinor || b.bookings - a.bookings || (a.id < b.id ? -1 : 1))
}
