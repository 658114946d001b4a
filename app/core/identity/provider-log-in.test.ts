import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import type { ProviderPerson } from '~/platform/oauth.server'
import { accountBehind, contextOf, cookieOf, person, testPassword, tokenFor } from '../../../tests/world/identity'
import { letters, tellEverybody, toldInCentre } from '../../../tests/world/notifications'
import { contextAt, rows, theMorning, withDatabase } from '../../../tests/world/world'
import type { Device } from './device.server'
import { linkProvider, unlinkProvider } from './link-provider.server'
import { logIn } from './log-in.server'
import { logInWithProvider } from './log-in-with-provider.server'
import { providerLogInsOf } from './provider-log-ins.server'
import { register } from './register.server'
import { resetPassword } from './reset-password.server'
import { userByEmail } from './users.server'

withDatabase()

const device: Device = { id: '', accounts: [], name: 'Chrome · Windows' }
const atGoogle: ProviderPerson = { provider: 'google', subject: 'g-1', email: 'Ana@Example.test', emailVerified: true, name: 'Ana Marques' }
const atFacebook: ProviderPerson = { ...atGoogle, provider: 'facebook', subject: 'f-1', emailVerified: null }

const logInAs = (who: ProviderPerson, present: { id: string; sessionHash: string } | null = null) => logInWithProvider(contextAt(), { person: who, device, present })
const linked = () => rows<{ who: string; provider: string; subject: string }>('SELECT user_id AS who, provider, provider_subject AS subject FROM provider_log_ins ORDER BY provider, provider_subject')
const events = () => rows<{ type: string }>('SELECT type FROM events ORDER BY id').map(({ type }) => type)
const refused = (kind: string) => ({ ok: false, refusal: { kind } })

function letIn(answer: ReturnType<typeof logInWithProvider>) {
  if (!answer.ok) throw new Error(`Refused: ${answer.refusal.kind}`)
  return answer.value
}

test('nobody known, with a proven address: a new account without a password, whose guest bookings may join', async () => {
  const { userId, account, cookies } = letIn(logInAs(atGoogle))
  expect(account).toBe('new')
  expect(accountBehind(cookies[0]?.split(';')[0] ?? '')).toMatchObject({ id: userId, name: 'Ana Marques', email: 'Ana@Example.test', emailVerified: true, roles: ['customer'] })
  expect(linked()).toEqual([{ who: userId, provider: 'google', subject: 'g-1' }])
  expect(events()).toEqual(['user.registered', 'user.email-verified'])
  expect(rows('SELECT outcome FROM log_ins')).toEqual([{ outcome: 'success' }])
  expect(rows<{ action: string }>('SELECT action FROM audit ORDER BY id').map(({ action }) => action)).toEqual([
    'identity.user.register', 'identity.log-in.link', 'identity.email.verify', 'identity.session.start',
  ])
  tellEverybody()
  expect(letters(), 'nothing was added to an account that was there').toEqual([])
  expect(await logIn(contextAt(), { email: 'ana@example.test', password: '', device })).toEqual(refused('wrong'))
})

test('a person who is known is let in whatever became of their address, and the browser’s other session ends', () => {
  const { userId } = letIn(logInAs(atGoogle))
  const rui = cookieOf(person({ email: 'rui@example.test' }))
  const present = accountBehind(rui)
  const again = letIn(logInAs({ ...atGoogle, email: null, emailVerified: false }, present))
  expect(again).toMatchObject({ userId, account: 'known' })
  expect(accountBehind(rui)).toBeNull()
  expect(linked()).toHaveLength(1)
})

test('an address that both sides have proven brings the two together, and its owner is told by mail and in the centre', () => {
  const ana = person()
  expect(letIn(logInAs(atGoogle))).toMatchObject({ userId: ana.id, account: 'known' })
  expect(linked()).toEqual([{ who: ana.id, provider: 'google', subject: 'g-1' }])
  expect(events()).toEqual(['user.log-in-added'])
  tellEverybody()
  expect(letters(ana.email).map(({ template, subject }) => [template, subject])).toEqual([['log-in-added', 'You can now log in with Google']])
  expect(toldInCentre(ana.id)).toEqual(['log-in-added'])
})

test('an account whose address is not proven is linked to nobody: its owner may be somebody else', async () => {
  person({ verified: false })
  expect(logInAs(atGoogle)).toEqual(refused('not-linked'))
  expect([linked(), events(), rows('SELECT id_hash FROM sessions')]).toEqual([[], [], []])
  await register(contextAt(), { name: 'Rui', email: 'rui@example.test', password: 'three words together' })
  expect(logInAs({ ...atGoogle, email: 'rui@example.test' })).toEqual(refused('not-linked'))
})

test('a provider that says nothing of an address links nobody by it, and opens an account that is yet to be proven', () => {
  person()
  expect(logInAs(atFacebook)).toEqual(refused('not-linked'))
  const { userId, account } = letIn(logInAs({ ...atFacebook, email: 'rui@example.test' }))
  expect(account).toBe('new-unproven')
  expect(read((db) => userByEmail(db, 'rui@example.test'))).toMatchObject({ id: userId, emailVerified: false })
  tellEverybody()
  expect(letters('rui@example.test').map(({ template }) => template)).toEqual(['verify-email'])
})

test.each([
  ['an address that the provider calls unproven', { emailVerified: false }, 'unproven-address'],
  ['no address', { email: null, emailVerified: false }, 'no-address'],
  ['what is no address', { email: 'ana at example' }, 'no-address'],
])('%s opens no account, whether or not somebody has it', (_what, given, kind) => {
  expect(logInAs({ ...atGoogle, ...given })).toEqual(refused(kind))
  person()
  expect(logInAs({ ...atGoogle, ...given })).toEqual(refused(kind))
  expect([linked(), events()]).toEqual([[], []])
})

test('a second person of the same provider is not brought to the account by its address', () => {
  person()
  letIn(logInAs(atGoogle))
  expect(logInAs({ ...atGoogle, subject: 'g-2' })).toEqual(refused('not-linked'))
})

test('a new account has a name even where the provider gives none, and never a longer one than a profile takes', () => {
  const nameFor = (who: ProviderPerson) => read((db) => userByEmail(db, who.email ?? '')?.name)
  const nameless = { ...atGoogle, name: ' ' }
  const long = { ...atGoogle, subject: 'g-2', email: 'rui@example.test', name: 'R'.repeat(500) }
  for (const who of [nameless, long]) letIn(logInAs(who))
  expect([nameFor(nameless), nameFor(long)?.length]).toEqual(['Ana', 120])
})

test('from inside any log-in can be linked, twice is once, and the owner is told', () => {
  const ana = person({ verified: false })
  const ctx = contextOf(ana)
  const other = { ...atFacebook, email: 'somebody.else@example.test' }
  expect([linkProvider(ctx, other), linkProvider(ctx, other)]).toEqual([{ ok: true, value: true }, { ok: true, value: true }])
  expect(linked()).toEqual([{ who: ana.id, provider: 'facebook', subject: 'f-1' }])
  expect(letIn(logInAs(other)).userId).toBe(ana.id)
  tellEverybody()
  expect(letters(ana.email).map(({ template }) => template)).toEqual(['log-in-added'])
})

test('a log-in of another account, or a second one of the provider, is not linked', () => {
  const ana = contextOf(person())
  const rui = contextOf(person({ email: 'rui@example.test' }))
  expect(linkProvider(ana, atGoogle).ok).toBe(true)
  expect(linkProvider(rui, atGoogle)).toEqual(refused('of-another-account'))
  expect(linkProvider(ana, { ...atGoogle, subject: 'g-2' })).toEqual(refused('has-another'))
  expect(linked()).toHaveLength(1)
})

test('a log-in can be taken away while another way in is left', () => {
  const ana = contextOf(person())
  linkProvider(ana, atGoogle)
  expect(unlinkProvider(ana, 'facebook')).toEqual(refused('unknown'))
  expect(unlinkProvider(ana, 'google')).toEqual({ ok: true, value: true })
  expect(linked()).toEqual([])
  expect(events()).toEqual(['user.log-in-added', 'user.log-in-removed'])

  const { userId } = letIn(logInAs({ ...atGoogle, email: 'rui@example.test' }))
  const rui = contextOf({ id: userId, email: 'rui@example.test', actor: { kind: 'user', id: userId, roles: [] } })
  expect(unlinkProvider(rui, 'google')).toEqual(refused('only-way'))
  linkProvider(rui, atFacebook)
  expect(unlinkProvider(rui, 'google')).toEqual({ ok: true, value: true })
  expect(unlinkProvider(rui, 'facebook')).toEqual(refused('only-way'))
})

test('whoever comes in by a mail, to an address that was not proven before, finds no log-in of somebody else in it', async () => {
  const { userId } = letIn(logInAs(atFacebook))
  const ana = { id: userId, email: 'Ana@Example.test', actor: { kind: 'user', id: userId, roles: [] } } as const
  expect((await resetPassword(contextAt(), { token: tokenFor(ana, 'reset-password'), password: testPassword, device })).ok).toBe(true)
  expect(read((db) => providerLogInsOf(db, userId))).toEqual([])
  expect(logInAs(atFacebook)).toEqual(refused('not-linked'))

  expect(linkProvider(contextOf(ana), atFacebook).ok).toBe(true)
  expect((await resetPassword(contextAt(), { token: tokenFor(ana, 'reset-password'), password: 'four words put together', device })).ok).toBe(true)
  expect(read((db) => providerLogInsOf(db, userId))).toEqual([{ provider: 'facebook', linkedAt: theMorning }])
})

test('who comes from a provider is looked for by indexes', () => {
  const plan = (sql: string) => rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).map(({ detail }) => detail).join('; ')
  expect(plan("SELECT user_id FROM provider_log_ins WHERE provider = 'google' AND provider_subject = '1'")).toMatch(/^SEARCH .* USING INDEX sqlite_autoindex_provider_log_ins_1 \(provider=\? AND provider_subject=\?\)$/)
  expect(plan("SELECT provider FROM provider_log_ins WHERE user_id = '1'")).toMatch(/^SEARCH .*provider_log_ins_of_user \(user_id=\?\)/)
})
