import { describe, expect, test } from 'vitest'
import { bookingsPage, cancelBooking, lastWeeks, markNoShow, placeBooking, type BookingFilters } from '~/core/bookings/index.server'
import { addStore } from '~/core/businesses/index.server'
import { addViews } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { sumOf } from '~/kernel/money'
import { day } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { installModules } from '~/registry.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { talliesSql } from '../bookings/tallies.server'
import { analyticsFile } from './analytics-file.server'
import { analytics } from './analytics-page.server'
import { mostBooked } from './parts.server'
import { askedIn } from './asked'
import { barsOf, commonRanges, rangeBefore, rangeIn } from './range'

withDatabase()

const asked = (ctx: BusinessCtx, query: Record<string, string>) => askedIn(ctx, new URLSearchParams(query))

/** Bookings of two services over three weeks, one of several services, one cancelled, one where nobody came, one in another week of the year. */
function busyWeeks() {
  const desk = frontDesk()
  installModules()
  const { ctx, cut, colour, marta, rui } = desk
  book(ctx, cut, '2026-11-04T10:00Z', marta)
  book(ctx, cut, '2026-11-11T10:00Z', rui)
  book(ctx, cut, '2026-12-15T10:00Z', rui)
  const several = placeBooking(ctx, {
    key: 'several', note: null, channel: 'desk', contact: { name: 'Rita', email: null, phone: null },
    items: [
      { listingId: cut.id, choice: { start: '2026-11-12T10:00Z', staff: marta, store: null }, attendeeName: null, attendeeEmail: null, answers: {} },
      { listingId: colour.id, choice: { start: '2026-11-12T13:00Z', staff: rui, store: null }, attendeeName: null, attendeeEmail: null, answers: {} },
    ],
  })
  if (!several.ok) throw new Error(several.refusal.kind)
  change("UPDATE bookings SET status = 'confirmed', answer_by = NULL WHERE status = 'pending'")
  cancelBooking(ctx, book(ctx, cut, '2026-11-05T10:00Z', marta).id, 'Ill')
  const missed = book(ctx, cut, '2026-11-06T10:00Z', marta)
  markNoShow({ ...ctx, now: theMorning + 7 * day }, missed.id)
  return desk
}

describe('the figures', () => {
  test('are, to the cent, what the lists that they lead to add up to', () => {
    const { ctx } = busyWeeks()
    const query = { from: '2026-11-02', to: '2026-11-29', by: 'week' }
    const shown = read((db) => analytics(db, ctx, asked(ctx, query)))
    expect(shown.now).toMatchObject({ bookings: 3, noShows: 1, cancelled: 1 })
    for (const { status, bookings, worthMinor } of shown.byStatus) {
      const filters: BookingFilters = { status, domain: null, staffId: null, storeId: null, payment: null, sessionId: null, from: query.from, to: query.to, search: null, sort: 'start', diary: null }
      const list = read((db) => bookingsPage(db, ctx, filters, null))
      expect([list.count, sumOf(list.rows.map(({ totalMinor }) => totalMinor))], status).toEqual([bookings, worthMinor])
    }
    const worthOf = (...statuses: string[]) => sumOf(shown.byStatus.filter(({ status }) => statuses.includes(status)).map(({ worthMinor }) => worthMinor))
    expect(shown.now.revenueMinor).toBe(worthOf('completed', 'confirmed'))
    expect(shown.now.revenueMinor).toBeGreaterThan(0)
  })

  test('add up the same by week, by domain, by store and by listing, and in the files', () => {
    const { ctx } = busyWeeks()
    for (const by of ['day', 'week', 'month', 'year']) {
      const query = { from: '2026-11-02', to: '2026-12-31', by }
      const shown = read((db) => analytics(db, ctx, asked(ctx, query)))
      const { revenueMinor, bookings } = shown.now
      expect([sumOf(shown.bars.map((bar) => bar.revenueMinor)), sumOf(shown.bars.map((bar) => bar.bookings))], by).toEqual([revenueMinor, bookings])
      expect(sumOf(shown.bars.flatMap((bar) => Object.values(bar.by).map((totals) => totals.revenueMinor)))).toBe(revenueMinor)
      expect([sumOf(shown.byDomain.map((row) => row.revenueMinor)), sumOf(shown.byStore.map((row) => row.worthMinor)), sumOf(shown.byListing.map((row) => row.worthMinor))]).toEqual([revenueMinor, revenueMinor, revenueMinor])
      for (const table of ['periods', 'domains', 'stores', 'listings'] as const) {
        const [head = [], ...lines] = read((db) => analyticsFile(db, ctx, asked(ctx, query), table)).replace('\uFEFF', '').trim().split('\r\n').map((line) => line.split(','))
        const column = head.findIndex((cell) => cell.replaceAll('"', '') === 'Revenue')
        expect(sumOf(lines.map((line) => Math.round(100 * Number((line[column] ?? '').replaceAll('"', ''))))), `${by} ${table}`).toBe(revenueMinor)
      }
    }
  })

  test('are the overview’s where they are over the same weeks', () => {
    const { ctx } = busyWeeks()
    const later = { ...ctx, now: theMorning + 28 * day }
    const weeks = read((db) => lastWeeks(db, ctx.businessId, ctx.business.timeZone, null, later.now)).now
    expect(read((db) => analytics(db, later, asked(later, {}))).now).toEqual(weeks)
  })

  test('narrow to a store or a domain, and set the hours used beside those there are', () => {
    const { ctx, store } = busyWeeks()
    const other = addStore(ctx, { ...store, name: 'Second' })
    const query = { from: '2026-11-02', to: '2026-11-29' }
    const bookingsOf = (more: Record<string, string>) => read((db) => analytics(db, ctx, asked(ctx, { ...query, ...more }))).now.bookings
    expect([bookingsOf({ store: store.id }), bookingsOf({ store: other.ok ? other.value.id : '' }), bookingsOf({ domain: 'appointments' }), bookingsOf({ domain: 'events' })]).toEqual([3, 0, 3, 0])
    const [use] = read((db) => analytics(db, ctx, asked(ctx, query))).uses
    // Three cuts of 45 minutes and a colour of 90.
    expect(use).toMatchObject({ domain: 'appointments', name: 'Hours used', now: { used: 3 * 45 + 90 } })
    expect(use?.now.available).toBeGreaterThan(1000)
  })

  test('of views are what its listings and its store were looked at, set against the days before, in the files too', () => {
    const { ctx, cut, colour, store } = busyWeeks()
    const view = (date: string, listingId: string, views: number) => transact((db) => addViews(db, [{ businessId: ctx.businessId, listingId, date, views }]))
    view('2026-11-04', cut.id, 40)
    view('2026-11-29', colour.id, 10)
    view('2026-11-01', cut.id, 7)
    const query = { from: '2026-11-02', to: '2026-11-29' }
    const shown = read((db) => analytics(db, ctx, asked(ctx, query)))
    expect(shown.views).toEqual({ now: 50, then: 7 })
    expect(Object.fromEntries(shown.byListing.map(({ name, views }) => [name, views]))).toEqual({ Cut: 40, Colour: 10 })
    expect(shown.byStore.map(({ id, views }) => [id, views])).toEqual([[store.id, 50]])
    expect(read((db) => analyticsFile(db, ctx, asked(ctx, query), 'stores'))).toMatch(/,50,,0\r\n$/)
    expect(read((db) => analytics(db, ctx, asked(ctx, { ...query, domain: 'events' }))).views.now).toBe(0)
  })

  test('name the listings that were booked most, whatever they brought, and none that nobody booked', () => {
    const rows = [{ name: 'Suite', bookings: 1 }, { name: 'Cut', bookings: 9 }, { name: 'Only seen', bookings: 0 }, { name: 'Trim', bookings: 12 }, { name: 'Walk', bookings: 4 }]
    expect(mostBooked(rows, 3).map(({ name }) => name)).toEqual(['Trim', 'Cut', 'Walk'])
    const { ctx } = busyWeeks()
    const shown = read((db) => analytics(db, ctx, asked(ctx, { from: '2026-11-02', to: '2026-11-29' })))
    expect(shown.mostBooked.map(({ bookings }) => bookings)).toEqual([...shown.byListing].map(({ bookings }) => bookings).filter((count) => count > 0).sort((a, b) => b - a))
  })

  test('are of one business alone', () => {
    const { ctx } = busyWeeks()
    expect(read((db) => analytics(db, { ...ctx, businessId: 'another' }, asked(ctx, { from: '2026-11-02', to: '2026-11-29' }))).now.bookings).toBe(0)
  })

  test('walk the bookings of their days by an index', () => {
    frontDesk()
    for (const [name, sql] of Object.entries(talliesSql)) {
      const plan = rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, { businessId: '', from: 0, to: 1, storeId: null, domain: null, diary: null }).map(({ detail }) => detail).join('\n')
      expect(plan, name).toMatch(/USING INDEX (bookings_by_start|booking_items_by_time) \(business_id=\? AND starts_at>\? AND starts_at<\?\)/)
      expect(plan, name).not.toMatch(/SCAN/)
    }
  })
})

describe('a range', () => {
  const query = (fields: Record<string, string>) => new URLSearchParams(fields)

  test('is the last four whole weeks unless another is asked for', () => {
    expect(rangeIn(query({}), '2026-11-03')).toEqual({ from: '2026-10-05', to: '2026-11-01', step: 'week' })
    expect(rangeIn(query({ from: '2026-11-09', to: '2026-11-02' }), '2026-11-03').from).toBe('2026-10-05')
    expect(rangeIn(query({ from: '2026-01-01', to: '2026-12-31', by: 'day' }), '2026-11-03').step, 'too many days for a picture').toBe('week')
  })

  test('is cut at Mondays, at the first of months and of years', () => {
    expect(barsOf({ from: '2026-11-04', to: '2026-11-17' }, 'week')).toEqual([{ from: '2026-11-04', to: '2026-11-08' }, { from: '2026-11-09', to: '2026-11-15' }, { from: '2026-11-16', to: '2026-11-17' }])
    expect(barsOf({ from: '2027-01-31', to: '2027-03-01' }, 'month')).toEqual([{ from: '2027-01-31', to: '2027-01-31' }, { from: '2027-02-01', to: '2027-02-28' }, { from: '2027-03-01', to: '2027-03-01' }])
    expect(barsOf({ from: '2026-12-31', to: '2027-01-01' }, 'year')).toHaveLength(2)
  })

  test('stands against one as long, a whole month or year against the one before', () => {
    expect(rangeBefore({ from: '2026-11-02', to: '2026-11-29' })).toEqual({ from: '2026-10-05', to: '2026-11-01' })
    expect(rangeBefore({ from: '2027-03-01', to: '2027-03-31' })).toEqual({ from: '2027-02-01', to: '2027-02-28' })
    expect(rangeBefore({ from: '2028-01-01', to: '2028-12-31' })).toEqual({ from: '2027-01-01', to: '2027-12-31' })
    expect(commonRanges('2026-11-03').month).toEqual({ from: '2026-11-01', to: '2026-11-30', step: 'day' })
  })
})
