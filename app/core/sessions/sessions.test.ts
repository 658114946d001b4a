import { describe, expect, test } from 'vitest'
import { blockTime, resourceOfOwner } from '~/core/allocation/index.server'
import { formatInstant, hour, minute } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { at } from '../../../tests/world/salon'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { cancelSession, changeSession, completeSessions, createSession, moveSession, sessionsBetween, sessionsOf, sessionsWithRoom } from './index.server'

withDatabase()

const events = () => rows<{ type: string }>("SELECT type FROM events WHERE type LIKE 'session.%' ORDER BY id").map(({ type }) => type)

describe('a session', () => {
  test('has its places, and is confirmed from the start where it needs no number of people', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    expect(tour).toMatchObject({ status: 'confirmed', startsAt: at('2026-11-10T09:00Z'), endsAt: at('2026-11-10T11:00Z'), timeZone: 'Europe/Lisbon', domain: 'activities' })
    expect(boathouse.placesLeft(tour.id)).toStrictEqual({ capacity: 10, taken: 0, held: 0, left: 10 })
    expect(events()).toStrictEqual(['session.scheduled'])
  })

  test('loses what is booked and held, and has back what has run out whether or not a job has swept it', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    boathouse.claimPlaces(tour.id, 4)
    boathouse.claimPlaces(tour.id, 6, { subject: 'a hold', expiresAt: theMorning + hour })
    expect(boathouse.placesLeft(tour.id)).toStrictEqual({ capacity: 10, taken: 10, held: 6, left: 0 })
    expect(boathouse.claimPlaces(tour.id, 1, { subject: 'another' })).toBe(false)
    expect(boathouse.placesLeft(tour.id, theMorning + 2 * hour)).toStrictEqual({ capacity: 10, taken: 4, held: 0, left: 6 })
    expect(boathouse.claimPlaces(tour.id, 6, { subject: 'another', now: theMorning + 2 * hour })).toBe(true)
  })

  test('claims its guide and its room for its time and what lies around it, so that nothing else can have them', () => {
    const boathouse = new Boathouse()
    const { owner, guides, room } = boathouse
    boathouse.session('2026-11-10T09:00', { staffId: guides.Ana, placeIds: [room], prepareMinutes: 30, clearMinutes: 15 })
    const block = (resourceId: string, from: string, to: string) => blockTime(owner, { resourceId, startsAt: at(from), endsAt: at(to), reason: 'Repairs' }).ok
    const ana = read((db) => resourceOfOwner(db, owner.businessId, 'person', guides.Ana))?.id ?? ''
    expect([block(room, '2026-11-10T11:10Z', '2026-11-10T12:00Z'), block(ana, '2026-11-10T08:00Z', '2026-11-10T08:31Z')]).toStrictEqual([false, false])
    expect([block(room, '2026-11-10T11:15Z', '2026-11-10T12:00Z'), block(ana, '2026-11-10T08:00Z', '2026-11-10T08:30Z')]).toStrictEqual([true, true])
  })

  test('whose guide is taken is refused, with the nearest starts at which everything it needs is free', () => {
    const boathouse = new Boathouse()
    const { owner, guides, room } = boathouse
    boathouse.session('2026-11-10T09:00', { staffId: guides.Ana })
    boathouse.session('2026-11-10T11:30', { placeIds: [room] })
    const answer = createSession(owner, boathouse.draft('2026-11-10T10:00', { staffId: guides.Ana, placeIds: [room], clearMinutes: 30 }))
    if (answer.ok || answer.refusal.kind !== 'taken') throw new Error('It was not refused')
    expect(answer.refusal.dates).toMatchObject([{ name: 'Ana', date: '2026-11-10' }])
    expect(answer.refusal.free.map(formatInstant)).toStrictEqual(['2026-11-10T13:30Z', '2026-11-10T14:00Z', '2026-11-10T14:30Z'])
    expect(rows('SELECT count(*) AS n FROM listing_sessions')).toStrictEqual([{ n: 2 }])
    expect(rows("SELECT count(*) AS n FROM resources WHERE kind = 'pool'")).toStrictEqual([{ n: 2 }])
  })

  test('is refused in the past, for somebody else’s people, rooms and listings, and out of range', () => {
    const boathouse = new Boathouse()
    const other = new Boathouse()
    const kinds = [
      boathouse.draft('2026-11-03T09:00'), boathouse.draft('2026-11-10T09:00', { staffId: other.guides.Ana }), boathouse.draft('2026-11-10T09:00', { placeIds: [other.room] }),
      boathouse.draft('2026-11-10T09:00', { listingId: other.tour.id }), boathouse.draft('2026-11-10T09:00', { storeId: other.store.id }), boathouse.draft('2026-11-10T09:00', { capacity: 0 }),
      boathouse.draft('2026-11-10T09:00', { minPeople: 11, decideBeforeMinutes: 60 }), boathouse.draft('2026-11-10T09:00', { minPeople: 3 }),
    ].map((draft) => createSession(boathouse.owner, draft)).map((answer) => (answer.ok ? 'made' : answer.refusal.kind))
    expect(kinds).toStrictEqual(['past', 'unknown-person', 'unknown-place', 'unknown-listing', 'unknown-store', 'out-of-range', 'out-of-range', 'out-of-range'])
  })

  test('never gets fewer places than are taken, and is told by whom', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    boathouse.claimPlaces(tour.id, 4)
    boathouse.claimPlaces(tour.id, 3, { subject: 'a hold', expiresAt: theMorning + minute })
    const set = (capacity: number | null, now = theMorning) => changeSession(boathouse.at(now), { sessionId: tour.id, scope: 'one', changes: { capacity } })
    expect(set(6)).toMatchObject({ ok: false, refusal: { kind: 'crowded', taken: 7, subjects: ['an item', 'a hold'] } })
    expect(set(4, theMorning + hour)).toMatchObject({ ok: true })
    expect(boathouse.placesLeft(tour.id, theMorning + hour)).toMatchObject({ capacity: 4, left: 0 })
    expect(set(null, theMorning + hour)).toMatchObject({ ok: true })
    expect(boathouse.placesLeft(tour.id, theMorning + hour)).toMatchObject({ left: null })
  })

  test('moves, with its guide, its deadline and its length; across itself too', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00', { staffId: boathouse.guides.Ana, minPeople: 4, decideBeforeMinutes: 1440 })
    const moved = moveSession(boathouse.owner, { sessionId: tour.id, scope: 'one', start: '2026-11-10T09:30', reason: null })
    expect(moved).toMatchObject({ ok: true, value: [{ startsAt: at('2026-11-10T09:30Z'), endsAt: at('2026-11-10T11:30Z'), decideBy: at('2026-11-09T09:30Z'), sequence: 1 }] })
    const again = createSession(boathouse.owner, boathouse.draft('2026-11-10T11:30', { staffId: boathouse.guides.Ana }))
    expect(again.ok).toBe(true)
    expect(moveSession(boathouse.owner, { sessionId: tour.id, scope: 'one', start: '2026-11-10T10:00', reason: null })).toMatchObject({ refusal: { kind: 'taken' } })
    expect(boathouse.now(tour.id).startsAt).toBe(at('2026-11-10T09:30Z'))
  })

  test('that is cancelled frees guide and room, and is neither changed nor moved after it', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00', { staffId: boathouse.guides.Ana, placeIds: [boathouse.room] })
    expect(cancelSession(boathouse.owner, { sessionId: tour.id, scope: 'one', reason: 'Storm' })).toMatchObject({ ok: true, value: [{ status: 'cancelled', reason: 'Storm' }] })
    boathouse.session('2026-11-10T09:00', { staffId: boathouse.guides.Ana, placeIds: [boathouse.room] })
    expect(moveSession(boathouse.owner, { sessionId: tour.id, scope: 'one', start: '2026-11-11T09:00', reason: null })).toMatchObject({ refusal: { kind: 'not-from-here' } })
    expect(cancelSession(boathouse.owner, { sessionId: tour.id, scope: 'one', reason: 'Storm' })).toMatchObject({ refusal: { kind: 'not-from-here' } })
    expect(events()).toStrictEqual(['session.scheduled', 'session.cancelled', 'session.scheduled'])
  })

  test('that has begun stays as it is, and is over in time', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    const later = boathouse.at(at('2026-11-10T09:30Z'))
    expect(cancelSession(later, { sessionId: tour.id, scope: 'one', reason: 'Late' })).toMatchObject({ refusal: { kind: 'already-started' } })
    expect(completeSessions({ now: at('2026-11-10T10:00Z'), atMost: 10 })).toBe(0)
    expect(completeSessions({ now: at('2026-11-10T11:00Z'), atMost: 10 })).toBe(1)
    expect(boathouse.now(tour.id).status).toBe('completed')
  })
})

describe('looking them up', () => {
  test('a listing’s dates come by pages, ahead and back', () => {
    const boathouse = new Boathouse()
    boathouse.series('FREQ=DAILY;COUNT=5', '2026-11-10T09:00')
    const page = (more: object) => read((db) => sessionsOf(db, boathouse.owner.businessId, boathouse.tour.id, { from: theMorning, size: 2, ...more }))
    const one = page({})
    const two = page({ after: one.next })
    const three = page({ after: two.next })
    expect([one, two, three].map(({ sessions }) => sessions.map(({ localStart }) => localStart.slice(8, 10)))).toStrictEqual([['10', '11'], ['12', '13'], ['14']])
    expect(three.next).toBeNull()
    const back = page({ from: at('2026-11-12T09:00Z'), order: 'back' })
    expect(back.sessions.map(({ localStart }) => localStart.slice(8, 10))).toStrictEqual(['11', '10'])
  })

  test('those between two instants are those that touch them, by listing, guide and store', () => {
    const boathouse = new Boathouse()
    boathouse.session('2026-11-10T09:00', { staffId: boathouse.guides.Ana })
    boathouse.session('2026-11-10T12:00')
    const found = (filters: object, from = '2026-11-10T10:00Z', to = '2026-11-10T12:30Z') => read((db) => sessionsBetween(db, boathouse.owner.businessId, at(from), at(to), filters)).length
    expect([found({}), found({ staffId: boathouse.guides.Ana }), found({ domain: 'events' }), found({ storeId: boathouse.store.id }), found({}, '2026-11-10T11:00Z')]).toStrictEqual([2, 1, 0, 2, 1])
  })

  test('the nearest with room are found for whoever lost the race', () => {
    const boathouse = new Boathouse()
    const made = boathouse.series('FREQ=DAILY;COUNT=5', '2026-11-10T09:00')
    boathouse.claimPlaces(made[1]?.id ?? '', 9)
    const near = read((db) => sessionsWithRoom(db, boathouse.owner, boathouse.tour.id, { near: made[2]?.startsAt ?? 0, places: 2, atMost: 3, except: made[2]?.id }))
    expect(near.map(({ localStart }) => localStart.slice(8, 10))).toStrictEqual(['13', '10', '14'])
  })

  test('another business sees none of them', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    const other = new Boathouse()
    expect(cancelSession(other.owner, { sessionId: tour.id, scope: 'one', reason: 'x' })).toMatchObject({ refusal: { kind: 'unknown-session' } })
    expect(read((db) => sessionsOf(db, other.owner.businessId, boathouse.tour.id, { from: 0 })).sessions).toStrictEqual([])
  })
})
