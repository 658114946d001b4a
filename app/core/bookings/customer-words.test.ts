import { expect, test } from 'vitest'
import { i18nFor } from '~/platform/words/i18n'
import { whatGoesBack } from './customer-words'

const i18n = i18nFor('en')

type Told = Parameters<typeof whatGoesBack>[1]

function told(status: Told['status'], money: { paidMinor: number; refundedMinor?: number; refundDueMinor?: number }): string | null {
  const sale = { currency: 'EUR', refundedMinor: 0, refundDueMinor: 0, ...money } as Partial<NonNullable<Told['sale']>> as NonNullable<Told['sale']>
  return whatGoesBack(i18n, { status, sale, business: { name: 'Harbour Salon', slug: 'harbour-salon', open: true } })
}

test.each([
  ['cancelled', { paidMinor: 24000, refundedMinor: 12000, refundDueMinor: 12000 }, 'Of the €240.00 you have paid, €120.00 goes back to you, and Harbour Salon keeps €120.00.'],
  ['cancelled', { paidMinor: 24000, refundedMinor: 12000 }, 'Of the €240.00 you had paid, €120.00 has gone back to you, and Harbour Salon keeps €120.00.'],
  ['declined', { paidMinor: 3600, refundedMinor: 3600, refundDueMinor: 3600 }, 'All you have paid, €36.00, goes back to you.'],
  ['expired', { paidMinor: 3600, refundedMinor: 3600 }, 'All you had paid, €36.00, has gone back to you.'],
  ['no_show', { paidMinor: 3600 }, 'Harbour Salon keeps the €36.00 you have paid.'],
  ['cancelled', { paidMinor: 0 }, null],
  ['confirmed', { paidMinor: 3600 }, null],
] as const)('of a booking that is %s, its customer is told what becomes of the money: %o', (status, money, sentence) => {
  expect(told(status, money)).toBe(sentence)
})
