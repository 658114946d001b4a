import { expect, test } from 'vitest'
import { bookingById, chaseBalances, moveBooking } from '~/core/bookings/index.server'
import { changePaymentSettings } from '~/core/payments/index.server'
import { saleById, takePayment } from '~/core/sales/index.server'
import { day, formatInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Landlady } from '../../../tests/world/house'
import { at } from '../../../tests/world/salon'
import { letters, tellEverybody } from '../../../tests/world/notifications'
import { change, withDatabase } from '../../../tests/world/world'

withDatabase()

/** A stay from 1 December on, whose rest was due fourteen days before 15:00 of that day unless it is said otherwise. */
function bookedStay({ restDueAt = at('2026-11-17T15:00Z') } = {}) {
  const landlady = new Landlady()
  changePaymentSettings(landlady.owner, { terms: { kind: 'deposit', percent: 30, restDays: 14 }, holdMinutes: 30, releaseDays: 2 })
  const house = landlady.property()
  const { id } = landlady.stay(house, '2026-12-01', '2026-12-04')
  const booking = () => read((db) => bookingById(db, landlady.owner.businessId, id))
  const saleId = booking()?.saleId ?? ''
  // What a deposit paid by card makes of it.
  change('UPDATE sales SET rest_due_at = ? WHERE id = ?', restDueAt, saleId)
  takePayment(landlady.owner, { saleId, method: 'cash', amountMinor: 90_00 })
  const move = (arrive: string, depart: string, now = landlady.owner.now) => {
    const item = booking()?.items[0]
    const moved = moveBooking(landlady.at(now), { bookingId: id, items: [{ itemId: item?.id ?? '', choice: { ...item?.choice, arrive, depart } }] })
    if (!moved.ok) throw new Error(JSON.stringify(moved.refusal))
    tellEverybody()
  }
  const rest = () => formatInstant(read((db) => saleById(db, landlady.owner.businessId, saleId))?.restDueAt ?? 0)
  return { move, rest, status: () => booking()?.status, chase: (now: number) => chaseBalances({ now, atMost: 100 }) }
}

const asked = () => letters('marta@example.test').map(({ subject }) => subject).filter((subject) => subject.startsWith('Pay by') || subject.startsWith('Due now'))

test('a stay that moves to a later arrival owes its rest so many days before that one, and is asked for it and let go then', () => {
  const { move, rest, status, chase } = bookedStay()
  move('2027-01-12', '2027-01-15')
  expect(rest()).toBe('2026-12-29T15:00Z')
  chase(at('2026-11-20T15:00Z'))
  expect([asked(), status()]).toEqual([[], 'confirmed'])
  chase(at('2026-12-26T15:00Z'))
  chase(at('2026-12-29T15:00Z'))
  expect(asked()).toEqual(['Pay by Tue 29 Dec 2026: The house at Old Harbour House', 'Due now: The house at Old Harbour House'])
  chase(at('2026-12-31T15:00Z'))
  expect(status()).toBe('cancelled')
})

test('one that moves nearer than that owes its rest at once, and never before now', () => {
  const { move, rest } = bookedStay()
  move('2026-11-10', '2026-11-12', at('2026-11-05T09:00Z'))
  expect(rest()).toBe('2026-11-05T09:00Z')
})

test('one that was booked late has the days that its terms say once it moves far ahead', () => {
  const { move, rest } = bookedStay({ restDueAt: at('2026-12-01T15:00Z') - 2 * day })
  move('2027-02-01', '2027-02-03')
  expect(rest()).toBe('2027-01-18T15:00Z')
})
