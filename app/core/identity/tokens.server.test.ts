import { expect, test } from 'vitest'
import { day, hour } from '~/kernel/time'
import { accountBehind, cookieOf, contextOf, person, testPassword, tokenFor } from '../../../tests/world/identity'
import { change, contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { changePassword } from './change-password.server'
import { deviceOf } from './device.server'
import { logIn } from './log-in.server'
import { askPasswordReset, resetPassword } from './reset-password.server'
import { askEmailVerification, verifyEmail } from './verify-email.server'

withDatabase()

const device = deviceOf(new Request('http://localhost/'))
const dead = { ok: false, refusal: { kind: 'link-is-dead' } }
const events = () => rows<{ type: string }>('SELECT type FROM events ORDER BY id').map(({ type }) => type)

test('a link verifies its address once, tells of it once, and lies in the file as a hash', () => {
  const ana = person({ verified: false })
  const token = tokenFor(ana, 'verify-email')
  expect(JSON.stringify(rows('SELECT * FROM tokens'))).not.toContain(token)
  expect(verifyEmail(contextAt(), token)).toEqual({ ok: true, value: { userId: ana.id } })
  expect(verifyEmail(contextAt(), token)).toEqual(dead)
  expect(events()).toEqual(['user.email-verified'])
  expect(accountBehind(cookieOf(ana))?.emailVerified).toBe(true)
})

test('a link runs out: a week for an address, an hour for a password', async () => {
  const ana = person({ verified: false })
  const verifying = tokenFor(ana, 'verify-email')
  const resetting = tokenFor(ana, 'reset-password')
  expect(verifyEmail(contextAt(theMorning + 7 * day), verifying)).toEqual(dead)
  expect(await resetPassword(contextAt(theMorning + hour), { token: resetting, password: 'new password', device })).toEqual(dead)
})

test('a link of one purpose is worth nothing for the other, and a made-up one for none', async () => {
  const ana = person({ verified: false })
  expect(verifyEmail(contextAt(), tokenFor(ana, 'reset-password'))).toEqual(dead)
  expect(await resetPassword(contextAt(), { token: tokenFor(ana, 'verify-email'), password: 'new password', device })).toEqual(dead)
  expect(verifyEmail(contextAt(), 'made-up')).toEqual(dead)
})

test('using one link ends the earlier ones for the same purpose', () => {
  const ana = person({ verified: false })
  const first = tokenFor(ana, 'verify-email')
  verifyEmail(contextAt(), tokenFor(ana, 'verify-email'))
  expect(verifyEmail(contextAt(), first)).toEqual(dead)
})

test('a link that went to an address the account no longer has verifies nothing', () => {
  const ana = person({ verified: false })
  const token = tokenFor(ana, 'verify-email')
  change("UPDATE users SET email = 'new@example.test', email_key = 'new@example.test'")
  expect(verifyEmail(contextAt(), token)).toEqual(dead)
  expect(rows('SELECT used_at FROM tokens'), 'nothing of it stays').toEqual([{ used_at: null }])
})

test('another mail is sent only while the address is not verified', () => {
  askEmailVerification(contextOf(person({ verified: false })))
  askEmailVerification(contextOf(person({ email: 'rui@example.test', verified: true })))
  expect(events()).toEqual(['user.email-verification-asked'])
})

test('asking for a new password writes the same rows for a known and an unknown address', () => {
  const ana = person()
  const counts = () => rows<{ n: number }>('SELECT (SELECT count(*) FROM events) * 1000 + (SELECT count(*) FROM audit) AS n')[0]?.n ?? 0
  const start = counts()
  askPasswordReset(contextAt(), ana.email)
  const between = counts()
  askPasswordReset(contextAt(), 'nobody@example.test')
  expect(counts() - between).toBe(between - start)
  expect(rows<{ payload: string }>('SELECT payload FROM events ORDER BY id').map(({ payload }) => JSON.parse(payload) as unknown)).toEqual([{ userId: ana.id }, { userId: null }])
  expect(JSON.stringify(rows('SELECT * FROM events'))).not.toContain('example.test')
})

test('a new password by mail ends every session, proves the address and replaces the old one', async () => {
  const ana = person({ verified: false })
  const sessions = [cookieOf(ana), cookieOf(ana)]
  const token = tokenFor(ana, 'reset-password')
  expect(await resetPassword(contextAt(), { token, password: 'a new password', device })).toMatchObject({ ok: true })
  expect(sessions.map((cookie) => accountBehind(cookie))).toEqual([null, null])
  expect(events()).toEqual(['user.email-verified', 'user.password-changed'])
  expect(await logIn(contextAt(), { email: ana.email, password: testPassword, device })).toMatchObject({ ok: false })
  expect(await logIn(contextAt(), { email: ana.email, password: 'a new password', device })).toMatchObject({ ok: true })
  expect(await resetPassword(contextAt(), { token, password: 'and another one', device })).toEqual(dead)
})

test('of two posts with one link at the same moment one counts', async () => {
  const token = tokenFor(person(), 'reset-password')
  const answers = await Promise.all(['first password', 'other password'].map((password) => resetPassword(contextAt(), { token, password, device })))
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
})

test('changing the password asks for the present one and ends the other sessions', async () => {
  const ana = person()
  const elsewhere = cookieOf(ana)
  const ctx = contextOf(ana)
  expect(await changePassword(ctx, { present: 'not it', password: 'a new password', device: '' })).toEqual({ ok: false, refusal: { kind: 'wrong' } })
  expect(accountBehind(elsewhere)).not.toBeNull()
  expect(await changePassword(ctx, { present: testPassword, password: 'a new password', device: '' })).toEqual({ ok: true, value: true })
  expect(accountBehind(elsewhere)).toBeNull()
  expect(rows("SELECT count(*) AS n FROM sessions WHERE revoked_at IS NULL")).toEqual([{ n: 1 }])
  expect(rows("SELECT action FROM audit WHERE action LIKE 'identity.password%'")).toEqual([{ action: 'identity.password.change' }])
})
