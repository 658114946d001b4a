import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { freePolicy, percentBack, settle, spread, type Policy, type StandingLine } from './policy'

const hour = 60 * 60 * 1000
const tiered: Policy = { tiers: [{ hoursBefore: 48, percent: 100 }, { hoursBefore: 24, percent: 50 }, { hoursBefore: 2, percent: 25 }], fees: 'never', taxes: 'by-tier', noShowPercent: 10 }
// 45.00 with 23 % included, and a fee of 5.00 with its tax.
const lines: StandingLine[] = [
  { position: 1, kind: 'item', amountMinor: 3659, onPosition: null },
  { position: 2, kind: 'fee', amountMinor: 407, onPosition: null },
  { position: 3, kind: 'tax', amountMinor: 841, onPosition: 1 },
  { position: 4, kind: 'tax', amountMinor: 93, onPosition: 2 },
]
const customer = (hours: number) => ({ by: 'customer', noticeMs: hours * hour }) as const

describe('tiers', () => {
  test.each([[72, 100], [48, 100], [47.99, 50], [24, 50], [23.99, 25], [2, 25], [1.99, 0], [0, 0], [-1, 0]])('with %s hours of notice %s %% comes back', (hours, percent) => {
    expect(percentBack(tiered, hours * hour)).toBe(percent)
  })

  test('without a policy it is free until it begins, and nothing comes back to who did not come', () => {
    expect(settle(lines, 5000, freePolicy, customer(0))).toMatchObject({ feeMinor: 0, refundMinor: 5000 })
    expect(settle(lines, 5000, freePolicy, { by: 'no-show' })).toMatchObject({ feeMinor: 5000, refundMinor: 0 })
  })
})

describe('what comes of the money', () => {
  // The fee of 5.00 is never given back, so 100 % of the item is 45.00, 50 % is 22.50, 25 % is 11.25 and 10 % is 4.50.
  test.each([
    ['all paid, long before', 5000, customer(72), 500, 4500],
    ['all paid, a day before', 5000, customer(30), 2750, 2250],
    ['all paid, hours before', 5000, customer(3), 3875, 1125],
    ['all paid, too late', 5000, customer(1), 5000, 0],
    ['a deposit of 30 %, long before', 1500, customer(72), 500, 1000],
    ['a deposit of 30 %, a day before', 1500, customer(30), 2750, 0],
    ['nothing paid, too late', 0, customer(1), 5000, 0],
    ['all paid, did not come', 5000, { by: 'no-show' } as const, 4550, 450],
    ['all paid, called off by the business', 5000, { by: 'business' } as const, 0, 5000],
    ['a deposit, called off by the business', 1500, { by: 'business' } as const, 0, 1500],
  ])('%s', (_, paid, ending, feeMinor, refundMinor) => {
    const settled = settle(lines, paid, tiered, ending)
    expect(settled).toMatchObject({ priceMinor: 5000, paidMinor: paid, feeMinor, refundMinor, keptMinor: paid - refundMinor })
    expect(settled.lines.reduce((sum, line) => sum + line.backMinor, 0)).toBe(refundMinor)
    expect(settled.lines.reduce((sum, line) => sum + line.keptMinor, 0)).toBe(paid - refundMinor)
  })

  // With half of the item back, 18.30 of 36.59 is.
  test.each([
    ['always', 'always', 1830 + 407 + 841 + 93],
    ['always', 'never', 1830 + 407],
    ['never', 'by-tier', 2250],
    ['by-tier', 'by-tier', 2500],
  ] as const)('fees %s and taxes %s', (fees, taxes, refundMinor) => {
    expect(settle(lines, 5000, { ...tiered, fees, taxes }, customer(30)).refundMinor).toBe(refundMinor)
  })

  test('parts always add up, no line gives back more than it is, and nobody pays more than they have', () => {
    const line = fc.record({ kind: fc.constantFrom('item' as const, 'fee' as const, 'tip' as const), amountMinor: fc.integer({ min: 0, max: 1_000_000 }) })
    const policies = fc.record({
      tiers: fc.array(fc.record({ hoursBefore: fc.integer({ min: 0, max: 100 }), percent: fc.integer({ min: 0, max: 100 }) }), { maxLength: 4 }),
      fees: fc.constantFrom('always' as const, 'by-tier' as const, 'never' as const),
      taxes: fc.constantFrom('always' as const, 'by-tier' as const, 'never' as const),
      noShowPercent: fc.integer({ min: 0, max: 100 }),
    })
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 5 }), policies, fc.integer({ min: -5, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (made, policy, hours, part) => {
        const net = made.map((one, at): StandingLine => ({ ...one, position: at + 1, onPosition: null }))
        const all = [...net, ...net.map((one, at): StandingLine => ({ position: net.length + at + 1, kind: 'tax', amountMinor: Math.round(one.amountMinor * 0.23), onPosition: one.position }))]
        const price = all.reduce((sum, one) => sum + one.amountMinor, 0)
        const paid = Math.round(price * part)
        const settled = settle(all, paid, policy, customer(hours))
        expect(settled.refundMinor).toBe(Math.max(0, paid - settled.feeMinor))
        expect(settled.lines.reduce((sum, one) => sum + one.backMinor, 0)).toBe(settled.refundMinor)
        expect(settled.lines.reduce((sum, one) => sum + one.keptMinor, 0)).toBe(paid - settled.refundMinor)
        for (const [at, one] of settled.lines.entries()) expect(one.backMinor + one.keptMinor).toBeLessThanOrEqual((all[at]?.amountMinor ?? 0) + 1)
      }),
    )
  })
})

test('an amount is spread by cumulative difference: a third each of a whole euro is 33, 34, 33', () => {
  expect(spread(100, [1, 1, 1])).toEqual([33, 34, 33])
  expect(spread(4500, [3659, 841])).toEqual([3659, 841])
  expect(spread(0, [0, 0])).toEqual([0, 0])
  expect(spread(900, [1000, -100])).toEqual([1000, -100])
  expect(() => spread(1, [0])).toThrow(RangeError)
})
