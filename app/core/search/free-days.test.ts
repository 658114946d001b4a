import { beforeEach, describe, expect, test } from 'vitest'
import { blockTime, unblockTime, resourceOfOwner } from '~/core/allocation/index.server'
import { cancelBooking } from '~/core/bookings/index.server'
import { setStaffActive } from '~/core/businesses/index.server'
import { findListings, freeDaysOf, setListingStatus, type ListingSearch } from '~/core/listings/index.server'
import { addDaysOff } from '~/core/schedules/index.server'
import { day } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { drainOutbox } from '~/platform/outbox/index.server'
import { installModules } from '~/registry.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { extendFreeDays, refreshFreeDays } from './index.server'
import { markStale } from './stale-days.server'

withDatabase()
beforeEach(() => installModules())

/** What the jobs do within seconds. */
async function catchUp(now = theMorning): Promise<void> {
  while ((await drainOutbox({ now, atMost: 50 })) > 0);
  while (refreshFreeDays({ now, atMost: 50 }) > 0);
}

async function opened() {
  const desk = frontDesk()
  extendFreeDays({ now: theMorning, atMost: 10 })
  await catchUp()
  const free = (from: string, to = from) => read((db) => freeDaysOf(db, desk.cut.id, from, to))
  const found = (from: string, people = 1) => {
    const search: ListingSearch = { words: [], place: [], domain: null, categoryIds: null, values: [], price: null, free: { from, to: from, people, asked: new Map() } }
    return read((db) => findListings(db, search, null, 50)).listings.some(({ id }) => id === desk.cut.id)
  }
  return { ...desk, free, found }
}

describe('what is known to be free', () => {
  test('begins with every date that is looked ahead to, for as many as there are people', async () => {
    const { free, found } = await opened()
    expect(free('2026-11-04')).toEqual([{ date: '2026-11-04', places: 2, minutes: expect.any(Number) as number }])
    expect([found('2026-11-04'), found('2026-11-04', 2), found('2026-11-04', 3)]).toEqual([true, true, false])
    expect(found('2026-11-02'), 'over since yesterday').toBe(false)
    expect(rows('SELECT * FROM stale_days')).toEqual([])
  })

  test('follows a day off, somebody who leaves, and the return of both', async () => {
    const { ctx, free, marta, rui } = await opened()
    addDaysOff(ctx, marta, { from: '2026-11-04', to: '2026-11-05', reason: null })
    expect(free('2026-11-04')[0]?.places, 'before the jobs have run').toBe(2)
    await catchUp()
    expect(free('2026-11-04', '2026-11-06').map(({ places }) => places)).toEqual([1, 1, 2])
    setStaffActive(ctx, rui, false)
    await catchUp()
    expect(free('2026-11-04', '2026-11-06').map(({ date, places }) => [date, places])).toEqual([['2026-11-06', 1]])
    setStaffActive(ctx, rui, true)
    await catchUp()
    expect(free('2026-11-04')[0]?.places).toBe(1)
  })

  test('follows blocked time and bookings, on the days that they touch', async () => {
    const { ctx, cut, free, marta, rui } = await opened()
    addDaysOff(ctx, rui, { from: '2026-11-04', to: '2026-11-04', reason: null })
    await catchUp()
    const before = free('2026-11-04')[0]
    const resourceId = read((db) => resourceOfOwner(db, ctx.businessId, 'person', marta)?.id ?? '')
    const block = blockTime(ctx, { resourceId, startsAt: theMorning + day - 9 * 3_600_000, endsAt: theMorning + 2 * day - 9 * 3_600_000, reason: 'Fair' })
    await catchUp()
    expect(free('2026-11-04')).toEqual([])
    if (block.ok) unblockTime(ctx, block.value)
    await catchUp()
    expect(free('2026-11-04')[0]).toEqual(before)
    const booking = book(ctx, cut, '2026-11-04T12:00Z', marta)
    await catchUp()
    expect(free('2026-11-04')[0]?.minutes).toBeLessThan(before?.minutes ?? 0)
    cancelBooking(ctx, booking.id, 'Ill')
    await catchUp()
    expect(free('2026-11-04')[0]).toEqual(before)
  })

  test('goes with a listing that is paused and comes again with it', async () => {
    const { ctx, cut, free } = await opened()
    transact((db) => setListingStatus(db, ctx, cut.id, 'paused'))
    await catchUp()
    expect(free('2026-11-03', '2027-02-28')).toEqual([])
    transact((db) => setListingStatus(db, ctx, cut.id, 'active'))
    await catchUp()
    expect(free('2026-11-04')).toHaveLength(1)
  })

  test('moves on by a day each day, and what is over is forgotten', async () => {
    const { free } = await opened()
    const horizon = () => rows<{ first: string; last: string }>('SELECT min(date) AS first, max(date) AS last FROM free_days')[0]
    const before = horizon()
    expect(extendFreeDays({ now: theMorning, atMost: 10 })).toBe(0)
    expect(extendFreeDays({ now: theMorning + 7 * day, atMost: 10 })).toBe(1)
    await catchUp(theMorning + 7 * day)
    expect(horizon()?.last.localeCompare(before?.last ?? '')).toBe(1)
    expect(free('2026-11-03', '2026-11-07')).toEqual([])
  })

  test('is looked at again where it was asked for while somebody looked', async () => {
    const { ctx } = await opened()
    const stale = (mark: string) => transact((db) => markStale(db, { businessId: ctx.businessId, listingId: null, dates: { from: '2026-11-04', to: '2026-11-04' }, mark }, theMorning))
    stale('first')
    stale('second')
    expect(rows('SELECT date, mark FROM stale_days')).toEqual([{ date: '2026-11-04', mark: 'second' }])
    expect(refreshFreeDays({ now: theMorning, atMost: 5 })).toBe(1)
    expect(rows('SELECT * FROM stale_days')).toEqual([])
  })
})
