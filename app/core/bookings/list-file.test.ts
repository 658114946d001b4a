import { expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { read } from '~/platform/database.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, withDatabase } from '../../../tests/world/world'
import { bookingsFile } from './list-file.server'
import { cancelBooking } from './change-status.server'
import { addressIn, filtersOf } from './list-address'

withDatabase()

const named = (name: string) => ({ contact: { name, email: null, phone: null } })

/** The rows of the file without its headings, as a reader of RFC 4180 takes them apart. */
function rowsOf(ctx: BusinessCtx, query = '', diary: string | null = null): string[][] {
  const file = read((db) => bookingsFile(db, ctx, filtersOf(addressIn(new URLSearchParams(query)), diary)))
  expect(file.startsWith('\uFEFFReference,Who,What,Domain,Starts,Ends,Booked,Time zone,Status,Price,Currency,Payment\r\n')).toBe(true)
  expect(file.endsWith('\r\n')).toBe(true)
  return file
    .slice(1, -2)
    .split('\r\n')
    .slice(1)
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''))
}

test('a row says who, what, when on the wall of the business, and what it costs as a number beside its currency', () => {
  const { ctx, cut } = frontDesk()
  const { reference } = book(ctx, cut, '2026-11-04T10:00Z', null, named('Sousa, Ana "Nini"'))
  const madrid = { ...ctx, business: { ...ctx.business, timeZone: 'Europe/Madrid' } }
  const [row] = rowsOf(madrid)
  expect(row?.slice(0, 3)).toEqual([reference, 'Sousa, Ana "Nini"', 'Cut'])
  expect(row?.slice(4)).toEqual(['2026-11-04 11:00', '2026-11-04 11:45', '2026-11-03 10:00', 'Europe/Madrid', 'Confirmed', expect.stringMatching(/^\d+\.\d\d$/), 'EUR', 'Nothing paid yet'])
})

test('it holds all pages in the order of the list, and what the filters leave of them', () => {
  const { ctx, cut, colour } = frontDesk()
  const days = Array.from({ length: 30 }, (_, index) => `2026-11-${String(4 + Math.floor(index / 2)).padStart(2, '0')}T10:00Z`)
  const placed = days.map((start) => book(ctx, cut, start))
  const asked = book(ctx, colour, '2026-11-25T14:00Z')
  cancelBooking(ctx, placed[0]?.id ?? '', 'A cold')
  const all = rowsOf(ctx)
  expect(all).toHaveLength(31)
  expect(all.map((row) => row[4] ?? '')).toEqual(all.map((row) => row[4] ?? '').sort().reverse())
  expect(rowsOf(ctx, 'status=pending').map(([reference]) => reference)).toEqual([asked.reference])
  expect(rowsOf(ctx, 'status=cancelled').map(([reference]) => reference)).toEqual([placed[0]?.reference])
  expect(rowsOf(ctx, `q=${asked.reference}&older=1~x`)).toHaveLength(1)
  expect(rowsOf({ ...ctx, businessId: 'another' })).toEqual([])
})

test('a member of staff gets their own diary alone', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const hers = book(ctx, cut, '2026-11-04T10:00Z', marta)
  book(ctx, cut, '2026-11-04T12:00Z', rui)
  expect(rowsOf(ctx, '', marta).map(([reference]) => reference)).toEqual([hers.reference])
  expect(rowsOf(ctx, `staff=${rui}`, marta)).toEqual([])
  expect(rowsOf(ctx, '', '')).toEqual([])
})

test('a name that would run as a formula is text', () => {
  const { ctx, cut } = frontDesk()
  book(ctx, cut, '2026-11-04T10:00Z', null, named('=HYPERLINK("https://evil.example")'))
  expect(rowsOf(ctx)[0]?.[1]).toBe(`'=HYPERLINK("https://evil.example")`)
})

test('an hour that comes twice says which one it is', () => {
  const { ctx, cut } = frontDesk()
  const { id } = book(ctx, cut, '2026-11-04T10:00Z')
  change('UPDATE bookings SET placed_at = ? WHERE id = ?', Date.parse('2026-10-25T01:30Z'), id)
  expect(rowsOf(ctx)[0]?.[6]).toBe('2026-10-25 01:30 +00:00')
})
