import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { theMorning, withDatabase } from '../../../tests/world/world'
import { cancelBooking } from './change-status.server'
import { bookingsPage, bookingsSql, knowFolded, type BookingFilters } from './list.server'
import type { BusinessCtx } from '~/kernel/ctx'

withDatabase()

const everything: BookingFilters = { status: null, domain: null, staffId: null, storeId: null, from: null, to: null, search: null, sort: 'start', diary: null }
const found = (ctx: BusinessCtx, filters: Partial<BookingFilters> = {}) => read((db) => bookingsPage(db, ctx, { ...everything, ...filters }, null))
const references = (ctx: BusinessCtx, filters: Partial<BookingFilters> = {}) => found(ctx, filters).rows.map((row) => row.reference)
const named = (name: string, email: string | null = null) => ({ contact: { name, email, phone: null } })

test('the list has the latest start first, and another business has none of it', () => {
  const { ctx, cut } = frontDesk()
  const early = book(ctx, cut, '2026-11-04T10:00Z')
  const late = book(ctx, cut, '2026-11-05T10:00Z')
  expect(references(ctx)).toEqual([late.reference, early.reference])
  expect(found(ctx)).toMatchObject({ count: 2, newer: null, older: null })
  expect(references({ ...ctx, businessId: 'another' })).toEqual([])
})

test('filters narrow it by status, person, store, domain and dates', () => {
  const { ctx, cut, colour, marta, store } = frontDesk()
  const cutting = book(ctx, cut, '2026-11-04T10:00Z', marta)
  const colouring = book(ctx, colour, '2026-11-05T10:00Z')
  expect(references(ctx, { status: 'pending' })).toEqual([colouring.reference])
  expect(references(ctx, { staffId: marta, to: '2026-11-04' })).toEqual([cutting.reference])
  expect(references(ctx, { from: '2026-11-05', to: '2026-11-05' })).toEqual([colouring.reference])
  expect(references(ctx, { storeId: store.id, domain: 'appointments' })).toHaveLength(2)
  expect(references(ctx, { storeId: 'another' })).toEqual([])
  expect(references(ctx, { domain: 'events' })).toEqual([])
  expect(references(ctx, { diary: '' })).toEqual([])
})

test('a search finds part of a name whatever its accents, part of an address, and a reference as people type it', () => {
  const { ctx, cut } = frontDesk()
  const joao = book(ctx, cut, '2026-11-04T10:00Z', null, named('João Pinto'))
  const elodie = book(ctx, cut, '2026-11-04T12:00Z', null, named('Élodie Brun', 'elodie+salon@example.test'))
  expect(references(ctx, { search: 'joao' })).toEqual([joao.reference])
  expect(references(ctx, { search: ' ÉLODIE ' })).toEqual([elodie.reference])
  expect(references(ctx, { search: '+salon@' })).toEqual([elodie.reference])
  expect(references(ctx, { search: joao.reference.toLowerCase().replace('-', ' ') })).toEqual([joao.reference])
  expect(references(ctx, { search: 'nobody' })).toEqual([])
})

test('pages go to older ones and back by cursors, and lose and repeat nothing where starts are equal', () => {
  const { ctx, cut } = frontDesk()
  const placed = Array.from({ length: 30 }, (_, index) => {
    const made = book(ctx, cut, `2026-11-${String(4 + Math.floor(index / 2)).padStart(2, '0')}T10:00Z`)
    return made.reference
  })
  const first = found(ctx)
  const second = read((db) => bookingsPage(db, ctx, everything, first.older))
  const back = read((db) => bookingsPage(db, ctx, everything, second.newer))
  expect([first.rows.length, second.rows.length, first.count]).toEqual([25, 5, 30])
  expect(new Set([...first.rows, ...second.rows].map((row) => row.reference))).toEqual(new Set(placed))
  expect(second.older).toBeNull()
  expect(back.rows).toEqual(first.rows)
  expect(back.newer).toBeNull()
})

test('sorted by when it was booked, the last one booked comes first', () => {
  const { ctx, cut } = frontDesk()
  const first = book(ctx, cut, '2026-11-09T10:00Z')
  const second = book({ ...ctx, now: theMorning + 1000 }, cut, '2026-11-04T10:00Z')
  expect(references(ctx, { sort: 'placed' })).toEqual([second.reference, first.reference])
})

test('a cancelled booking stays in the list', () => {
  const { ctx, cut } = frontDesk()
  const { id, reference } = book(ctx, cut, '2026-11-04T10:00Z')
  cancelBooking(ctx, id, 'Ill')
  expect(found(ctx, { status: 'cancelled' }).rows[0]).toMatchObject({ reference, status: 'cancelled', title: 'Cut', domain: 'appointments' })
})

test('every page and count walks an index of the business and scans nothing', () => {
  frontDesk()
  const cursor = { at: 1, id: 'x', side: 'older' } as const
  const cases: [Partial<BookingFilters>, string][] = [
    [{}, 'bookings_by_start'],
    [{ sort: 'placed' }, 'bookings_by_placed'],
    [{ status: 'pending' }, 'bookings_by_status'],
    [{ status: 'pending', sort: 'placed', domain: 'events', staffId: 'x', storeId: 'y', diary: 'z', from: '2026-11-01' }, 'bookings_by_placed'],
    [{ search: 'ana' }, 'bookings_by_start'],
    [{ search: 'AP-7K3M9Q' }, 'bookings_reference'],
  ]
  read((db) => {
    knowFolded(db)
    for (const [filters, index] of cases) {
      for (const sql of Object.values(bookingsSql({ ...everything, ...filters }, cursor))) {
        const steps = db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all({ ...allNull, at: 1, id: 'x' })
        const plan = steps.map((step) => step.detail).join('\n')
        expect(plan).toMatch(new RegExp(`SEARCH b USING (COVERING )?INDEX ${index}`))
        expect(plan).not.toMatch(/SCAN (b|first|d|s|n)\b/)
      }
    }
  })
})

const allNull = { businessId: '', status: null, domain: null, staffId: null, storeId: null, diary: null, reference: null, search: null, from: null, to: null }
