import { beforeEach, describe, expect, test } from 'vitest'
import { changePaymentSettings } from '~/core/payments/index.server'
import { savePolicy } from '~/core/pricing/index.server'
import { saleById, takePayment } from '~/core/sales/index.server'
import { day } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { letters, tellEverybody } from '../../../tests/world/notifications'
import { at, Salon } from '../../../tests/world/salon'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { chaseBalances } from './chase-balances.server'
import { cancelBooking } from './change-status.server'
import { chaseTimes } from './model/chase-times'
import { bookingById } from './queries.server'

withDatabase()

describe('when something is done about the rest', () => {
  const [due, starts] = [100 * day, 114 * day]
  test('three days before, on the day, and so many days after', () => {
    expect(chaseTimes(due, 2, starts, 0)).toEqual([{ kind: 'soon', runAt: 97 * day }, { kind: 'due', runAt: due }, { kind: 'release', runAt: 102 * day }])
  })
  test('nothing is let go where the business says nothing', () => expect(chaseTimes(due, null, starts, 0).map(({ kind }) => kind)).toEqual(['soon', 'due']))
  test('nothing once it has begun, and nothing that the customer has just been told', () => {
    expect(chaseTimes(due, 20, starts, 98 * day).map(({ kind }) => kind)).toEqual(['due'])
  })
})

// Booked on 3 November for 1 December at ten; 45.00, of which the rest is due on 17 November.
const restDueAt = at('2026-11-17T10:00Z')

function booked({ releaseDays = 2 as number | null } = {}) {
  const salon = new Salon()
  changePaymentSettings(salon.owner, { terms: { kind: 'deposit', percent: 30, restDays: 14 }, holdMinutes: 30, releaseDays })
  savePolicy(salon.owner, null, { name: 'Half', tiers: [{ hoursBefore: 24, percent: 50 }], fees: 'by-tier', taxes: 'by-tier', noShowPercent: 0, isDefault: true })
  const { id } = salon.book(salon.service(), '2026-12-01T10:00Z')
  // What a deposit paid by card makes of it.
  const saleId = read((db) => bookingById(db, salon.owner.businessId, id))?.saleId ?? ''
  change('UPDATE sales SET rest_due_at = ? WHERE id = ?', restDueAt, saleId)
  takePayment(salon.owner, { saleId, method: 'cash', amountMinor: 1350 })
  tellEverybody()
  const chase = (now: number) => chaseBalances({ now, atMost: 100 })
  const status = () => read((db) => bookingById(db, salon.owner.businessId, id))?.status
  const pay = () => takePayment(salon.at(theMorning + day), { saleId, method: 'cash', amountMinor: 3150 })
  return { salon, id, saleId, chase, status, pay }
}

const subjects = () => letters('marta@example.test').map(({ subject }) => subject).filter((subject) => !subject.startsWith('Confirmed'))

describe('the rest of a booking', () => {
  let world: ReturnType<typeof booked>
  beforeEach(() => {
    world = booked()
  })

  test('is asked for three days before and on the day, once each', () => {
    const { chase } = world
    expect(chase(restDueAt - 4 * day)).toBe(0)
    chase(restDueAt - 3 * day)
    chase(restDueAt - 3 * day + 1)
    chase(restDueAt)
    chase(restDueAt + 1)
    expect(subjects()).toEqual(['Pay by Tue 17 Nov 2026: Cut at Harbour Salon', 'Due now: Cut at Harbour Salon'])
  })

  test('is asked for no more once it is paid, nor once the booking is called off', () => {
    const { chase, pay } = world
    pay()
    chase(restDueAt)
    expect(subjects()).toEqual([])
    const other = booked()
    cancelBooking(other.salon.owner, other.id, null)
    other.chase(restDueAt)
    expect(subjects().filter((subject) => subject.includes('Pay by'))).toEqual([])
  })

  test('that was not paid lets the booking go after so many days, under its policy, and its time is free', () => {
    const { chase, status, saleId, salon } = world
    chase(restDueAt + 2 * day - 1)
    expect(status()).toBe('confirmed')
    chase(restDueAt + 2 * day)
    chase(restDueAt + 3 * day)
    expect(status()).toBe('cancelled')
    // Half of 45.00 is owed; of the 13.50 paid nothing comes back.
    expect(read((db) => saleById(db, salon.owner.businessId, saleId))).toMatchObject({ paidMinor: 1350, refundDueMinor: 0, dueMinor: 0 })
    expect(rows('SELECT 1 FROM allocations WHERE released_at IS NULL')).toEqual([])
    tellEverybody()
    expect(subjects()).toEqual(expect.arrayContaining([expect.stringMatching(/^Cancelled: Cut at Harbour Salon/)]))
  })
})

test('where the business says nothing the booking stays, whatever is owed', () => {
  const { chase, status } = booked({ releaseDays: null })
  chase(restDueAt + 10 * day)
  expect(status()).toBe('confirmed')
})

test('planning again, as every change does, makes nothing twice', () => {
  const { salon, id } = booked()
  cancelBooking(salon.owner, id, null)
  tellEverybody()
  tellEverybody()
  expect(rows('SELECT kind FROM balance_chases WHERE dropped_at IS NULL')).toEqual([])
  expect(rows('SELECT kind FROM balance_chases')).toHaveLength(3)
})
