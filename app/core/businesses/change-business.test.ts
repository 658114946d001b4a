import { describe, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { business, harbourStreet, installWorld, person } from '../../../tests/world/businesses'
import { contextAt, rows, withDatabase } from '../../../tests/world/world'
import { changeBusiness, type BusinessDetails } from './change-business.server'
import { createBusiness, type NewBusiness } from './create-business.server'
import { businessForGate } from './gate.server'
import { enabledDomains, membersOf, storesOf } from './queries.server'
import { setBusinessStatus } from './set-business-status.server'
import { switchDomains } from './switch-domains.server'

withDatabase()

const details: BusinessDetails = {
  name: 'Harbour Salon', slug: 'harbour-salon', legalName: null, taxNumber: null, email: null, phone: null, website: null, kicker: null, about: null,
  timeZone: 'Europe/Lisbon', language: 'en',
}

function sign(up: Partial<NewBusiness>) {
  installWorld()
  const ownerId = person('Rita')
  return createBusiness(contextAt(undefined, { kind: 'user', id: ownerId, roles: [] }), {
    ownerId, name: 'Harbour Salon', code: null, currency: 'EUR', timeZone: 'Europe/Lisbon', language: 'en', domains: ['appointments'], store: harbourStreet, ...up,
  })
}

describe('signing up', () => {
  test('makes the business, its store with tax, its owner and its trades, and tells of it once', () => {
    const made = business()
    expect(made.business).toMatchObject({ slug: 'harbour-salon', code: 'HS', status: 'active', defaultDomain: 'appointments', currency: 'EUR' })
    expect(made.store).toMatchObject({ taxName: 'IVA', taxRatePpm: 230_000, taxIncluded: true, code: 'LI', status: 'open' })
    expect(read((db) => membersOf(db, made.business.id))).toMatchObject([{ userId: made.ownerId, role: 'owner', staffId: null }])
    expect(read((db) => enabledDomains(db, made.business.id))).toEqual(['appointments'])
    expect(rows('SELECT type, subject FROM events')).toEqual([{ type: 'business.created', subject: made.business.id }])
    expect(rows("SELECT action FROM audit WHERE action LIKE 'businesses.%' ORDER BY id").map((row) => row.action)).toEqual(['businesses.store.add', 'businesses.business.create'])
  })

  test('a second one of the same name gets a number and a code of its own', () => {
    business()
    expect(business().business).toMatchObject({ slug: 'harbour-salon-2', code: 'HA' })
  })

  test('a code that is taken is refused with a free one, and an unknown trade too; nothing stays', () => {
    business()
    expect(sign({ code: 'HS' })).toEqual({ ok: false, refusal: { kind: 'code-taken', free: 'HA' } })
    expect(sign({ domains: ['gambling'] })).toEqual({ ok: false, refusal: { kind: 'unknown-domain', domain: 'gambling' } })
    expect(rows('SELECT count(*) AS n FROM businesses')).toEqual([{ n: 1 }])
  })
})

describe('settings', () => {
  test('a slug that was left leads to the present one, through several changes, and may be taken back', () => {
    const { ctx, ownerId } = business()
    changeBusiness(ctx, { ...details, slug: 'salon' })
    changeBusiness(ctx, { ...details, slug: 'quay-salon' })
    expect(read((db) => businessForGate(db, 'harbour-salon', ownerId))).toEqual({ movedTo: 'quay-salon' })
    expect(read((db) => businessForGate(db, 'salon', null))).toEqual({ movedTo: 'quay-salon' })
    expect(changeBusiness(ctx, details)).toMatchObject({ ok: true, value: { slug: 'harbour-salon' } })
    expect(read((db) => businessForGate(db, 'harbour-salon', null))).toMatchObject({ facts: { slug: 'harbour-salon' }, member: null })
    expect(read((db) => businessForGate(db, 'quay-salon', null))).toEqual({ movedTo: 'harbour-salon' })
  })

  test('a slug that another has, or has left, is refused; so is one that is reserved', () => {
    const one = business()
    const other = business('Quay Cuts')
    changeBusiness(one.ctx, { ...details, slug: 'left-behind' })
    const asOther = { ...details, name: 'Quay Cuts' }
    expect(changeBusiness(other.ctx, { ...asOther, slug: 'left-behind' })).toEqual({ ok: false, refusal: 'slug-taken' })
    expect(changeBusiness(other.ctx, { ...asOther, slug: 'harbour-salon' })).toEqual({ ok: false, refusal: 'slug-taken' })
    expect(changeBusiness(other.ctx, { ...asOther, slug: 'settings' })).toEqual({ ok: false, refusal: 'slug-unfit' })
    expect(read((db) => businessForGate(db, 'quay-cuts', null))).toMatchObject({ facts: { id: other.business.id } })
  })

  test('the audit names a changed telephone and never shows it', () => {
    const { ctx } = business()
    changeBusiness(ctx, { ...details, phone: '+351 210 000 000', kicker: 'Hair by the river' })
    const [row] = rows<{ changes: string }>("SELECT changes FROM audit WHERE action = 'businesses.business.change'")
    expect(JSON.parse(row?.changes ?? '')).toEqual({ changed: ['phone', 'kicker'], to: { kicker: 'Hair by the river' } })
  })

  test('saving what stands already writes nothing', () => {
    const { ctx } = business()
    const before = rows('SELECT id FROM audit').length
    expect(changeBusiness(ctx, details).ok).toBe(true)
    expect(rows('SELECT id FROM audit')).toHaveLength(before)
  })
})

describe('the switchboard', () => {
  test('switches trades on, off and on again, and moves the default', () => {
    const { ctx } = business()
    expect(switchDomains(ctx, { enabled: ['events', 'appointments'], defaultDomain: 'events' })).toEqual({ ok: true, value: ['appointments', 'events'] })
    expect(switchDomains(ctx, { enabled: ['events'], defaultDomain: 'events' })).toEqual({ ok: true, value: ['events'] })
    expect(switchDomains(ctx, { enabled: ['appointments'], defaultDomain: 'appointments' })).toEqual({ ok: true, value: ['appointments'] })
    expect(rows('SELECT default_domain FROM businesses')).toEqual([{ default_domain: 'appointments' }])
  })

  test('refuses none, an unknown one, and a default that is off', () => {
    const { ctx } = business()
    expect(switchDomains(ctx, { enabled: [], defaultDomain: 'events' })).toEqual({ ok: false, refusal: 'none' })
    expect(switchDomains(ctx, { enabled: ['gambling'], defaultDomain: 'gambling' })).toEqual({ ok: false, refusal: 'unknown-domain' })
    expect(switchDomains(ctx, { enabled: ['events'], defaultDomain: 'appointments' })).toEqual({ ok: false, refusal: 'default-off' })
    expect(read((db) => enabledDomains(db, ctx.businessId))).toEqual(['appointments'])
  })
})

describe('switching off', () => {
  test('an owner switches off and on, each told once with its reason in the audit', () => {
    const { ctx } = business()
    expect(setBusinessStatus(ctx, ctx.businessId, 'suspended', 'Winter break')).toMatchObject({ ok: true, value: { status: 'suspended' } })
    expect(setBusinessStatus(ctx, ctx.businessId, 'suspended', null)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(setBusinessStatus(ctx, ctx.businessId, 'active', null)).toMatchObject({ ok: true, value: { status: 'active' } })
    expect(rows("SELECT count(*) AS n FROM events WHERE type = 'business.status-changed'")).toEqual([{ n: 2 }])
    expect(rows("SELECT changes FROM audit WHERE action = 'businesses.business.set-status' ORDER BY id LIMIT 1")).toEqual([
      { changes: JSON.stringify({ was: 'active', status: 'suspended', reason: 'Winter break' }) },
    ])
  })

  test('what an admin has cancelled its owner does not bring back', () => {
    const { ctx } = business()
    const admin = contextAt(undefined, { kind: 'user', id: person('Admin'), roles: ['admin'] })
    expect(setBusinessStatus(admin, ctx.businessId, 'cancelled', null).ok).toBe(true)
    expect(setBusinessStatus(ctx, ctx.businessId, 'active', null)).toEqual({ ok: false, refusal: 'not-allowed' })
    expect(setBusinessStatus(admin, ctx.businessId, 'active', null).ok).toBe(true)
    expect(setBusinessStatus(admin, 'nobody', 'active', null)).toEqual({ ok: false, refusal: 'unknown-business' })
  })
})

test('a business opens no store of another', () => {
  const one = business()
  const other = business('Quay Cuts')
  expect(read((db) => storesOf(db, one.business.id)).map((store) => store.id)).toEqual([one.store.id])
  expect(one.store.id).not.toBe(other.store.id)
})
