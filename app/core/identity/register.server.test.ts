import { expect, test } from 'vitest'
import { argon2Runs } from '~/platform/passwords.server'
import { person, testPassword } from '../../../tests/world/identity'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { deviceOf } from './device.server'
import { logIn } from './log-in.server'
import { register } from './register.server'

withDatabase()

const device = deviceOf(new Request('http://localhost/'))
const events = () => rows<{ type: string }>('SELECT type FROM events ORDER BY id').map(({ type }) => type)

test('registering opens an account whose password works and asks to verify its address', async () => {
  await register(contextAt(), { name: 'Ana Marques', email: 'Ana+hall@Example.test', password: testPassword })
  expect(rows('SELECT email, email_key, email_verified_at, language FROM users')).toEqual([
    { email: 'Ana+hall@Example.test', email_key: 'ana+hall@example.test', email_verified_at: null, language: 'en' },
  ])
  expect(events()).toEqual(['user.registered', 'user.email-verification-asked'])
  expect(rows<{ password_hash: string }>('SELECT password_hash FROM users')[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await logIn(contextAt(), { email: 'ana+HALL@example.test', password: testPassword, device })).toMatchObject({ ok: true })
})

test('a known address gets the same answer after the same one argon2 run, a mail instead of an account, and keeps its password', async () => {
  const before = argon2Runs()
  const answerForNew = await register(contextAt(), { name: 'Rui', email: 'rui@example.test', password: 'first password' })
  const between = argon2Runs()
  const answerForKnown = await register(contextAt(), { name: 'Someone', email: 'RUI@example.test', password: 'second password' })
  expect(answerForKnown).toEqual(answerForNew)
  expect([between - before, argon2Runs() - between]).toEqual([1, 1])
  expect(rows('SELECT name FROM users')).toEqual([{ name: 'Rui' }])
  expect(events().at(-1)).toBe('user.registration-repeated')
  expect(await logIn(contextAt(), { email: 'rui@example.test', password: 'second password', device })).toMatchObject({ ok: false })
})

test('two people cannot take one address, however they write it', () => {
  person({ email: 'ana@example.test' })
  expect(() => person({ email: ' ANA@example.test' })).toThrow('already')
})

test('no event holds an address, a name or a secret', async () => {
  await register(contextAt(), { name: 'Ana Marques', email: 'ana@example.test', password: testPassword })
  expect(JSON.stringify(rows('SELECT * FROM events'))).not.toMatch(/ana|guildhall-demo/i)
})
