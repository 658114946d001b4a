import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, formatInstant, hour, localDateOf, minute, startOfDay, wallClock, weekdayOf } from '~/kernel/time'
import { intersect } from './intervals'
import { hoursOf, openIntervals, type HourException, type WeeklyHours } from './week-hours'

const lisbon = 'Europe/Lisbon'
const week = (from: number, to: number): WeeklyHours[] => [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from, to }))
const shown = (rules: WeeklyHours[], exceptions: HourException[], from: string, to = from) =>
  openIntervals(rules, exceptions, from, to, lisbon).map(({ start, end }) => `${formatInstant(start)}/${formatInstant(end)}`)

describe('weekly hours', () => {
  test('are wall time, so their instants move with the clocks', () => {
    expect(shown(week(540, 1020), [], '2026-10-24', '2026-10-26')).toStrictEqual([
      '2026-10-24T08:00Z/2026-10-24T16:00Z', '2026-10-25T09:00Z/2026-10-25T17:00Z', '2026-10-26T09:00Z/2026-10-26T17:00Z',
    ])
  })

  test('a break is the gap between two stretches', () => {
    const rules = [{ weekday: 1, from: 840, to: 1080 }, { weekday: 1, from: 540, to: 780 }]
    expect(shown(rules, [], '2026-10-26')).toStrictEqual(['2026-10-26T09:00Z/2026-10-26T13:00Z', '2026-10-26T14:00Z/2026-10-26T18:00Z'])
  })

  test('stretches of one date that touch or overlap are one opening', () => {
    const rules = [{ weekday: 1, from: 540, to: 720 }, { weekday: 1, from: 720, to: 800 }, { weekday: 1, from: 780, to: 840 }]
    expect(shown(rules, [], '2026-10-26')).toStrictEqual(['2026-10-26T09:00Z/2026-10-26T14:00Z'])
  })

  test('days that touch stay apart, so that the grid does not depend on the days asked for', () => {
    expect(shown(week(0, 1440), [], '2026-12-01', '2026-12-02')).toStrictEqual([
      '2026-12-01T00:00Z/2026-12-02T00:00Z', '2026-12-02T00:00Z/2026-12-03T00:00Z',
    ])
  })

  test('a night that runs into the next morning ends as that begins', () => {
    const rules = [{ weekday: 1, from: 1380, to: 1800 }, { weekday: 2, from: 300, to: 600 }]
    expect(shown(rules, [], '2026-11-30', '2026-12-01')).toStrictEqual(['2026-11-30T23:00Z/2026-12-01T05:00Z', '2026-12-01T05:00Z/2026-12-01T10:00Z'])
  })

  test('a night that outlasts the next morning keeps its end', () => {
    const rules = [{ weekday: 1, from: 1380, to: 2160 }, { weekday: 2, from: 300, to: 600 }]
    expect(shown(rules, [], '2026-11-30', '2026-12-01')).toStrictEqual(['2026-11-30T23:00Z/2026-12-01T05:00Z', '2026-12-01T05:00Z/2026-12-01T12:00Z'])
  })

  test('an empty or inverted stretch opens nothing', () => {
    expect(shown([{ weekday: 1, from: 540, to: 540 }, { weekday: 1, from: 800, to: 700 }], [], '2026-10-26')).toStrictEqual([])
  })
})

describe('a bar open 23:00–03:00', () => {
  const bar = week(1380, 1620)
  const lasts = (date: string) => openIntervals(bar, [], date, date, lisbon).map(({ start, end }) => (end - start) / hour)
  test('lasts four hours as a rule', () => expect(lasts('2026-10-23')).toStrictEqual([4]))
  test('lasts five on the night the clocks go back', () => expect(lasts('2026-10-24')).toStrictEqual([5]))
  test('lasts three on the night they go forward', () => expect(lasts('2027-03-27')).toStrictEqual([3]))
})

describe('hours that begin or end within the change', () => {
  test('what opens in the skipped hour opens at the change', () => {
    expect(shown([{ weekday: 7, from: 90, to: 180 }], [], '2027-03-28')).toStrictEqual(['2027-03-28T01:00Z/2027-03-28T02:00Z'])
  })
  test('what lies wholly within it does not open', () => {
    expect(shown([{ weekday: 7, from: 70, to: 110 }], [], '2027-03-28')).toStrictEqual([])
  })
  test('what closes in the hour that comes twice closes the first time', () => {
    expect(shown([{ weekday: 7, from: 0, to: 90 }], [], '2026-10-25')).toStrictEqual(['2026-10-24T23:00Z/2026-10-25T00:30Z'])
  })
})

describe('exceptions', () => {
  const rules = week(540, 1020)
  test('replace the weekly hours of their date, and of no other', () => {
    expect(shown(rules, [{ date: '2026-12-02', from: 600, to: 660 }], '2026-12-01', '2026-12-03')).toStrictEqual([
      '2026-12-01T09:00Z/2026-12-01T17:00Z', '2026-12-02T10:00Z/2026-12-02T11:00Z', '2026-12-03T09:00Z/2026-12-03T17:00Z',
    ])
  })
  test('several of a date are its stretches', () => {
    const exceptions = [{ date: '2026-12-02', from: 600, to: 660 }, { date: '2026-12-02', from: 720, to: 780 }]
    expect(hoursOf('2026-12-02', rules, exceptions)).toStrictEqual([{ from: 600, to: 660 }, { from: 720, to: 780 }])
  })
  test('closed closes, whatever else is said of that date', () => {
    expect(shown(rules, [{ date: '2026-12-02', from: 600, to: 660 }, { date: '2026-12-02', closed: true }], '2026-12-02')).toStrictEqual([])
  })
  test('may open a date on which the week is closed', () => {
    expect(shown([], [{ date: '2026-12-06', from: 600, to: 660 }], '2026-12-05', '2026-12-07')).toStrictEqual(['2026-12-06T10:00Z/2026-12-06T11:00Z'])
  })
})

describe('laws of opening hours', () => {
  const stretch = fc.tuple(fc.nat(1439), fc.nat(900)).map(([from, length]) => ({ from, to: from + length }))
  const rulesOf = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), stretch).map(([weekday, hours]) => ({ weekday, ...hours })), { maxLength: 12 })
  const zones = fc.constantFrom(lisbon, 'America/New_York', 'Australia/Lord_Howe', 'Asia/Beirut', 'Africa/Casablanca')
  const dates = fc.integer({ min: 0, max: 800 }).map((n) => addDays('2026-01-01', n))

  test('an instant is open when its wall time lies in the hours of its date or of the night before, but for the hour that comes twice', () => {
    fc.assert(fc.property(rulesOf, zones, dates, fc.nat(3 * 1440), (rules, zone, date, minutes) => {
      const at = startOfDay(date, zone) + minutes * minute
      const wall = wallClock(at, zone)
      // The second coming of an hour belongs to a stretch by when the clock first reached its edge: judged by the tests above.
      if (wallClock(at - 3 * hour, zone).offsetMinutes !== wall.offsetMinutes) return
      const today = hoursOf(wall.date, rules, []).some(({ from, to }) => from <= wall.minute && wall.minute < to)
      const lastNight = hoursOf(addDays(wall.date, -1), rules, []).some(({ from, to }) => from <= wall.minute + 1440 && wall.minute + 1440 < to)
      const open = openIntervals(rules, [], addDays(date, -1), addDays(date, 3), zone)
      expect(open.some(({ start, end }) => start <= at && at < end)).toBe(today || lastNight)
    }), { numRuns: 500 })
  })

  test('openings are in order, disjoint, and begin on the dates asked for', () => {
    fc.assert(fc.property(rulesOf, zones, dates, (rules, zone, date) => {
      const open = openIntervals(rules, [], date, addDays(date, 6), zone)
      expect(intersect(open, [{ start: -Infinity, end: Infinity }])).toStrictEqual(open)
      open.forEach(({ start }, index) => {
        expect(start).toBeGreaterThanOrEqual(open[index - 1]?.end ?? -Infinity)
        expect(localDateOf(start, zone) >= date && localDateOf(start, zone) <= addDays(date, 6)).toBe(true)
        expect(rules.some((rule) => rule.weekday === weekdayOf(localDateOf(start, zone)))).toBe(true)
      })
    }))
  })
})
