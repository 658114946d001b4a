import { expect, test } from 'vitest'
import { refundWays } from './refund-ways'

const due = { cause: 'cancelled', paymentId: null, failedAt: null, givenAt: null, withdrawnAt: null }
const nothing = { underway: false, failed: false, byHand: false, withdrawable: false }

test.each<[string, Partial<Record<keyof typeof due, string | number>>, Partial<typeof nothing>]>([
  ['one by hand', {}, { byHand: true, withdrawable: true }],
  ['one to a card', { paymentId: 'p' }, { underway: true }],
  ['one that a card did not take', { paymentId: 'p', failedAt: 1 }, { failed: true, byHand: true, withdrawable: true }],
  ['one of what came too late, that a card did not take', { paymentId: 'p', failedAt: 1, cause: 'too-late' }, { failed: true, byHand: true }],
  ['one of what was overpaid', { cause: 'overpaid' }, { byHand: true }],
  ['one that was given', { paymentId: 'p', givenAt: 1 }, {}],
  ['one that was withdrawn', { withdrawnAt: 1 }, {}],
])('%s can become nothing but what it may', (_what, refund, ways) => {
  expect(refundWays({ ...due, ...(refund as Partial<typeof due>) })).toEqual({ ...nothing, ...ways })
})
