import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { Salon } from '../../../tests/world/salon'
import { rows, withDatabase } from '../../../tests/world/world'
import { changeSeats, restoreSeats, seatsChangesOf, withSeats } from './change-seats.server'

withDatabase()

const nights = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: 23 * 60, to: 27 * 60 }))

function bar() {
  const salon = new Salon({ hours: nights })
  const table = salon.service({ title: 'Table', durationMinutes: 60, bufferAfterMinutes: 0, stepMinutes: 60, staffChoice: 'places', seats: 4 })
  const changes = () => read((db) => seatsChangesOf(db, salon.owner, withSeats(db, salon.owner, table.listing.id) ?? never()))
  return { salon, table, changes }
}

function never(): never {
  throw new Error('It has seats')
}

const change = { from: '2026-11-05', to: '2026-11-05', seats: 1, reason: 'Concert' }

test('a night that ends at three belongs to the evening before', () => {
  const { salon, table, changes } = bar()
  expect(changeSeats(salon.owner, table.listing.id, change)).toEqual({ ok: true, value: 1 })
  expect(changes()).toMatchObject([{ date: '2026-11-05', capacity: 1, startsAt: Date.parse('2026-11-05T23:00:00Z'), endsAt: Date.parse('2026-11-06T03:00:00Z') }])
  salon.book(table, '2026-11-06T01:00Z', { who: 'Ana' })
  expect(salon.tryToBook(table, '2026-11-06T01:00Z', { who: 'Rui' }).ok).toBe(false)
  expect(salon.tryToBook(table, '2026-11-05T01:00Z', { who: 'Rui' }).ok).toBe(true)
})

test('a range changes the days on which it opens, all or none', () => {
  const { salon, table, changes } = bar()
  expect(changeSeats(salon.owner, table.listing.id, { ...change, from: '2026-11-06', to: '2026-11-10', seats: 0 })).toEqual({ ok: true, value: 3 })
  expect(changes().map(({ date }) => date)).toEqual(['2026-11-06', '2026-11-09', '2026-11-10'])
  expect(changeSeats(salon.owner, table.listing.id, { ...change, to: '2026-11-06' })).toEqual({ ok: false, refusal: { kind: 'changed-already', date: '2026-11-06' } })
  expect(changes()).toHaveLength(3)
})

test('what is booked is never left without its place', () => {
  const { salon, table, changes } = bar()
  salon.book(table, '2026-11-05T23:00Z', { who: 'Ana' })
  salon.book(table, '2026-11-05T23:00Z', { who: 'Rui' })
  expect(changeSeats(salon.owner, table.listing.id, change)).toMatchObject({ ok: false, refusal: { kind: 'taken', date: '2026-11-05', subjects: { length: 2 } } })
  expect(changeSeats(salon.owner, table.listing.id, { ...change, seats: 9 }).ok).toBe(true)
  const [row] = changes()
  for (const who of ['Zé', 'Eva', 'Léa']) salon.book(table, '2026-11-05T23:00Z', { who })
  expect(restoreSeats(salon.owner, table.listing.id, row?.id ?? '')).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
})

test('a day gets its usual places back', () => {
  const { salon, table, changes } = bar()
  changeSeats(salon.owner, table.listing.id, change)
  expect(restoreSeats(salon.owner, table.listing.id, changes()[0]?.id ?? '').ok).toBe(true)
  expect(rows('SELECT * FROM capacity_changes')).toEqual([])
  expect(restoreSeats(salon.owner, table.listing.id, 'gone')).toEqual({ ok: false, refusal: { kind: 'unknown-change' } })
})

test.each([
  ['a day that is over', { from: '2026-11-01', to: '2026-11-01' }, { kind: 'over' }],
  ['a weekend on which it is closed', { from: '2026-11-07', to: '2026-11-08' }, { kind: 'closed-then' }],
  ['a quarter of a year', { from: '2026-11-05', to: '2027-02-05' }, { kind: 'too-long', most: 62 }],
])('%s is refused', (_what, dates, refusal) => {
  const { salon, table } = bar()
  expect(changeSeats(salon.owner, table.listing.id, { ...change, ...dates })).toEqual({ ok: false, refusal })
})

test('a service with people has no such places', () => {
  const salon = new Salon()
  expect(changeSeats(salon.owner, salon.service().listing.id, change)).toEqual({ ok: false, refusal: { kind: 'unknown-service' } })
})
