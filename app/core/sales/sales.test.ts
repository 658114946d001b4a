import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { read, transact } from '~/platform/database.server'
import { business, memberCtx } from '../../../tests/world/businesses'
import { contact } from '../../../tests/world/contacts'
import { change, rows, withDatabase } from '../../../tests/world/world'
import { receivableOf, sumOfEverything } from '../ledger/index.server'
import { priceLines, type Policy } from '../pricing/index.server'
import { failedRefundsSql, moneyMovedSql } from './queries.server'
import { addLines, closeSale, giveRefund, makeRefund, openSale, refundable, saleById, takePayment, undoPayment, withdrawRefund, type Sale } from './index.server'

withDatabase()

const tax = { name: 'IVA', ratePpm: 230_000, included: true }
const half: Policy = { tiers: [{ hoursBefore: 0, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }
const byCustomer = { by: 'customer', noticeMs: 1 } as const

function shop(currency = 'EUR'): { ctx: BusinessCtx; sell: (...amounts: number[]) => string; sale: (id: string) => Sale } {
  const made = business(`Shop ${currency}`)
  change('UPDATE businesses SET currency = ? WHERE id = ?', currency, made.ctx.businessId)
  const ctx = memberCtx(made.ctx.businessId, made.ownerId)
  const who = contact(ctx)
  return {
    ctx,
    sell: (...amounts) =>
      transact((db) => openSale(db, ctx, { storeId: made.store.id, contactId: who.id, currency, lines: priceLines(amounts.map((amount, at) => ({ kind: 'item', title: `Item ${at + 1}`, amount })), tax) }).id),
    sale: (id) => read((db) => saleById(db, ctx.businessId, id)) as Sale,
  }
}

function expectRightBooks(...sales: Sale[]) {
  for (const { sumMinor } of read(sumOfEverything)) expect(sumMinor).toBe(0)
  expect(rows('SELECT account FROM ledger_balances b WHERE balance_minor <> (SELECT coalesce(sum(e.amount_minor), 0) FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.business_id = b.business_id AND e.account = b.account AND e.currency = b.currency)')).toEqual([])
  for (const sale of sales) expect(read((db) => receivableOf(db, sale.id))).toBe(sale.dueMinor)
}

const pay = (ctx: BusinessCtx, saleId: string, amountMinor: number) => {
  const taken = takePayment(ctx, { saleId, method: 'cash', amountMinor })
  if (!taken.ok) throw new Error(JSON.stringify(taken.refusal))
  return taken.value
}

describe('refunds by hand', () => {
  test('three thirds of a line give back the line and its tax to the cent, and no more', () => {
    const { ctx, sell, sale } = shop()
    const id = sell(1000)
    pay(ctx, id, 1000)
    for (const amount of [333, 334, 333]) expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map([[1, amount]]) }).ok).toBe(true)
    expect(rows('SELECT position, sum(amount_minor) AS back FROM refund_lines GROUP BY position')).toEqual([{ position: 1, back: 813 }, { position: 2, back: 187 }])
    expect(sale(id)).toMatchObject({ paidMinor: 1000, refundedMinor: 1000, refundDueMinor: 1000, dueMinor: 0 })
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map([[1, 1]]) })).toMatchObject({ ok: false, refusal: { kind: 'more-than-line', mostMinor: 0 } })
    expectRightBooks(sale(id))
  })

  test('no more comes back than was paid, and everything at once is what is left of it', () => {
    const { ctx, sell, sale } = shop()
    const id = sell(3000, 1500)
    pay(ctx, id, 2000)
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map([[1, 2500]]) })).toMatchObject({ refusal: { kind: 'more-than-paid', mostMinor: 2000 } })
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map([[1, 500]]) }).ok).toBe(true)
    expect(read((db) => refundable(db, sale(id)))).toEqual({ mostMinor: 1500, lines: [{ position: 1, title: 'Item 1', refundableMinor: 2500 }, { position: 2, title: 'Item 2', refundableMinor: 1500 }] })
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: 'all' }).ok).toBe(true)
    expect(sale(id)).toMatchObject({ refundedMinor: 2000, dueMinor: 2500 })
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: 'all' })).toMatchObject({ refusal: { kind: 'nothing-chosen' } })
    expectRightBooks(sale(id))
  })

  test('a refund is given once or withdrawn once; another business reaches neither', () => {
    const { ctx, sell, sale } = shop()
    const id = sell(4500)
    pay(ctx, id, 4500)
    const make = () => {
      const made = makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map([[1, 1000]]) })
      return made.ok ? made.value : ''
    }
    const [given, withdrawn] = [make(), make()]
    const stranger = shop('USD').ctx
    expect(giveRefund(stranger, given, 'cash')).toMatchObject({ refusal: { kind: 'unknown-refund' } })
    expect(withdrawRefund(stranger, given, 'Mine')).toMatchObject({ refusal: { kind: 'unknown-refund' } })
    expect(makeRefund(stranger, { saleId: id, reason: 'Mine', amounts: 'all' })).toMatchObject({ refusal: { kind: 'unknown-sale' } })
    expect(giveRefund(ctx, given, 'transfer').ok).toBe(true)
    expect(giveRefund(ctx, given, 'transfer').ok).toBe(false)
    expect(withdrawRefund(ctx, given, 'Too late').ok).toBe(false)
    expect(withdrawRefund(ctx, withdrawn, 'A mistake').ok).toBe(true)
    expect(sale(id)).toMatchObject({ refundedMinor: 1000, refundDueMinor: 0, reversedMinor: 1000, dueMinor: 0 })
    expect(rows("SELECT account, balance_minor AS minor FROM ledger_balances WHERE business_id = ? ORDER BY account", ctx.businessId)).toEqual([
      { account: 'cash-box', minor: 3500 }, { account: 'receivable', minor: 0 }, { account: 'refunds-due', minor: 0 }, { account: 'revenue', minor: -2846 }, { account: 'tax-payable', minor: -654 },
    ])
    expectRightBooks(sale(id))
  })
})

describe('a sale that ends early', () => {
  test.each([['all paid', 4500, 2250], ['a deposit above the fee', 3000, 750], ['a deposit below it', 1350, 0], ['nothing paid', 0, 0]])('%s: half is the fee, and nothing more is owed', (_, paid, refund) => {
    const { ctx, sell, sale } = shop()
    const id = sell(4500)
    if (paid > 0) pay(ctx, id, paid)
    transact((db) => closeSale(db, ctx, id, half, byCustomer, null))
    transact((db) => closeSale(db, ctx, id, half, byCustomer, null))
    expect(sale(id)).toMatchObject({ paidMinor: paid, refundDueMinor: refund, dueMinor: 0 })
    expect(takePayment(ctx, { saleId: id, method: 'cash', amountMinor: 1 })).toMatchObject({ refusal: { kind: 'nothing-due' } })
    expectRightBooks(sale(id))
  })

  test('a payment that goes back is not undone before the refund is withdrawn, and then nothing becomes due', () => {
    const { ctx, sell, sale } = shop()
    const id = sell(4500)
    const payment = pay(ctx, id, 4500)
    transact((db) => closeSale(db, ctx, id, half, byCustomer, null))
    expect(undoPayment(ctx, payment, 'Never came')).toMatchObject({ refusal: { kind: 'goes-back', refundedMinor: 2250 } })
    expect(withdrawRefund(ctx, sale(id).refunds[0]?.id ?? '', 'Never came').ok).toBe(true)
    expect(undoPayment(ctx, payment, 'Never came').ok).toBe(true)
    expect(sale(id)).toMatchObject({ paidMinor: 0, refundedMinor: 0, dueMinor: 0 })
    expectRightBooks(sale(id))
  })

  test('what grows cheaper than was paid is due back at once', () => {
    const { ctx, sell, sale } = shop()
    const id = sell(4500)
    pay(ctx, id, 4500)
    transact((db) => addLines(db, ctx, id, 'EUR', [{ kind: 'discount', title: 'Shorter', amount: -1000, position: 1 }]))
    expect(sale(id)).toMatchObject({ totalMinor: 3500, refundDueMinor: 1000, dueMinor: 0, refunds: [{ cause: 'overpaid' }] })
    expectRightBooks(sale(id))
  })
})

test.each([['JPY'], ['EUR'], ['KWD']])('whatever is booked, paid, undone, refunded and cancelled in %s, the books add up and the receivable is what is due', (currency) => {
  const { ctx, sell, sale } = shop(currency)
  const act = fc.record({ kind: fc.constantFrom('pay', 'pay', 'undo', 'refund', 'give', 'withdraw', 'add', 'close'), part: fc.integer({ min: 1, max: 100 }) })
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 3 }), fc.array(act, { maxLength: 12 }), (amounts, acts) => {
      const id = sell(...amounts)
      for (const { kind, part } of acts) {
        const now = sale(id)
        const some = (minor: number) => Math.ceil((minor * part) / 100)
        const due = now.refunds.find(({ givenAt, withdrawnAt }) => givenAt === null && withdrawnAt === null)?.id ?? ''
        if (kind === 'pay' && now.dueMinor > 0) pay(ctx, id, some(now.dueMinor))
        if (kind === 'undo') undoPayment(ctx, now.payments.find(({ undoneAt }) => undoneAt === null)?.id ?? '', 'Wrong')
        if (kind === 'refund') makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map(read((db) => refundable(db, now)).lines.map(({ position, refundableMinor }) => [position, some(refundableMinor)])) })
        if (kind === 'give') giveRefund(ctx, due, 'cash')
        if (kind === 'withdraw') withdrawRefund(ctx, due, 'Wrong')
        if (kind === 'add' && now.voidedAt === null) transact((db) => addLines(db, ctx, id, currency, priceLines([{ kind: 'item', title: 'More', amount: part * 7 }], tax)))
        if (kind === 'close') transact((db) => closeSale(db, ctx, id, { ...half, tiers: [{ hoursBefore: 0, percent: part }] }, byCustomer, null))
        expectRightBooks(sale(id))
        expect(sale(id).owedMinor).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 40 },
  )
})

test('what was taken and given back is found along its index', () => {
  const plan = read((db) => db.$client.prepare(`EXPLAIN QUERY PLAN ${moneyMovedSql}`).all({ businessId: 'b', from: 0, to: 1 })) as { detail: string }[]
  const details = plan.map(({ detail }) => detail).join('\n')
  expect(details).toContain('USING INDEX payments_by_business')
  expect(details).toContain('USING INDEX refunds_by_business')
})

test('refunds that failed are found among what is due, along its index', () => {
  const plan = read((db) => db.$client.prepare(`EXPLAIN QUERY PLAN ${failedRefundsSql}`).all({ businessId: 'b', atMost: 5 })) as { detail: string }[]
  expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('USING INDEX refunds_due')])
})
