import { expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { makeRefund, takePayment, undoPayment, withdrawRefund } from '../sales/index.server'
import { cancelBooking } from './change-status.server'
import type { BookingFilters } from './list-filters'
import { bookingsPage, countSql, pageSql } from './list.server'
import { lastWalkedSql, narrowWays, sizeSql, valuesOf, walkOf, type Walk } from './list-walk.server'
import { moveBooking } from './move-booking.server'
import { bookingById } from './queries.server'
import { reassignItem } from './reassign-item.server'
import type { BusinessCtx } from '~/kernel/ctx'

withDatabase()

const everything: BookingFilters = { status: null, domain: null, staffId: null, storeId: null, payment: null, sessionId: null, from: null, to: null, search: null, sort: 'start', diary: null }
const found = (ctx: BusinessCtx, filters: Partial<BookingFilters> = {}) => read((db) => bookingsPage(db, ctx, { ...everything, ...filters }, null))
const references = (ctx: BusinessCtx, filters: Partial<BookingFilters> = {}) => found(ctx, filters).rows.map((row) => row.reference)
const sure = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: unknown }) => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
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

test('filters combine, and with a search too', () => {
  const { ctx, cut, colour, marta, store } = frontDesk()
  const ana = book(ctx, cut, '2026-11-04T10:00Z', marta, named('Ana Prado'))
  book(ctx, cut, '2026-11-05T10:00Z', marta, named('Ana Lopes'))
  book(ctx, colour, '2026-11-04T14:00Z', null, named('Ana Reis'))
  expect(references(ctx, { search: 'ana', status: 'confirmed', staffId: marta, storeId: store.id, domain: 'appointments', payment: 'unpaid', to: '2026-11-04' })).toEqual([ana.reference])
  expect(references(ctx, { sort: 'placed', status: 'confirmed', to: '2026-11-04' })).toEqual([ana.reference])
})

test('a search finds the beginnings of all its words in names, titles and references, among the business’s own', () => {
  const { ctx, cut, colour } = frontDesk()
  const ana = book(ctx, cut, '2026-11-04T10:00Z', null, { ...named('Ana Sá Carneiro'), items: [{ listingId: cut.id, choice: { start: '2026-11-04T10:00Z', staff: null, store: null }, attendeeName: 'Zé Bento', answers: {} }] })
  const rui = book(ctx, colour, '2026-11-05T10:00Z', null, named('Rui Sá'))
  expect(references(ctx, { search: 'sa' })).toEqual([rui.reference, ana.reference])
  expect(references(ctx, { search: 'carn an' })).toEqual([ana.reference])
  expect(references(ctx, { search: 'col' })).toEqual([rui.reference])
  expect(references(ctx, { search: 'ze ben' })).toEqual([ana.reference])
  expect(references(ctx, { search: ana.reference.slice(3, 7) })).toEqual([ana.reference])
  expect(references(ctx, { search: '"*:^ ' })).toEqual([])
  expect(references({ ...ctx, businessId: 'another' }, { search: 'sa' })).toEqual([])
})

test('who is erased is found no more, by no word of theirs', () => {
  const { ctx, cut } = frontDesk()
  const { id } = book(ctx, cut, '2026-11-04T10:00Z', null, named('Quirina Vaz', 'quirina@example.test'))
  change("CREATE VIRTUAL TABLE words_kept USING fts5vocab('bookings_fts', 'row')")
  expect(rows('SELECT term FROM words_kept WHERE term IN (?, ?)', 'quirina', 'vaz')).toHaveLength(2)
  change("UPDATE bookings SET contact_name = 'Erased', contact_email = NULL WHERE id = ?", id)
  expect(rows('SELECT term FROM words_kept WHERE term IN (?, ?)', 'quirina', 'vaz')).toEqual([])
  expect(references(ctx, { search: 'quirina' })).toEqual([])
  change("INSERT INTO bookings_fts (bookings_fts, rank) VALUES ('integrity-check', 1)")
})

test('how its money stands follows its payments and refunds', () => {
  const { ctx, cut } = frontDesk()
  const { id } = book(ctx, cut, '2026-11-04T10:00Z')
  const { saleId } = read((db) => bookingById(db, ctx.businessId, id)) ?? { saleId: '' }
  const state = () => found(ctx).rows[0]?.payment
  expect(state()).toBe('unpaid')
  const first = sure(takePayment(ctx, { saleId, method: 'cash', amountMinor: 1000 }))
  expect(state()).toBe('part-paid')
  sure(takePayment(ctx, { saleId, method: 'cash', amountMinor: 3500 }))
  expect(state()).toBe('settled')
  expect(references(ctx, { payment: 'settled' })).toHaveLength(1)
  sure(undoPayment(ctx, first, 'Wrong till'))
  expect(state()).toBe('part-paid')
  const refund = sure(makeRefund(ctx, { saleId, reason: 'Late', amounts: 'all' }))
  expect(state()).toBe('refund-due')
  sure(withdrawRefund(ctx, refund, 'No'))
  expect(state()).toBe('part-paid')
})

test('whose a booking is follows who does it and when it is', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const early = book(ctx, cut, '2026-11-04T10:00Z', marta)
  const late = book(ctx, cut, '2026-11-05T10:00Z', marta)
  const [item] = read((db) => bookingById(db, ctx.businessId, early.id))?.items ?? []
  expect(references(ctx, { staffId: marta })).toEqual([late.reference, early.reference])
  sure(moveBooking(ctx, { bookingId: early.id, items: [{ itemId: item?.id ?? '', choice: { start: '2026-11-06T10:00Z', staff: marta, store: null } }] }))
  expect(references(ctx, { staffId: marta })).toEqual([early.reference, late.reference])
  expect(references(ctx, { staffId: marta, from: '2026-11-06' })).toEqual([early.reference])
  sure(reassignItem(ctx, { bookingId: early.id, itemId: item?.id ?? '', staffId: rui }))
  expect([marta, rui].map((staffId) => references(ctx, { staffId }))).toEqual([[late.reference], [early.reference]])
  expect(references(ctx, { staffId: rui, sort: 'placed', status: 'confirmed', diary: rui })).toEqual([early.reference])
  expect(references(ctx, { staffId: rui, diary: marta })).toEqual([])
})

test('every statement of a list walks an index of the business and scans nothing', () => {
  const { ctx, store, marta } = frontDesk()
  const wide: Walk = { kind: 'along', index: 'bookings_by_start', where: 'b.business_id = @businessId' }
  const placed: Walk = { ...wide, index: 'bookings_by_placed' }
  const byStatus: Walk = { ...wide, index: 'bookings_by_status', where: `${wide.where} AND b.status = @status` }
  const cases: [Partial<BookingFilters>, RegExp][] = [
    [{}, /bookings_by_start/],
    [{ sort: 'placed' }, /bookings_by_placed/],
    [{ status: 'pending' }, /bookings_by_status/],
    [{ status: 'pending', sort: 'placed', domain: 'events', staffId: marta, storeId: store.id, diary: 'z', from: '2026-11-01' }, /bookings_by_(status|domain)/],
    [{ search: 'ana', payment: 'unpaid' }, /words USING INTEGER PRIMARY KEY/],
    [{ search: 'AP-7K3M9Q' }, /bookings_reference/],
    [{ staffId: marta }, /booking_people_by_start/],
    [{ staffId: marta, diary: 'z', status: 'completed', sort: 'placed' }, /bookings_by_status|booking_people_by_placed/],
    [{ sessionId: 'x' }, /booking_items_by_session/],
  ]
  read((db) => {
    const planOf = (sql: string) => db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all({ ...valuesOf(db, ctx, everything), at: 1, id: 'x', endAt: 0, endId: '' }).map((step) => step.detail).join('\n')
    for (const [some, way] of cases) {
      const filters = { ...everything, ...some }
      const walk = walkOf(db, filters, valuesOf(db, ctx, filters))
      for (const sql of [pageSql(walk, filters, 'older', true), countSql(walk, filters), ...narrowWays(filters).map(sizeSql)]) expect(planOf(sql)).not.toMatch(walk.kind.startsWith('along') ? /SCAN (first|s|n|w|words)\b/ : /SCAN (b|first|s|n|words)\b/)
      expect(planOf(pageSql(walk, filters, 'older', true))).toMatch(way)
    }
    // What filters leave out costs no row: the index has it all.
    const all = { ...everything, status: 'confirmed', domain: 'events', storeId: 'x', payment: 'unpaid', from: '2026-11-01' } as const
    for (const walk of [wide, byStatus, placed]) {
      expect(planOf(countSql(walk, all))).toContain(`USING COVERING INDEX ${walk.index} (business_id=?`)
      expect(planOf(lastWalkedSql(walk, all, 'older'))).toContain(`USING COVERING INDEX ${walk.index} (business_id=?`)
    }
  })
})
