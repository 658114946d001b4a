import { prepared, type Db } from '~/platform/database.server'
import type { AccountCtx } from '~/platform/guarded.server'
import { businessesByIds } from '../businesses/index.server'
import { contactIdsOf } from '../contacts/index.server'
import { paidSales } from '../sales/index.server'
import { isShown } from './item-sql'
import { shownStatus, type BookingStatus, type ShownStatus } from './model/states'

export interface AccountBooking {
  readonly id: string
  readonly reference: string
  readonly status: ShownStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly zone: string
  readonly title: string
  readonly business: string
  readonly totalMinor: number
  readonly currency: string
  /** Whether something was paid, so that there is a receipt. */
  readonly paid: boolean
}

export interface AccountBookings {
  readonly upcoming: readonly AccountBooking[]
  readonly past: readonly AccountBooking[]
  /** Where the next page of past bookings begins; null on the last. */
  readonly older: string | null
  readonly totals: { readonly upcoming: number; readonly past: number; readonly spent: readonly { readonly currency: string; readonly minor: number }[] }
}

const perPage = 20
const mostUpcoming = 100

/** Whatever an account has booked anywhere: what comes, soonest first, and a page of what was, latest first. */
export function accountBookings(db: Db, ctx: AccountCtx, after: string | null): AccountBookings {
  const contacts = JSON.stringify(contactIdsOf(db, ctx.account.id))
  const cursor = readCursor(after)
  const upcoming = upcomingRows(db).all({ contacts, now: ctx.now, most: mostUpcoming })
  const past = pastRows(db).all({ contacts, now: ctx.now, ...cursor, most: perPage + 1 })
  const last = past.length > perPage ? past[perPage - 1] : undefined
  const counts = countRow(db).get({ contacts, now: ctx.now })
  const shown = shownBy(db, ctx, [...upcoming, ...past])
  return {
    upcoming: upcoming.map(shown),
    past: past.slice(0, perPage).map(shown),
    older: last ? `${last.startsAt}.${last.id}` : null,
    totals: { upcoming: counts?.upcoming ?? 0, past: counts?.past ?? 0, spent: spentRows(db).all({ contacts }) },
  }
}

function shownBy(db: Db, { now }: AccountCtx, rows: readonly Row[]): (row: Row) => AccountBooking {
  const names = new Map(businessesByIds(db, [...new Set(rows.map(({ businessId }) => businessId))]).map(({ id, name }) => [id, name]))
  const paid = paidSales(db, rows.map(({ saleId }) => saleId))
  return ({ businessId, saleId, ...row }) => ({ ...row, status: shownStatus(row, now), business: names.get(businessId) ?? '', paid: paid.has(saleId) })
}

/** A cursor that nobody's page gave out begins at the beginning. */
function readCursor(text: string | null): { beforeAt: number; beforeId: string } {
  const [, at, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(text ?? '') ?? []
  return at && id ? { beforeAt: Number(at), beforeId: id } : { beforeAt: Number.MAX_SAFE_INTEGER, beforeId: '' }
}

interface Row {
  readonly id: string
  readonly businessId: string
  readonly saleId: string
  readonly reference: string
  readonly status: BookingStatus
  readonly startsAt: number
  readonly endsAt: number
  readonly holdUntil: number | null
  readonly zone: string
  readonly title: string
  readonly totalMinor: number
  readonly currency: string
}

const stands = "b.status IN ('held', 'pending', 'confirmed') AND b.ends_at > @now"
const mine = 'b.contact_id IN (SELECT value FROM json_each(@contacts))'
const columns = `b.id, b.business_id AS businessId, b.sale_id AS saleId, b.reference, b.status, b.starts_at AS startsAt, b.ends_at AS endsAt, b.hold_until AS holdUntil, b.total_minor AS totalMinor, b.currency,
  (SELECT time_zone FROM booking_items WHERE booking_id = b.id ORDER BY position LIMIT 1) AS zone,
  (SELECT group_concat(title, ', ') FROM (SELECT title FROM booking_items i WHERE i.booking_id = b.id AND ${isShown('i')} ORDER BY position)) AS title`

const upcomingRows = prepared((db) =>
  db.$client.prepare<{ contacts: string; now: number; most: number }, Row>(
    `SELECT ${columns} FROM bookings b WHERE ${mine} AND ${stands} ORDER BY b.starts_at, b.id LIMIT @most`,
  ),
)

const pastRows = prepared((db) =>
  db.$client.prepare<{ contacts: string; now: number; beforeAt: number; beforeId: string; most: number }, Row>(
    `SELECT ${columns} FROM bookings b WHERE ${mine} AND NOT (${stands}) AND (b.starts_at, b.id) < (@beforeAt, @beforeId)
     ORDER BY b.starts_at DESC, b.id DESC LIMIT @most`,
  ),
)

const countRow = prepared((db) =>
  db.$client.prepare<{ contacts: string; now: number }, { upcoming: number; past: number }>(
    `SELECT count(*) FILTER (WHERE ${stands}) AS upcoming, count(*) FILTER (WHERE NOT (${stands})) AS past FROM bookings b WHERE ${mine}`,
  ),
)

const spentRows = prepared((db) =>
  db.$client.prepare<{ contacts: string }, { currency: string; minor: number }>(
    `SELECT b.currency, sum(b.total_minor) AS minor FROM bookings b WHERE ${mine} AND b.status = 'completed' GROUP BY b.currency ORDER BY b.currency`,
  ),
)
