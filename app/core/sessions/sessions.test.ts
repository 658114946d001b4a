import { describe, expect, test } from 'vitest'
import { blockTime, claimAll, resourceOfOwner } from '~/core/allocation/index.server'
import { formatInstant, hour, minute } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { at } from '../../../tests/world/salon'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import {
  cancelSession, changeSession, completeSessions, confirmSession, createSeries, createSession, decideSessions, extendSeries, moveSession, placesOfSession, seriesById,
  sessionsBetween, sessionsOf, sessionsWithRoom,
} from './index.server'

withDatabase()

const events = () => rows<{ type: string }>("SELECT type FROM events WHERE type LIKE 'session.%' ORDER BY id").map(({ type }) => type)

/** Takes places as a booking's item does. */
function book(boathouse: Boathouse, sessionId: string, quantity: number, { subject = 'an item', expiresAt = null as number | null, now = theMorning } = {}): boolean {
  const { poolId } = boathouse.now(sessionId)
  return transact(() => claimAll(boathouse.at(now), [{ resourceId: poolId, startsAt: null, endsAt: null, quantity }], { businessId: boathouse.owner.businessId, subject, kind: 'booking', expiresAt })).ok
}

const left = (boathouse: Boathouse, sessionId: string, now = theMorning) => read((db) => placesOfSession(db, boathouse.owner.businessId, boathouse.now(sessionId), now))

describe('a session', () => {
  test('has its places, and is confirmed from the start where it needs no number of people', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    expect(tour).toMatchObject({ status: 'confirmed', startsAt: at('2026-11-10T09:00Z'), endsAt: at('2026-11-10T11:00Z'), timeZone: 'Europe/Lisbon', domain: 'activities' })
    expect(left(boathouse, tour.id)).toStrictEqual({ capacity: 10, taken: 0, held: 0, left: 10 })
    expect(events()).toStrictEqual(['session.scheduled'])
  })

  test('loses what is booked and held, and has back what has run out whether or not a job has swept it', () => {
    const boathouse = new Boathouse()
    const tour = boathouse.session('2026-11-10T09:00')
    book(boathouse, tour.id, 4)
    book(boathouse, tour.id, 6, { subject: 'a hold', expiresAt: theMorning + hour })
    expect(left(boathouse, tour.id)).toStrictEqual({ capacity: 10, taken: 10, held: 6, left: 0 })
    expect(book(boathouse, tour.id, 1, { subject: 'another' })).toBe(false)
    expect(left(boathouse, tour.id, theMorning + 2 * hour)).toStrictEqual({ capacity: 10, taken: 4, held: 0, left: 6 })
    expect(book(boathouse, tour.id, 6, { subject: 'another', now: theMorning + 2 * hour })).toBe(true)
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
    book(boathouse, tour.id, 4)
    book(boathouse, tour.id, 3, { subject: 'a hold', expiresAt: theMorning + minute })
    const set = (capacity: number | null, now = theMorning) => changeSession(boathouse.at(now), { sessionId: tour.id, scope: 'one', changes: { capacity } })
    expect(set(6)).toMatchObject({ ok: false, refusal: { kind: 'crowded', taken: 7, subjects: ['an item', 'a hold'] } })
    expect(set(4, theMorning + hour)).toMatchObject({ ok: true })
    expect(left(boathouse, tour.id, theMorning + hour)).toMatchObject({ capacity: 4, left: 0 })
    expect(set(null, theMorning + hour)).toMatchObject({ ok: true })
    expect(left(boathouse, tour.id, theMorning + hour)).toMatchObject({ left: null })
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

describe('a minimum', () => {
  const minimum = { minPeople: 4, decideBeforeMinutes: 24 * 60 }
  const deadline = at('2026-11-09T09:00Z')

  test('that is reached at the deadline confirms it; what is only held does not count', () => {
    const boathouse = new Boathouse()
    const [enough, short] = [boathouse.session('2026-11-10T09:00', minimum), boathouse.session('2026-11-10T09:00', minimum)]
    book(boathouse, enough.id, 4)
    book(boathouse, short.id, 3)
    book(boathouse, short.id, 3, { subject: 'a hold', expiresAt: deadline + hour })
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

describe('a series', () => {
  test('keeps its wall time over both changes of the clock', () => {
    const boathouse = new Boathouse(at('2026-10-01T08:00Z'))
    const made = boathouse.series('FREQ=WEEKLY;BYDAY=SU;UNTIL=20270404', '2026-10-18T09:00')
    const starts = made.map(({ localStart, startsAt }) => `${localStart} ${formatInstant(startsAt)}`)
    expect(starts.slice(0, 2)).toStrictEqual(['2026-10-18T09:00 2026-10-18T08:00Z', '2026-10-25T09:00 2026-10-25T09:00Z'])
    expect(starts.slice(-2)).toStrictEqual(['2027-03-28T09:00 2027-03-28T08:00Z', '2027-04-04T09:00 2027-04-04T08:00Z'])
    expect(starts).toHaveLength(25)
  })

  test('is made whole or not at all; dates that cannot be had are told, and left out where it is said so', () => {
    const boathouse = new Boathouse()
    const { owner, guides } = boathouse
    boathouse.session('2026-11-17T10:00', { staffId: guides.Ana })
    const draft = { ...boathouse.draft('2026-11-10T09:00', { staffId: guides.Ana }), rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4', skip: [] as string[] }
    const refused = createSeries(owner, draft)
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'taken', dates: [{ date: '2026-11-17', name: 'Ana' }] } })
    expect(rows('SELECT count(*) AS n FROM session_series')).toStrictEqual([{ n: 0 }])
    const made = createSeries(owner, { ...draft, skip: ['2026-11-17'] })
    expect(made.ok && made.value.sessions.map(({ seriesDate }) => seriesDate)).toStrictEqual(['2026-11-10', '2026-11-24', '2026-12-01'])
  })

  test('without end is made twelve months ahead, and kept so by the job, which leaves out what cannot be had and says so', () => {
    const boathouse = new Boathouse()
    const { owner, guides } = boathouse
    const made = boathouse.series('FREQ=WEEKLY;BYDAY=TU', '2026-11-10T09:00', { staffId: guides.Ana })
    expect(made.at(-1)?.seriesDate).toBe('2027-11-09')
    expect(extendSeries({ now: theMorning, atMost: 10 })).toBe(0)
    boathouse.session('2027-11-23T09:00', { staffId: guides.Ana })
    expect(extendSeries({ now: at('2026-12-01T09:00Z'), atMost: 10 })).toBe(1)
    expect(extendSeries({ now: at('2026-12-01T09:00Z'), atMost: 10 })).toBe(0)
    const [series = ''] = made.map(({ seriesId }) => seriesId ?? '')
    const dates = rows<{ date: string }>('SELECT series_date AS date FROM listing_sessions WHERE series_id = ? AND series_date > ? ORDER BY 1', series, '2027-11-09').map(({ date }) => date)
    expect(dates).toStrictEqual(['2027-11-16', '2027-11-30'])
    expect(events().at(-1)).toBe('session.series-left-out')
    expect(read((db) => seriesById(db, owner.businessId, series))).toMatchObject({ madeUntil: '2027-12-02', exceptions: ['2027-11-23'], endedAt: null })
  })

  test('that has come to its end is left alone', () => {
    const boathouse = new Boathouse()
    boathouse.series('FREQ=WEEKLY;BYDAY=TU;COUNT=3', '2026-11-10T09:00')
    expect(extendSeries({ now: at('2027-12-01T09:00Z'), atMost: 10 })).toBe(0)
  })

  test.each(['FREQ=DAILY;BYDAY=XX', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261101'])('%s is refused', (rule) => {
    const boathouse = new Boathouse()
    expect(createSeries(boathouse.owner, { ...boathouse.draft('2026-10-20T09:00'), rule, skip: [] }).ok).toBe(false)
  })
})

describe('this and following', () => {
  const weekly = 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=8'

  test('moved leaves the past alone, keeps what is booked on its session, and goes on as a series of its own', () => {
    const boathouse = new Boathouse(at('2027-03-01T09:00Z'))
    const [first, second, third, fourth, ...rest] = boathouse.series(weekly, '2027-03-16T09:00')
    if (!first || !second || !third || !fourth) throw new Error('There are eight')
    book(boathouse, fourth.id, 2)
    const now = boathouse.at(at('2027-03-17T09:00Z'))
    const moved = moveSession(now, { sessionId: third.id, scope: 'following', start: '2027-03-24T15:00', reason: null })
    expect(moved).toMatchObject({ ok: true, value: { length: 6 } })
    expect([first.id, second.id, third.id, fourth.id, rest[0]?.id ?? ''].map((id) => boathouse.when(id))).toStrictEqual([
      '2027-03-16T09:00 2027-03-16T09:00Z', '2027-03-18T09:00 2027-03-18T09:00Z', '2027-03-24T15:00 2027-03-24T15:00Z', '2027-03-26T15:00 2027-03-26T15:00Z',
      // After the change of the clock.
      '2027-03-31T15:00 2027-03-31T14:00Z',
    ])
    expect(left(boathouse, fourth.id).taken).toBe(2)
    const [before, after] = [boathouse.now(first.id).seriesId ?? '', boathouse.now(third.id).seriesId ?? '']
    const rule = (id: string) => read((db) => seriesById(db, now.businessId, id))?.rule
    expect([rule(before), rule(after)]).toStrictEqual(['FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270322T235959', 'FREQ=WEEKLY;BYDAY=WE,FR;COUNT=6'])
  })

  test('changed gives the dates that are made later the same', () => {
    const boathouse = new Boathouse()
    const made = boathouse.series('FREQ=WEEKLY;BYDAY=TU', '2026-11-10T09:00')
    const [first, second] = made
    if (!first || !second) throw new Error('There are many')
    expect(changeSession(boathouse.owner, { sessionId: second.id, scope: 'following', changes: { priceMinor: 5500, capacity: 6 } })).toMatchObject({ ok: true, value: { length: made.length - 1 } })
    extendSeries({ now: at('2027-01-01T09:00Z'), atMost: 10 })
    const prices = rows<{ price: number | null; capacity: number }>('SELECT s.price_minor AS price, r.capacity FROM listing_sessions s JOIN resources r ON r.id = s.pool_id ORDER BY s.starts_at')
    expect(prices.length).toBeGreaterThan(made.length)
    expect(prices.map(({ price, capacity }) => `${price}/${capacity}`)).toStrictEqual(['null/10', ...Array.from({ length: prices.length - 1 }, () => '5500/6')])
  })

  test('cancelled makes no more dates', () => {
    const boathouse = new Boathouse()
    const [first, second, third] = boathouse.series('FREQ=WEEKLY;BYDAY=TU', '2026-11-10T09:00')
    cancelSession(boathouse.owner, { sessionId: second?.id ?? '', scope: 'following', reason: 'The season ends' })
    expect([first, second, third].map((one) => boathouse.now(one?.id ?? '').status)).toStrictEqual(['confirmed', 'cancelled', 'cancelled'])
    expect(extendSeries({ now: at('2027-11-01T09:00Z'), atMost: 10 })).toBe(0)
  })

  test('is all or none: one date that cannot be had refuses it, and is told', () => {
    const boathouse = new Boathouse()
    const [, second, third] = boathouse.series(weekly, '2026-11-10T09:00', { staffId: boathouse.guides.Ana })
    boathouse.session('2026-11-17T15:00', { staffId: boathouse.guides.Ana })
    const answer = moveSession(boathouse.owner, { sessionId: second?.id ?? '', scope: 'following', start: '2026-11-12T15:00', reason: null })
    expect(answer).toMatchObject({ refusal: { kind: 'taken', dates: [{ sessionId: third?.id, date: '2026-11-17' }] } })
    expect(boathouse.when(second?.id ?? '')).toContain('T09:00')
    expect(rows('SELECT count(*) AS n FROM session_series')).toStrictEqual([{ n: 1 }])
  })

  test('by the month keeps its days, and may change its hour', () => {
    const boathouse = new Boathouse()
    const [first] = boathouse.series('FREQ=MONTHLY;BYDAY=2TU;COUNT=3', '2026-11-10T09:00')
    const move = (start: string) => moveSession(boathouse.owner, { sessionId: first?.id ?? '', scope: 'following', start, reason: null })
    expect(move('2026-11-11T09:00')).toMatchObject({ refusal: { kind: 'cannot-shift' } })
    expect(move('2026-11-10T10:00')).toMatchObject({ ok: true, value: { length: 3 } })
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
    book(boathouse, made[1]?.id ?? '', 9)
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
