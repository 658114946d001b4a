import { beforeAll, afterAll, expect, test } from 'vitest'
import { placeBooking } from '~/core/bookings/index.server'
import { calledOffSql } from '~/core/bookings/called-off.server'
import { stakesSql, takingsSql } from '~/core/bookings/session-money.server'
import { partlyEndedSql } from '~/core/sales/drop-lines.server'
import { keptSql } from '~/core/sales/kept.server'
import { sessionById } from '~/core/sessions/index.server'
import { dateFigures } from '~/domains/events/index.server'
import { closeDatabase, openDatabase, read, transact } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { freshFile } from '#db/testing'
import { openBusiness, sure, type OpenBusiness } from './open-business'
import { openEvent, type OpenEvent } from './open-event'
import { planOf, preparedBy, scansOf } from './plans'

let hall: OpenBusiness
let event: OpenEvent

beforeAll(() => {
  installModules()
  const file = freshFile()
  openDatabase(file)
  hall = openBusiness({ name: 'Plan Hall', timeZone: 'Europe/Lisbon', people: [], domains: ['events'], now: Date.parse('2026-11-03T09:00:00Z') })
  event = openEvent(hall, { title: 'Concert', start: '2026-12-05T19:30', capacity: 100, tickets: [{ title: 'Standing', priceMinor: 2000, quota: 50 }] })
  closeDatabase()
  // Anew, so that nothing is prepared yet.
  openDatabase(file)
})

afterAll(() => closeDatabase())

test('no statement of an order of tickets reads a whole table', () => {
  const choice = { session: event.sessionId, ticket: event.ticketIds[0] ?? '', code: null, shownMinor: null }
  const item = { listingId: event.listingId, choice, attendeeName: null, attendeeEmail: null, answers: {} }
  const contact = { name: 'Guest', email: 'guest@plan.test', phone: null }
  const statements = transact((db) => preparedBy(db, () => void sure(placeBooking(hall.visitor, { key: 'plan-of-tickets', items: [item, item], contact, note: null, channel: 'online' }))))
  expect(statements.length).toBeGreaterThan(20)
  // What an insert sets off is asked with the other statements of a booking (query-plans.test.ts).
  expect(scansOf(statements.filter((sql) => !/^\s*INSERT/.test(sql)))).toEqual([])
})

test('the numbers of a date come by indexes, whatever was sold', () => {
  const statements = read((db) => preparedBy(db, () => {
    const session = sessionById(db, hall.owner.businessId, event.sessionId)
    if (!session) throw new Error('There is no date')
    dateFigures(db, hall.owner, session)
  }))
  expect(scansOf(statements)).toEqual([])
})

test('what hangs on a date is found by its session and its sales', () => {
  expect(scansOf([stakesSql, calledOffSql, takingsSql, keptSql, partlyEndedSql])).toEqual([])
  expect(planOf(stakesSql)).toContain('booking_items_by_name')
  expect(planOf(calledOffSql)).toContain('booking_items_by_name')
  expect(planOf(takingsSql)).toContain('booking_items_by_session')
  expect(planOf(keptSql)).toContain('payments_by_sale')
})
