import { describe, expect, test } from 'vitest'
import { deviceName } from './device-name'
import { emailKey } from './email-key'
import { localPath } from './local-path'
import { delayAfter, longestDelay } from './lock-out'

test('two spellings of an address are one key, and plus-parts are kept', () => {
  expect(emailKey(' Ana+Hall@Example.TEST ')).toBe('ana+hall@example.test')
  expect(emailKey('ana@example.test')).not.toBe(emailKey('ana+1@example.test'))
})

describe('where a form may send somebody', () => {
  test.each(['/', '/account', '/b/harbour-salon/appointments/cut?from=2026-11-03&staff=a%20b'])('%s is a page of ours', (path) => {
    expect(localPath(path)).toBe(path)
  })

  test.each([
    '', 'account', 'https://evil.test/', '//evil.test', '/\\evil.test', '\\\\evil.test', '/\t/evil.test', '/a\r\nSet-Cookie: x=y',
    '/.//evil.test', '/x/..//evil.test', 'javascript:alert(1)', null, 7, `/${'a'.repeat(2000)}`,
  ])('%j is none', (text) => {
    expect(localPath(text)).toBeNull()
  })
})

test('the delay grows from nothing to a quarter of an hour and stays there', () => {
  expect([1, 4, 5, 6, 7].map(delayAfter)).toEqual([0, 0, 30_000, 60_000, 120_000])
  expect([20, 2000].map(delayAfter)).toEqual([longestDelay, longestDelay])
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox · Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0 Safari/537.36 Edg/131.0', 'Edge · Windows'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1', 'Safari · iOS'],
  ['curl/8.5.0', ''],
  [null, ''],
])('%s is called %j', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name)
})
