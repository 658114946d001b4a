import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf, sumOf } from '~/kernel/money'
import { joinLines, shownAmount, priceLines, taxSummary, total, type LineKind, type ShownLine, type StoreTax } from './price-lines'

const included: StoreTax = { name: 'IVA', ratePpm: 230_000, included: true }
const added: StoreTax = { ...included, included: false }
const cut: ShownLine = { kind: 'item', title: 'Cut', amount: 4500, itemKey: 'first' }

describe('a price that includes tax', () => {
  test('of 45.00 at 23 % is 36.59 and 8.41, which add up to exactly 45.00', () => {
    const lines = priceLines([cut], included)
    expect(lines).toStrictEqual([
      { kind: 'item', title: 'Cut', amount: 3659, itemKey: 'first', position: 1 },
      { kind: 'tax', title: 'IVA', amount: 841, itemKey: 'first', position: 2, tax: { name: 'IVA', ratePpm: 230_000, included: true, onLine: 1 } },
    ])
    expect(total(lines)).toBe(4500)
    expect(shownAmount(lines, 1)).toBe(4500)
  })

  test('of one cent keeps a tax line of zero, which says that it was taxed', () => {
    expect(priceLines([{ ...cut, amount: 1 }], included).map(({ amount }) => amount)).toStrictEqual([1, 0])
  })
})

describe('a price to which tax is added', () => {
  test('of 45.00 at 23 % comes to 55.35', () => {
    const lines = priceLines([cut], added)
    expect(lines.map(({ amount }) => amount)).toStrictEqual([4500, 1035])
    expect(total(lines)).toBe(5535)
    expect(shownAmount(lines, 1)).toBe(4500)
  })
})

describe('what is taxed', () => {
  const shown: ShownLine[] = [
    cut, { kind: 'fee', title: 'Late fee', amount: 1000 }, { kind: 'discount', title: 'Regulars', amount: -500 },
    { kind: 'tip', title: 'Tip', amount: 300 }, { kind: 'rounding', title: 'Rounding', amount: -2 }, { kind: 'item', title: 'Chat', amount: 0 },
  ]

  test('are items, fees and discounts, each in a line of its own after the others', () => {
    const lines = priceLines(shown, added)
    expect(lines.map(({ kind, amount, position, tax }) => [kind, amount, position, tax?.onLine ?? null])).toStrictEqual([
      ['item', 4500, 1, null], ['fee', 1000, 2, null], ['discount', -500, 3, null], ['tip', 300, 4, null], ['rounding', -2, 5, null], ['item', 0, 6, null],
      ['tax', 1035, 7, 1], ['tax', 230, 8, 2], ['tax', -115, 9, 3],
    ])
  })

  test('a line that belongs to no item has a tax that belongs to none', () => {
    expect(priceLines(shown, added)[7]).not.toHaveProperty('itemKey')
  })

  test.each([null, { ...included, ratePpm: 0 }])('is nothing with the tax %j', (storeTax) => {
    expect(priceLines(shown, storeTax)).toStrictEqual(shown.map((line, index) => ({ ...line, position: index + 1 })))
  })

  test.each([-1, 0.23, Number.NaN])('a rate of %s is a bug', (ratePpm) => expect(() => priceLines(shown, { ...included, ratePpm })).toThrow('rate'))
})

describe('lines of several items', () => {
  test('run on from 1, and each tax names the line it is on', () => {
    const joined = joinLines([priceLines([cut], included), [], priceLines([{ ...cut, title: 'Colour', amount: 9000, itemKey: 'second' }], included)])
    expect(joined.map(({ title, position, itemKey, tax }) => [title, position, itemKey, tax?.onLine])).toStrictEqual([
      ['Cut', 1, 'first', undefined], ['IVA', 2, 'first', 1], ['Colour', 3, 'second', undefined], ['IVA', 4, 'second', 3],
    ])
    expect(total(joined)).toBe(13_500)
  })

  test('keep a tax on the whole as it is', () => {
    const whole = { kind: 'tax' as const, title: 'City tax', amount: 200, position: 1, tax: { name: 'City tax', ratePpm: 20_000, included: false, onLine: null } }
    expect(joinLines([[whole], [whole]]).map(({ position, tax }) => [position, tax?.onLine])).toStrictEqual([[1, null], [2, null]])
  })

  test('a tax on a line that is missing is a bug', () => {
    expect(() => joinLines([priceLines([cut], included).slice(1)])).toThrow('no line at position 1')
  })
})

test('taxes are summed up by name, rate and way of charging', () => {
  const lines = joinLines([priceLines([cut, cut], included), priceLines([cut], { name: 'IVA', ratePpm: 60_000, included: true }), priceLines([cut], included)])
  expect(taxSummary(lines)).toStrictEqual([{ name: 'IVA', ratePpm: 230_000, included: true, amount: 3 * 841 }, { name: 'IVA', ratePpm: 60_000, included: true, amount: 255 }])
})

describe('laws of price lines, in currencies of 0, 2 and 3 decimals', () => {
  const kinds = fc.constantFrom<Exclude<LineKind, 'tax'>[]>('item', 'fee', 'discount', 'tip', 'rounding')
  // Prices up to a hundred thousand in the currency's own unit, so that each currency meets amounts of its own size.
  const shownIn = (currency: string) => {
    const most = 100_000 * 10 ** decimalsOf(currency)
    return fc.array(fc.record({ kind: kinds, title: fc.constant('Line'), amount: fc.integer({ min: -most, max: most }) }), { maxLength: 10 })
  }
  const shownLines = fc.constantFrom('JPY', 'EUR', 'KWD').chain(shownIn)
  const taxes = fc.record({ name: fc.constant('Tax'), ratePpm: fc.integer({ min: 0, max: 1_000_000 }), included: fc.boolean() })

  test('where prices include tax, every line shows its price again, and the total is the sum of the prices', () => {
    fc.assert(fc.property(shownLines, taxes, (shown, tax) => {
      const lines = priceLines(shown, { ...tax, included: true })
      shown.forEach((line, index) => expect(shownAmount(lines, index + 1)).toBe(line.amount))
      expect(total(lines)).toBe(total(shown))
    }))
  })

  test('where it is added, the other lines stay as they are, and the total is theirs with the taxes', () => {
    fc.assert(fc.property(shownLines, taxes, (shown, tax) => {
      const lines = priceLines(shown, { ...tax, included: false })
      expect(lines.slice(0, shown.length).map(({ amount }) => amount)).toStrictEqual(shown.map(({ amount }) => amount))
      expect(total(lines)).toBe(total(shown) + sumOf(taxSummary(lines).map(({ amount }) => amount)))
    }))
  })

  test('each tax is within half a unit of the rate on its net amount (a whole one where the net was rounded too), and has its sign', () => {
    fc.assert(fc.property(shownLines, taxes, (shown, tax) => {
      const lines = priceLines(shown, tax)
      for (const line of lines) {
        const onto = lines.find(({ position }) => position === line.tax?.onLine)
        if (!onto) continue
        expect(Math.abs(line.amount - (onto.amount * tax.ratePpm) / 1_000_000)).toBeLessThanOrEqual(tax.included ? 1 + 1e-6 : 0.5 + 1e-6)
        expect(line.amount * onto.amount).toBeGreaterThanOrEqual(0)
      }
    }))
  })

  test('positions run from 1 without a gap, alone and joined, and joining changes no amount', () => {
    fc.assert(fc.property(fc.array(fc.tuple(shownLines, taxes), { maxLength: 4 }), (items) => {
      const groups = items.map(([shown, tax]) => priceLines(shown, tax))
      for (const lines of [...groups, joinLines(groups)]) expect(lines.map(({ position }) => position)).toStrictEqual(lines.map((_, index) => index + 1))
      expect(joinLines(groups).map(({ amount }) => amount)).toStrictEqual(groups.flat().map(({ amount }) => amount))
    }))
  })

  test('what is undone line by line comes to nothing, to the last unit', () => {
    fc.assert(fc.property(shownLines, taxes, (shown, tax) => {
      const undone = shown.map((line) => ({ ...line, amount: 0 - line.amount }))
      expect(total(priceLines(shown, tax)) + total(priceLines(undone, tax))).toBe(0)
    }))
  })
})

test('a levy is a tax on the whole, without a rate, and no tax is on it', () => {
  const lines = priceLines([cut, { kind: 'levy', title: 'Tourist tax', amount: 600, itemKey: 'first' }], included)
  expect(lines.map(({ kind, amount, position, tax }) => ({ kind, amount, position, on: tax?.onLine }))).toStrictEqual([
    { kind: 'item', amount: 3659, position: 1, on: undefined },
    { kind: 'tax', amount: 600, position: 2, on: null },
    { kind: 'tax', amount: 841, position: 3, on: 1 },
  ])
  expect(total(lines)).toBe(5100)
})
