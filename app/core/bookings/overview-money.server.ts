import { addDays, isLocalDate, localDateOf, mondayOf, startOfDay, type LocalDate } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { balances } from '../ledger/index.server'
import { moneyKinds, moneyList, moneyMoved, saleById, type MoneyCursor, type MoneyKind } from '../sales/index.server'
import { bookingHref } from './desk-booking.server'
import type { Days } from './money-address'

/** The four whole weeks before the one of `date`. */
export function lastFourWeeks(date: LocalDate): Days {
  const monday = mondayOf(date)
  return { from: addDays(monday, -28), to: addDays(monday, -1) }
}

/** By the books: what is owed and due back now, and what was taken and given back on these days. Minor units. */
export function moneyOf(db: Db, ctx: MemberCtx, days: Days): Readonly<Record<MoneyKind, number>> {
  const { businessId, business } = ctx
  const standing = (account: string) => balances(db, businessId).find((one) => one.account === account && one.currency === business.currency)?.balanceMinor ?? 0
  const span = spanOf(ctx, days)
  const { takenMinor, refundedMinor } = moneyMoved(db, businessId, span.from, span.to)
  return { owed: standing('receivable'), taken: takenMinor, given: refundedMinor, 'due-back': 0 - standing('refunds-due') }
}

/** The page behind one of these sums: the sum, and a page of the bookings it is made of. */
export function moneyPage(db: Db, ctx: MemberCtx, query: URLSearchParams) {
  const kind = moneyKinds.find((one) => one === query.get('show')) ?? 'owed'
  const days = daysIn(query, lastFourWeeks(localDateOf(ctx.now, ctx.business.timeZone)))
  const { rows, next } = moneyList(db, ctx.businessId, kind, spanOf(ctx, days), cursorIn(query.get('after')))
  return {
    kind,
    days,
    currency: ctx.business.currency,
    zone: ctx.business.timeZone,
    path: `/dashboard/${ctx.business.slug}/money`,
    sumMinor: moneyOf(db, ctx, days)[kind],
    rows: rows.map((row) => {
      const booking = bookingRow(db).get({ businessId: ctx.businessId, saleId: row.saleId, contactId: row.contactId })
      return { ...row, booking: booking ? { ...booking, href: bookingHref(ctx, booking.reference) } : null }
    }),
    first: !query.has('after'),
    next: next && `${next.at}~${next.id}`,
  }
}

export type MoneyPage = ReturnType<typeof moneyPage>

/** The booking that a sale is of; nothing where it is of something else. */
export function bookingOfSale(db: Db, businessId: string, saleId: string): { readonly id: string; readonly reference: string } | undefined {
  const sale = saleById(db, businessId, saleId)
  return sale ? bookingRow(db).get({ businessId, saleId, contactId: sale.contactId }) : undefined
}

function spanOf({ business }: MemberCtx, { from, to }: Days): { from: number; to: number } {
  return { from: startOfDay(from, business.timeZone), to: startOfDay(addDays(to, 1), business.timeZone) }
}

function daysIn(query: URLSearchParams, otherwise: Days): Days {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  return isLocalDate(from) && isLocalDate(to) && from <= to ? { from, to } : otherwise
}

function cursorIn(text: string | null): MoneyCursor | null {
  const [, at, id] = /^(\d{1,15})~([0-9a-f-]{1,40})$/.exec(text ?? '') ?? []
  return at !== undefined && id !== undefined ? { at: Number(at), id } : null
}

// By its contact, who has few: no index leads from a sale to its booking.
const bookingRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; saleId: string; contactId: string }, { id: string; reference: string; who: string; startsAt: number }>(
    `SELECT id, reference, contact_name AS who, starts_at AS startsAt FROM bookings INDEXED BY bookings_by_contact
     WHERE contact_id = @contactId AND sale_id = @saleId AND business_id = @businessId`,
  ),
)
