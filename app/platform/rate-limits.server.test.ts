import { expect, test } from 'vitest'
import { rateLimits, type RateLimitName } from './rate-limit-figures'
import { createRateLimits } from './rate-limits.server'

const start = Date.UTC(2026, 10, 21)
const names = Object.keys(rateLimits) as RateLimitName[]

test.each(names)('%s allows its number of acts in a row, refuses the next and says when it may come', (name) => {
  const limit = createRateLimits()
  const { acts, per } = rateLimits[name]
  for (let act = 0; act < acts; act += 1) expect(limit({ name, key: 'a', now: start })).toEqual({ ok: true })

  const refused = limit({ name, key: 'a', now: start })
  expect(refused).toEqual({ ok: false, retryAfterMs: Math.ceil(per / acts) })
  expect(limit({ name, key: 'a', now: start + per / acts - 1 }).ok).toBe(false)
  expect(limit({ name, key: 'a', now: start + Math.ceil(per / acts) }).ok).toBe(true)
})

test('keys and names are counted apart, and case does not make another key', () => {
  const limit = createRateLimits({ factor: 0.05 })
  expect(limit({ name: 'login', key: 'ana@example.test', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: 'ANA@example.test', now: start }).ok).toBe(false)
  expect(limit({ name: 'login', key: 'rui@example.test', now: start }).ok).toBe(true)
  expect(limit({ name: 'lookup', key: 'ana@example.test', now: start }).ok).toBe(true)
})

test('the factor raises every limit', () => {
  const limit = createRateLimits({ factor: 1000 })
  for (let act = 0; act < 5000; act += 1) expect(limit({ name: 'reset', key: 'a', now: start }).ok).toBe(true)
  expect(limit({ name: 'reset', key: 'a', now: start }).ok).toBe(false)
})

test('whoever keeps on trying is let in again as soon as anybody: a refused act costs nothing', () => {
  const limit = createRateLimits()
  for (let act = 0; act < 5; act += 1) limit({ name: 'reset', key: 'a', now: start })
  for (let again = 0; again < 100; again += 1) expect(limit({ name: 'reset', key: 'a', now: start + again }).ok).toBe(false)
  expect(limit({ name: 'reset', key: 'a', now: start + rateLimits.reset.per / 5 }).ok).toBe(true)
})

test('the addresses of one IPv6 network are one client; IPv4 addresses are each their own', () => {
  const limit = createRateLimits({ factor: 0.01 })
  expect(limit({ name: 'login', key: '2001:db8:0:1::1', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: '2001:0DB8:0000:0001:ffff:1:2:3', now: start }).ok).toBe(false)
  expect(limit({ name: 'login', key: '2001:db8:0:2::1', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: '::1', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: '192.0.2.1', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: '192.0.2.2', now: start }).ok).toBe(true)
})

test('memory is bounded: beyond it the key that acted longest ago is forgotten', () => {
  const limit = createRateLimits({ factor: 0.01, maxKeys: 3 })
  for (const key of ['a', 'b', 'c']) limit({ name: 'login', key, now: start })
  expect(limit({ name: 'login', key: 'a', now: start }).ok).toBe(false)
  limit({ name: 'login', key: 'd', now: start })
  expect(limit({ name: 'login', key: 'a', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: 'd', now: start }).ok).toBe(false)
})

test('a limit that is set apart replaces its figure alone', () => {
  const limit = createRateLimits({ figures: { ...rateLimits, login: { acts: 1, per: 60_000 } } })
  expect(limit({ name: 'login', key: 'a', now: start }).ok).toBe(true)
  expect(limit({ name: 'login', key: 'a', now: start })).toEqual({ ok: false, retryAfterMs: 60_000 })
  expect(limit({ name: 'lookup', key: 'a', now: start }).ok && limit({ name: 'lookup', key: 'a', now: start }).ok).toBe(true)
})
