import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, formatInstant, mondayOf, weekdayOf } from '~/kernel/time'
import { i18nFor } from '~/platform/words/i18n'
import { instantOfWall, parseRule, ruleText, ruleUntil, wallOf, type Recurrence } from './model/recurrence'
import { ruleOfRepeat, type RepeatKind } from './model/repeat'
import { occurrences } from './occurrences.server'
import { recurrenceWords } from './recurrence-words'

const nicosia = 'Asia/Nicosia'
const weekly = (more: Partial<Recurrence> = {}): Recurrence => ({ rule: 'FREQ=WEEKLY;BYDAY=TU,TH', start: '2026-10-20T09:00', zone: nicosia, exceptions: [], additions: [], ...more })
const ruleOf = (text: string) => {
  const rule = parseRule(text)
  if (!rule) throw new Error(`Not a rule: ${text}`)
  return rule
}
const reach = (from: string, to: string, atMost = 1000) => ({ from, to, atMost })

describe('a series', () => {
  test('keeps its wall time when the clocks go back', () => {
    const found = occurrences(weekly(), reach('2026-10-20', '2026-10-29'))
    expect(found.map(({ wall }) => wall)).toStrictEqual(['2026-10-20T09:00', '2026-10-22T09:00', '2026-10-27T09:00', '2026-10-29T09:00'])
    expect(found.map(({ at }) => formatInstant(at))).toStrictEqual(['2026-10-20T06:00Z', '2026-10-22T06:00Z', '2026-10-27T07:00Z', '2026-10-29T07:00Z'])
  })

  test('and when they go forward', () => {
    const found = occurrences(weekly(), reach('2027-03-25', '2027-03-30'))
    expect(found.map(({ at }) => formatInstant(at))).toStrictEqual(['2027-03-25T07:00Z', '2027-03-30T06:00Z'])
  })

  test('an hour that the clock skips is moved forward that day, and one that comes twice is the first', () => {
    const nights = weekly({ rule: 'FREQ=DAILY', start: '2026-10-24T03:30' })
    expect(occurrences(nights, reach('2026-10-25', '2026-10-25')).map(({ at }) => formatInstant(at))).toStrictEqual(['2026-10-25T00:30Z'])
    const [skipped, next] = occurrences(nights, reach('2027-03-28', '2027-03-29'))
    expect([skipped?.wall, wallOf(skipped?.at ?? 0, nicosia)]).toStrictEqual(['2027-03-28T03:30', '2027-03-28T04:30'])
    expect(wallOf(next?.at ?? 0, nicosia)).toBe('2027-03-29T03:30')
  })

  test('leaves out its exceptions, which count, and takes in its additions', () => {
    const series = weekly({ rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', exceptions: ['2026-10-27'], additions: ['2026-10-31T14:00'] })
    expect(occurrences(series, reach('2026-10-01', '2027-10-01')).map(({ wall }) => wall)).toStrictEqual(['2026-10-20T09:00', '2026-10-31T14:00', '2026-11-03T09:00'])
  })

  test('ends with the date that it says, that date included', () => {
    const series = weekly({ rule: 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261103' })
    expect(occurrences(series, reach('2026-10-01', '2027-10-01')).map(({ wall }) => wall.slice(0, 10))).toStrictEqual(['2026-10-20', '2026-10-27', '2026-11-03'])
  })

  test('on the last Sunday of the month, on a day that not every month has, and by the year', () => {
    const dates = (rule: string) => occurrences(weekly({ rule, start: '2026-10-01T10:00' }), reach('2026-10-01', '2028-12-31', 4)).map(({ wall }) => wall.slice(0, 10))
    expect(dates('FREQ=MONTHLY;BYDAY=-1SU')).toStrictEqual(['2026-10-25', '2026-11-29', '2026-12-27', '2027-01-31'])
    expect(dates('FREQ=MONTHLY;BYMONTHDAY=31')).toStrictEqual(['2026-10-31', '2026-12-31', '2027-01-31', '2027-03-31'])
    expect(dates('FREQ=YEARLY')).toStrictEqual(['2026-10-01', '2027-10-01', '2028-10-01'])
  })

  test('without end is cut at what is asked for', () => expect(occurrences(weekly({ rule: 'FREQ=DAILY' }), reach('2026-10-20', '9999-01-01', 50))).toHaveLength(50))
})

describe('a rule', () => {
  test.each(['', 'FREQ=HOURLY', 'FREQ=WEEKLY;COUNT=0', 'FREQ=WEEKLY;COUNT=3;UNTIL=20270101', 'FREQ=WEEKLY;BYDAY=XX', 'FREQ=WEEKLY;BYDAY=2MO', 'FREQ=DAILY;BYMONTHDAY=3', 'FREQ=MONTHLY;BYMONTHDAY=32', 'FREQ=WEEKLY;FREQ=DAILY', 'FREQ=WEEKLY;UNTIL=20270230', 'BYDAY=MO'])(
    '%j is none',
    (text) => expect(parseRule(text)).toBeNull(),
  )

  test('cut at a date ends there, or earlier where it did', () => {
    const cut = (text: string) => ruleText(ruleUntil(ruleOf(text), '2027-01-10'))
    expect(cut('FREQ=WEEKLY;BYDAY=TU;COUNT=90')).toBe('FREQ=WEEKLY;BYDAY=TU;UNTIL=20270110T235959')
    expect(cut('FREQ=WEEKLY;UNTIL=20270101')).toBe('FREQ=WEEKLY;UNTIL=20270101T235959')
  })

  test.each([
    ['FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270130', 'every week on Tuesday and Thursday until 30 January 2027'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SA;COUNT=10', 'every 2 weeks on Saturday, 10 times'],
    ['FREQ=DAILY', 'every day'],
    ['FREQ=MONTHLY;BYDAY=2TU,-1SU', 'every month on Tuesday (2nd of the month) and Sunday (the last of the month)'],
    ['FREQ=MONTHLY;BYMONTHDAY=1,-1', 'every month on day 1 and the last day of the month'],
    ['FREQ=YEARLY;INTERVAL=3', 'every 3 years'],
  ])('%s reads: %s', (text, words) => expect(recurrenceWords(i18nFor('en'), text)).toBe(words))

  test('reads in Portuguese', () =>
    expect(recurrenceWords(i18nFor('pt-PT'), 'FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20270130')).toBe('todas as semanas à terça-feira e quinta-feira até 30 de janeiro de 2027'))
})

describe('what a form asks', () => {
  const asked = (kind: RepeatKind, first: string, every = 1) => ruleText(ruleOfRepeat({ kind, every, first, weekdays: [], until: null, times: null }))

  test.each([
    ['daily', '2026-12-08', 'FREQ=DAILY'],
    ['weekly', '2026-12-08', 'FREQ=WEEKLY;BYDAY=TU'],
    ['monthly-day', '2026-12-08', 'FREQ=MONTHLY;BYMONTHDAY=8'],
    ['monthly-weekday', '2026-12-07', 'FREQ=MONTHLY;BYDAY=1MO'],
    ['monthly-weekday', '2026-12-08', 'FREQ=MONTHLY;BYDAY=2TU'],
    ['monthly-weekday', '2026-12-31', 'FREQ=MONTHLY;BYDAY=-1TH'],
    ['monthly-last', '2026-12-28', 'FREQ=MONTHLY;BYDAY=-1MO'],
  ] as const)('%s from %s is %s', (kind, first, rule) => expect(asked(kind, first)).toBe(rule))

  test('every so many, until a date or so many times, of which the times win', () => {
    const asked = ruleOfRepeat({ kind: 'daily', every: 3, first: '2026-12-08', weekdays: [2], until: '2026-12-24', times: null })
    expect(ruleText(asked)).toBe('FREQ=DAILY;INTERVAL=3;UNTIL=20261224T235959')
    expect(ruleText(ruleOfRepeat({ kind: 'weekly', every: 2, first: '2026-12-08', weekdays: [4, 2], until: '2026-12-24', times: 5 }))).toBe('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=5')
  })
})

describe('laws of recurrence', () => {
  const zones = fc.constantFrom(nicosia, 'Europe/Lisbon', 'America/Toronto', 'Australia/Lord_Howe', 'UTC')
  const dates = fc.nat(900).map((days) => addDays('2026-01-01', days))
  const minutes = fc.nat(1439)
  const repeats = fc.record({
    kind: fc.constant('weekly' as const), first: dates, every: fc.integer({ min: 1, max: 4 }), weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
    until: fc.option(dates), times: fc.option(fc.integer({ min: 1, max: 40 })),
  })
  const wallAt = (date: string, minute: number) => `${date}T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

  test('a rule that is written is read back the same', () => {
    fc.assert(fc.property(repeats, (repeat) => {
      expect(parseRule(ruleText(ruleOfRepeat(repeat)))).toStrictEqual(ruleOfRepeat(repeat))
    }))
  })

  test('every occurrence keeps its wall time, or is the instant that such a time becomes where the clock skips it', () => {
    fc.assert(fc.property(repeats, dates, minutes, zones, (repeat, date, minute, zone) => {
      const series: Recurrence = { rule: ruleText(ruleOfRepeat(repeat)), start: wallAt(date, minute), zone, exceptions: [], additions: [] }
      for (const { wall, at } of occurrences(series, reach(date, addDays(date, 500)))) {
        expect(wall.slice(11)).toBe(series.start.slice(11))
        expect(at).toBe(instantOfWall(wall, zone))
        if (wallOf(at, zone) !== wall) expect(wallOf(at, zone) > wall).toBe(true)
      }
    }), { numRuns: 60 })
  })

  test('weeks are those that somebody finds who walks through the calendar day by day', () => {
    fc.assert(fc.property(repeats, dates, (repeat, date) => {
      const walked: string[] = []
      for (let on = date, n = 0; n <= 400; n += 1, on = addDays(on, 1)) {
        if (repeat.times !== null ? walked.length >= repeat.times : repeat.until !== null && on > repeat.until) break
        const weeks = daysBetween(mondayOf(date), mondayOf(on)) / 7
        if (weeks % repeat.every === 0 && repeat.weekdays.includes(weekdayOf(on))) walked.push(on)
      }
      const series: Recurrence = { rule: ruleText(ruleOfRepeat(repeat)), start: `${date}T09:00`, zone: 'UTC', exceptions: [], additions: [] }
      expect(occurrences(series, reach(date, addDays(date, 400))).map(({ wall }) => wall.slice(0, 10))).toStrictEqual(walked)
    }), { numRuns: 100 })
  })

  test('a series cut in two has the dates that it had', () => {
    fc.assert(fc.property(repeats, dates, fc.nat(200), (repeat, date, days) => {
      const whole: Recurrence = { rule: ruleText(ruleOfRepeat({ ...repeat, times: null })), start: `${date}T09:00`, zone: nicosia, exceptions: [], additions: [] }
      const all = occurrences(whole, reach(date, addDays(date, 400)))
      const cut = addDays(date, days)
      const rule = ruleOf(whole.rule)
      const before = occurrences({ ...whole, rule: ruleText(ruleUntil(rule, addDays(cut, -1))) }, reach(date, addDays(date, 400)))
      expect([...before, ...all.filter(({ wall }) => wall.slice(0, 10) >= cut)]).toStrictEqual(all)
    }), { numRuns: 60 })
  })
})
