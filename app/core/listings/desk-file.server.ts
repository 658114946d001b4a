import { csvFile } from '~/kernel/csv'
import { decimalText } from '~/kernel/money'
import { formatTime, wallClock } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { env } from '~/platform/env.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { allOfDesk } from './desk-list.server'
import type { DeskAddress } from './desk-address'
import { deskOf, tradeOf } from './desk-page.server'
import { listingStatusName } from './status-words'

/** The list of listings as a file for spreadsheets: what its pages show, a row each, at most `mostInFile` of them. */
export function deskFile(db: Db, ctx: MemberCtx, address: DeskAddress): string {
  const { i18n, business } = ctx
  const headings = [
    i18n.t('Name'), i18n.t('Domain'), i18n.t('Status'), i18n.t('Category'), i18n.t('Where'), i18n.t('Price'), i18n.t('Currency'), i18n.t('Heading'), i18n.t('Added'), i18n.t('Time zone'),
    i18n.t('Address'),
  ]
  const rows = allOfDesk(db, deskOf(db, ctx), address).map((row) => {
    const { date, minute } = wallClock(row.createdAt, business.timeZone)
    return [
      row.title,
      tradeOf(row.domain)?.label(i18n) ?? row.domain,
      listingStatusName(i18n, row.status).label,
      row.category ?? '',
      row.stores ?? '',
      row.priceMinor === null ? '' : decimalText(row.priceMinor, business.currency),
      business.currency,
      row.section ?? '',
      `${date} ${formatTime(minute)}`,
      business.timeZone,
      `${env().APP_URL}/b/${business.slug}/${row.domain}/${row.slug}`,
    ]
  })
  return csvFile([headings, ...rows])
}
