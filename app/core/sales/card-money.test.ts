import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { read, transact } from '~/platform/database.server'
import { business, memberCtx } from '../../../tests/world/businesses'
import { contact } from '../../../tests/world/contacts'
import { change, withDatabase } from '../../../tests/world/world'
import { receivableOf, sumOfEverything } from '../ledger/index.server'
import { freePolicy, priceLines, type Ending } from '../pricing/index.server'
import {
  cardRefundFailed, cardRefundGiven, closeSale, dropLines, exchangeLines, giveRefund, letPayAhead, makeRefund, openSale, refundable, resumeCardRefund, saleById, takeCardPayment,
  takePayment, undoPayment, withdrawRefund, type Sale,
} from './index.server'

withDatabase()

const half = { ...freePolicy, tiers: [{ hoursBefore: 0, percent: 50 }] }
const byCustomer = { by: 'customer', noticeMs: 1 } as const

function shop(currency = 'EUR') {
  const made = business(`Shop ${currency}`)
  change('UPDATE businesses SET currency = ? WHERE id = ?', currency, made.ctx.businessId)
  const ctx = memberCtx(made.ctx.businessId, made.ownerId)
  const who = contact(ctx)
  const priced = (items: readonly { key: string; amount: number }[]) => priceLines(items.map(({ key, amount }) => ({ kind: 'item', title: key, amount, itemKey: key })), { name: 'IVA', ratePpm: 230_000, included: true })
  let pages = 0
  const sell = (...amounts: number[]) => {
    const items = amounts.map((amount) => ({ key: ctx.newId(), amount }))
    const { id } = transact((db) => openSale(db, ctx, { storeId: made.store.id, contactId: who.id, currency, lines: priced(items) }))
    const sale = () => read((db) => saleById(db, ctx.businessId, id)) as Sale
    const byCard = (amountMinor: number, checkoutId = `page-${(pages += 1)}`) =>
      transact((db) => takeCardPayment(db, ctx, { saleId: id, checkoutId, paymentIntentId: `pi-${checkoutId}`, amountMinor, card: { brand: 'visa', last4: '4242' } }))
    const exchange = (at: number, amount: number) => transact((db) => exchangeLines(db, ctx, id, items[at]?.key ?? '', priced([{ key: items[at]?.key ?? '', amount }])))
    const drop = (at: number, ending: Ending) => transact((db) => dropLines(db, ctx, id, items[at]?.key ?? '', half, ending, null))
    return { id, sale, byCard, exchange, drop, pay: (amountMinor: number) => takePayment(ctx, { saleId: id, method: 'cash', amountMinor }) }
  }
  return { ctx, sell }
}

/** The books add up, and what stands at Stripe is what cards paid less what reached them. */
function expectRightBooks(sale: Sale) {
  for (const { sumMinor } of read(sumOfEverything)) expect(sumMinor).toBe(0)
  expect(read((db) => receivableOf(db, sale.id))).toBe(sale.owedMinor)
  const paid = sale.payments.filter(({ method }) => method === 'card').reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const given = sale.refunds.filter(({ givenMethod }) => givenMethod === 'card').reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const standing = read((db) => db.$client.prepare<[string], { minor: number | null }>("SELECT sum(e.amount_minor) AS minor FROM ledger_entries e JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.sale_id = ? AND e.account = 'stripe-balance'").get(sale.id))?.minor
  expect(standing ?? 0).toBe(paid - given)
  for (const payment of sale.payments) {
    const back = sale.refunds.filter(({ paymentId, withdrawnAt }) => paymentId === payment.id && withdrawnAt === null).reduce((sum, { amountMinor }) => sum + amountMinor, 0)
    expect(back).toBeLessThanOrEqual(payment.amountMinor)
  }
}

describe('money by card', () => {
  test('is taken once for each payment page', () => {
    const { sell } = shop()
    const { byCard, sale } = sell(4500)
    expect(byCard(1350, 'the page')).not.toBeNull()
    expect(byCard(1350, 'the page')).toBeNull()
    expect(sale()).toMatchObject({ paidMinor: 1350, dueMinor: 3150 })
    expectRightBooks(sale())
  })

  test('beyond what is owed goes back to the card that it came from', () => {
    const { sell } = shop()
    const { byCard, sale } = sell(4500)
    byCard(4500, 'first')
    byCard(4500, 'second')
    const second = sale().payments.find(({ id }) => id === sale().refunds[0]?.paymentId)
    expect(sale()).toMatchObject({ paidMinor: 9000, refundedMinor: 4500, owedMinor: 0, refunds: [{ cause: 'overpaid', amountMinor: 4500 }] })
    expect(second?.id).toBe(sale().payments[1]?.id)
  })

  test('for a sale that was closed goes back whole', () => {
    const { ctx, sell } = shop()
    const { id, byCard, sale } = sell(4500)
    transact((db) => closeSale(db, ctx, id, half, { by: 'business' }, null))
    byCard(4500)
    expect(sale()).toMatchObject({ refundedMinor: 4500, owedMinor: 0, refunds: [{ cause: 'too-late' }] })
    expectRightBooks(sale())
  })

  test('a refund over card and cash is two, whose lines add up to those of the whole', () => {
    const { ctx, sell } = shop()
    const { id, byCard, sale, pay } = sell(3333, 1167)
    byCard(1000)
    pay(3500)
    expect(makeRefund(ctx, { saleId: id, reason: 'Late', amounts: 'all' }).ok).toBe(true)
    expect(sale().refunds.map(({ amountMinor, paymentId }) => [amountMinor, paymentId !== null])).toEqual([[1000, true], [3500, false]])
    const lines = read((db) => db.$client.prepare<[], { position: number; minor: number }>('SELECT position, sum(amount_minor) AS minor FROM refund_lines GROUP BY position').all())
    expect(lines.map(({ minor }) => minor)).toEqual(sale().lines.map(({ amountMinor }) => amountMinor))
    expectRightBooks(sale())
  })
})

test.each([['JPY'], ['EUR'], ['KWD']])('whatever is paid by card and cash, changed, cancelled, given back and failed in %s, the books add up and no card gets back more than it paid', (currency) => {
  const kinds = ['card', 'card', 'late', 'cash', 'undo', 'refund', 'give', 'withdraw', 'arrives', 'fails', 'retry', 'exchange', 'drop', 'ahead', 'close'] as const
  const act = fc.record({ kind: fc.constantFrom(...kinds), part: fc.integer({ min: 1, max: 100 }), item: fc.nat(2), amount: fc.integer({ min: 0, max: 99_999 }), by: fc.constantFrom<Ending>(byCustomer, { by: 'business' }) })
  const { ctx, sell } = shop(currency)
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99_999 }), { minLength: 1, maxLength: 3 }), fc.array(act, { maxLength: 16 }), (amounts, acts) => {
      const { id, sale, byCard, exchange, drop, pay } = sell(...amounts)
      acts.forEach(({ kind, part, item, amount, by }, attempt) => {
        const now = sale()
        const some = (minor: number) => Math.ceil((minor * part) / 100)
        const standing = now.refunds.find(({ withdrawnAt }) => withdrawnAt === null)?.id ?? ''
        const due = now.refunds.find(({ givenAt, withdrawnAt }) => givenAt === null && withdrawnAt === null)?.id ?? ''
        if (kind === 'card' && now.dueMinor > 0) byCard(some(now.dueMinor))
        if (kind === 'late' && amount > 0) byCard(amount)
        if (kind === 'cash' && now.dueMinor > 0) pay(some(now.dueMinor))
        if (kind === 'undo') undoPayment(ctx, now.payments.find(({ undoneAt }) => undoneAt === null)?.id ?? '', 'Wrong')
        if (kind === 'refund') makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map(read((db) => refundable(db, now)).lines.map(({ position, refundableMinor }) => [position, some(refundableMinor)])) })
        if (kind === 'give') giveRefund(ctx, due, 'cash')
        if (kind === 'withdraw') withdrawRefund(ctx, due, 'Wrong')
        if (kind === 'arrives') transact((db) => cardRefundGiven(db, ctx, due, attempt))
        if (kind === 'fails') transact((db) => cardRefundFailed(db, ctx, standing, attempt, 'lost_or_stolen_card'))
        if (kind === 'retry') transact((db) => void resumeCardRefund(db, ctx.businessId, due))
        if (kind === 'exchange') exchange(item % amounts.length, amount)
        if (kind === 'drop') drop(item % amounts.length, by)
        if (kind === 'ahead') transact((db) => letPayAhead(db, ctx, id, part > 50 ? amount : 0))
        if (kind === 'close') transact((db) => closeSale(db, ctx, id, half, by, null))
        expectRightBooks(sale())
        if (sale().aheadMinor === 0) expect(sale().owedMinor).toBeGreaterThanOrEqual(0)
      })
    }),
    { numRuns: 120 },
  )
})
