import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { edgeName, edgeNames, readWeek, stretchesShown, weekValues } from './week-form'
import { exceptionSpans, weekSpans } from './week-summary'

function read(values: Record<string, string>) {
  const wrong: string[] = []
  return { rows: readWeek(values, (name, problem) => wrong.push(`${name} ${problem}`)), wrong }
}
const monday = (from: string, to: string, stretch = 1) => ({ [edgeName(1, stretch, 'from')]: from, [edgeName(1, stretch, 'to')]: to })

describe('the form of a week', () => {
  test('says stretches, breaks, nights and whole days', () => {
    expect(read({ ...monday('09:00', '13:00'), ...monday('14:00', '18:00', 2) }).rows).toEqual([{ weekday: 1, from: 540, to: 780 }, { weekday: 1, from: 840, to: 1080 }])
    expect(read(monday('23:00', '03:00')).rows).toEqual([{ weekday: 1, from: 1380, to: 1620 }])
    expect(read(monday('18:00', '00:00')).rows).toEqual([{ weekday: 1, from: 1080, to: 1440 }])
    expect(read(monday('00:00', '00:00')).rows).toEqual([{ weekday: 1, from: 0, to: 1440 }])
    expect(read({})).toEqual({ rows: [], wrong: [] })
  })

  test.each([
    [monday('09:00', ''), 'day1to1 missing'],
    [monday('', '18:00'), 'day1from1 missing'],
    [monday('nine', '18:00'), 'day1from1 no-time'],
    [monday('09:00', '25:00'), 'day1to1 no-time'],
    [monday('24:00', '03:00'), 'day1from1 no-time'],
    [monday('09:00', '09:00'), 'day1to1 empty'],
    [{ ...monday('09:00', '13:00'), ...monday('12:00', '18:00', 2) }, 'day1from2 overlap'],
    [{ ...monday('23:00', '03:00'), ...monday('01:00', '02:00', 2) }, 'day1from2 overlap'],
  ])('%o is wrong: %s', (values, problem) => expect(read(values).wrong).toEqual([problem]))

  test('shows what it was given, for every week it can show', () => {
    const day = fc.uniqueArray(fc.integer({ min: 0, max: 95 }), { minLength: 0, maxLength: 8 }).map((quarters) => {
      const sorted = quarters.sort((a, b) => a - b).map((quarter) => quarter * 15)
      return Array.from({ length: Math.floor(sorted.length / 2) }, (_, at) => ({ from: sorted[at * 2]!, to: sorted[at * 2 + 1]! }))
    })
    fc.assert(fc.property(fc.array(day, { minLength: 7, maxLength: 7 }), (week) => {
      const rows = week.flatMap((stretches, at) => stretches.map((stretch) => ({ weekday: at + 1, ...stretch })))
      expect(read(weekValues(rows))).toEqual({ rows, wrong: [] })
      for (const name of Object.keys(weekValues(rows))) expect(edgeNames()).toContain(name)
    }))
  })

  test('has as many columns as the fullest day', () => {
    expect(stretchesShown([])).toBe(2)
    expect(stretchesShown(['day1from1', 'day3to3', 'name'])).toBe(3)
  })
})

test('a week in few words joins days with the same hours', () => {
  const week = [1, 2, 3, 5].flatMap((weekday) => [{ weekday, from: 540, to: 780 }, { weekday, from: 840, to: 1080 }])
  expect(weekSpans([...week, { weekday: 6, from: 1380, to: 1620 }])).toEqual([
    { firstWeekday: 1, lastWeekday: 3, hours: ['09:00–13:00', '14:00–18:00'] },
    { firstWeekday: 5, lastWeekday: 5, hours: ['09:00–13:00', '14:00–18:00'] },
    { firstWeekday: 6, lastWeekday: 6, hours: ['23:00–03:00'] },
  ])
})

test('days off in a row under one reason are one line', () => {
  const off = (id: string, date: string, reason: string | null = null) => ({ id, date, closed: true, fromMinute: null, toMinute: null, reason })
  const rows = [off('a', '2026-12-30'), off('b', '2026-12-31'), off('c', '2027-01-01', 'New Year'), { id: 'd', date: '2027-01-02', closed: false, fromMinute: 540, toMinute: 720, reason: null }]
  expect(exceptionSpans(rows)).toEqual([
    { ids: ['a', 'b'], from: '2026-12-30', to: '2026-12-31', hours: null, reason: null },
    { ids: ['c'], from: '2027-01-01', to: '2027-01-01', hours: null, reason: 'New Year' },
    { ids: ['d'], from: '2027-01-02', to: '2027-01-02', hours: '09:00–12:00', reason: null },
  ])
})
