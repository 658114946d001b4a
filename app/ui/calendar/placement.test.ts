import { expect, test } from 'vitest'
import { partsOf, placementSheet, stepsOf } from './placement'

test('places become one sheet of custom properties by id', () => {
  expect(placementSheet([{ id: 'week-3', places: { from: 12, to: 24 } }])).toBe('#week-3{--from:12;--to:24}')
})

test('nothing but plain ids and whole numbers gets into the sheet', () => {
  expect(() => placementSheet([{ id: 'a{}</style>', places: { from: 1 } }])).toThrow('plain name')
  expect(() => placementSheet([{ id: 'a', places: { from: Number.NaN } }])).toThrow('whole number')
  expect(() => placementSheet([{ id: 'a', places: { from: 1.5 } }])).toThrow('whole number')
})

test('minutes become steps of five, counted from the first minute shown', () => {
  expect(stepsOf({ from: 9 * 60 + 40, to: 10 * 60 + 25 }, { from: 8 * 60, to: 20 * 60 })).toEqual({ from: 20, to: 29 })
})

test('what begins before or ends after what is shown is cut, and is never empty', () => {
  const shown = { from: 480, to: 600 }
  expect(stepsOf({ from: 400, to: 700 }, shown)).toEqual({ from: 0, to: 24 })
  expect(stepsOf({ from: 700, to: 720 }, shown)).toEqual({ from: 23, to: 24 })
})

test('lanes share the twelve parts of a day evenly', () => {
  expect(partsOf(0, 1)).toEqual({ lane: 1, span: 12 })
  expect(partsOf(1, 2)).toEqual({ lane: 7, span: 6 })
  expect(partsOf(4, 5)).toEqual({ lane: 9, span: 2 })
})
