import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '~/kernel/time'
import { isFree, nearestStays, nightState, type Availability } from './free-stays'
import { nightsOf } from './nights'
import { brokenRule, type StayRules } from './stay-rules'

const everyDay = [1, 2, 3, 4, 5, 6, 7]
const rules: StayRules = { guestsMost: 4, minNights: 2, maxNights: 30, stayBy: 'arrival', arrivalDays: everyDay, departureDays: everyDay, noticeDays: 1, windowDays: 365 }
const today = '2027-06-01'
const guests = { adults: 2, children: 0 }
const known = (stays: readonly [string, string][], more: Partial<Availability> = {}): Availability => ({
  rules, seasons: [], taken: new Set(stays.flatMap(([arrive, depart]) => nightsOf({ arrive, depart }))), prepareNights: 0, today, ...more,
})

describe('a night of the calendar', () => {
  const there = known([['2027-06-10', '2027-06-12']])
  test.each([
    ['2027-05-31', 'past'], ['2027-06-01', 'no-arrival'], ['2027-06-02', 'free'], ['2027-06-08', 'free'],
    ['2027-06-09', 'no-arrival'], ['2027-06-10', 'taken'], ['2027-06-11', 'taken'], ['2027-06-12', 'free'], ['2028-06-01', 'no-arrival'],
  ])('%s is %s', (night, state) => expect(nightState(there, night)).toBe(state))

  test('with a night to prepare the shortest stay needs one more', () => {
    expect(['2027-06-07', '2027-06-08'].map((night) => nightState({ ...there, prepareNights: 1 }, night))).toEqual(['free', 'no-arrival'])
  })

  test('where all leave on Saturdays, a stay that cannot reach one cannot begin', () => {
    const saturdays = { ...rules, departureDays: [6] }
    const before = known([['2027-06-11', '2027-06-13']], { rules: saturdays })
    expect(['2027-06-03', '2027-06-05', '2027-06-13'].map((night) => nightState(before, night))).toEqual(['free', 'no-arrival', 'free'])
  })
})

test('leaving and arriving on one day is free; a night to prepare takes it', () => {
  const there = known([['2027-06-10', '2027-06-12']])
  expect(isFree(there, { arrive: '2027-06-08', depart: '2027-06-10' })).toBe(true)
  expect(isFree({ ...there, prepareNights: 1 }, { arrive: '2027-06-08', depart: '2027-06-10' })).toBe(false)
})

describe('the nearest free stays', () => {
  const nearest = (there: Availability, arrive: string, depart: string) =>
    nearestStays(there, { arrive, depart, guests }, { most: 3, reach: 30, atDesk: false }).map((stay) => `${stay.arrive}/${stay.depart}`)

  test('are as long, the nearest first', () => {
    expect(nearest(known([['2027-06-10', '2027-06-12']]), '2027-06-10', '2027-06-13')).toEqual(['2027-06-12/2027-06-15', '2027-06-07/2027-06-10', '2027-06-13/2027-06-16'])
  })

  test('are longer where the rules want it', () => {
    expect(nearest(known([], { rules: { ...rules, minNights: 5 } }), '2027-06-10', '2027-06-12')[0]).toBe('2027-06-10/2027-06-15')
  })

  test('are as long as they may be where more is asked for, and as there is room for', () => {
    const atMostTen = { ...rules, maxNights: 10 }
    expect(nearest(known([], { rules: atMostTen }), '2027-06-10', '2027-06-24')[0]).toBe('2027-06-10/2027-06-20')
    const sixInARow = known([['2027-05-01', '2027-06-08'], ['2027-06-14', '2027-09-01']], { rules: atMostTen })
    expect(nearest(sixInARow, '2027-06-10', '2027-06-24')).toEqual(['2027-06-08/2027-06-14'])
    expect(nearest({ ...sixInARow, prepareNights: 1 }, '2027-06-10', '2027-06-24')).toEqual(['2027-06-08/2027-06-13'])
    const saturdays = { ...atMostTen, arrivalDays: [6], departureDays: [6] }
    expect(nearest(known([], { rules: saturdays }), '2027-06-12', '2027-06-26')[0]).toBe('2027-06-12/2027-06-19')
  })

  test('are none where all is taken', () => expect(nearest(known([['2027-05-01', '2027-09-01']]), '2027-06-10', '2027-06-12')).toEqual([]))

  test('are always free and within the rules', () => {
    const stay = fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 8 })).map(([from, nights]): [string, string] => [addDays(today, from), addDays(today, from + nights)])
    const anyRules = fc.record({ minNights: fc.integer({ min: 1, max: 6 }), arrivalDays: fc.subarray(everyDay, { minLength: 1 }), departureDays: fc.subarray(everyDay, { minLength: 1 }) })
    fc.assert(fc.property(fc.array(stay, { maxLength: 6 }), anyRules, fc.integer({ min: 0, max: 2 }), stay, (stays, some, prepareNights, [arrive, depart]) => {
      const there = known(stays, { rules: { ...rules, ...some }, prepareNights })
      for (const free of nearestStays(there, { arrive, depart, guests }, { most: 3, reach: 30, atDesk: false })) {
        expect([isFree(there, free), brokenRule(there.rules, [], { ...free, guests }, today, false)]).toEqual([true, null])
      }
    }))
  })
})
