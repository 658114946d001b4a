import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Interval } from '~/kernel/time'
import { contains, intersect, merge, overlap, subtract, union } from './intervals'

const span = 60
const anyList = fc.array(fc.tuple(fc.nat(span), fc.nat(12)).map(([start, length]) => ({ start, end: Math.min(span, start + length) })), { maxLength: 12 })
// In order and disjoint, but touching at times.
const tidyList = fc.uniqueArray(fc.nat(span), { maxLength: 16 }).chain((edges) => {
  const sorted = [...edges].sort((a, b) => a - b)
  return fc.array(fc.boolean(), { minLength: sorted.length, maxLength: sorted.length }).map((keep) =>
    sorted.slice(0, -1).flatMap((start, index) => (keep[index] ? [{ start, end: sorted[index + 1] ?? start }] : [])),
  )
})

// The brute-force model: which of the instants 0 to 59 lie in the list.
const inside = (list: readonly Interval[]) => Array.from({ length: span }, (_, at) => list.some(({ start, end }) => start <= at && at < end))
const tidy = (list: readonly Interval[]) => list.every(({ start, end }, index) => start < end && start >= (list[index - 1]?.end ?? -Infinity))
const apart = (list: readonly Interval[]) => list.every(({ start }, index) => start > (list[index - 1]?.end ?? -Infinity))

describe('lists of intervals agree with a model of single instants', () => {
  test('merge', () => {
    fc.assert(fc.property(anyList, (list) => {
      expect(inside(merge(list))).toStrictEqual(inside(list))
      expect(tidy(merge(list)) && apart(merge(list))).toBe(true)
    }))
  })

  test('union', () => {
    fc.assert(fc.property(tidyList, tidyList, (a, b) => {
      expect(union(a, b)).toStrictEqual(merge([...a, ...b]))
    }))
  })

  test('intersect', () => {
    fc.assert(fc.property(tidyList, tidyList, (a, b) => {
      const inB = inside(b)
      expect(inside(intersect(a, b))).toStrictEqual(inside(a).map((isIn, at) => isIn && Boolean(inB[at])))
      expect(tidy(intersect(a, b))).toBe(true)
    }))
  })

  test('subtract', () => {
    fc.assert(fc.property(tidyList, tidyList, (a, b) => {
      const inB = inside(b)
      expect(inside(subtract(a, b))).toStrictEqual(inside(a).map((isIn, at) => isIn && !inB[at]))
      expect(tidy(subtract(a, b))).toBe(true)
    }))
  })

  test('contains', () => {
    fc.assert(fc.property(anyList, fc.nat(span - 2), fc.integer({ min: 1, max: 9 }), (list, start, length) => {
      const end = Math.min(span, start + length)
      expect(contains(merge(list), { start, end })).toBe(inside(list).slice(start, end).every(Boolean))
    }))
  })

  test('overlap', () => {
    fc.assert(fc.property(anyList, ([a, b]) => {
      if (!a || !b) return
      const inB = inside([b])
      expect(overlap(a, b)).toBe(inside([a]).some((isIn, at) => isIn && inB[at]))
    }))
  })
})

test('openings that touch stay apart when they are intersected', () => {
  expect(intersect([{ start: 0, end: 5 }, { start: 5, end: 9 }], [{ start: 1, end: 8 }])).toStrictEqual([{ start: 1, end: 5 }, { start: 5, end: 8 }])
})

test('what touches does not overlap', () => {
  expect(overlap({ start: 0, end: 5 }, { start: 5, end: 9 })).toBe(false)
})
