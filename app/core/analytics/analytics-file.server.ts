import type { BusinessCtx } from '~/kernel/ctx'
import { csvFile } from '~/kernel/csv'
import { decimalText } from '~/kernel/money'
import type { Db } from '~/platform/database.server'
import { analytics } from './analytics-page.server'
import type { Asked } from './asked'
import { listingTable, storeTable, type Part } from './parts.server'

export const tables = ['periods', 'domains', 'stores', 'listings'] as const
export type Table = (typeof tables)[number]

/** A table of the page as a file for spreadsheets: the same rows, and all of them. */
export function analyticsFile(db: Db, ctx: BusinessCtx, asked: Asked, table: Table): string {
  const { i18n, business: { currency } } = ctx
  const rated = ({ rating }: Part) => (rating ? [rating.average.toFixed(2), String(rating.count)] : ['', '0'])
  const ratings = [i18n.t('Rating'), i18n.t('Reviews')]
  const money = (minor: number | null) => (minor === null ? '' : decimalText(minor, currency))
  const figures = [i18n.t('Bookings'), i18n.t('Revenue'), i18n.t('Currency')]
  if (table === 'stores') return csvFile([[i18n.t('Store'), ...figures, i18n.t('Views'), ...ratings], ...storeTable(db, ctx, asked).map((part) => [part.name, String(part.bookings), money(part.worthMinor), currency, String(part.views), ...rated(part)])])
  if (table === 'listings') return csvFile([[i18n.t('Listing'), i18n.t('Domain'), ...figures, i18n.t('Views'), ...ratings], ...listingTable(db, ctx, asked).map((part) => [part.name, part.domain, String(part.bookings), money(part.worthMinor), currency, String(part.views), ...rated(part)])])
  const { bars, byDomain } = analytics(db, ctx, asked)
  const rest = [...figures, i18n.t('Average value'), i18n.t('No-shows'), i18n.t('Cancelled')]
  const cells = (totals: (typeof bars)[number] | (typeof byDomain)[number]) => [String(totals.bookings), money(totals.revenueMinor), currency, money(totals.averageMinor), String(totals.noShows), String(totals.cancelled)]
  if (table === 'domains') return csvFile([[i18n.t('Domain'), ...rest], ...byDomain.map((row) => [row.domain, ...cells(row)])])
  return csvFile([[i18n.t('From'), i18n.t('To'), ...rest], ...bars.map((bar) => [bar.from, bar.to, ...cells(bar)])])
}
