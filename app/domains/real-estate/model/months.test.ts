import { expect, test } from 'vitest'
import { addMonths, isMonth, monthsFrom, weeksOf } from './months'

test('a month is rows of seven days from Monday on', () => {
  expect(weeksOf('2026-11').map((week) => week.map((date) => date?.slice(8) ?? '--').join(' '))).toEqual([
    '-- -- -- -- -- -- 01', '02 03 04 05 06 07 08', '09 10 11 12 13 14 15', '16 17 18 19 20 21 22', '23 24 25 26 27 28 29', '30 -- -- -- -- -- --',
  ])
  expect(weeksOf('2027-02')).toHaveLength(4)
})

test('months follow each other over the year', () => {
  expect(monthsFrom('2026-11', 3)).toEqual(['2026-11', '2026-12', '2027-01'])
  expect(addMonths('2026-01', -1)).toBe('2025-12')
})

test('only a month is one', () => expect(['2026-11', '2026-13', '2026-1', 'x', '0000-01'].map(isMonth)).toEqual([true, false, false, false, false]))
