import fc from 'fast-check'
import { expect, test } from 'vitest'
import { layBars } from './month-layout'

test('what runs over the end of a row goes on in the next', () => {
  expect(layBars([{ key: 'stay', first: 5, last: 8 }], 14, 3).bars).toEqual([
    { key: 'stay', week: 0, first: 5, last: 6, lane: 0, fromBefore: false, goesOn: true },
    { key: 'stay', week: 1, first: 0, last: 1, lane: 0, fromBefore: true, goesOn: false },
  ])
})

test('what lies partly outside the sheet is cut to it, and says so', () => {
  expect(layBars([{ key: 'long', first: -3, last: 40 }], 7, 1).bars).toMatchObject([{ first: 0, last: 6, fromBefore: true, goesOn: true }])
  expect(layBars([{ key: 'before', first: -3, last: -1 }, { key: 'after', first: 7, last: 9 }], 7, 1).bars).toEqual([])
})

test('what finds no lane is counted on each of its days', () => {
  const laid = layBars([{ key: 'a', first: 0, last: 3 }, { key: 'b', first: 1, last: 2 }, { key: 'c', first: 3, last: 4 }, { key: 'd', first: 2, last: 2 }], 7, 2)
  expect(laid.bars.map(({ key, lane }) => [key, lane])).toEqual([['a', 0], ['b', 1], ['c', 1]])
  expect(laid.hidden).toEqual([0, 0, 1, 0, 0, 0, 0])
  expect(laid.lanes).toEqual([1, 2, 2, 2, 2, 0, 0])
})

const span = fc.tuple(fc.integer({ min: -10, max: 50 }), fc.integer({ min: 0, max: 20 }))

test('no two bars share a lane on one day, and each is shown or counted on every day it touches', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 40 }), fc.integer({ min: 1, max: 4 }), (drawn, mostLanes) => {
      const spans = drawn.map(([first, length], key) => ({ key, first, last: first + length }))
      const { bars, hidden, lanes } = layBars(spans, 42, mostLanes)
      for (let day = 0; day < 42; day += 1) {
        const here = bars.filter(({ week, first, last }) => week === Math.floor(day / 7) && first <= day % 7 && day % 7 <= last)
        expect(new Set(here.map(({ lane }) => lane)).size).toBe(here.length)
        expect(lanes[day]).toBe(Math.max(0, ...here.map(({ lane }) => lane + 1)))
        expect(here.length + (hidden[day] ?? 0)).toBe(spans.filter(({ first, last }) => first <= day && day <= last).length)
      }
    }),
  )
})
