import { describe, expect, test } from 'vitest'
import { formatInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { at } from '../../../tests/world/salon'
import { Boathouse } from '../../../tests/world/sessions'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { cancelSession, changeSession, createSeries, extendSeries, moveSession, seriesById } from './index.server'

withDatabase()

const events = () => rows<{ type: string }>("SELECT type FROM events WHERE type LIKE 'session.%' ORDER BY id").map(({ type }) => type)

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
    boathouse.claimPlaces(fourth.id, 2)
    const now = boathouse.at(at('2027-03-17T09:00Z'))
    const moved = moveSession(now, { sessionId: third.id, scope: 'following', start: '2027-03-24T15:00', reason: null })
    expect(moved).toMatchObject({ ok: true, value: { length: 6 } })
    expect([first.id, second.id, third.id, fourth.id, rest[0]?.id ?? ''].map((id) => boathouse.when(id))).toStrictEqual([
      '2027-03-16T09:00 2027-03-16T09:00Z', '2027-03-18T09:00 2027-03-18T09:00Z', '2027-03-24T15:00 2027-03-24T15:00Z', '2027-03-26T15:00 2027-03-26T15:00Z',
      // After the change of the clock.
      '2027-03-31T15:00 2027-03-31T14:00Z',
    ])
    expect(boathouse.placesLeft(fourth.id).taken).toBe(2)
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
