import { describe, expect, test } from 'vitest'
import {
  currencySymbol,
  formatDate,
  formatDateTime,
  formatDay,
  formatMoney,
  formatNumber,
  formatRange,
  formatTime,
  formatTimeRange,
  instantText,
  majorUnits,
  zonePlace,
} from './format'

const lisbon = 'Europe/Lisbon'
const evening = Date.UTC(2026, 10, 3, 18, 0)
const hour = 3_600_000

describe('dates and times', () => {
  test('are written for a British reader without a comma in the date', () => {
    expect(formatDate('en', lisbon, evening)).toBe('Tue 3 Nov 2026')
    expect(formatDate('en', lisbon, evening, 'short')).toBe('Tue 3 Nov')
    expect(formatDate('en', lisbon, evening, 'long')).toBe('Tuesday 3 November 2026')
    expect(formatDateTime('en', lisbon, evening)).toBe('Tue 3 Nov 2026, 18:00')
    expect(formatRange('en', lisbon, evening, evening + hour)).toBe('Tue 3 Nov 2026, 18:00–19:00')
  })

  test('are written in words for a Portuguese reader', () => {
    expect(formatDate('pt-PT', lisbon, evening)).toBe('terça, 3 de novembro de 2026')
    expect(formatRange('pt-PT', lisbon, evening, evening + hour, 'short')).toBe('terça, 3 de novembro, 18:00–19:00')
  })

  test('of the pseudo-language look English', () => {
    expect(formatDate('xx-pseudo', lisbon, evening)).toBe('Tue 3 Nov 2026')
  })

  test('stand in the zone that is asked for', () => {
    expect(formatTime('en', 'America/New_York', evening)).toBe('13:00')
    expect(zonePlace('America/New_York')).toBe('New York')
  })

  test('name both days where a range runs over midnight', () => {
    expect(formatRange('en', lisbon, evening + 5 * hour, evening + 9 * hour)).toBe('Tue 3 Nov 2026, 23:00 – Wed 4 Nov 2026, 03:00')
  })

  test('midnight is 00:00, never 24:00', () => {
    expect(formatTime('en', lisbon, Date.UTC(2026, 10, 3))).toBe('00:00')
  })

  test('a plain day needs no zone', () => {
    expect(formatDay('en', '2026-11-03', 'weekday')).toBe('Tue')
    expect(formatDay('pt-PT', '2026-11-03', 'monthName')).toBe('novembro')
  })

  test('an instant for an attribute is UTC to the minute', () => {
    expect(instantText(evening)).toBe('2026-11-03T18:00Z')
  })
})

describe('the night on which the clocks go back', () => {
  const firstOne = Date.UTC(2026, 9, 25, 0, 0)

  test('the two times called 01:00 differ by their offset, alone and in a range', () => {
    expect(formatTime('en', lisbon, firstOne)).toBe('01:00 GMT+1')
    expect(formatTime('en', lisbon, firstOne + hour)).toBe('01:00 GMT+0')
    expect(formatTime('en', lisbon, firstOne + 2 * hour)).toBe('02:00')
    expect(formatTimeRange('en', lisbon, firstOne + hour, firstOne + 2 * hour)).toBe('01:00 GMT+0–02:00 GMT+0')
    expect(formatTime('en', lisbon, firstOne + 2 * hour, { offset: true })).toBe('02:00 GMT+0')
  })

  test('a range across the change names the offsets by itself', () => {
    expect(formatTimeRange('en', lisbon, firstOne, firstOne + hour)).toBe('01:00 GMT+1–01:00 GMT+0')
    expect(formatRange('en', lisbon, firstOne, firstOne + hour)).toBe('Sun 25 Oct 2026, 01:00 GMT+1–01:00 GMT+0')
  })
})

describe('money', () => {
  test('is exact for currencies with two, no and three decimals', () => {
    expect(formatMoney('en', 172_600, 'EUR')).toBe('€1,726.00')
    expect(formatMoney('en', 1_726, 'JPY')).toBe('JP¥1,726')
    expect(formatMoney('en', 1_726_005, 'KWD')).toBe('KWD\u00a01,726.005')
    expect(formatMoney('en', Number.MAX_SAFE_INTEGER, 'EUR')).toBe('€90,071,992,547,409.91')
  })

  test('less than a unit keeps its zero, and less than nothing has a true minus', () => {
    expect(formatMoney('en', 5, 'EUR')).toBe('€0.05')
    expect(formatMoney('en', -4_500, 'EUR')).toBe('−€45.00')
    expect(majorUnits(-5, 2)).toBe('-0.05')
  })

  test('follows the reader’s language', () => {
    expect(formatMoney('pt-PT', 172_600, 'EUR')).toBe('1726,00\u00a0€')
    expect(currencySymbol('en', 'EUR')).toBe('€')
  })

  test('the symbol asked for first does not change how amounts are written', () => {
    currencySymbol('en', 'USD')
    expect(formatMoney('en', 100, 'USD')).toBe('US$1.00')
  })
})

test('plain numbers are grouped', () => {
  expect(formatNumber('en', 12_345)).toBe('12,345')
  expect(formatNumber('en', 8.72, 1)).toBe('8.7')
})
