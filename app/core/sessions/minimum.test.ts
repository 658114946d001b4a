import { describe, expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { at } from '../../../tests/world/salon'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, withDatabase } from '../../../tests/world/world'
import { changeSession, completeSessions, confirmSession, decideSessions, moveSession } from './index.server'

withDatabase()

const events = () => rows<{ type: string }>("SELECT type FROM events WHERE type LIKE 'session.%' ORDER BY id").map(({ type }) => type)

describe('a minimum', () => {
  const minimum = { minPeople: 4, decideBeforeMinutes: 24 * 60 }
  const deadline = at('2026-11-09T09:00Z')

  test('that is reached at the deadline confirms it; what is only held does not count', () => {
    const boathouse = new Boathouse()
    const [enough, short] = [boathouse.session('2026-11-10T09:00', minimum), boathouse.session('2026-11-10T09:00', minimum)]
    boathouse.claimPlaces(enough.id, 4)
    boathouse.claimPlaces(short.id, 3)
    boathouse.claimPlaces(short.id, 3, { subject: 'a hold', expiresAt: deadline + hour })
    expect(decideSessions({ now: deadline - 1, atMost: 10 })).toBe(0)
    expect(decideSessions({ now: deadline, atMost: 10 })).toBe(2)
    expect([boathouse.now(enough.id).status, boathouse.now(short.id).status]).toStrictEqual(['confirmed', 'scheduled'])
    expect(events().slice(2).sort()).toStrictEqual(['session.confirmed', 'session.undecided'])
    expect(decideSessions({ now: deadline + hour, atMost: 10 })).toBe(0)
  })

  test('that is not reached asks the business, which says that it takes place; unanswered it takes place too', () => {
    const boathouse = new Boathouse()
    const [asked, unanswered] = [boathouse.session('2026-11-10T09:00', minimum), boathouse.session('2026-11-10T09:00', minimum)]
    decideSessions({ now: deadline, atMost: 10 })
    expect(confirmSession(boathouse.at(deadline), asked.id)).toMatchObject({ ok: true, value: { status: 'confirmed' } })
    expect(confirmSession(boathouse.at(deadline), asked.id)).toMatchObject({ refusal: { kind: 'not-from-here' } })
    completeSessions({ now: at('2026-11-11T09:00Z'), atMost: 10 })
    expect(boathouse.now(unanswered.id).status).toBe('completed')
  })

  test('that is lowered to what is booked is reached', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00', minimum)
    boathouse.claimPlaces(tour.id, 3)
    changeSession(boathouse.owner, { sessionId: tour.id, scope: 'one', changes: { minPeople: 3 } })
    expect(boathouse.now(tour.id)).toMatchObject({ status: 'confirmed', minPeople: 3 })
  })

  test('is asked for again where the session moves, and goes with the number', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00', minimum)
    decideSessions({ now: deadline, atMost: 10 })
    moveSession(boathouse.at(deadline), { sessionId: tour.id, scope: 'one', start: '2026-11-17T09:00', reason: null })
    expect(decideSessions({ now: at('2026-11-16T09:00Z'), atMost: 10 })).toBe(1)
    changeSession(boathouse.at(deadline), { sessionId: tour.id, scope: 'one', changes: { minPeople: null, decideBeforeMinutes: null } })
    expect(boathouse.now(tour.id)).toMatchObject({ status: 'confirmed', decideBy: null })
    expect(changeSession(boathouse.at(deadline), { sessionId: tour.id, scope: 'one', changes: minimum })).toMatchObject({ refusal: { kind: 'confirmed-already' } })
  })
})
