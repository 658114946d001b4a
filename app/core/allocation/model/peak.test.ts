import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { minute, type Interval } from '~/kernel/time'
import { fits, fullIntervals, peak, roomLeft, type Capacity, type Taken } from './peak'

const minutes = (from: number, to: number): Interval => ({ start: from * minute, end: to * minute })
const taken = (from: number, to: number, quantity = 1): Taken => ({ ...minutes(from, to), quantity })
const holds = (usual: number | null, ...changes: Capacity['changes']): Capacity => ({ usual, changes })

describe('the peak', () => {
  test('is not the sum: two that follow each other need no more than one', () => {
    expect(peak([taken(0, 30, 2), taken(30, 60, 3)], minutes(0, 60))).toBe(3)
  })
  test('is where they overlap', () => expect(peak([taken(0, 31, 2), taken(30, 60, 3)], minutes(0, 60))).toBe(5))
  test('counts nothing outside the interval', () => expect(peak([taken(0, 30, 2), taken(60, 90, 3)], minutes(30, 60))).toBe(0))
  test('of nothing is nothing', () => expect(peak([], minutes(0, 60))).toBe(0))
})

describe('a claim', () => {
  test('fits to the last place, and not beyond it', () => {
    expect(fits([taken(0, 60, 2)], holds(3), taken(0, 60, 1))).toBe(true)
    expect(fits([taken(0, 60, 2)], holds(3), taken(0, 60, 2))).toBe(false)
  })
  test('may begin as another ends', () => expect(fits([taken(0, 60)], holds(1), taken(60, 90))).toBe(true))
  test('always fits what is without limit', () => expect(fits([taken(0, 60, 1e9)], holds(null), taken(0, 60, 1e9))).toBe(true))
  test('never fits what holds nothing', () => expect(fits([], holds(0), taken(0, 60))).toBe(false))
  test('is held to the capacity in force at each instant of it', () => {
    const closed = holds(2, { ...minutes(60, 120), capacity: 0 })
    expect(fits([], closed, taken(0, 60))).toBe(true)
    expect(fits([], closed, taken(0, 61))).toBe(false)
    expect(fits([], closed, taken(120, 180))).toBe(true)
  })
  test('may be let in by a change that adds room, or takes the limit away', () => {
    expect(fits([], holds(1, { ...minutes(0, 60), capacity: 5 }), taken(0, 60, 5))).toBe(true)
    expect(fits([], holds(0, { ...minutes(0, 60), capacity: null }), taken(0, 60, 5))).toBe(true)
    expect(fits([], holds(0, { ...minutes(0, 60), capacity: null }), taken(0, 61, 5))).toBe(false)
  })
  test('meets the lowest of several changes', () => {
    expect(roomLeft([], holds(1, { ...minutes(0, 60), capacity: 5 }, { ...minutes(30, 90), capacity: 3 }), minutes(0, 60))).toBe(3)
  })
  test('finds less than nothing left where imported entries overlap', () => {
    expect(roomLeft([taken(0, 60), taken(30, 90)], holds(1), minutes(0, 90))).toBe(-1)
    expect(roomLeft([taken(0, 60), taken(30, 90)], holds(1), minutes(60, 90))).toBe(0)
  })
  test.each([0, -1, 0.5, Number.NaN])('of a quantity of %s is a bug', (quantity) => {
    expect(() => fits([], holds(1), taken(0, 60, quantity))).toThrow('quantity')
    expect(() => fits([], holds(null), taken(0, 60, quantity))).toThrow('quantity')
    expect(() => fullIntervals([], holds(1), quantity)).toThrow('quantity')
  })
  test('that ends before it has begun is a bug', () => expect(() => fits([], holds(1), taken(60, 60))).toThrow('ends after'))
})

describe('full intervals', () => {
  test('of a resource too small are all of time', () => expect(fullIntervals([], holds(1), 2)).toStrictEqual([{ start: -Infinity, end: Infinity }]))
  test('of one without limit are none', () => expect(fullIntervals([taken(0, 60, 9)], holds(null), 9)).toStrictEqual([]))
  test('follow what is taken, and touch nobody who fits', () => {
    expect(fullIntervals([taken(0, 60), taken(60, 90), taken(120, 150)], holds(1), 1)).toStrictEqual([minutes(0, 90), minutes(120, 150)])
    expect(fullIntervals([taken(0, 60), taken(30, 90)], holds(2), 1)).toStrictEqual([minutes(30, 60)])
  })
})

describe('laws of the peak, against a model of single minutes', () => {
  const span = 90
  const interval = fc.tuple(fc.nat(span - 1), fc.integer({ min: 1, max: 40 })).map(([from, length]) => minutes(from, Math.min(span, from + length)))
  const quantity = fc.integer({ min: 1, max: 4 })
  const rowsOf = fc.array(fc.tuple(interval, quantity).map(([when, many]) => ({ ...when, quantity: many })), { maxLength: 12 })
  const limit = fc.option(fc.nat(10))
  const capacities = fc.record({ usual: limit, changes: fc.array(fc.tuple(interval, limit).map(([when, capacity]) => ({ ...when, capacity })), { maxLength: 4 }) })

  const each = ({ start, end }: Interval) => Array.from({ length: (end - start) / minute }, (_, index) => start + index * minute)
  const lies = (at: number) => ({ start, end }: Interval) => start <= at && at < end
  const takenAt = (rows: Taken[], at: number) => rows.filter(lies(at)).reduce((total, row) => total + row.quantity, 0)
  const limitAt = ({ usual, changes }: Capacity, at: number) => {
    const now = changes.filter(lies(at)).map((change) => change.capacity ?? Infinity)
    return now.length > 0 ? Math.min(...now) : (usual ?? Infinity)
  }

  test('it is the greatest sum of any minute', () => {
    fc.assert(fc.property(rowsOf, interval, (rows, when) => {
      expect(peak(rows, when)).toBe(Math.max(...each(when).map((at) => takenAt(rows, at))))
    }), { numRuns: 500 })
  })

  test('a claim fits when no minute of it passes the capacity of that minute', () => {
    fc.assert(fc.property(rowsOf, capacities, interval, quantity, (rows, capacity, when, many) => {
      const byHand = each(when).every((at) => takenAt(rows, at) + many <= limitAt(capacity, at))
      expect(fits(rows, capacity, { ...when, quantity: many })).toBe(byHand)
    }), { numRuns: 1000 })
  })

  test('a claim fits exactly where it overlaps no full interval', () => {
    fc.assert(fc.property(rowsOf, capacities, interval, quantity, (rows, capacity, when, many) => {
      const full = fullIntervals(rows, capacity, many)
      expect(!full.some(({ start, end }) => start < when.end && when.start < end)).toBe(fits(rows, capacity, { ...when, quantity: many }))
      full.forEach(({ start, end }, index) => {
        expect(start < end && start > (full[index - 1]?.end ?? -Infinity) || index === 0).toBe(true)
      })
    }), { numRuns: 1000 })
  })

  test('no sequence of claims that were let in passes the capacity anywhere', () => {
    fc.assert(fc.property(rowsOf, fc.nat(10), (wishes, usual) => {
      const rows: Taken[] = []
      for (const wish of wishes) if (fits(rows, holds(usual), wish)) rows.push(wish)
      expect(peak(rows, minutes(0, span))).toBeLessThanOrEqual(usual)
      for (const wish of wishes.filter((one) => !rows.includes(one))) expect(fits(rows, holds(usual), wish)).toBe(false)
    }), { numRuns: 500 })
  })

  test('what is released makes room for exactly as much', () => {
    fc.assert(fc.property(rowsOf, interval, quantity, fc.nat(10), (rows, when, many, usual) => {
      const claim = { ...when, quantity: many }
      expect(roomLeft([...rows, claim], holds(usual), when)).toBe((roomLeft(rows, holds(usual), when) ?? 0) - many)
    }))
  })
})
