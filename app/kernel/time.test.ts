import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays, clockReaches, day, dayBefore, daysBetween, formatInstant, formatTime, hour, instantsOf, isLocalDate, isZone, localDateOf, minute, mondayOf,
  offsetOf, parseInstant, parseTime, resolve, startOfDay, wallClock, weekdayOf, zones,
} from './time'

const lisbon = 'Europe/Lisbon'
const at = (text: string) => parseInstant(text) ?? Number.NaN
const texts = (instants: number[]) => instants.map(formatInstant)

// Zones whose clocks do odd things: half hours, a month of Ramadan, changes at midnight, a day that never was, two hours at once.
const oddZones = fc.constantFrom(
  lisbon, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Africa/Casablanca', 'Asia/Beirut', 'Africa/Cairo', 'Pacific/Apia',
  'Antarctica/Troll', 'America/Sao_Paulo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'UTC',
)
const instants = fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2045, 0, 1) })

describe('instants in text', () => {
  test.each([
    ['2027-10-31T00:00Z', Date.UTC(2027, 9, 31)], ['2027-10-31T23:59:05Z', Date.UTC(2027, 9, 31, 23, 59, 5)], ['2027-10-31T00:00:00Z', Date.UTC(2027, 9, 31)],
    ['2027-10-31T00:00:00.250Z', Date.UTC(2027, 9, 31) + 250], ['1969-12-31T23:59Z', -minute],
  ])('%s is read', (text, expected) => expect(parseInstant(text)).toBe(expected))

  test.each([
    '', '2027-10-31', '2027-10-31T00:00', '2027-10-31T00:00+01:00', '2027-02-30T00:00Z', '2027-13-01T00:00Z', '2027-10-31T24:00Z', '2027-10-31T00:60Z',
    '2027-10-31t00:00z', ' 2027-10-31T00:00Z', '0000-01-01T00:00Z', '+12027-10-31T00:00Z', '2027-10-31T00:00:00.25Z', '1793404800000',
  ])('"%s" is none', (text) => expect(parseInstant(text)).toBeNull())

  test('what is written is read back', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(1000, 0), max: Date.UTC(9999, 0) }), (instant) => {
      expect(parseInstant(formatInstant(instant))).toBe(instant)
    }))
    expect(formatInstant(Date.UTC(2027, 9, 31))).toBe('2027-10-31T00:00Z')
    expect(formatInstant(Date.UTC(2027, 9, 31, 0, 0, 5))).toBe('2027-10-31T00:00:05Z')
  })
})

describe('dates', () => {
  test.each(['2026-02-29', '2026-02-30', '2026-00-01', '2026-13-01', '2026-1-1', '26-01-01', '', '2026-01-01T', '0000-01-01'])('"%s" is none', (text) => {
    expect(isLocalDate(text)).toBe(false)
    expect(() => addDays(text, 1)).toThrow('Not a date')
  })
  test('29 February is one in a leap year', () => expect(isLocalDate('2028-02-29')).toBe(true))
  test('weeks begin on Monday', () => {
    expect(weekdayOf('2026-10-26')).toBe(1)
    expect(weekdayOf('2026-10-25')).toBe(7)
    expect(weekdayOf('1969-12-29')).toBe(1)
    expect(mondayOf('2026-10-25')).toBe('2026-10-19')
    expect(mondayOf('2026-10-26')).toBe('2026-10-26')
  })
  test('days pass over months, years and changes of the clock', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2028-03-01', -1)).toBe('2028-02-29')
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
    expect(() => addDays('9999-12-31', 1)).toThrow('between the years')
  })
  test('there and back is where one was', () => {
    fc.assert(fc.property(instants, fc.integer({ min: -9999, max: 9999 }), (instant, n) => {
      const date = localDateOf(instant, 'UTC')
      expect(addDays(addDays(date, n), -n)).toBe(date)
      expect(daysBetween(date, addDays(date, n))).toBe(n)
      expect(weekdayOf(addDays(date, 7 * n))).toBe(weekdayOf(date))
    }))
  })
})

describe('times of day', () => {
  test.each([['00:00', 0], ['09:30', 570], ['23:59', 1439], ['24:00', 1440], ['24:01', null], ['25:00', null], ['9:30', null], ['09:60', null], ['', null]])(
    '"%s" is minute %s', (text, expected) => expect(parseTime(text)).toBe(expected),
  )
  test.each([[570, '09:30'], [0, '00:00'], [1500, '01:00'], [1440, '00:00']])('minute %s is written %s', (minutes, text) => expect(formatTime(minutes)).toBe(text))
})

describe('zones', () => {
  test.each([lisbon, 'UTC', 'Asia/Kolkata', 'Asia/Calcutta', 'America/Argentina/Buenos_Aires'])('%s is one', (zone) => expect(isZone(zone)).toBe(true))
  test.each(['', 'Mars/Olympus', '+01:00', 'Europe/Lisbon ', '../etc', 'x'.repeat(100)])('"%s" is none', (zone) => expect(isZone(zone)).toBe(false))
  test('the list holds what it should', () => {
    expect(zones()).toContain(lisbon)
    expect(zones()).toContain('UTC')
    expect(zones().every(isZone)).toBe(true)
  })
  test('an unknown zone throws', () => expect(() => offsetOf(0, 'Mars/Olympus')).toThrow(RangeError))
})

describe('the night the clocks go back in Lisbon', () => {
  test('01:00 comes twice', () => {
    expect(texts(instantsOf('2026-10-25', 60, lisbon))).toStrictEqual(['2026-10-25T00:00Z', '2026-10-25T01:00Z'])
    expect(texts(instantsOf('2026-10-24', 1500, lisbon))).toStrictEqual(['2026-10-25T00:00Z', '2026-10-25T01:00Z'])
    expect(texts(instantsOf('2026-10-25', 120, lisbon))).toStrictEqual(['2026-10-25T02:00Z'])
  })
  test('each reading finds its instant', () => {
    expect(texts((['earlier', 'later', 'compatible'] as const).map((which) => resolve('2026-10-25', 90, lisbon, which)))).toStrictEqual([
      '2026-10-25T00:30Z', '2026-10-25T01:30Z', '2026-10-25T00:30Z',
    ])
  })
  test('the two are told apart by their offsets', () => {
    expect(wallClock(at('2026-10-25T00:30Z'), lisbon)).toStrictEqual({ date: '2026-10-25', minute: 90, offsetMinutes: 60 })
    expect(wallClock(at('2026-10-25T01:30Z'), lisbon)).toStrictEqual({ date: '2026-10-25', minute: 90, offsetMinutes: 0 })
  })
  test('the day has 25 hours', () => expect(startOfDay('2026-10-26', lisbon) - startOfDay('2026-10-25', lisbon)).toBe(25 * hour))
})

describe('the night the clocks go forward in Lisbon', () => {
  test('01:30 does not come', () => expect(instantsOf('2027-03-28', 90, lisbon)).toStrictEqual([]))
  test('each reading finds its instant', () => {
    expect(texts((['earlier', 'later', 'compatible'] as const).map((which) => resolve('2027-03-28', 90, lisbon, which)))).toStrictEqual([
      '2027-03-28T00:30Z', '2027-03-28T01:30Z', '2027-03-28T01:30Z',
    ])
  })
  test('the clock reaches every skipped minute at the change', () => {
    expect(texts([59, 60, 90, 119, 120, 121].map((m) => clockReaches('2027-03-28', m, lisbon)))).toStrictEqual([
      '2027-03-28T00:59Z', '2027-03-28T01:00Z', '2027-03-28T01:00Z', '2027-03-28T01:00Z', '2027-03-28T01:00Z', '2027-03-28T01:01Z',
    ])
  })
  test('the day has 23 hours', () => expect(startOfDay('2027-03-29', lisbon) - startOfDay('2027-03-28', lisbon)).toBe(23 * hour))
})

describe('odd days', () => {
  test('Beirut skips midnight, so the day begins at one', () => {
    expect(wallClock(startOfDay('2027-03-28', 'Asia/Beirut'), 'Asia/Beirut')).toMatchObject({ date: '2027-03-28', minute: 60 })
  })
  test('Apia had no 30 December 2011', () => {
    expect(instantsOf('2011-12-30', 720, 'Pacific/Apia')).toStrictEqual([])
    expect(localDateOf(startOfDay('2011-12-30', 'Pacific/Apia'), 'Pacific/Apia')).toBe('2011-12-31')
  })
  test('Morocco keeps another time for Ramadan', () => {
    expect([offsetOf(at('2026-02-14T12:00Z'), 'Africa/Casablanca'), offsetOf(at('2026-03-01T12:00Z'), 'Africa/Casablanca')]).toStrictEqual([60, 0])
  })
  test('summers after 2037 are known', () => expect(offsetOf(at('2040-07-01T12:00Z'), lisbon)).toBe(60))
})

describe('one calendar day before', () => {
  test.each([
    ['the clocks go back between', '2026-10-25T10:00Z', '2026-10-24T09:00Z'],
    ['the clocks go forward between', '2027-03-28T09:00Z', '2027-03-27T10:00Z'],
    ['no change', '2026-12-02T10:00Z', '2026-12-01T10:00Z'],
    ['the wall time came twice the day before: the first', '2026-10-26T01:30Z', '2026-10-25T00:30Z'],
    ['the wall time did not come the day before: an hour on', '2027-03-29T00:30Z', '2027-03-28T01:30Z'],
  ])('%s', (_, later, expected) => expect(formatInstant(dayBefore(at(later), lisbon))).toBe(expected))

  test('shows the same wall time on the date before, or no such time came', () => {
    fc.assert(fc.property(instants, oddZones, (instant, zone) => {
      const wall = wallClock(instant, zone)
      const before = addDays(wall.date, -1)
      if (instantsOf(before, wall.minute, zone).length === 0) return
      expect(wallClock(dayBefore(instant, zone), zone)).toMatchObject({ date: before, minute: wall.minute })
    }))
  })
})

describe('laws that hold in every zone', () => {
  const clocks = new Map<string, Intl.DateTimeFormat>()
  const shown = (instant: number, zone: string) => {
    const clock = clocks.get(zone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
    clocks.set(zone, clock)
    return clock.format(instant)
  }
  const nearChanges = fc.tuple(instants, oddZones).map(([instant, zone]) => {
    // Walk to the next day on which the offset changes, so that every other example lies beside a change.
    for (let days = 0; days < 366; days += 1) {
      const from = instant + days * day
      if (offsetOf(from, zone) !== offsetOf(from + day, zone)) return [from + (instant % day), zone] as const
    }
    return [instant, zone] as const
  })
  const samples = fc.oneof(fc.tuple(instants, oddZones), nearChanges)

  test('the wall clock shows what Intl shows', () => {
    fc.assert(fc.property(samples, ([instant, zone]) => {
      const wall = wallClock(instant, zone)
      expect(`${wall.date} ${formatTime(wall.minute)}`).toBe(shown(instant, zone))
      expect(localDateOf(instant, zone)).toBe(wall.date)
    }), { numRuns: 500 })
  })

  test('every instant is among the instants of its wall time, and those all show it, in order', () => {
    fc.assert(fc.property(samples, ([instant, zone]) => {
      const whole = Math.floor(instant / minute) * minute
      const wall = wallClock(whole, zone)
      const found = instantsOf(wall.date, wall.minute, zone)
      expect(found).toContain(whole)
      expect(found).toStrictEqual([...new Set(found)].sort((a, b) => a - b))
      for (const one of found) expect(wallClock(one, zone)).toMatchObject({ date: wall.date, minute: wall.minute })
      expect(resolve(wall.date, wall.minute, zone, 'earlier')).toBe(found[0])
      expect(resolve(wall.date, wall.minute, zone, 'later')).toBe(found.at(-1))
    }), { numRuns: 500 })
  })

  test('the clock reaches a later minute no earlier, and shows at least that minute then', () => {
    fc.assert(fc.property(samples, fc.nat(1800), fc.nat(120), ([instant, zone], from, more) => {
      const date = localDateOf(instant, zone)
      const start = clockReaches(date, from, zone)
      expect(clockReaches(date, from + more, zone)).toBeGreaterThanOrEqual(start)
      const wall = wallClock(start, zone)
      expect(daysBetween(date, wall.date) * 1440 + wall.minute).toBeGreaterThanOrEqual(from)
      const before = wallClock(start - 1, zone)
      expect(daysBetween(date, before.date) * 1440 + before.minute).toBeLessThan(from)
    }), { numRuns: 500 })
  })

  test('days follow each other without gap: each instant lies in its own day', () => {
    fc.assert(fc.property(samples, ([instant, zone]) => {
      const date = localDateOf(instant, zone)
      expect(startOfDay(date, zone)).toBeLessThanOrEqual(instant)
      expect(startOfDay(addDays(date, 1), zone)).toBeGreaterThan(instant)
    }), { numRuns: 500 })
  })
})
