import { describe, expect, test } from 'vitest'
import { brokenRule, leastNights, mayArrive, type StayRules } from './stay-rules'
import type { Season } from './rates'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const rules: StayRules = { guestsMost: 4, minNights: 2, maxNights: 14, stayBy: 'arrival', arrivalDays: everyDay, departureDays: everyDay, noticeDays: 1, windowDays: 365 }
const summer: Season = { name: 'Summer', firstNight: '2027-07-01', lastNight: '2027-08-31', nightlyMinor: 1, weekendMinor: null, minNights: 7 }
const today = '2027-06-01'
const two = { adults: 2, children: 0 }
const broken = (arrive: string, depart: string, changed: Partial<StayRules> = {}, { guests = two, atDesk = false }: { guests?: { adults: number; children: number; infants?: number }; atDesk?: boolean } = {}) =>
  brokenRule({ ...rules, ...changed }, [summer], { arrive, depart, guests }, today, atDesk)

test('a stay that breaks no rule', () => expect(broken('2027-06-10', '2027-06-12')).toBeNull())

describe('a rule that is broken says so with its figures', () => {
  test.each([
    ['dates the wrong way round', broken('2027-06-12', '2027-06-10'), { rule: 'wrong-way-round' }],
    ['no nights at all', broken('2027-06-12', '2027-06-12'), { rule: 'wrong-way-round' }],
    ['more guests than there is room for', broken('2027-06-10', '2027-06-12', {}, { guests: { adults: 3, children: 2 } }), { rule: 'too-many-guests', guests: 5, most: 4 }],
    ['children alone', broken('2027-06-10', '2027-06-12', {}, { guests: { adults: 0, children: 2 } }), { rule: 'no-guests' }],
    ['yesterday', broken('2027-05-31', '2027-06-03'), { rule: 'past' }],
    ['without notice', broken('2027-06-01', '2027-06-03'), { rule: 'notice', days: 1, earliest: '2027-06-02' }],
    ['too far ahead', broken('2028-05-30', '2028-06-01'), { rule: 'window', days: 365, latest: '2028-05-31' }],
    ['the wrong day to arrive', broken('2027-06-10', '2027-06-12', { arrivalDays: [6] }), { rule: 'arrival-day', weekday: 4, days: [6] }],
    ['the wrong day to leave', broken('2027-06-10', '2027-06-12', { departureDays: [7] }), { rule: 'departure-day', weekday: 6, days: [7] }],
    ['too short', broken('2027-06-10', '2027-06-11'), { rule: 'too-short', nights: 1, least: 2, night: '2027-06-10' }],
    ['too long', broken('2027-06-01', '2027-06-20', { noticeDays: 0 }), { rule: 'too-long', nights: 19, most: 14 }],
    ['longer than anybody may', broken('2027-06-10', '2028-07-10', {}, { atDesk: true }), { rule: 'too-long', nights: 396, most: 366 }],
  ])('%s', (_, refusal, expected) => expect(refusal).toEqual(expected))
})

test('infants are no guests', () => expect(broken('2027-06-10', '2027-06-12', {}, { guests: { adults: 2, children: 2, infants: 2 } })).toBeNull())

describe('the least nights', () => {
  test('by the night of arrival: who comes before the season begins owes it nothing', () => {
    expect(broken('2027-06-29', '2027-07-02')).toBeNull()
    expect(broken('2027-07-01', '2027-07-04')).toEqual({ rule: 'too-short', nights: 3, least: 7, night: '2027-07-01' })
  })

  test('by every night: one night in the season is enough', () => {
    expect(broken('2027-06-29', '2027-07-02', { stayBy: 'every-night' })).toEqual({ rule: 'too-short', nights: 3, least: 7, night: '2027-07-01' })
    expect(broken('2027-06-29', '2027-07-01', { stayBy: 'every-night' })).toBeNull()
  })

  test('come from the first night that asks for the most', () => {
    expect(leastNights({ minNights: 2, stayBy: 'every-night' }, [summer], { arrive: '2027-08-30', depart: '2027-09-02' })).toEqual({ least: 7, night: '2027-08-30' })
  })
})

test('at the desk notice, window, days and length bind nobody; room and dates do', () => {
  expect(broken('2027-06-01', '2027-06-02', { arrivalDays: [6], departureDays: [6], noticeDays: 10 }, { atDesk: true })).toBeNull()
  expect(broken('2027-05-31', '2027-06-03', {}, { atDesk: true })).toBeNull()
  expect(broken('2027-05-30', '2027-06-01', {}, { atDesk: true })).toEqual({ rule: 'past' })
  expect(broken('2027-06-10', '2027-06-12', {}, { atDesk: true, guests: { adults: 5, children: 0 } })).toEqual({ rule: 'too-many-guests', guests: 5, most: 4 })
})

test('somebody may arrive within notice and window, on a day of arrival', () => {
  const saturdays = { ...rules, arrivalDays: [6] }
  expect(['2027-06-01', '2027-06-04', '2027-06-05', '2028-05-27', '2028-06-03'].map((date) => mayArrive(saturdays, date, today))).toEqual([false, false, true, true, false])
})
