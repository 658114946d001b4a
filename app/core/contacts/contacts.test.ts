import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { business, person } from '../../../tests/world/businesses'
import { contact } from '../../../tests/world/contacts'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { contactByEmail, contactById } from './contact-for.server'
import { joinContacts } from './join-contacts.server'

withDatabase()

test('the same address, however it is written, is one contact; a plus-part makes another', () => {
  const { ctx } = business()
  const ana = contact(ctx)
  expect(contact(ctx, { email: 'ANA@Example.Test' }).id).toBe(ana.id)
  expect(contact(ctx, { email: 'ana+kids@example.test' }).id).not.toBe(ana.id)
})

test('a known contact keeps its name and telephone; a missing telephone is filled in', () => {
  const { ctx } = business()
  const ana = contact(ctx, { phone: null })
  expect(contact(ctx, { name: 'Somebody Else', phone: '912' })).toMatchObject({ id: ana.id, name: 'Ana Sousa', phone: '912' })
  expect(contact(ctx, { name: 'Somebody Else', phone: '666' })).toMatchObject({ id: ana.id, name: 'Ana Sousa', phone: '912' })
})

test('without an address somebody is found again by name and telephone', () => {
  const { ctx } = business()
  const ana = contact(ctx, { email: null })
  expect(contact(ctx, { email: null }).id).toBe(ana.id)
  expect(contact(ctx, { email: null, name: 'Rui' }).id).not.toBe(ana.id)
  expect(contact(ctx, { email: null, phone: null }).id).not.toBe(contact(ctx, { email: null, phone: null }).id)
})

test('no business sees another’s contacts, though both know the same person', () => {
  const one = business()
  const other = business('Quay Cuts')
  const ana = contact(one.ctx)
  expect(contact(other.ctx).id).not.toBe(ana.id)
  expect(read((db) => contactById(db, other.business.id, ana.id))).toBeNull()
  expect(read((db) => contactByEmail(db, one.business.id, 'Ana@example.test'))?.id).toBe(ana.id)
})

test('contacts join an account when it has verified their address, in every business, and no others', () => {
  const one = business()
  const other = business('Quay Cuts')
  contact(one.ctx)
  contact(other.ctx)
  contact(one.ctx, { email: 'rui@example.test' })
  const ana = person('Ana', 'ana@example.test', false)
  expect(joinContacts(contextAt(), ana)).toEqual({ ok: false, refusal: 'unverified' })
  const verified = person('Rui', 'rui@example.test')
  expect(joinContacts(contextAt(), verified)).toEqual({ ok: true, value: 1 })
  expect(joinContacts(contextAt(), verified)).toEqual({ ok: true, value: 0 })
  expect(rows('SELECT email, user_id FROM contacts ORDER BY email, id')).toEqual([
    { email: 'ana@example.test', user_id: null },
    { email: 'ana@example.test', user_id: null },
    { email: 'rui@example.test', user_id: verified },
  ])
})

test('somebody who books under an address that an account has verified is joined at once', () => {
  const { ctx } = business()
  const ana = person('Ana', 'Ana@example.test')
  expect(contact(ctx).userId).toBe(ana)
})

test('hot look-ups of contacts go by an index', () => {
  const plans = [
    ['SELECT * FROM contacts WHERE business_id = ? AND email_key = ?', 'contacts_email'],
    ['SELECT * FROM contacts WHERE business_id = ? AND name = ? AND phone = ? AND email_key IS NULL', 'contacts_by_name'],
  ] as const
  for (const [sql, index] of plans) {
    const plan = rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...sql.match(/\?/g)!.map(() => ''))
    expect(plan.map((row) => row.detail).join()).toContain(index)
  }
})
