import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, openDatabase, read } from '~/platform/database.server'
import { freshFile } from '#db/testing'
import { planOf, preparedBy, scansOf } from '../../../tests/load/plans'
import { Tours } from '../../../tests/world/tours'
import { theMorning } from '../../../tests/world/world'
import { entriesOf, entriesStanding, entryById, lineOf, lineSql, placeInLine } from './entries.server'
import { joinLine } from './join-line.server'
import { waitingSettings } from './settings.server'

let statements: string[]

beforeAll(() => {
  const file = freshFile()
  openDatabase(file)
  const tours = new Tours()
  const session = tours.session('2026-11-10T09:00')
  tours.book(session, 'Ana', 10)
  const joined = joinLine(tours.customer(theMorning), { sessionId: session.id, listingId: session.listingId, choices: [{ session: session.id, people: 1 }], name: 'Carla', email: 'carla@example.test' })
  if (!joined.ok) throw new Error(JSON.stringify(joined.refusal))
  closeDatabase()
  // Anew, so that nothing is prepared yet.
  openDatabase(file)
  const { businessId } = tours.owner
  statements = read((db) => preparedBy(db, () => {
    entryById(db, businessId, joined.value.id)
    lineOf(db, businessId, session.id)
    entriesOf(db, businessId, session.id)
    entriesStanding(db, businessId, session.id, 10)
    placeInLine(db, joined.value)
    waitingSettings(db, businessId)
  }))
})
afterAll(() => closeDatabase())

test('no statement of a line reads a whole table', () => {
  expect(statements).toHaveLength(6)
  expect(scansOf(statements)).toEqual([])
})

test('a line is read in the order of its index, and nobody sorts it', () => {
  expect(planOf(lineSql)).toContain('waiting_entries_line')
  expect(planOf(lineSql)).not.toContain('TEMP B-TREE')
})
