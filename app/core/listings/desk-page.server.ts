import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import type { PictureImage } from '~/ui/picture'
import { enabledDomains, knownTrades, storesOf, type Trade } from '../businesses/index.server'
import { offeredCategories } from './categories.server'
import { deskCounts, deskList, deskListingsByIds, mostCounted, mostInFile, type DeskListing, type DeskOf } from './desk-list.server'
import { deskHref, type DeskAddress, type DeskCursor } from './desk-address'
import { mayBecome, type DeskAct } from './desk-selection'
import { listingStatuses } from './model/status-moves'
import { listingRatings, type ListingRating } from './ratings.server'
import { listingStatusName } from './status-words'
import { listingThumbnails } from './thumbnails.server'

/** The listings that the desk shows: those of the trades that are switched on. */
export function deskOf(db: Db, { businessId }: MemberCtx): DeskOf {
  return { businessId, domains: enabledDomains(db, businessId) }
}

/** Whether a member may change the listings of a trade. */
export function mayChange({ member }: MemberCtx, domain: string): boolean {
  const trade = tradeOf(domain)
  return trade !== undefined && member.may(trade.manage)
}

/** Everything the list of listings shows. */
export function deskPage(db: Db, ctx: MemberCtx, address: DeskAddress, cursor: DeskCursor | null) {
  const { i18n, business } = ctx
  const of = deskOf(db, ctx)
  const base = `/dashboard/${business.slug}`
  const page = deskList(db, of, address, cursor)
  const counts = deskCounts(db, of)
  const ids = page.rows.map(({ id }) => id)
  const pictures = address.view === 'grid' ? listingThumbnails(db, ctx.businessId, ids) : new Map<string, PictureImage>()
  const ratings = listingRatings(db, ids)
  const all = { value: '', label: i18n.t('All') }
  const path = `${base}/listings`
  return {
    ...page,
    rows: page.rows.map((row) => ({ ...deskRow(ctx, row), picture: pictures.get(row.id) ?? null, rating: ratings.get(row.id) ?? null })),
    atLeast: page.count >= mostCounted,
    mostInFile,
    currency: business.currency,
    states: [
      { href: deskHref(path, { ...address, status: '' }), label: i18n.t('All'), count: [...counts.values()].reduce((sum, n) => sum + n, 0), current: address.status === '' },
      ...listingStatuses.map((status) => ({ href: deskHref(path, { ...address, status }), label: listingStatusName(i18n, status).label, count: counts.get(status) ?? 0, current: address.status === status })),
    ],
    trades: of.domains.flatMap((domain) => tradeOf(domain) ?? []).map(({ domain, label, about, desk }) => ({ domain, label: label(i18n), about: about(i18n), add: mayChange(ctx, domain) ? `${base}/${desk}/new` : null })),
    choices: {
      domains: [all, ...of.domains.map((domain) => ({ value: domain, label: tradeOf(domain)?.label(i18n) ?? domain }))],
      categories: [all, ...offeredCategories(db, of.domains, address.category === '' ? [] : [address.category]).map(({ id, path: where }) => ({ value: id, label: where }))],
      stores: [all, ...storesOf(db, ctx.businessId).map(({ id, name }) => ({ value: id, label: name }))],
    },
  }
}

/** Those that were chosen to do something with, and with which of them it can be done. */
export function chosenPage(db: Db, ctx: MemberCtx, act: DeskAct, ids: readonly string[]) {
  const rows = deskListingsByIds(db, deskOf(db, ctx), ids).map((row) => ({ ...deskRow(ctx, row), possible: mayChange(ctx, row.domain) && mayBecome(row.status, act) }))
  return { rows, count: rows.filter(({ possible }) => possible).length }
}

function deskRow(ctx: MemberCtx, row: DeskListing) {
  const { i18n, business } = ctx
  const trade = tradeOf(row.domain)
  const base = `/dashboard/${business.slug}`
  const changes = mayChange(ctx, row.domain)
  return {
    ...row,
    trade: trade?.label(i18n) ?? row.domain,
    changes,
    href: changes && trade ? `${base}/${trade.desk}/${row.id}` : `/b/${business.slug}/${row.domain}/${row.slug}`,
    copy: `${base}/listings/${row.id}/copy`,
  }
}

export type DeskRow = ReturnType<typeof deskRow> & { readonly picture: PictureImage | null; readonly rating: ListingRating | null }

export function tradeOf(domain: string): Trade | undefined {
  return knownTrades().find((trade) => trade.domain === domain)
}
