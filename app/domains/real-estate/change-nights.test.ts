import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { Landlady } from '../../../tests/world/house'
import { rows, withDatabase } from '../../../tests/world/world'
import { takenNights, type LetProperty } from './availability.server'
import { changeNights } from './change-nights.server'
import type { Property } from './queries.server'
import { nightPricesOf } from './rates.server'

withDatabase()

const november = { arrive: '2026-11-05', depart: '2026-11-30' }
const taken = (landlady: Landlady, property: Property) => read((db) => [...takenNights(db, landlady.owner, property as LetProperty, november)].sort().map((night) => night.slice(8)).join(' '))
const nights = (first: string, last: string) => ({ firstNight: `2026-11-${first}`, lastNight: `2026-11-${last}` })

test('many nights are blocked at once, and some of them freed again', () => {
  const landlady = new Landlady()
  const house = landlady.property()
  const change = (first: string, last: string, act: Parameters<typeof changeNights>[2]['act']) => changeNights(landlady.owner, house.listing.id, { ...nights(first, last), act })
  expect(change('10', '14', { kind: 'block', reason: 'Painters' })).toEqual({ ok: true, value: 5 })
  expect(taken(landlady, house)).toBe('10 11 12 13 14')
  expect(landlady.tryToStay(house, '2026-11-12', '2026-11-16').ok).toBe(false)
  expect(change('12', '12', { kind: 'free' })).toEqual({ ok: true, value: 1 })
  expect(taken(landlady, house)).toBe('10 11 13 14')
  expect(rows("SELECT DISTINCT reason FROM allocations WHERE kind = 'block' AND released_at IS NULL")).toEqual([{ reason: 'Painters' }])
  landlady.stay(house, '2026-11-12', '2026-11-13')
  expect(change('12', '12', { kind: 'free' })).toEqual({ ok: false, refusal: { kind: 'not-blocked' } })
})

test('nothing is blocked where somebody stays, not even the nights around', () => {
  const landlady = new Landlady()
  const house = landlady.property()
  landlady.stay(house, '2026-11-12', '2026-11-14')
  expect(changeNights(landlady.owner, house.listing.id, { ...nights('10', '20'), act: { kind: 'block', reason: 'Painters' } })).toEqual({ ok: false, refusal: { kind: 'taken', nights: ['2026-11-12', '2026-11-13'] } })
  expect(taken(landlady, house)).toBe('12 13')
})

test('blocking a house blocks each of its rooms, or none where one is taken', () => {
  const landlady = new Landlady()
  const { house: made, rooms: [blue, green] } = landlady.houseAndRooms()
  const block = (first: string, last: string) => changeNights(landlady.owner, made.listing.id, { ...nights(first, last), act: { kind: 'block', reason: 'Family' } })
  expect(block('10', '11').ok).toBe(true)
  expect([blue, green].map((room) => taken(landlady, room as Property))).toEqual(['10 11', '10 11'])
  landlady.stay(green as Property, '2026-11-20', '2026-11-21')
  expect(block('20', '22').ok).toBe(false)
  expect(taken(landlady, blue as Property)).toBe('10 11')
})

test('many nights get a price with its reason, and the usual one again', () => {
  const landlady = new Landlady()
  const house = landlady.property()
  const act = (first: string, last: string, what: Parameters<typeof changeNights>[2]['act']) => changeNights(landlady.owner, house.listing.id, { ...nights(first, last), act: what })
  expect(act('10', '12', { kind: 'price', nightlyMinor: 300_00, reason: 'Regatta' }).ok).toBe(true)
  expect(act('12', '12', { kind: 'usual-price' }).ok).toBe(true)
  expect(read((db) => nightPricesOf(db, house.listing.id))).toEqual([
    { night: '2026-11-10', nightlyMinor: 300_00, reason: 'Regatta' }, { night: '2026-11-11', nightlyMinor: 300_00, reason: 'Regatta' },
  ])
  const { id } = landlady.stay(house, '2026-11-11', '2026-11-13')
  expect(rows('SELECT total_minor FROM bookings WHERE id = ?', id)).toEqual([{ total_minor: 400_00 }])
})

test.each([
  [nights('12', '10'), { kind: 'wrong-way-round' }],
  [{ firstNight: '2026-11-10', lastNight: '2028-11-10' }, { kind: 'too-many', most: 366 }],
  [{ firstNight: '2026-11-01', lastNight: '2026-11-02' }, { kind: 'over' }],
])('%j is refused', (span, refusal) => {
  const landlady = new Landlady()
  expect(changeNights(landlady.owner, landlady.property().listing.id, { ...span, act: { kind: 'free' } })).toEqual({ ok: false, refusal })
})
