import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, formatInstant, hour, minute } from '~/kernel/time'
import { nightsAround, nightsOfEntry, timeOfNights } from './nights-of-entry'

const lisbon = 'Europe/Lisbon'
const hours = (from: string, to: string) => ({ kind: 'hours' as const, from: Date.parse(from), to: Date.parse(to) })
const days = (from: string, to: string) => ({ kind: 'days' as const, from, to })
const written = ({ start, end }: { start: number; end: number }) => [formatInstant(start), formatInstant(end)]

describe('whole days', () => {
  test('are nights from the day of arrival to that of departure', () => {
    const nights = nightsOfEntry(days('2026-11-10', '2026-11-13'), lisbon)
    expect(nights).toEqual({ from: '2026-11-10', to: '2026-11-13' })
    expect(written(timeOfNights(nights, lisbon))).toEqual(['2026-11-10T12:00Z', '2026-11-13T12:00Z'])
  })
  test('leave a day of departure to who arrives on it', () => {
    const [first, second] = [days('2026-11-10', '2026-11-13'), days('2026-11-13', '2026-11-14')].map((times) => timeOfNights(nightsOfEntry(times, lisbon), lisbon))
    expect(first?.end).toBe(second?.start)
  })
  test('without a length are one night', () => expect(nightsOfEntry(days('2026-11-10', '2026-11-10'), lisbon)).toEqual({ from: '2026-11-10', to: '2026-11-11' }))
  test('are noon by the clock of the place on both sides of its changes', () => {
    expect(written(timeOfNights({ from: '2027-03-27', to: '2027-03-28' }, lisbon))).toEqual(['2027-03-27T12:00Z', '2027-03-28T11:00Z'])
    expect(written(timeOfNights({ from: '2027-10-30', to: '2027-10-31' }, lisbon))).toEqual(['2027-10-30T11:00Z', '2027-10-31T12:00Z'])
  })
})

describe('hours', () => {
  test.each([
    ['from arrival in the afternoon to departure in the morning', '2026-11-10T15:00Z', '2026-11-13T10:00Z', '2026-11-10', '2026-11-13'],
    ['from noon to noon', '2026-11-10T12:00Z', '2026-11-13T12:00Z', '2026-11-10', '2026-11-13'],
    ['a minute longer', '2026-11-10T12:00Z', '2026-11-13T12:01Z', '2026-11-10', '2026-11-14'],
    ['a minute earlier', '2026-11-10T11:59Z', '2026-11-13T12:00Z', '2026-11-09', '2026-11-13'],
    ['a morning', '2026-11-10T08:00Z', '2026-11-10T09:00Z', '2026-11-09', '2026-11-10'],
    ['an afternoon', '2026-11-10T13:00Z', '2026-11-10T17:00Z', '2026-11-10', '2026-11-11'],
    ['over noon', '2026-11-10T11:00Z', '2026-11-10T13:00Z', '2026-11-09', '2026-11-11'],
    ['an instant', '2026-11-10T15:00Z', '2026-11-10T15:00Z', '2026-11-10', '2026-11-11'],
    ['the instant of noon', '2026-11-10T12:00Z', '2026-11-10T12:00Z', '2026-11-10', '2026-11-11'],
  ])('%s take the nights around them', (_what, from, to, arrival, departure) => {
    expect(nightsOfEntry(hours(from, to), lisbon)).toEqual({ from: arrival, to: departure })
  })
})

describe('laws', () => {
  const zone = fc.constantFrom(lisbon, 'Asia/Nicosia', 'America/New_York', 'Pacific/Auckland', 'Australia/Lord_Howe', 'UTC')
  const start = fc.integer({ min: Date.parse('2026-01-01') / minute, max: Date.parse('2029-01-01') / minute }).map((minutes) => minutes * minute)
  const interval = fc.tuple(start, fc.integer({ min: 0, max: 40 * 24 * 60 })).map(([from, length]) => ({ start: from, end: from + length * minute }))

  test('the nights around an interval hold it, and none of them could be left out', () => {
    fc.assert(fc.property(interval, zone, (when, where) => {
      const nights = nightsAround(when, where)
      const time = timeOfNights(nights, where)
      expect(time.start <= when.start && time.end >= when.end).toBe(true)
      if (daysBetween(nights.from, nights.to) === 1) return
      expect(timeOfNights({ ...nights, from: addDays(nights.from, 1) }, where).start).toBeGreaterThan(when.start)
      expect(timeOfNights({ ...nights, to: addDays(nights.to, -1) }, where).end).toBeLessThan(when.end)
    }), { numRuns: 500 })
  })

  test('nights that became time become the same nights again', () => {
    fc.assert(fc.property(start, fc.integer({ min: 1, max: 60 }), zone, (at, length, where) => {
      const from = new Date(at).toISOString().slice(0, 10)
      const nights = { from, to: addDays(from, length) }
      const time = timeOfNights(nights, where)
      expect(nightsAround(time, where)).toEqual(nights)
      expect(Math.abs(time.end - time.start - length * 24 * hour)).toBeLessThanOrEqual(hour)
    }), { numRuns: 500 })
  })
})
