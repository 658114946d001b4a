import { expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { theMorning, withDatabase } from '../../../tests/world/world'
import { sumOf } from '~/kernel/money'
import { giveRefund, makeRefund, moneyKinds, moneyListsSql, saleById, takePayment, undoPayment, withdrawRefund, type MoneyKind } from '../sales/index.server'
import { cancelBooking, markNoShow } from './change-status.server'
import { addressIn } from './list-address'
import { bookingsPage } from './list.server'
import { moneyHref } from './money-address'
import { moneyPage } from './overview-money.server'
import { overview } from './overview.server'
import { bookingById } from './queries.server'

withDatabase()

const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }

function as(ctx: BusinessCtx, now = ctx.now): MemberCtx {
  if (!ctx.member) throw new Error('Nobody’s context')
  return { ...ctx, now, member: ctx.member, account }
}

// Three visits are paid this Tuesday; two weeks later these are days of the last four whole weeks.
const later = theMorning + 14 * day

function busyDesk() {
  const desk = frontDesk()
  const { ctx, cut, marta, rui } = desk
  const sold = (start: string, staff: string) => {
    const { id, reference } = book(ctx, cut, start, staff)
    const { saleId } = read((db) => bookingById(db, ctx.businessId, id)) ?? { saleId: '' }
    return { id, reference, saleId }
  }
  const pay = (saleId: string, amountMinor: number, now = ctx.now) => {
    const taken = takePayment({ ...ctx, now }, { saleId, method: 'cash', amountMinor })
    if (!taken.ok) throw new Error(taken.refusal.kind)
    return taken.value
  }
  const refund = (saleId: string, amountMinor: number) => {
    const made = makeRefund(ctx, { saleId, reason: 'Began late', amounts: new Map([[1, amountMinor]]) })
    if (!made.ok) throw new Error(made.refusal.kind)
    return read((db) => saleById(db, ctx.businessId, saleId))?.refunds.at(-1)?.id ?? ''
  }
  const [paid, half, unpaid, called] = [sold('2026-11-04T10:00Z', marta), sold('2026-11-04T10:00Z', rui), sold('2026-11-05T10:00Z', marta), sold('2026-11-05T10:00Z', rui)]
  pay(paid.saleId, 4500)
  pay(half.saleId, 2000, ctx.now + hour)
  undoPayment(ctx, pay(unpaid.saleId, 100), 'A mistake')
  pay(called.saleId, 4500, later)
  giveRefund({ ...ctx, now: ctx.now + 2 * hour }, refund(paid.saleId, 1000), 'cash')
  withdrawRefund(ctx, refund(paid.saleId, 500), 'A mistake')
  refund(paid.saleId, 700)
  cancelBooking({ ...ctx, now: ctx.now + hour }, called.id, 'Ill')
  markNoShow({ ...ctx, now: later }, half.id)
  return { ...desk, paid, half, unpaid, called }
}

/** Every row behind a sum, page by page. */
function behind(ctx: MemberCtx, kind: MoneyKind) {
  const { weeks } = read((db) => overview(db, ctx))
  const rows = []
  let after: string | null = null
  do {
    const address: URL = new URL(moneyHref('/dashboard/x', kind, weeks, after), 'http://house')
    const page = read((db) => moneyPage(db, ctx, address.searchParams))
    expect(page.kind).toBe(kind)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

test('each sum of money on the overview is what the rows of its page add up to', () => {
  const { ctx, half, unpaid, paid } = busyDesk()
  const owner = as(ctx, later)
  const { money } = read((db) => overview(db, owner))
  for (const kind of moneyKinds) {
    expect(sumOf(behind(owner, kind).map(({ amountMinor }) => amountMinor)), kind).toBe(money?.[kind])
    const address = new URL(moneyHref('/dashboard/x', kind, read((db) => overview(db, owner)).weeks), 'http://house')
    expect(read((db) => moneyPage(db, owner, address.searchParams)).sumMinor, kind).toBe(money?.[kind])
  }
  expect(money).toMatchObject({ taken: 6500, given: 1000 })
  expect(behind(owner, 'owed').map(({ booking, amountMinor }) => [booking?.reference, amountMinor])).toEqual([[unpaid.reference, 4500]])
  expect(behind(owner, 'taken').map(({ booking, method, amountMinor }) => [booking?.reference, method, amountMinor])).toEqual([[half.reference, 'cash', 2000], [paid.reference, 'cash', 4500]])
})

test('cancelled bookings and no-shows are as many as the list they lead to', () => {
  const { ctx } = busyDesk()
  const owner = as(ctx, later)
  const day = read((db) => overview(db, owner))
  const listed = (status: string) => {
    const { from, to } = addressIn(new URLSearchParams({ status, ...day.weeks }))
    const filters = { status: status as 'cancelled', domain: null, payment: null, sessionId: null, staffId: null, storeId: null, from, to, search: null, sort: 'start', diary: null } as const
    return read((db) => bookingsPage(db, owner, filters, null)).count
  }
  expect(day.figures.now).toMatchObject({ cancelled: 1, noShows: 1 })
  expect([listed('cancelled'), listed('no_show')]).toEqual([1, 1])
})

test('who sees their own diary alone is told no sums of money', () => {
  const { martaCtx } = busyDesk()
  expect(read((db) => overview(db, as(martaCtx))).money).toBeNull()
})

test('what is owed is found page by page, and another business has none of it', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  for (let nth = 0; nth < 52; nth += 1) {
    book(ctx, cut, `2026-11-${String(4 + Math.floor(nth / 12)).padStart(2, '0')}T${String(9 + Math.floor((nth % 12) / 2)).padStart(2, '0')}:00Z`, nth % 2 ? marta : rui)
  }
  const owner = as(ctx)
  const rows = behind(owner, 'owed')
  expect(new Set(rows.map(({ id }) => id)).size).toBe(52)
  expect(sumOf(rows.map(({ amountMinor }) => amountMinor))).toBe(read((db) => overview(db, owner)).money?.owed)
  expect(read((db) => moneyPage(db, { ...owner, businessId: 'another' }, new URLSearchParams()))).toMatchObject({ rows: [], sumMinor: 0, next: null })
})

test('the lists of money walk indexes of the business', () => {
  frontDesk()
  const asked = { businessId: '', from: 0, to: 1, at: 0, id: '' }
  read((db) => {
    const planOf = (sql: string) => db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(asked).map(({ detail }) => detail).join('\n')
    expect(planOf(moneyListsSql.owed)).toContain('SEARCH s USING INDEX sales_by_business (business_id=? AND opened_at<?)')
    expect(planOf(moneyListsSql.taken)).toContain('SEARCH p USING INDEX payments_by_business (business_id=? AND taken_at>? AND taken_at<?)')
    expect(planOf(moneyListsSql.given)).toContain('SEARCH r USING INDEX refunds_by_business (business_id=? AND given_at>? AND given_at<?)')
    expect(planOf(moneyListsSql['due-back'])).toContain('SEARCH r USING INDEX refunds_due (business_id=?')
    for (const sql of Object.values(moneyListsSql)) expect(planOf(sql)).not.toMatch(/SCAN [psr]\b/)
  })
})
