import fc from 'fast-check'
import { expect, test } from 'vitest'
import { read, transact } from '~/platform/database.server'
import { business, memberCtx } from '../../../tests/world/businesses'
import { contact } from '../../../tests/world/contacts'
import { change, withDatabase } from '../../../tests/world/world'
import { receivableOf, sumOfEverything } from '../ledger/index.server'
import { priceLines, type Ending, type Policy } from '../pricing/index.server'
import {
  closeSale, dropLines, giveRefund, makeRefund, openSale, partSettlementOf, refundable, saleById, settlementOf, takePayment, undoPayment, withdrawRefund, type Sale,
} from './index.server'

withDatabase()

const tax = { name: 'IVA', ratePpm: 230_000, included: true }
const half: Policy = { tiers: [{ hoursBefore: 0, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0 }
const byCustomer = { by: 'customer', noticeMs: 1 } as const

function shop(currency = 'EUR', storeTax = tax) {
  const made = business(`Shop ${currency} ${storeTax.included}`)
  change('UPDATE businesses SET currency = ? WHERE id = ?', currency, made.ctx.businessId)
  const ctx = memberCtx(made.ctx.businessId, made.ownerId)
  const who = contact(ctx)
  /** A sale of one item for each amount, called by its place. */
  const sell = (...amounts: number[]) => {
    // As the id of a booking's item: its own in the whole file.
    const items = amounts.map(() => ctx.newId())
    const lines = priceLines(amounts.map((amount, at) => ({ kind: 'item', title: `Item ${at}`, amount, itemKey: items[at] ?? '' })), storeTax)
    const { id } = transact((db) => openSale(db, ctx, { storeId: made.store.id, contactId: who.id, currency, lines }))
    const sale = () => read((db) => saleById(db, ctx.businessId, id)) as Sale
    const drop = (at: number, policy: Policy, ending: Ending) => transact((db) => dropLines(db, ctx, id, items[at] ?? '', policy, ending, null))
    const told = (at: number, policy: Policy, ending: Ending) => read((db) => partSettlementOf(db, sale(), items[at] ?? '', policy, ending))
    const pay = (amountMinor: number) => takePayment(ctx, { saleId: id, method: 'cash', amountMinor })
    return { id, sale, drop, told, pay }
  }
  return { ctx, sell }
}

function expectRightBooks(sale: Sale) {
  for (const { sumMinor } of read(sumOfEverything)) expect(sumMinor).toBe(0)
  expect(sale.owedMinor).toBe(sale.totalMinor - sale.reversedMinor - sale.paidMinor + sale.refundedMinor)
  expect(read((db) => receivableOf(db, sale.id))).toBe(sale.owedMinor)
  expect(sale.owedMinor).toBeGreaterThanOrEqual(0)
}

// Cut 45.00 and colour 120.00; the colour is cancelled.
test.each([
  ['all paid, the customer in time', 16_500, { ...half, tiers: [{ hoursBefore: 0, percent: 100 }] }, byCustomer, { fee: 0, refund: 12_000, due: 0 }],
  ['all paid, the customer late', 16_500, half, byCustomer, { fee: 6000, refund: 6000, due: 0 }],
  ['all paid, the business', 16_500, half, { by: 'business' } as const, { fee: 0, refund: 12_000, due: 0 }],
  ['a deposit above the rest, the customer in time', 4950, { ...half, tiers: [{ hoursBefore: 0, percent: 100 }] }, byCustomer, { fee: 0, refund: 450, due: 0 }],
  ['a deposit below it, late', 4950, half, byCustomer, { fee: 3600, refund: 0, due: 3150 }],
  ['nothing paid, late: nothing is charged', 0, half, byCustomer, { fee: 0, refund: 0, due: 4500 }],
  ['nothing paid, far too late: nothing is charged', 0, { ...half, tiers: [] }, byCustomer, { fee: 0, refund: 0, due: 4500 }],
  ['a deposit, far too late: it is all that is kept', 4950, { ...half, tiers: [] }, byCustomer, { fee: 3600, refund: 0, due: 3150 }],
])('%s', (_, paid, policy, ending, { fee, refund, due }) => {
  const { sell } = shop()
  const { sale, drop, told, pay } = sell(4500, 12_000)
  if (paid > 0) pay(paid)
  expect(told(1, policy, ending)).toMatchObject({ priceMinor: 12_000, paidMinor: paid, feeMinor: fee, refundMinor: refund, dueMinor: due })
  drop(1, policy, ending)
  expect(sale()).toMatchObject({ refundDueMinor: refund, dueMinor: due, voidedAt: null })
  expectRightBooks(sale())
  // Twice is once.
  drop(1, policy, ending)
  expect(sale()).toMatchObject({ refundDueMinor: refund, dueMinor: due })
})

test('the fee of a part that ended earlier stays, whoever ends the rest', () => {
  const { ctx, sell } = shop()
  const late = sell(4500, 12_000)
  late.pay(16_500)
  late.drop(1, half, byCustomer)
  // 60.00 have come back; of the 105.00 left, 60.00 are the fee of the colour and 22.50 that of the cut.
  expect(read((db) => settlementOf(db, late.sale(), half, byCustomer))).toMatchObject({ paidMinor: 10_500, feeMinor: 8250, refundMinor: 2250 })
  expect(read((db) => settlementOf(db, late.sale(), half, { by: 'business' }))).toMatchObject({ feeMinor: 6000, refundMinor: 4500 })
  transact((db) => closeSale(db, ctx, late.id, half, byCustomer, null))
  expect(late.sale()).toMatchObject({ refundedMinor: 8250, dueMinor: 0 })
  expectRightBooks(late.sale())
})

test('a refund that followed is withdrawn as any other, and what it gave back is kept', () => {
  const { ctx, sell } = shop()
  const { sale, drop, pay } = sell(4500, 12_000)
  pay(16_500)
  drop(1, half, byCustomer)
  expect(withdrawRefund(ctx, sale().refunds[0]?.id ?? '', 'Agreed otherwise').ok).toBe(true)
  expect(sale()).toMatchObject({ refundedMinor: 0, dueMinor: 0, reversedMinor: 0 })
  expectRightBooks(sale())
})

test.each([['JPY'], ['EUR'], ['KWD']])('whatever is paid, cancelled in part or whole and given back in %s, the books add up, nobody owes more for cancelling, and what was told comes', (currency) => {
  const act = fc.record({
    kind: fc.constantFrom('pay', 'pay', 'undo', 'refund', 'give', 'withdraw', 'drop', 'drop', 'close'), part: fc.integer({ min: 1, max: 100 }), item: fc.nat(3),
    by: fc.constantFrom<Ending>(byCustomer, byCustomer, { by: 'business' }),
  })
  const rule = fc.constantFrom('always', 'by-tier', 'never')
  const written = fc.record({ percent: fc.integer({ min: 0, max: 100 }), taxes: rule }).map(({ percent, taxes }): Policy => ({ ...half, tiers: [{ hoursBefore: 0, percent }], taxes }))
  const shops = [shop(currency), shop(currency, { ...tax, included: false })]
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 99_999 }), { minLength: 1, maxLength: 4 }), written, fc.array(act, { maxLength: 14 }), fc.nat(1), (amounts, policy, acts, which) => {
      const { ctx, sell } = shops[which] ?? shop(currency)
      const { id, sale, drop, told, pay } = sell(...amounts)
      for (const { kind, part, item, by } of acts) {
        const now = sale()
        const some = (minor: number) => Math.ceil((minor * part) / 100)
        const due = now.refunds.find(({ givenAt, withdrawnAt }) => givenAt === null && withdrawnAt === null)?.id ?? ''
        if (kind === 'pay' && now.dueMinor > 0) pay(some(now.dueMinor))
        if (kind === 'undo') undoPayment(ctx, now.payments.find(({ undoneAt }) => undoneAt === null)?.id ?? '', 'Wrong')
        if (kind === 'refund') makeRefund(ctx, { saleId: id, reason: 'Late', amounts: new Map(read((db) => refundable(db, now)).lines.map(({ position, refundableMinor }) => [position, some(refundableMinor)])) })
        if (kind === 'give') giveRefund(ctx, due, 'cash')
        if (kind === 'withdraw') withdrawRefund(ctx, due, 'Wrong')
        if (kind === 'close') transact((db) => closeSale(db, ctx, id, policy, by, null))
        if (kind === 'drop') {
          const announced = told(item, policy, by)
          drop(item, policy, by)
          expect(sale().dueMinor).toBeLessThanOrEqual(now.dueMinor)
          if (now.voidedAt === null) expect(sale().refundedMinor - now.refundedMinor).toBe(announced.refundMinor)
          if (now.voidedAt === null) expect(sale().dueMinor).toBe(announced.dueMinor)
        }
        expectRightBooks(sale())
      }
    }),
    { numRuns: 60 },
  )
})
