import { expect, test } from 'vitest'
import { minute } from '~/kernel/time'
import { cookieNames, cookieValue } from '~/platform/cookies.server'
import { argon2Runs } from '~/platform/passwords.server'
import { accountBehind, cookieOf, person, testPassword } from '../../../tests/world/identity'
import { contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { deviceOf, type Device } from './device.server'
import { logIn } from './log-in.server'
import { longestDelay } from './model/lock-out'
import { accountOf, touchSession } from './sessions.server'
import { askPasswordReset, resetPassword } from './reset-password.server'
import { issueToken } from './tokens.server'
import { read, transact } from '~/platform/database.server'

withDatabase()

const stranger: Device = { id: '', accounts: [], name: 'Chrome · Windows' }

const tryToLogIn = (email: string, password: string, { device = stranger, now = theMorning } = {}) => logIn(contextAt(now), { email, password, device })

async function failTimes(times: number, email: string, now = theMorning): Promise<void> {
  for (let failure = 0; failure < times; failure += 1) await tryToLogIn(email, 'not the password', { now })
}

async function deviceAfterLogIn(email: string): Promise<Device> {
  const answer = await tryToLogIn(email, testPassword)
  if (!answer.ok) throw new Error('The log-in was refused')
  const Cookie = answer.value.cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  return deviceOf(new Request('http://localhost/', { headers: { Cookie } }))
}

test('the right password starts a session, whose cookie the file knows by its hash only', async () => {
  const ana = person({ roles: ['customer', 'agent'] })
  const answer = await tryToLogIn(' ANA@example.test ', testPassword)
  expect(answer).toMatchObject({ ok: true, value: { userId: ana.id } })
  if (!answer.ok) return

  const cookie = answer.value.cookies[0]?.split(';')[0] ?? ''
  expect(accountBehind(cookie)).toMatchObject({ id: ana.id, email: ana.email, emailVerified: true, roles: ['customer', 'agent'] })
  expect(answer.value.cookies[0]).toContain('HttpOnly; SameSite=Lax')
  const value = cookieValue(cookie, cookieNames.session) ?? ''
  expect(JSON.stringify(rows('SELECT * FROM sessions'))).not.toContain(value.split('.')[1])
  expect(accountBehind(`${cookie}x`)).toBeNull()
  expect(rows('SELECT outcome, user_id FROM log_ins')).toEqual([{ outcome: 'success', user_id: ana.id }])
  expect(rows("SELECT action FROM audit WHERE action LIKE '%session%'")).toEqual([{ action: 'identity.session.start' }])
})

test('a wrong password and an unknown address get the same answer, and both check exactly one password', async () => {
  person()
  const before = argon2Runs()
  const wrong = await tryToLogIn('ana@example.test', 'wrong password')
  const afterWrong = argon2Runs()
  const unknown = await tryToLogIn('nobody@example.test', 'wrong password')
  expect(wrong).toEqual({ ok: false, refusal: { kind: 'wrong' } })
  expect(unknown).toEqual(wrong)
  expect([afterWrong - before, argon2Runs() - afterWrong]).toEqual([1, 1])
  expect(rows('SELECT outcome FROM log_ins ORDER BY id')).toEqual([{ outcome: 'wrong-password' }, { outcome: 'unknown' }])
  expect(rows<{ text: string }>("SELECT group_concat(email_hash) AS text FROM log_ins")[0]?.text).not.toContain('@')
})

test.each(['ana@example.test', 'nobody@example.test'])('after five failures %s waits half a minute, then longer, and never longer than a quarter of an hour', async (email) => {
  person()
  await failTimes(5, email)
  expect(await tryToLogIn(email, testPassword)).toEqual({ ok: false, refusal: { kind: 'locked', until: theMorning + minute / 2 } })

  let now = theMorning
  for (let failure = 6; failure < 14; failure += 1) {
    now += longestDelay
    await failTimes(1, email, now)
  }
  expect(await tryToLogIn(email, testPassword, { now })).toEqual({ ok: false, refusal: { kind: 'locked', until: now + longestDelay } })
})

test('a locked try checks no password and does not make the delay longer', async () => {
  person()
  await failTimes(5, 'ana@example.test')
  const before = argon2Runs()
  await failTimes(20, 'ana@example.test')
  expect(argon2Runs()).toBe(before)
  expect(await tryToLogIn('ana@example.test', testPassword, { now: theMorning + minute / 2 })).toMatchObject({ ok: true })
})

test('many tries at once count like one after another', async () => {
  person()
  const answers = await Promise.all(Array.from({ length: 12 }, () => tryToLogIn('ana@example.test', 'guess')))
  expect(answers.filter((answer) => !answer.ok && answer.refusal.kind === 'wrong')).toHaveLength(5)
})

test("a stranger's failures do not lock a device that the owner has logged in on", async () => {
  person()
  const own = await deviceAfterLogIn('ana@example.test')
  await failTimes(40, 'ana@example.test')
  expect(await tryToLogIn('ana@example.test', testPassword)).toMatchObject({ refusal: { kind: 'locked' } })
  expect(await tryToLogIn('ana@example.test', testPassword, { device: own })).toMatchObject({ ok: true })
  expect(await tryToLogIn('ana@example.test', testPassword), 'the strangers are still locked').toMatchObject({ refusal: { kind: 'locked' } })
})

test("a device known to one account is a stranger to another's", async () => {
  person()
  person({ email: 'mallory@example.test' })
  await failTimes(5, 'ana@example.test')
  const mallorys = await deviceAfterLogIn('mallory@example.test')
  expect(await tryToLogIn('ana@example.test', testPassword, { device: mallorys })).toMatchObject({ refusal: { kind: 'locked' } })
})

test('a password reset by mail lets the owner in on a new device while strangers keep failing', async () => {
  const ana = person()
  await failTimes(6, ana.email)
  askPasswordReset(contextAt(), ana.email)
  const token = transact((db) => issueToken(db, { now: theMorning }, { userId: ana.id, purpose: 'reset-password' }))
  const answer = await resetPassword(contextAt(), { token, password: 'another password', device: stranger })
  if (!answer.ok) throw new Error('The reset was refused')
  const Cookie = answer.value.cookies[0]?.split(';')[0] ?? ''
  const device = deviceOf(new Request('http://localhost/', { headers: { Cookie } }))
  await failTimes(6, ana.email)
  expect(await tryToLogIn(ana.email, 'another password', { device })).toMatchObject({ ok: true })
})

test('logging in again in the same browser ends the session before it', async () => {
  const ana = person()
  const cookie = cookieOf(ana)
  const present = accountBehind(cookie)
  await logIn(contextAt(), { email: ana.email, password: testPassword, device: stranger, present })
  expect(accountBehind(cookie)).toBeNull()
})

test('a session lives while something is posted in it, and ends thirty days after the last post', () => {
  const cookie = cookieOf(person())
  const value = cookieValue(cookie, cookieNames.session)
  const day = 24 * 60 * minute
  const at = (days: number) => read((db) => accountOf(db, value, theMorning + days * day))
  const account = at(29)
  expect(account).not.toBeNull()
  expect(at(30)).toBeNull()
  if (account) touchSession(account, theMorning + 29 * day)
  expect(at(58)).not.toBeNull()
  expect(at(59)).toBeNull()
})

test('seeing a session again within a minute writes nothing', () => {
  const ana = person()
  const account = accountBehind(cookieOf(ana))
  if (!account) throw new Error('no session')
  touchSession(account, theMorning + minute)
  expect(rows('SELECT last_seen_at FROM sessions')).toEqual([{ last_seen_at: theMorning }])
  touchSession(account, theMorning + minute + 1)
  expect(rows('SELECT last_seen_at FROM sessions')).toEqual([{ last_seen_at: theMorning + minute + 1 }])
})
