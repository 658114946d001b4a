import { afterEach, beforeEach, expect, test } from 'vitest'
import { read } from '~/platform/database.server'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { withDatabase } from '../../../tests/world/world'
import { addDaysOff, addException, installVisits, visitsOutside } from '../schedules/index.server'
import { cancelBooking } from './change-status.server'
import { visitsOfOwner } from './visits-of-owner.server'

withDatabase()
beforeEach(() => installVisits(visitsOfOwner))
afterEach(() => installVisits(() => []))

const zone = 'Europe/Lisbon'

test('days off name what is booked on them with that person, at that store or in that place, and nothing else', () => {
  const { ctx, store, marta, rui, chair, cut, colour } = frontDesk()
  const early = book(ctx, cut, '2026-11-05T10:00Z', marta)
  const onChair = book(ctx, colour, '2026-11-06T10:00Z', rui)
  const gone = book(ctx, cut, '2026-11-06T10:00Z', marta)
  cancelBooking(ctx, gone.id, 'Ill')
  book(ctx, cut, '2026-11-08T10:00Z', marta)
  const days = { from: '2026-11-05', to: '2026-11-07' }
  const outside = (owner: string, businessId = ctx.businessId) => read((db) => visitsOutside(db, businessId, owner, days, zone)).map(({ reference }) => reference)
  // While the usual hours hold, all of it lies within.
  expect(outside(marta)).toEqual([])
  for (const owner of [marta, rui, chair, store.id]) addDaysOff(ctx, owner, { ...days, reason: 'Works' })
  expect(outside(marta)).toEqual([early.reference])
  expect(outside(rui)).toEqual([onChair.reference])
  expect(outside(chair)).toEqual([onChair.reference])
  expect(outside(store.id)).toEqual([early.reference, onChair.reference])
  expect(outside(marta, 'another')).toEqual([])
})

test('other hours name what reaches beyond them', () => {
  const { ctx, marta, cut } = frontDesk()
  book(ctx, cut, '2026-11-05T10:00Z', marta)
  const across = book(ctx, cut, '2026-11-05T11:45Z', marta)
  const after = book(ctx, cut, '2026-11-05T14:00Z', marta)
  addException(ctx, marta, { date: '2026-11-05', from: 9 * 60, to: 12 * 60, reason: null })
  const day = { from: '2026-11-05', to: '2026-11-05' }
  expect(read((db) => visitsOutside(db, ctx.businessId, marta, day, zone)).map(({ reference }) => reference)).toEqual([across.reference, after.reference])
  // A second stretch of the day takes the last one in.
  addException(ctx, marta, { date: '2026-11-05', from: 13 * 60, to: 17 * 60, reason: null })
  expect(read((db) => visitsOutside(db, ctx.businessId, marta, day, zone)).map(({ reference }) => reference)).toEqual([across.reference])
})
