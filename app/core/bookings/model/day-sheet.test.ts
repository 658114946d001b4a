import { expect, test } from 'vitest'
import { dayAt, daySheet, daysTaken, daysTouched } from './day-sheet'

const at = (text: string) => Date.parse(text)
const sheet = daySheet('2026-11-02', 7, 'Europe/Lisbon')
const taken = (from: string, to: string) => {
  const { first, last } = daysTaken(sheet, { startsAt: at(from), endsAt: at(to) })
  return [first, last]
}

test('a day of departure is not taken', () => {
  expect(taken('2026-11-03T15:00Z', '2026-11-05T11:00Z')).toEqual([1, 2])
  expect(taken('2026-11-03T15:00Z', '2026-11-04T11:00Z')).toEqual([1, 1])
  expect(taken('2026-11-03T12:00Z', '2026-11-05T12:00Z')).toEqual([1, 2])
})

test('a day of departure is touched', () => {
  expect(daysTouched(sheet, { startsAt: at('2026-11-03T15:00Z'), endsAt: at('2026-11-05T11:00Z') })).toEqual({ first: 1, last: 3 })
  expect(daysTouched(sheet, { startsAt: at('2026-10-30T15:00Z'), endsAt: at('2026-11-02T11:00Z') })).toEqual({ first: -1, last: 0 })
  expect(daysTouched(sheet, { startsAt: at('2026-11-05T15:00Z'), endsAt: at('2026-11-12T11:00Z') })).toEqual({ first: 3, last: 7 })
})

test('a day on which it goes on after noon is taken, and one that it only reaches at midnight is not', () => {
  expect(taken('2026-11-03T10:00Z', '2026-11-05T18:00Z')).toEqual([1, 3])
  expect(taken('2026-11-03T00:00Z', '2026-11-05T00:00Z')).toEqual([1, 2])
})

test('what began before the sheet or goes on after it reaches beyond it', () => {
  expect(taken('2026-10-01T15:00Z', '2026-11-04T11:00Z')).toEqual([-1, 1])
  expect(taken('2026-11-08T15:00Z', '2026-12-01T11:00Z')).toEqual([6, 7])
  expect(taken('2026-10-01T15:00Z', '2026-12-01T11:00Z')).toEqual([-1, 7])
  // It left on the sheet's first morning.
  expect(taken('2026-10-01T15:00Z', '2026-11-02T11:00Z')).toEqual([-1, -1])
})

test('days are those of the wall, also where the clock changes', () => {
  const autumn = daySheet('2026-10-25', 2, 'Europe/Lisbon')
  expect(dayAt(autumn, 0)).toEqual({ start: at('2026-10-24T23:00Z'), end: at('2026-10-26T00:00Z') })
  expect(autumn.noons[0]).toBe(at('2026-10-25T12:00Z'))
})
