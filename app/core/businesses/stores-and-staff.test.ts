import { describe, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { business, harbourStreet } from '../../../tests/world/businesses'
import { rows, withDatabase } from '../../../tests/world/world'
import { staffById, staffOf, storeById } from './queries.server'
import { addStaff, changeStaff, moveStaff, setStaffActive } from './save-staff.server'
import { addStore, changeStore, closeStore, reopenStore } from './save-store.server'

withDatabase()

const rui = { name: 'Rui', title: 'Stylist', bio: null, email: null }

describe('stores', () => {
  test('are added with a code of their own, changed, closed and opened again', () => {
    const { ctx, store } = business()
    const added = addStore(ctx, { ...harbourStreet, name: 'Second', taxRatePpm: 0 })
    if (!added.ok) throw new Error()
    expect(added.value).toMatchObject({ code: 'LIS', position: 2, status: 'open', taxRatePpm: 0 })
    expect(changeStore(ctx, store.id, { ...harbourStreet, taxName: 'VAT', taxIncluded: false })).toMatchObject({ ok: true, value: { taxName: 'VAT', taxIncluded: false } })
    expect(closeStore(ctx, store.id)).toMatchObject({ ok: true, value: { status: 'closed' } })
    expect(closeStore(ctx, added.value.id)).toEqual({ ok: false, refusal: 'last-store' })
    expect(reopenStore(ctx, store.id)).toMatchObject({ ok: true, value: { status: 'open' } })
    expect(closeStore(ctx, added.value.id).ok).toBe(true)
  })

  test('of another business are not found, and stay as they are', () => {
    const { ctx } = business()
    const other = business('Quay Cuts')
    expect(changeStore(ctx, other.store.id, { ...harbourStreet, name: 'Mine now' })).toEqual({ ok: false, refusal: 'unknown-store' })
    expect(closeStore(ctx, other.store.id)).toEqual({ ok: false, refusal: 'unknown-store' })
    expect(reopenStore(ctx, other.store.id)).toEqual({ ok: false, refusal: 'unknown-store' })
    expect(read((db) => storeById(db, ctx.businessId, other.store.id))).toBeNull()
    expect(read((db) => storeById(db, other.business.id, other.store.id))).toEqual(other.store)
  })
})

describe('staff', () => {
  test('are added, changed, ordered, and taken out of the choice', () => {
    const { ctx } = business()
    const names = () => read((db) => staffOf(db, ctx.businessId)).map((person) => person.name)
    const made = ['Rui', 'Ana', 'Rui'].map((name) => addStaff(ctx, { ...rui, name }))
    const [first, second, third] = made.map((answer) => (answer.ok ? answer.value : null))
    expect([first?.slug, third?.slug]).toEqual(['rui', 'rui-2'])
    expect(moveStaff(ctx, second?.id ?? '', 'up').ok).toBe(true)
    expect(names()).toEqual(['Ana', 'Rui', 'Rui'])
    expect(moveStaff(ctx, second?.id ?? '', 'up').ok).toBe(true)
    expect(names()).toEqual(['Ana', 'Rui', 'Rui'])
    expect(changeStaff(ctx, second?.id ?? '', { ...rui, name: 'Ana Maria' })).toMatchObject({ ok: true, value: { name: 'Ana Maria', slug: 'ana' } })
    expect(setStaffActive(ctx, first?.id ?? '', false)).toMatchObject({ ok: true, value: { active: false } })
    expect(rows("SELECT changes FROM audit WHERE action = 'businesses.staff.change'")).toEqual([{ changes: '{"changed":["name"]}' }])
  })

  test('of another business are not found, and stay as they are', () => {
    const { ctx } = business()
    const other = business('Quay Cuts')
    const theirs = addStaff(other.ctx, rui)
    if (!theirs.ok) throw new Error()
    const { id } = theirs.value
    expect(changeStaff(ctx, id, { ...rui, name: 'Mine' })).toEqual({ ok: false, refusal: 'unknown-staff' })
    expect(setStaffActive(ctx, id, false)).toEqual({ ok: false, refusal: 'unknown-staff' })
    expect(moveStaff(ctx, id, 'down')).toEqual({ ok: false, refusal: 'unknown-staff' })
    expect(read((db) => staffById(db, ctx.businessId, id))).toBeNull()
    expect(read((db) => staffById(db, other.business.id, id))).toEqual(theirs.value)
  })
})
