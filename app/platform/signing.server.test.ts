import { afterEach, expect, test, vi } from 'vitest'
import { forgetEnv } from './env.server'
import { hashToken, newToken, sameWord, sign, signParts, verify, verifyParts } from './signing.server'

const first = 'the first secret which is long enough'
const second = 'the second secret which is long too!'

afterEach(() => {
  vi.unstubAllEnvs()
  forgetEnv()
})

test('a signed payload comes back, whatever letters it holds', () => {
  secretsAre(first)
  expect(verify('link', sign('link', 'João . ~ 日本 😀'))).toBe('João . ~ 日本 😀')
  expect(sign('link', 'João . ~ 日本 😀')).toMatch(/^[\w.-]+$/)
})

test('parts come back as they went in', () => {
  secretsAre(first)
  expect(verifyParts('manage', signParts('manage', ['0190-a', 3, 'with,comma']))).toEqual(['0190-a', '3', 'with,comma'])
})

test('a token of another purpose is refused', () => {
  secretsAre(first)
  expect(verify('reset', sign('link', 'x'))).toBeNull()
})

test('the first secret signs and all verify, so secrets can be changed without breaking links', () => {
  secretsAre(first)
  const old = sign('link', 'x')
  secretsAre(`${second},${first}`)
  expect(verify('link', old)).toBe('x')
  const fresh = sign('link', 'x')
  secretsAre(second)
  expect(verify('link', fresh)).toBe('x')
  expect(verify('link', old)).toBeNull()
})

test('no changed letter goes unseen', () => {
  secretsAre(first)
  const token = sign('link', 'booking 7')
  for (let at = 0; at < token.length; at++) {
    const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    expect(verify('link', changed), `letter ${at}`).toBeNull()
  }
})

test.each(['', '.', '..', 'a.b', 'a.b.c', 'a.b.c.d', '💥'])('%o is no token', (token) => {
  secretsAre(first)
  expect(verify('link', token)).toBeNull()
  expect(verifyParts('link', token)).toBeNull()
})

test('fresh tokens differ, and so do their hashes', () => {
  const tokens = Array.from({ length: 100 }, newToken)
  expect(new Set(tokens.map(hashToken)).size).toBe(100)
  expect(tokens[0]).toMatch(/^[\w-]{43}$/)
  expect(hashToken('a')).toBe(hashToken('a'))
})

function secretsAre(list: string): void {
  vi.stubEnv('SESSION_SECRETS', list)
  forgetEnv()
}

test('a word is the same as itself, and as no other', () => {
  expect(sameWord('friends of the house', 'friends of the house')).toBe(true)
  expect(sameWord('friends of the house', 'friends of the hous')).toBe(false)
  expect(sameWord('friends', '')).toBe(false)
})
