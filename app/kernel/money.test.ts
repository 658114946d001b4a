import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { add, decimalsOf, money, negate, proportion, roundedQuotient, share, split, subtract, sum, sumOf } from './money'

const amounts = fc.maxSafeInteger()
const modest = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 })

describe('money', () => {
  test.each([0.5, Number.NaN, Infinity, 2 ** 53])('%s is no amount', (amount) => {
    expect(() => money(amount, 'EUR')).toThrow('minor units')
  })

  test.each(['', 'eur', 'XXY', '€'])('"%s" is no currency', (currency) => {
    expect(() => money(1, currency)).toThrow('Unknown currency')
    expect(() => decimalsOf(currency)).toThrow('Unknown currency')
  })

  test('different currencies are never added', () => {
    expect(() => add(money(1, 'EUR'), money(1, 'USD'))).toThrow('USD cannot be added to EUR')
    expect(() => subtract(money(1, 'EUR'), money(1, 'USD'))).toThrow('cannot be added')
    expect(() => sum('EUR', [money(1, 'EUR'), money(0, 'JPY')])).toThrow('cannot be added')
  })

  test('a sum beyond the safe integers throws and is not rounded', () => {
    expect(() => add(money(Number.MAX_SAFE_INTEGER, 'EUR'), money(1, 'EUR'))).toThrow('minor units')
    expect(() => sumOf([Number.MAX_SAFE_INTEGER, 2, -2])).toThrow('minor units')
  })

  test('zero has no sign', () => {
    expect(negate(money(0, 'EUR'))).toStrictEqual({ amount: 0, currency: 'EUR' })
    expect(money(-0, 'EUR').amount).toBe(0)
    expect(share(-1, 1)).toBe(0)
    expect(split(-1, [0, 1])).toStrictEqual([0, -1])
  })

  test('an empty sum is zero', () => expect(sum('EUR', [])).toStrictEqual(money(0, 'EUR')))

  test('decimals are those of the currency', () => {
    expect(['JPY', 'EUR', 'KWD'].map(decimalsOf)).toStrictEqual([0, 2, 3])
  })

  test('what is added and taken away again leaves what was there', () => {
    fc.assert(fc.property(modest, modest, (a, b) => {
      expect(subtract(add(money(a, 'EUR'), money(b, 'EUR')), money(b, 'EUR'))).toStrictEqual(money(a, 'EUR'))
    }))
  })
})

describe('rounding', () => {
  test.each([
    [5n, 2n, 3], [-5n, 2n, -3], [4n, 3n, 1], [-4n, 3n, -1], [5n, 3n, 2], [1n, 2n, 1], [-1n, 2n, -1], [0n, 7n, 0],
  ])('%s ÷ %s is %s', (numerator, denominator, expected) => expect(roundedQuotient(numerator, denominator)).toBe(expected))

  test('is never further than a half from the exact value, and mirrors at zero', () => {
    fc.assert(fc.property(amounts, fc.integer({ min: 1, max: 2 ** 31 }), (a, b) => {
      const rounded = roundedQuotient(BigInt(a), BigInt(b))
      const error = 2n * (BigInt(rounded) * BigInt(b) - BigInt(a))
      expect(error <= BigInt(b) && error >= -BigInt(b)).toBe(true)
      expect(roundedQuotient(-BigInt(a), BigInt(b))).toBe(0 - rounded)
    }))
  })

  test('23 % of 45.00 is 10.35', () => expect(share(4500, 230_000)).toBe(1035))
  test('a share of the greatest amount is exact', () => expect(share(Number.MAX_SAFE_INTEGER, 1_000_000)).toBe(Number.MAX_SAFE_INTEGER))
  test('a proportion that leaves the safe integers throws', () => expect(() => proportion(2 ** 52, 3, 1)).toThrow('minor units'))
  test('a whole of zero throws', () => expect(() => proportion(1, 1, 0)).toThrow('positive'))
})

describe('split', () => {
  test('10.00 in three', () => expect(split(1000, [1, 1, 1])).toStrictEqual([334, 333, 333]))
  test('−10.00 in three', () => expect(split(-1000, [1, 1, 1])).toStrictEqual([-334, -333, -333]))
  test('the largest remainder gets the unit', () => expect(split(10, [15, 15, 70])).toStrictEqual([2, 1, 7]))
  test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 1]]])('weights %j are refused', (weights) => expect(() => split(1, weights)).toThrow(RangeError))

  test('parts add up to the whole, and none is a unit away from its exact share', () => {
    const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 30 }).filter((list) => list.some((weight) => weight > 0))
    fc.assert(fc.property(amounts, weights, (amount, list) => {
      const parts = split(amount, list)
      expect(sumOf(parts)).toBe(amount + 0)
      const whole = BigInt(sumOf(list))
      parts.forEach((part, index) => {
        const error = BigInt(part) * whole - BigInt(amount) * BigInt(list[index] ?? 0)
        expect(error < whole && error > -whole).toBe(true)
        if (list[index] === 0) expect(part).toBe(0)
      })
    }))
  })
})
