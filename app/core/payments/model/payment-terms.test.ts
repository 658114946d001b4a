import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '~/kernel/time'
import { dueAtOnce, restDueAt, type PaymentTerms } from './payment-terms'

const thirty: PaymentTerms = { kind: 'deposit', percent: 30, restDays: null }

test('each part is paid as its terms say', () => {
  const parts = [{ amountMinor: 6000, terms: thirty }, { amountMinor: 2500, terms: { kind: 'in-full' } }, { amountMinor: 1000, terms: { kind: 'on-arrival' } }] as const
  expect(dueAtOnce(parts, 9500, 50)).toBe(1800 + 2500)
})

test('a third of a cent goes where rounding sends it, and fils go by tens', () => {
  expect(dueAtOnce([{ amountMinor: 1005, terms: thirty }], 1005, 50)).toBe(302)
  expect(dueAtOnce([{ amountMinor: 10_005, terms: thirty }], 10_005, 10, 10)).toBe(3010)
  expect(dueAtOnce([{ amountMinor: 10_005, terms: { kind: 'in-full' } }], 10_005, 10, 10)).toBe(10_000)
})

test('it is nothing or something a card can be charged, and never more than the price', () => {
  const terms = fc.oneof(fc.constant<PaymentTerms>({ kind: 'on-arrival' }), fc.constant<PaymentTerms>({ kind: 'in-full' }), fc.integer({ min: 1, max: 99 }).map((percent): PaymentTerms => ({ kind: 'deposit', percent, restDays: null })))
  fc.assert(
    fc.property(fc.array(fc.record({ amountMinor: fc.integer({ min: 0, max: 1_000_000 }), terms })), fc.integer({ min: 0, max: 5000 }), fc.constantFrom([50, 1], [10, 10]), (parts, more, [least = 1, step = 1]) => {
      const total = parts.reduce((sum, { amountMinor }) => sum + amountMinor, more)
      const due = dueAtOnce(parts, total, least, step)
      expect(due).toBeLessThanOrEqual(total)
      expect(due === 0 || (due >= least && due % step === 0)).toBe(true)
      if (parts.every((part) => part.terms.kind === 'on-arrival')) expect(due).toBe(0)
    }),
  )
})

test('the rest is due by the strictest of the terms, and never before now', () => {
  const by = (restDays: number | null): PaymentTerms => ({ kind: 'deposit', percent: 10, restDays })
  expect(restDueAt([by(null), { kind: 'in-full' }], 100 * day, 0)).toBeNull()
  expect(restDueAt([by(7), by(14), by(null)], 100 * day, 0)).toBe(86 * day)
  expect(restDueAt([by(14)], 10 * day, 5 * day)).toBe(5 * day)
})
