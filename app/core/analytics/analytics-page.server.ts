import type { BusinessCtx } from '~/kernel/ctx'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { activity, bookableDomains, tallied, tallyByStatus, talliedStatuses, totalsByDomain, totalsOf } from '../bookings/index.server'
import { enabledDomains, knownTrades, storesOf } from '../businesses/index.server'
import { listingCounts } from '../listings/index.server'
import { spanOf, type Asked } from './asked'
import { listingTable, mostBooked, storeTable, viewsIn } from './parts.server'
import { barsOf, rangeBefore, type Range } from './range'

const mostLately = 8

/** Everything on the page. */
export function analytics(db: Db, ctx: BusinessCtx, asked: Asked) {
  const { businessId, business } = ctx
  const rows = tallyByStatus(db, spanOf(ctx, asked, asked))
  const before = rangeBefore(asked)
  const bars = barsOf(asked, asked.step).map((bar) => ({ ...bar, tallies: tallyByStatus(db, spanOf(ctx, asked, bar)) }))
  const uses = toldApart(ctx, usesOf(db, ctx, asked))
  const enabled = new Set<string>(enabledDomains(db, businessId))
  const byListing = listingTable(db, ctx, asked)
  return {
    asked,
    before,
    today: localDateOf(ctx.now, business.timeZone),
    currency: business.currency,
    zone: business.timeZone,
    trades: knownTrades().filter(({ domain }) => enabled.has(domain) || rows.some((row) => row.domain === domain)).map(({ domain, label }) => ({ domain, label: label(ctx.i18n) })),
    stores: storesOf(db, businessId).map(({ id, name }) => ({ id, name })),
    now: totalsOf(rows),
    then: totalsOf(tallyByStatus(db, spanOf(ctx, asked, before))),
    byStatus: talliedStatuses.map((status) => ({ status, ...tallied(rows.filter((row) => row.status === status)) })),
    byDomain: Object.entries(totalsByDomain(rows)).map(([domain, totals]) => ({ domain, ...totals })),
    bars: bars.map(({ from, to, tallies }) => ({ from, to, ...totalsOf(tallies), by: totalsByDomain(tallies) })),
    uses: uses.map(({ of, ...use }) => ({ ...use, now: of(asked), then: of(before), bars: bars.map(of) })),
    views: { now: viewsIn(db, ctx, asked, asked), then: viewsIn(db, ctx, asked, before) },
    byStore: storeTable(db, ctx, asked),
    byListing,
    mostBooked: mostBooked(byListing, 5),
    listings: listingCounts(db, businessId)
      .filter(({ domain }) => (asked.domain === '' ? enabled.has(domain) : domain === asked.domain))
      .map((count) => ({ ...count, name: knownTrades().find(({ domain }) => domain === count.domain)?.label(ctx.i18n) ?? count.domain })),
  }
}

export type Analytics = ReturnType<typeof analytics>

/** What was last done in the domain that is asked for, or in all. */
export function lately(db: Db, ctx: BusinessCtx, { domain }: Asked) {
  return activity(db, ctx, { domain: domain || null, kind: null }, null, mostLately).rows
}

/** Two trades may call it the same. */
function toldApart<Used extends { readonly name: string; readonly trade: string }>({ i18n }: BusinessCtx, uses: readonly Used[]): Used[] {
  const shared = (name: string) => uses.filter((use) => use.name === name).length > 1
  return uses.map((use) => (shared(use.name) ? { ...use, name: i18n.t('{name}, {domain}', { name: use.name, domain: use.trade }) } : use))
}

/** What each domain used of what it had, in the whole business; none where one store alone is asked for. */
function usesOf(db: Db, ctx: BusinessCtx, asked: Asked) {
  if (asked.store !== '') return []
  const enabled = new Set<string>(enabledDomains(db, ctx.businessId))
  return bookableDomains().flatMap(({ domain, use, useName }) => {
    if (!use || !enabled.has(domain) || (asked.domain !== '' && asked.domain !== domain)) return []
    const of = (range: Range) => {
      const { from, to } = spanOf(ctx, asked, range)
      return use(db, ctx.businessId, from, to)
    }
    return [{ domain, name: useName?.(ctx.i18n) ?? ctx.i18n.t('Used'), trade: knownTrades().find((trade) => trade.domain === domain)?.label(ctx.i18n) ?? domain, of }]
  })
}
