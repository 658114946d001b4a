import { expect, test } from 'vitest'
import { hoursAround, wallMinutes } from './wall-minutes'

const stretch = (start: string, end: string) => ({ start: Date.parse(start), end: Date.parse(end) })

test('a visit stands at its wall time, past midnight it goes on counting', () => {
  expect(wallMinutes(stretch('2026-11-03T10:00Z', '2026-11-03T10:45Z'), '2026-11-03', 'Europe/Lisbon')).toEqual({ from: 600, to: 645 })
  expect(wallMinutes(stretch('2026-11-03T23:30Z', '2026-11-04T01:00Z'), '2026-11-03', 'Europe/Lisbon')).toEqual({ from: 1410, to: 1500 })
  expect(wallMinutes(stretch('2026-11-02T23:30Z', '2026-11-03T01:00Z'), '2026-11-03', 'Europe/Lisbon')).toEqual({ from: -30, to: 60 })
})

test('in the hour that comes twice a visit keeps its length', () => {
  // 01:30 before the change to 01:15 after it: 45 minutes.
  expect(wallMinutes(stretch('2026-10-25T00:30Z', '2026-10-25T01:15Z'), '2026-10-25', 'Europe/Lisbon')).toEqual({ from: 90, to: 135 })
})

test('the hours shown are whole, within the day, and never fewer than nine to six', () => {
  expect(hoursAround([])).toEqual({ from: 540, to: 1080 })
  expect(hoursAround([{ from: 450, to: 1150 }])).toEqual({ from: 420, to: 1200 })
  expect(hoursAround([{ from: -30, to: 1500 }])).toEqual({ from: 0, to: 1440 })
})
