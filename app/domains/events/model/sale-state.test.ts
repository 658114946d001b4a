import { expect, test } from 'vitest'
import { saleState } from './sale-state'

const start = 1000
const always = { active: true, saleFrom: null, saleUntil: null }

test('a ticket is on sale until its date begins', () => {
  expect(saleState(always, start, 999)).toEqual({ kind: 'on-sale' })
  expect(saleState(always, start, 1000)).toEqual({ kind: 'over' })
})

test('a sale window is half-open', () => {
  const window = { ...always, saleFrom: 100, saleUntil: 200 }
  expect(saleState(window, start, 99)).toEqual({ kind: 'not-yet', from: 100 })
  expect(saleState(window, start, 100)).toEqual({ kind: 'on-sale' })
  expect(saleState(window, start, 199)).toEqual({ kind: 'on-sale' })
  expect(saleState(window, start, 200)).toEqual({ kind: 'over' })
})

test('a ticket that was taken out of the sale is not sold at any time', () => {
  expect(saleState({ ...always, active: false }, start, 0)).toEqual({ kind: 'not-sold' })
})
