import { beforeEach, expect, test } from 'vitest'
import { takePayment } from '~/core/sales/index.server'
import { CancelDate, MoveDate } from '~/core/sessions/index'
import { cancelSession, dateHead, type Session } from '~/core/sessions/index.server'
import { read } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { render } from '~/ui/testing'
import { Tours } from '../../../tests/world/tours'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { bookingById, cancelItem, calledOff, cancellationStakes, goRounds } from './index.server'

withDatabase()
beforeEach(() => installModules())

const booking = (tours: Tours, id: string) => {
  const found = read((db) => bookingById(db, tours.owner.businessId, id))
  if (!found) throw new Error(`No booking ${id}`)
  return found
}

/** Books two places at €40.00 in each of these sessions, and pays so much of it. */
function paid(tours: Tours, sessions: readonly Session[], who: string, amountMinor: number): string {
  const { id } = tours.book(sessions, who)
  expect(takePayment(tours.owner, { saleId: booking(tours, id).saleId, method: 'cash', amountMinor }).ok).toBe(true)
  return id
}
const refunded = () => rows<{ back: number }>('SELECT coalesce(sum(amount_minor), 0) AS back FROM refunds WHERE withdrawn_at IS NULL')[0]?.back ?? 0
const stakes = (tours: Tours, session: Session) => read((db) => cancellationStakes(db, tours.owner, session))
const means = { what: '', currency: 'EUR', reasonHint: '', answer: undefined, people: (bookings: number) => `${bookings} booked.` }

test('calling off a date gives back what it says before: no fee that was kept, and nothing that is paid for other dates', () => {
  const tours = new Tours()
  const [one, other] = [tours.session('2026-11-10T09:00', { capacity: 20 }), tours.session('2026-11-12T09:00')]
  paid(tours, [one], 'Ana', 8000)
  paid(tours, [one], 'Bea', 3000)
  paid(tours, [one, other], 'Cid', 16_000)
  paid(tours, [one, other], 'Dora', 10_000)
  const id = paid(tours, [one, one], 'Eva', 16_000)
  change(`UPDATE bookings SET policy = '{"tiers":[],"fees":"never","taxes":"by-tier","noShowPercent":0}' WHERE id = ?`, id)
  expect(cancelItem(tours.customer(), id, booking(tours, id).items[0]?.id ?? '', null).ok).toBe(true)
  const before = refunded()
  const { bookings, backMinor } = read((db) => calledOff(db, tours.owner.businessId, [one.id]))
  expect({ bookings, backMinor }).toStrictEqual({ bookings: 5, backMinor: 8000 + 3000 + 8000 + 2000 + 8000 })
  expect(cancelSession(tours.owner, { sessionId: one.id, scope: 'one', reason: 'A storm' }).ok).toBe(true)
  while (goRounds({ now: theMorning, atMost: 10 }) > 0);
  expect(refunded() - before).toBe(backMinor)
})

test('the page says what all that follow mean beside what this date does', () => {
  const tours = new Tours()
  const [first, second, third] = tours.series('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-11-10T09:00')
  if (!first || !second || !third) throw new Error('There are three')
  paid(tours, [first], 'Ana', 8000)
  paid(tours, [second], 'Bea', 8000)
  paid(tours, [second, third], 'Cid', 16_000)
  expect(stakes(tours, second)).toStrictEqual({ one: { bookings: 2, backMinor: 16_000 }, following: { dates: 2, bookings: 2, backMinor: 24_000 } })
  const page = render(<CancelDate {...means} date={dateHead(tours.owner, second, { name: 'Tour', back: '/' })} stakes={stakes(tours, second)} />)
  expect(page).toContain('2 dates together. 2 booked. €240.00 that was paid for it goes back.')
  expect(page).toContain('<strong>2 booked.</strong> €160.00 that was paid for it goes back.')
})

test('of a date that is cancelled already the pages say so, without a form', () => {
  const tours = new Tours()
  const tour = tours.session('2026-11-10T09:00')
  expect(cancelSession(tours.owner, { sessionId: tour.id, scope: 'one', reason: 'A storm' }).ok).toBe(true)
  const date = dateHead(tours.owner, tours.now(tour.id), { name: 'Tour', back: '/' })
  const pages = [
    render(<CancelDate {...means} date={date} stakes={stakes(tours, tour)} />),
    render(<MoveDate {...date} consequence="" reasonHint="" answer={undefined} />),
  ]
  for (const page of pages) {
    expect(page).toContain('This date is cancelled already.')
    expect(page).not.toContain('<form')
  }
})
