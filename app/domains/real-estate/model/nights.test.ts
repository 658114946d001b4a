import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatInstant, hour, instantsOf, minute } from '~/kernel/time'
import { countNights, nightOf, nightsOf, nightsTaken, nightsTouched } from './nights'

const lisbon = 'Europe/Lisbon'
const taken = (arrive: string, depart: string, prepare = 0, zone = lisbon) => nightsTaken({ arrive, depart }, prepare, zone)

describe('a night', () => {
  test('lasts from noon to noon on the wall, over both changes of the clock', () => {
    const shown = (date: string) => Object.values(nightOf(date, lisbon)).map(formatInstant)
    expect(shown('2027-01-10')).toEqual(['2027-01-10T12:00Z', '2027-01-11T12:00Z'])
    expect(shown('2027-03-27')).toEqual(['2027-03-27T12:00Z', '2027-03-28T11:00Z'])
    expect(shown('2027-10-30')).toEqual(['2027-10-30T11:00Z', '2027-10-31T12:00Z'])
  })

  test('is 23, 24 or 25 hours long', () => {
    const lengths = ['2027-01-10', '2027-03-27', '2027-10-30'].map((date) => (nightOf(date, lisbon).end - nightOf(date, lisbon).start) / hour)
    expect(lengths).toEqual([24, 23, 25])
  })
})

const zones = fc.constantFrom('Europe/Lisbon', 'Asia/Nicosia', 'America/St_Johns', 'Australia/Lord_Howe', 'Africa/Cairo', 'America/Santiago', 'Pacific/Chatham', 'UTC')
const dates = fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days))

describe('whatever the zone and the date', () => {
  test('a night begins where the one before it ends, and at the only noon that its date has', () => {
    fc.assert(fc.property(dates, zones, (date, zone) => {
      expect(nightOf(date, zone).start).toBe(nightOf(addDays(date, -1), zone).end)
      expect(instantsOf(date, 720, zone)).toEqual([nightOf(date, zone).start])
    }))
  })

  test('a stay takes exactly its nights and those to prepare', () => {
    fc.assert(fc.property(dates, zones, fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 5 }), (arrive, zone, nights, prepare) => {
      const depart = addDays(arrive, nights)
      const around = { arrive: addDays(arrive, -3), depart: addDays(depart, prepare + 3) }
      const touched = nightsTouched([taken(arrive, depart, prepare, zone)], around, zone)
      expect([...touched]).toEqual(nightsOf({ arrive, depart: addDays(depart, prepare) }))
      expect(countNights({ arrive, depart })).toBe(nights)
    }))
  })

  test('what lies at any hours touches the nights that it shares an instant with', () => {
    const span = fc.record({ from: fc.integer({ min: -3000, max: 12_000 }), minutes: fc.integer({ min: 1, max: 5000 }) })
    fc.assert(fc.property(dates, zones, fc.array(span, { maxLength: 4 }), (arrive, zone, spans) => {
      const around = { arrive, depart: addDays(arrive, 7) }
      const intervals = spans.map(({ from, minutes }) => ({ start: nightOf(arrive, zone).start + from * minute, end: nightOf(arrive, zone).start + (from + minutes) * minute }))
      const shared = nightsOf(around).filter((date) => intervals.some(({ start, end }) => start < nightOf(date, zone).end && end > nightOf(date, zone).start))
      expect([...nightsTouched(intervals, around, zone)].sort()).toEqual(shared)
    }))
  })

  test('two stays meet exactly where they share a night or one to prepare', () => {
    const stay = fc.record({ from: fc.integer({ min: 0, max: 30 }), nights: fc.integer({ min: 1, max: 10 }) })
    fc.assert(fc.property(dates, zones, stay, stay, fc.integer({ min: 0, max: 3 }), (day, zone, a, b, prepare) => {
      const [one, other] = [a, b].map(({ from, nights }) => taken(addDays(day, from), addDays(day, from + nights), prepare, zone))
      const meet = a.from < b.from + b.nights + prepare && b.from < a.from + a.nights + prepare
      expect(one !== undefined && other !== undefined && one.start < other.end && other.start < one.end).toBe(meet)
    }))
  })
})

test('dates the wrong way round have no nights', () => {
  expect(nightsOf({ arrive: '2027-01-02', depart: '2027-01-01' })).toEqual([])
  expect(nightsOf({ arrive: '2027-01-02', depart: '2027-01-02' })).toEqual([])
})
