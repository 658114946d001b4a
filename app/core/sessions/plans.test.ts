import { expect, test } from 'vitest'
import { closeDatabase, openDatabase, read, transact } from '~/platform/database.server'
import { freshFile } from '#db/testing'
import { preparedBy, scansOf } from '../../../tests/load/plans'
import { Boathouse } from '../../../tests/world/sessions'
import { theMorning, withDatabase } from '../../../tests/world/world'
import {
  cancelSession, changeSession, completeSessions, decideSessions, extendSeries, moveSession, placesIn, sessionsBetween, sessionsOf, sessionsWithRoom,
} from './index.server'

withDatabase()

/** A boathouse on a connection on which nothing is prepared yet. */
function freshBoathouse(): Boathouse {
  closeDatabase()
  const file = freshFile()
  openDatabase(file)
  const boathouse = new Boathouse()
  boathouse.series('FREQ=WEEKLY;BYDAY=TU', '2026-11-10T09:00', { staffId: boathouse.guides.Ana, placeIds: [boathouse.room] })
  boathouse.session('2026-11-12T09:00')
  closeDatabase()
  openDatabase(file)
  return boathouse
}

test('no statement that looks sessions up reads a whole table', () => {
  const { owner, tour } = freshBoathouse()
  const statements = read((db) => preparedBy(db, () => {
    const found = sessionsBetween(db, owner.businessId, theMorning, theMorning * 2)
    sessionsOf(db, owner.businessId, tour.id, { from: theMorning })
    sessionsOf(db, owner.businessId, tour.id, { from: theMorning, order: 'back' })
    sessionsWithRoom(db, owner, tour.id, { near: theMorning, places: 1, atMost: 3 })
    placesIn(db, owner.businessId, found, theMorning)
  }))
  expect(statements.length).toBeGreaterThan(4)
  expect(scansOf(statements)).toEqual([])
})

test('no statement of an act on sessions, nor of their jobs, reads a whole table', () => {
  const { owner, tour, guides } = freshBoathouse()
  const ids = read((db) => sessionsOf(db, owner.businessId, tour.id, { from: theMorning }).sessions.map(({ id }) => id))
  const [first = '', , third = '', fourth = ''] = ids
  const statements = transact((db) => preparedBy(db, () => {
    changeSession(owner, { sessionId: first, scope: 'one', changes: { capacity: 12, staffId: guides.Rui } })
    moveSession(owner, { sessionId: third, scope: 'following', start: '2026-11-18T09:00', reason: null })
    cancelSession(owner, { sessionId: fourth, scope: 'following', reason: 'Winter' })
    extendSeries({ now: theMorning + 86_400_000, atMost: 10 })
    decideSessions({ now: theMorning, atMost: 10 })
    completeSessions({ now: theMorning, atMost: 10 })
  }))
  expect(statements.length).toBeGreaterThan(20)
  expect(scansOf(statements)).toEqual([])
})
