import { expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import type { BookingCtx } from '~/platform/guarded.server'
import { Salon } from '../../../tests/world/salon'
import { person } from '../../../tests/world/businesses'
import { change, theMorning, withDatabase } from '../../../tests/world/world'
import { giveRefund, makeRefund, paidSales, saleById, takePayment, undoPayment, withdrawRefund } from '../sales/index.server'
import { accountBookings } from './account-bookings.server'
import { declineBooking } from './change-status.server'
import { customerPage } from './customer-page.server'
import { bookingById } from './queries.server'
import { receiptPage } from './receipt-page.server'

withDatabase()

function world(options: Parameters<Salon['service']>[0] = {}) {
  const salon = new Salon()
  const { id, reference } = salon.book(salon.service(options), '2026-11-06T10:00Z')
  const { saleId } = read((db) => bookingById(db, salon.owner.businessId, id)) ?? { saleId: '' }
  const ctx: BookingCtx = { ...salon.customer(), member: null, booking: { id, reference, by: 'link', token: 'key' } }
  const pay = (amountMinor: number, now = theMorning) => {
    const taken = takePayment({ ...salon.owner, now }, { saleId, method: 'cash', amountMinor })
    if (!taken.ok) throw new Error(taken.refusal.kind)
    return taken.value
  }
  const receipt = () => read((db) => receiptPage(db, ctx))
  return { salon, id, saleId, ctx, pay, receipt, page: () => read((db) => customerPage(db, ctx)) }
}

test('where nothing was ever paid there is no receipt, and none is offered', () => {
  const { salon, saleId, pay, receipt, page } = world()
  expect(receipt()).toBeNull()
  expect(page()?.receipt).toBeNull()
  const payment = pay(1000)
  expect(page()?.receipt).toMatch(/^\/bookings\/[\w-]+\/receipt\?token=key$/)
  expect(undoPayment(salon.owner, payment, 'For another visit').ok).toBe(true)
  expect(receipt()).toBeNull()
  expect(page()?.receipt).toBeNull()
  expect(read((db) => paidSales(db, [saleId]))).toEqual(new Set())
})

test('it has whom and what it is for, every payment, and what is still due', () => {
  const { salon, pay, receipt } = world()
  change("UPDATE businesses SET legal_name = 'Harbour Salon, Lda.', tax_number = '501234567' WHERE id = ?", salon.owner.businessId)
  pay(1000)
  pay(500, theMorning + hour)
  expect(receipt()).toMatchObject({
    business: { name: 'Harbour Salon', legalName: 'Harbour Salon, Lda.', taxNumber: '501234567' },
    store: { lines: ['Rua do Arsenal 12', '1100-038 Lisbon'] },
    who: 'Marta',
    what: 'Cut',
    flows: [{ kind: 'paid', method: 'cash', amountMinor: 1000, at: theMorning }, { kind: 'paid', amountMinor: 500, at: theMorning + hour }],
    // 45.00 with 23 % within: 36.59 and 8.41.
    taxes: [{ name: 'IVA', ratePpm: 230_000, onMinor: 3659, taxMinor: 841 }],
    paidMinor: 1500, givenMinor: 0, refundDueMinor: 0, dueMinor: 3000,
  })
})

test('refunds are told with when and how, and the taxes are those of what is still charged', () => {
  const { salon, saleId, pay, receipt } = world()
  pay(4500)
  const make = (amount: number) => {
    const made = makeRefund(salon.owner, { saleId, reason: 'Began late', amounts: new Map([[1, amount]]) })
    if (!made.ok) throw new Error(made.refusal.kind)
    return read((db) => saleById(db, salon.owner.businessId, saleId))?.refunds.at(-1)?.id ?? ''
  }
  const wrong = make(2000)
  expect(withdrawRefund(salon.owner, wrong, 'A mistake').ok).toBe(true)
  const given = make(1500)
  expect(giveRefund({ ...salon.owner, now: theMorning + hour }, given, 'transfer').ok).toBe(true)
  make(1000)
  const shown = receipt()
  expect(shown).toMatchObject({ paidMinor: 4500, givenMinor: 1500, refundDueMinor: 1000, dueMinor: 0, sale: { totalMinor: 4500, reversedMinor: 2500 } })
  expect(shown?.flows.map(({ kind, method, amountMinor }) => [kind, method, amountMinor])).toEqual(
    expect.arrayContaining([['paid', 'cash', 4500], ['given', 'transfer', -1500], ['due-back', null, -1000]]),
  )
  expect(shown?.flows).toHaveLength(3)
  // 20.00 are still charged: 16.26 and 3.74.
  const [tax] = shown?.taxes ?? []
  expect((tax?.onMinor ?? 0) + (tax?.taxMinor ?? 0)).toBe(2000)
  expect(tax?.taxMinor).toBe(374)
})

test('a booking that was declined still has the receipt of what was paid and goes back', () => {
  const { salon, id, pay, receipt } = world({ approval: true })
  pay(4500)
  expect(declineBooking(salon.owner, id, 'Full').ok).toBe(true)
  expect(receipt()).toMatchObject({ paidMinor: 4500, refundDueMinor: 4500, dueMinor: 0, taxes: [], sale: { reversedMinor: 4500 } })
})

test('an account’s list offers it on the rows where something was paid', () => {
  const { salon, pay } = world()
  const service = salon.service({ title: 'Colour' })
  salon.book(service, '2026-11-07T10:00Z')
  const user = person('Marta Reis', 'marta@example.test')
  change('UPDATE contacts SET user_id = ?', user)
  pay(100)
  const account = { id: user, name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
  const { upcoming } = read((db) => accountBookings(db, { ...salon.customer(), account }, null))
  expect(upcoming.map(({ title, paid }) => [title, paid])).toEqual([['Cut', true], ['Colour', false]])
})
