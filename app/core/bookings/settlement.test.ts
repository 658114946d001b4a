import { describe, expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { at, Salon } from '../../../tests/world/salon'
import { letters, tellEverybody } from '../../../tests/world/notifications'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { receivableOf, sumOfEverything } from '../ledger/index.server'
import { retirePolicy, savePolicy, type Policy } from '../pricing/index.server'
import { saleById, takePayment, type Sale } from '../sales/index.server'
import { bookingById, cancelBooking, declineBooking, expireUnanswered, markNoShow, placeBooking } from './index.server'
import { policyOf, settlementIf } from './settlement.server'

withDatabase()

const start = '2026-11-06T10:00Z'
const tiers = [{ hoursBefore: 48, percent: 100 }, { hoursBefore: 24, percent: 50 }]
const policy: Policy = { tiers, fees: 'by-tier', taxes: 'by-tier', noShowPercent: 20 }

function salonWith(written: Policy | null = policy, options: Parameters<Salon['service']>[0] = {}) {
  const salon = new Salon()
  const saved = written && savePolicy(salon.owner, null, { ...written, name: 'Two days', isDefault: true })
  const service = salon.service(options)
  return { salon, service, policyId: saved?.ok ? saved.value : null }
}

function booked({ salon, service }: ReturnType<typeof salonWith>, paidMinor: number, when = start) {
  const { id } = salon.book(service, when)
  const { saleId } = read((db) => bookingById(db, salon.owner.businessId, id)) ?? { saleId: '' }
  if (paidMinor > 0) expect(takePayment(salon.owner, { saleId, method: 'cash', amountMinor: paidMinor }).ok).toBe(true)
  return { id, sale: () => read((db) => saleById(db, salon.owner.businessId, saleId)) as Sale }
}

function expectRightBooks(sale: Sale) {
  for (const { sumMinor } of read(sumOfEverything)) expect(sumMinor).toBe(0)
  expect(read((db) => receivableOf(db, sale.id))).toBe(sale.dueMinor)
}

describe('a customer cancels', () => {
  test.each([
    ['two days before, all paid', 48, 4500, 4500],
    ['a minute later, all paid', 48 - 1 / 60, 4500, 2250],
    ['a day before, all paid', 24, 4500, 2250],
    ['a minute later, all paid', 24 - 1 / 60, 4500, 0],
    ['two days before, with the deposit only', 48, 1350, 1350],
    ['a day before, with the deposit only', 24, 1350, 0],
    ['an hour before, with the deposit only', 1, 1350, 0],
    ['a day before, with nothing paid', 24, 0, 0],
  ])('%s', (_, hours, paid, refund) => {
    const world = salonWith()
    const { id, sale } = booked(world, paid)
    const now = at(start) - hours * hour
    const told = read((db) => {
      const booking = bookingById(db, world.salon.owner.businessId, id)
      return booking && settlementIf(db, booking, { by: 'customer', noticeMs: booking.startsAt - now })
    })
    expect(cancelBooking(world.salon.customer(now), id, null).ok).toBe(true)
    expect(sale()).toMatchObject({ refundDueMinor: refund, dueMinor: 0 })
    // What the page said is what they get.
    expect(told?.refundMinor).toBe(refund)
    expect(told?.priceMinor).toBe(4500)
    expectRightBooks(sale())
  })
})

describe('everything comes back', () => {
  test('when the business cancels, however late', () => {
    const world = salonWith()
    const { id, sale } = booked(world, 4500)
    expect(cancelBooking(world.salon.at(at(start) - hour), id, 'A pipe has burst').ok).toBe(true)
    expect(sale()).toMatchObject({ refundDueMinor: 4500, refunds: [{ cause: 'called-off', reason: 'A pipe has burst' }] })
    expectRightBooks(sale())
  })

  test('when it declines, and when it does not answer in time', () => {
    const world = salonWith(policy, { approval: true })
    const declined = booked(world, 1350)
    expect(declineBooking(world.salon.owner, declined.id, 'Away').ok).toBe(true)
    expect(declined.sale().refundDueMinor).toBe(1350)
    const unanswered = booked(world, 1350)
    expect(expireUnanswered({ now: at(start), atMost: 10 })).toBe(1)
    expect(unanswered.sale().refundDueMinor).toBe(1350)
    expectRightBooks(declined.sale())
    expectRightBooks(unanswered.sale())
  })
})

test('who did not come gets back what the policy says, from what was paid', () => {
  const world = salonWith()
  const { id, sale } = booked(world, 4000)
  expect(markNoShow(world.salon.at(at(start) + hour), id).ok).toBe(true)
  // A fifth of 45.00 would come back: the fee is 36.00.
  expect(sale()).toMatchObject({ refundDueMinor: 400, dueMinor: 0 })
  expectRightBooks(sale())
})

test('a booking keeps the policy it was booked with; a service’s own comes before the default, and one that is retired gives way to it', () => {
  const world = salonWith()
  const { salon, policyId } = world
  const strict = savePolicy(salon.owner, null, { ...policy, tiers: [], name: 'Strict', isDefault: false })
  const own = salon.service({ title: 'Bridal', policyId: strict.ok ? strict.value : null })
  const kept = booked(world, 4500)
  const named = booked({ ...world, service: own }, 4500, '2026-11-06T14:00Z')
  expect(savePolicy(salon.owner, policyId, { ...policy, tiers: [], name: 'Nothing', isDefault: true }).ok).toBe(true)
  expect(read((db) => policyOf(db, kept))).toEqual(policy)
  expect(cancelBooking(salon.customer(theMorning), kept.id, null).ok).toBe(true)
  expect(cancelBooking(salon.customer(theMorning), named.id, null).ok).toBe(true)
  expect([kept.sale().refundDueMinor, named.sale().refundDueMinor]).toEqual([4500, 0])
  expect(retirePolicy(salon.owner, strict.ok ? strict.value : '').ok).toBe(true)
  expect(retirePolicy(salon.owner, policyId ?? '')).toMatchObject({ refusal: { kind: 'is-default' } })
  savePolicy(salon.owner, policyId, { ...policy, name: 'Two days', isDefault: true })
  const placed = placeBooking(salon.customer(), salon.order(own, '2026-11-07T10:00Z'))
  expect(read((db) => policyOf(db, placed.ok ? placed.value : { id: '' }))).toEqual(policy)
})

test('tiers that contradict each other are refused, and another business’s policy is nobody’s', () => {
  const { salon, policyId } = salonWith()
  const save = (id: string | null, wrong: Policy['tiers']) => savePolicy(salon.owner, id, { ...policy, tiers: wrong, name: 'X', isDefault: false })
  expect(save(null, [{ hoursBefore: 24, percent: 50 }, { hoursBefore: 24, percent: 20 }])).toMatchObject({ refusal: { kind: 'same-notice', hoursBefore: 24 } })
  expect(save(null, [{ hoursBefore: 24, percent: 50 }, { hoursBefore: 2, percent: 60 }])).toMatchObject({ refusal: { kind: 'less-for-more', hoursBefore: 2 } })
  const other = new Salon({ name: 'Other' })
  expect(savePolicy(other.owner, policyId, { ...policy, name: 'Mine', isDefault: true })).toMatchObject({ refusal: { kind: 'unknown-policy' } })
  expect(() => other.service({ policyId })).toThrow('unknown-policy')
  expect(rows('SELECT count(*) AS n FROM cancellation_policies')).toEqual([{ n: 1 }])
})

test('the mail that confirms says the policy, and the one that cancels what comes back', () => {
  const world = salonWith()
  const { id } = booked(world, 4500)
  tellEverybody()
  expect(letters('marta@example.test')[0]?.text).toContain('If you cancel at least 2 days before, all you have paid comes back.')
  expect(cancelBooking(world.salon.customer(at(start) - 24 * hour), id, null).ok).toBe(true)
  tellEverybody(at(start) - 24 * hour)
  expect(letters('marta@example.test').at(-1)?.text).toMatch(/Comes back\s+€22\.50/)
})
