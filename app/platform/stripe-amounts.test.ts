import { expect, test } from 'vitest'
import { fromStripeAmount, toStripeAmount } from './stripe-amounts'

test.each([
  ['EUR', 3500, 3500],
  ['JPY', 5000, 5000],
  ['KWD', 1500, 1500],
  ['ISK', 1500, 150_000],
  ['UGX', 5, 500],
])('%s', (currency, ours, stripes) => {
  expect(toStripeAmount(ours, currency)).toBe(stripes)
  expect(fromStripeAmount(stripes, currency)).toBe(ours)
})

test('a part of what people can pay is no amount', () => {
  expect(() => fromStripeAmount(150_001, 'ISK')).toThrow()
})
