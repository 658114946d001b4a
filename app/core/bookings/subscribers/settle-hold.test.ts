import { expect, test } from 'vitest'
import { hour, minute } from '~/kernel/time'
import { letters } from '../../../../tests/world/notifications'
import { at } from '../../../../tests/world/salon'
import { Till, withStripe } from '../../../../tests/world/till'
import { withDatabase } from '../../../../tests/world/world'
import { settleSession } from '../../payments/index.server'
import { savePolicy } from '../../pricing/index.server'
import { cancelBooking, completeBooking } from '../index.server'

withDatabase()
const stripe = withStripe()

const visit = '2026-11-06T10:00Z'
const told = () => letters('marta@example.test').map(({ subject }) => subject)

function booked(terms: ConstructorParameters<typeof Till>[1]) {
  const till = new Till(stripe, terms)
  const { id } = till.salon.book(till.salon.service({ priceMinor: 6000 }), visit)
  return { till, id }
}

/** Pays on the page; the house takes the money, and nothing that follows from it is done yet. */
async function paid(till: Till, id: string): Promise<void> {
  await till.tell({ mode: 'webhook', how: 'lost' })
  const session = await till.page(id)
  await till.stripe.press({ id: session }, 'pay')
  expect(await settleSession(session)).toBe('paid')
}

test('who cancels right after paying is told of the cancellation, and not that the money came too late and all of it comes back', async () => {
  const till = new Till(stripe, { kind: 'in-full' })
  savePolicy(till.salon.owner, null, { name: 'Half', tiers: [{ hoursBefore: 0, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0, isDefault: true })
  const { id } = till.salon.book(till.salon.service({ priceMinor: 6000 }), visit)
  await paid(till, id)
  expect(cancelBooking(till.customer, id, null).ok).toBe(true)
  await till.round()
  expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 3000, refundDueMinor: 0 })
  expect(told()).toEqual([expect.stringMatching(/^Cancelled/)])
  await till.expectRightBooks(id)
})

test('who cancels before the money comes is told that all of it comes back', async () => {
  const { till, id } = booked({ kind: 'in-full' })
  await till.tell({ mode: 'webhook', how: 'lost' })
  const session = await till.page(id)
  await till.stripe.press({ id: session }, 'pay')
  expect(cancelBooking(till.customer, id, null).ok).toBe(true)
  await till.land(session)
  expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 6000, refundDueMinor: 0, refunds: [{ cause: 'too-late' }] })
  expect(told()).toEqual(expect.arrayContaining([expect.stringMatching(/^Cancelled/), expect.stringMatching(/^Your money comes back/)]))
  expect(told()).toHaveLength(2)
})

test('who pays the rest by card when the visit is over is not told that it came too late', async () => {
  const { till, id } = booked({ kind: 'deposit', percent: 30, restDays: null })
  await till.pay(id)
  till.wait(at(visit) + hour - Date.now())
  const session = await till.page(id)
  expect(completeBooking(till.owner, id).ok).toBe(true)
  await till.stripe.press({ id: session }, 'pay')
  till.wait(minute)
  await till.land(session)
  expect(till.sale(id)).toMatchObject({ paidMinor: 6000, refundedMinor: 0, dueMinor: 0 })
  expect(told()).toEqual([expect.stringMatching(/^Confirmed/)])
})
