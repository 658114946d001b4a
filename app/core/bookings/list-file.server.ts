import type { BusinessCtx } from '~/kernel/ctx'
import { csvFile } from '~/kernel/csv'
import { decimalText } from '~/kernel/money'
import { comesTwice, formatTime, wallClock } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { BookingFilters } from './list-filters'
import { allBookings, type ListedBooking } from './list.server'
import { tradeNames } from './trade-words.server'
import { paymentName, statusName } from './words'

/** The list of bookings as a file for spreadsheets: what its pages show, a row each, at most `mostInFile` of them. */
export function bookingsFile(db: Db, ctx: BusinessCtx, filters: BookingFilters): string {
  const { i18n, business } = ctx
  const zone = business.timeZone
  const trades = tradeNames(ctx)
  const headings = [
    i18n.t('Reference'), i18n.t('Who'), i18n.t('What'), i18n.t('Domain'), i18n.t('Starts'), i18n.t('Ends'), i18n.t('Booked'), i18n.t('Time zone'),
    i18n.t('Status'), i18n.t('Price'), i18n.t('Currency'), i18n.t('Payment'),
  ]
  const cells = (row: ListedBooking) => [
    row.reference,
    row.contactName,
    row.items > 1 ? i18n.t('{title} and {more} more', { title: row.title, more: row.items - 1 }) : row.title,
    trades[row.domain] ?? row.domain,
    ...[row.startsAt, row.endsAt, row.placedAt].map((at) => wallText(at, zone)),
    zone,
    statusName(i18n, row.status).label,
    decimalText(row.totalMinor, row.currency),
    row.currency,
    paymentName(i18n, row.payment),
  ]
  return csvFile([headings, ...allBookings(db, ctx, filters).map(cells)])
}

/** "2026-11-04 10:00", as spreadsheets read it; an hour that comes twice says which one it is: "2026-10-25 01:30 +00:00". */
function wallText(at: number, zone: string): string {
  const { date, minute, offsetMinutes } = wallClock(at, zone)
  const text = `${date} ${formatTime(minute)}`
  return comesTwice(at, zone) ? `${text} ${offsetMinutes < 0 ? '-' : '+'}${formatTime(Math.abs(offsetMinutes))}` : text
}
