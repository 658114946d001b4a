import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priceOf, type PersonKind, type PriceTerms } from './price'

const adult: PersonKind = { id: 'adult', label: 'Adult', hint: null, priceMinor: 4500, places: 1 }
const child: PersonKind = { id: 'child', label: 'Child', hint: '3 to 12', priceMinor: 2250, places: 1 }
const infant: PersonKind = { id: 'infant', label: 'Infant', hint: null, priceMinor: 0, places: 0 }
const terms: PriceTerms = { kinds: [adult, child, infant], bulkFrom: 6, bulkPercent: 10 }

describe('what people cost', () => {
  test('is so many of each kind, each with the places that it takes', () => {
    expect(priceOf(terms, { adult: 2, child: 1, infant: 1 }, null)).toStrictEqual({
      lines: [{ kind: adult, count: 2, amountMinor: 9000 }, { kind: child, count: 1, amountMinor: 2250 }, { kind: infant, count: 1, amountMinor: 0 }],
      people: 4, places: 3, discountMinor: 0,
    })
  })

  test('is less from so many people on', () => {
    expect(priceOf(terms, { adult: 5 }, null).discountMinor).toBe(0)
    expect(priceOf(terms, { adult: 5, infant: 1 }, null).discountMinor).toBe(2250)
  })

  test('on a date of its own price keeps the share of each kind', () => {
    expect(priceOf(terms, { adult: 1, child: 1, infant: 1 }, 6000).lines.map(({ amountMinor }) => amountMinor)).toStrictEqual([6000, 3000, 0])
    expect(priceOf({ ...terms, kinds: [{ ...adult, priceMinor: 0 }, child] }, { adult: 1, child: 1 }, 1000).lines.map(({ amountMinor }) => amountMinor)).toStrictEqual([1000, 2250])
  })
})

describe('laws of the price', () => {
  const price = fc.nat(100_000)
  const kinds = fc.array(fc.record({ priceMinor: price, places: fc.nat(3) }), { minLength: 1, maxLength: 5 }).map((list) => list.map((one, at): PersonKind => ({ ...one, id: `k${at}`, label: `K${at}`, hint: null })))
  const bulk = fc.option(fc.record({ bulkFrom: fc.integer({ min: 2, max: 20 }), bulkPercent: fc.integer({ min: 1, max: 99 }) }))
  const asked = fc.record({ kinds, bulk, counts: fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }), dateMinor: fc.option(price) })
  const of = ({ kinds: list, bulk: less, counts, dateMinor }: typeof asked extends fc.Arbitrary<infer T> ? T : never) =>
    priceOf({ kinds: list, bulkFrom: less?.bulkFrom ?? null, bulkPercent: less?.bulkPercent ?? null }, Object.fromEntries(list.map(({ id }, at) => [id, counts[at] ?? 0])), dateMinor)

  test('the discount never takes more than there is, and the lines are whole minor units of nothing below zero', () => {
    fc.assert(fc.property(asked, (one) => {
      const { lines, discountMinor } = of(one)
      const sum = lines.reduce((total, { amountMinor }) => total + amountMinor, 0)
      expect(lines.every(({ amountMinor }) => Number.isSafeInteger(amountMinor) && amountMinor >= 0)).toBe(true)
      expect(discountMinor >= 0 && discountMinor <= sum).toBe(true)
    }))
  })

  test('the usual price of the first kind as the price of a date changes nothing', () => {
    fc.assert(fc.property(asked, (one) => {
      expect(of({ ...one, dateMinor: one.kinds[0]?.priceMinor ?? null })).toStrictEqual(of({ ...one, dateMinor: null }))
    }))
  })

  test('places are those of everybody together, whatever they cost', () => {
    fc.assert(fc.property(asked, (one) => {
      expect(of(one).places).toBe(one.kinds.reduce((sum, { places }, at) => sum + places * (one.counts[at] ?? 0), 0))
    }))
  })
})
