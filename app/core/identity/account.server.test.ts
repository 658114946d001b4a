import { expect, test } from 'vitest'
import { day } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { accountBehind, contextOf, cookieOf, person, tokenFor } from '../../../tests/world/identity'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { addAddress, addressesOf, changeAddress, makeDefaultAddress, removeAddress, type AddressFields } from './addresses.server'
import { logOut, revokeOtherSessions, revokeSession } from './end-sessions.server'
import { profileOf, saveProfile } from './profile.server'
import { giveRole, takeRole } from './roles.server'
import { sessionsOf } from './sessions.server'
import { sweepIdentity } from './sweep.server'
import { searchUsers, userByEmail, usersByIds } from './users.server'

withDatabase()

const unknown = { ok: false, refusal: { kind: 'unknown' } }
const audits = (like: string) => rows<{ action: string }>('SELECT action FROM audit WHERE action LIKE ? ORDER BY id', like).map(({ action }) => action)

test('a session that is revoked or logged out of opens nothing any more; another account cannot end it', () => {
  const ana = person()
  const rui = contextOf(person({ email: 'rui@example.test' }))
  const phone = cookieOf(ana)
  const ctx = contextOf(ana)
  const phoneHash = accountBehind(phone)?.sessionHash ?? ''
  expect(revokeSession(rui, phoneHash, '')).toEqual(unknown)
  expect(revokeSession(ctx, phoneHash, '')).toEqual({ ok: true, value: true })
  expect(accountBehind(phone)).toBeNull()
  expect(revokeSession(ctx, phoneHash, '')).toEqual(unknown)
  logOut(ctx, '')
  expect(read((db) => sessionsOf(db, ana.id, theMorning))).toEqual([])
  expect(audits('identity.session.%')).toEqual(['identity.session.revoke', 'identity.session.end'])
})

test('ending all other sessions keeps the present one', () => {
  const ana = person()
  const others = [cookieOf(ana), cookieOf(ana)]
  const ctx = contextOf(ana)
  expect(revokeOtherSessions(ctx, '')).toBe(2)
  expect(others.map((cookie) => accountBehind(cookie))).toEqual([null, null])
  expect(read((db) => sessionsOf(db, ana.id, theMorning)).map(({ hash }) => hash)).toEqual([ctx.account.sessionHash])
})

test('saving a profile changes what is given, and the audit holds the names of the fields only', () => {
  const ctx = contextOf(person())
  saveProfile(ctx, { displayName: 'Ana', bio: 'Sails.', timeZone: 'Europe/Lisbon' })
  saveProfile(ctx, { language: 'pt-PT' })
  saveProfile(ctx, { language: 'pt-PT' })
  expect(read((db) => profileOf(db, ctx.account.id))).toMatchObject({ name: 'Ana Marques', displayName: 'Ana', bio: 'Sails.', timeZone: 'Europe/Lisbon', language: 'pt-PT' })
  expect(rows<{ changes: string }>("SELECT changes FROM audit WHERE action = 'identity.profile.save' ORDER BY id").map(({ changes }) => JSON.parse(changes) as unknown)).toEqual([
    { changed: ['displayName', 'bio', 'timeZone'] },
    { changed: ['language'] },
  ])
})

const home: AddressFields = { kind: 'billing', name: 'Ana Marques', line1: 'Rua do Cais 4', line2: null, postalCode: '8700-312', city: 'Olhão', region: null, country: 'PT' }

test('each kind of address has one default as long as there is one', () => {
  const ctx = contextOf(person())
  const added = [home, { ...home, line1: 'Rua Nova 1' }, { ...home, kind: 'shipping' as const }].map((fields) => addAddress(ctx, fields))
  const [first = '', second = '', third = ''] = added.map((answer) => (answer.ok ? answer.value : ''))
  const defaults = () => read((db) => addressesOf(db, ctx.account.id)).flatMap(({ id, isDefault }) => (isDefault ? [id] : []))
  expect(defaults()).toEqual([first, third])
  makeDefaultAddress(ctx, second)
  expect(defaults()).toEqual([second, third])
  removeAddress(ctx, second)
  expect(defaults()).toEqual([first, third])
  changeAddress(ctx, third, home)
  expect(defaults()).toEqual([first])
  expect(audits('identity.address.%')).toHaveLength(6)
})

test("another account's address cannot be read, changed, chosen or removed", () => {
  const anas = addAddress(contextOf(person()), home)
  const id = anas.ok ? anas.value : ''
  const mallory = contextOf(person({ email: 'mallory@example.test' }))
  expect(changeAddress(mallory, id, home)).toEqual(unknown)
  expect(makeDefaultAddress(mallory, id)).toEqual(unknown)
  expect(removeAddress(mallory, id)).toEqual(unknown)
  expect(rows('SELECT count(*) AS n FROM addresses')).toEqual([{ n: 1 }])
})

test('an account keeps twenty addresses at most', () => {
  const ctx = contextOf(person())
  for (let n = 0; n < 20; n += 1) addAddress(ctx, home)
  expect(addAddress(ctx, home)).toEqual({ ok: false, refusal: { kind: 'too-many', most: 20 } })
})

test('roles are given and taken with an audit row each, twice does no harm, and one admin is always left', () => {
  const admin = person({ email: 'admin@example.test', roles: ['customer', 'admin'] })
  const ana = person()
  const ctx = contextOf(admin)
  giveRole(ctx, ana.id, 'admin')
  giveRole(ctx, ana.id, 'admin')
  expect(accountBehind(cookieOf(ana))?.roles).toEqual(['customer', 'admin'])
  expect(takeRole(ctx, ana.id, 'admin')).toEqual({ ok: true, value: true })
  expect(takeRole(ctx, admin.id, 'admin')).toEqual({ ok: false, refusal: { kind: 'last-admin' } })
  expect(accountBehind(cookieOf(admin))?.roles).toContain('admin')
  expect(giveRole(ctx, 'nobody', 'agent')).toEqual(unknown)
  expect(audits('identity.role.%')).toEqual(['identity.role.give', 'identity.role.take'])
})

test('accounts are found by role, part of a name or beginning of an address, page by page', () => {
  const people = ['ana', 'rui', 'joana'].map((name, n) => person({ name, email: `${name}@example.test`, now: theMorning + n, roles: n === 1 ? ['agent'] : ['customer'] }))
  const find = (...search: Parameters<typeof searchUsers> extends [unknown, ...infer Rest] ? Rest : never) =>
    read((db) => searchUsers(db, ...search)).map(({ name }) => name)
  expect(find({}, null, 10)).toEqual(['joana', 'rui', 'ana'])
  expect(find({ text: 'ANA' }, null, 10)).toEqual(['joana', 'ana'])
  expect(find({ text: 'rui@' }, null, 10)).toEqual(['rui'])
  expect(find({ role: 'agent' }, null, 10)).toEqual(['rui'])
  expect(find({ text: '%' }, null, 1)).toEqual(['joana'])
  expect(find({}, { at: theMorning + 1, id: people[1]?.id ?? '' }, 10)).toEqual(['ana'])
})

test('accounts are looked up by address and in one go by ids', () => {
  const ana = person()
  const rui = person({ email: 'rui@example.test', name: 'Rui' })
  read((db) => {
    expect(userByEmail(db, 'Rui@Example.test')?.id).toBe(rui.id)
    expect([...usersByIds(db, [ana.id, rui.id, 'nobody']).values()].map(({ name }) => name).sort()).toEqual(['Ana Marques', 'Rui'])
  })
})

test('what ran out is swept in small batches, and nothing else', () => {
  const ana = person()
  for (let n = 0; n < 3; n += 1) cookieOf(ana)
  tokenFor(ana, 'verify-email')
  const later = theMorning + 31 * day
  const present = cookieOf(ana, later)
  expect(sweepIdentity({ now: later, atMost: 2 })).toBe(2)
  expect(sweepIdentity({ now: later, atMost: 2 })).toBe(1)
  expect(sweepIdentity({ now: later, atMost: 2 })).toBe(0)
  expect(accountBehind(present, later)?.id).toBe(ana.id)
  expect(sweepIdentity({ now: theMorning + 38 * day, atMost: 10 }), 'the dead link').toBe(1)
})
