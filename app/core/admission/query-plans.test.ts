import { beforeAll, afterAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { freshFile } from '#db/testing'
import { planOf, preparedBy, scansOf } from '../../../tests/load/plans'
import { Hall } from '../../../tests/world/hall'
import { admit } from './admit.server'
import { attendeesOf, attendeesPage, findAttendees } from './attendees.server'
import { absentIn } from './mark-absent.server'
import { ticketsOf } from './tickets.server'
import { actById, latestActs, peopleIn } from './admissions.server'

let statements: string[]

beforeAll(() => {
  const file = freshFile()
  openDatabase(file)
  const hall = new Hall()
  const evening = hall.session()
  const guest = hall.guest(evening)
  const entered = admit(hall.owner, { who: { itemId: guest.itemId }, sessionId: evening, count: null, door: null })
  const act = entered.ok ? entered.value.actId : ''
  closeDatabase()
  // Anew, so that nothing is prepared yet.
  openDatabase(file)
  const { businessId, now } = hall.owner
  statements = read((db) => preparedBy(db, () => {
    attendeesOf(db, hall.owner, evening)
    attendeesPage(db, hall.owner, evening, { search: 'mar', state: null }, { after: null, before: null })
    findAttendees(db, hall.owner, evening, 'mar', 20)
    absentIn(db, hall.owner, evening)
    peopleIn(db, businessId, evening)
    latestActs(db, businessId, evening, 8)
    actById(db, businessId, act)
    ticketsOf(db, businessId, guest.bookingId, now)
  }))
})
afterAll(() => closeDatabase())

test('no statement of a door and its lists reads a whole table', () => {
  expect(statements.length).toBeGreaterThan(8)
  expect(scansOf(statements)).toEqual([])
})

test('a list of people is read in the order of its index, and nobody sorts it', () => {
  const lists = statements.filter((sql) => sql.includes('ORDER BY i.session_id'))
  expect(lists).toHaveLength(3)
  for (const sql of lists) {
    expect(planOf(sql)).toContain('booking_items_by_name')
    expect(planOf(sql)).not.toContain('TEMP B-TREE')
  }
})
