import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { business } from '../../../tests/world/businesses'
import { Salon } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { addPlace, changePlace, movePlace, placesOf, setPlaceActive } from './index.server'

withDatabase()

const chair = { name: 'Chair', storeId: null, capacity: 1 }

function three() {
  const { ctx } = business()
  const ids = ['Blue room', 'Green room', 'Bench'].map((name) => {
    const added = addPlace(ctx, { ...chair, name })
    return added.ok ? added.value.id : ''
  })
  return { ctx, ids, names: () => read((db) => placesOf(db, ctx.businessId)).map(({ name }) => name) }
}

test('places stand in the order in which they are put', () => {
  const { ctx, ids, names } = three()
  movePlace(ctx, ids[2] ?? '', 'up')
  expect(names()).toEqual(['Blue room', 'Bench', 'Green room'])
  movePlace(ctx, ids[0] ?? '', 'up')
  expect(names()).toEqual(['Blue room', 'Bench', 'Green room'])
})

test('a name is changed, and a place taken out of use and back, with an entry in the audit each', () => {
  const { ctx, ids } = three()
  expect(changePlace(ctx, ids[0] ?? '', { ...chair, name: 'Azure room' })).toMatchObject({ ok: true, value: { name: 'Azure room' } })
  expect(setPlaceActive(ctx, ids[0] ?? '', false)).toMatchObject({ ok: true, value: { active: false } })
  expect(setPlaceActive(ctx, ids[0] ?? '', true)).toMatchObject({ ok: true, value: { active: true } })
  expect(rows("SELECT action FROM audit WHERE action LIKE 'allocation.place.%' ORDER BY id").slice(3)).toEqual([
    { action: 'allocation.place.change' },
    { action: 'allocation.place.deactivate' },
    { action: 'allocation.place.activate' },
  ])
})

test('fewer visits at once than are booked are refused with what is in the way', () => {
  const salon = new Salon({ chairs: 1 })
  const [chairId = ''] = salon.chairs
  expect(changePlace(salon.owner, chairId, { ...chair, capacity: 2 }).ok).toBe(true)
  const cut = salon.service()
  salon.book(cut, '2026-11-04T10:00Z', { who: 'Ana', staff: salon.people.Ana ?? null })
  salon.book(cut, '2026-11-04T10:00Z', { who: 'Rui', staff: salon.people.Rui ?? null })
  expect(changePlace(salon.owner, chairId, chair)).toMatchObject({ ok: false, refusal: { kind: 'taken', subjects: { length: 2 } } })
})

test.each([
  [{ ...chair, storeId: 'nowhere' }, { kind: 'unknown-store' }],
  [{ ...chair, capacity: 0 }, { kind: 'capacity-out-of-range', most: 10_000 }],
  [{ ...chair, capacity: 1.5 }, { kind: 'capacity-out-of-range', most: 10_000 }],
])('%j is refused', (details, refusal) => {
  const { ctx, ids } = three()
  expect(addPlace(ctx, details)).toEqual({ ok: false, refusal })
  expect(changePlace(ctx, ids[0] ?? '', details)).toEqual({ ok: false, refusal })
})

test('another business and the seats of a service are no places of one’s own', () => {
  const { ids } = three()
  const salon = new Salon({ name: 'Elsewhere' })
  const seats = salon.service({ title: 'Table', staffChoice: 'places', seats: 2 }).seatsResourceId ?? ''
  for (const id of [ids[0] ?? '', seats, salon.people.Ana ?? '']) {
    expect(changePlace(salon.owner, id, chair)).toEqual({ ok: false, refusal: { kind: 'unknown-place' } })
    expect(setPlaceActive(salon.owner, id, false)).toEqual({ ok: false, refusal: { kind: 'unknown-place' } })
    expect(movePlace(salon.owner, id, 'up')).toEqual({ ok: false, refusal: { kind: 'unknown-place' } })
  }
})
