import { expect, test } from 'vitest'
import { leftInAll } from './left'

test('the tightest pool says how many more there are', () => {
  expect(leftInAll([{ capacity: 100, taken: 90 }, { capacity: 20, taken: 4 }])).toBe(10)
  expect(leftInAll([{ capacity: 100, taken: 40 }, { capacity: 20, taken: 20 }])).toBe(0)
})

test('a pool without capacity says nothing', () => {
  expect(leftInAll([{ capacity: null, taken: 4000 }])).toBeNull()
  expect(leftInAll([{ capacity: null, taken: 4000 }, { capacity: 5000, taken: 4000 }])).toBe(1000)
})
