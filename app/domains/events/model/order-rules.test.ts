import { expect, test } from 'vitest'
import { brokenRule, type Wanted } from './order-rules'

const standing: Wanted = { ticketId: 'a', title: 'Standing', count: 2, leastPerOrder: 1, mostPerOrder: 4 }
const table: Wanted = { ticketId: 'b', title: 'Table', count: 0, leastPerOrder: 4, mostPerOrder: 8 }

test('an order within its figures breaks no rule', () => {
  expect(brokenRule([standing, table], 10)).toBeNull()
  expect(brokenRule([standing, { ...table, count: 4 }], 6)).toBeNull()
})

test('fewer than the least of a kind are refused, none at all are not', () => {
  expect(brokenRule([{ ...table, count: 3 }], 10)).toEqual({ rule: 'too-few', ticket: 'Table', least: 4 })
})

test('more than the most of a kind, or of all together, are refused', () => {
  expect(brokenRule([{ ...standing, count: 5 }], 10)).toEqual({ rule: 'too-many-of', ticket: 'Standing', most: 4 })
  expect(brokenRule([{ ...standing, count: 4 }, { ...table, count: 8 }], 10)).toEqual({ rule: 'too-many', most: 10 })
})
