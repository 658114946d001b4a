import { expect, test } from 'vitest'
import { blockTime, resourceOfOwner } from '~/core/allocation/index.server'
import { addDaysOff } from '~/core/schedules/index.server'
import { read } from '~/platform/database.server'
import { book, frontDesk, type FrontDesk } from '../../../tests/world/front-desk'
import { withDatabase } from '../../../tests/world/world'
import { staffFor } from './who-and-where.server'
import { serviceById } from './queries.server'
import { whyNotFree } from './why-not-free.server'

withDatabase()

const at = (text: string) => Date.parse(text)

function why({ ctx, store }: FrontDesk, listingId: string, start: string, person: string | null = null) {
  return read((db) => {
    const service = serviceById(db, ctx.businessId, listingId)
    const staff = service && staffFor(service, person)
    if (!service || !staff) throw new Error('Not offered')
    return whyNotFree(db, ctx, service, { store, staff }, at(start))
  })
}

test('a time on offer has nothing in its way', () => {
  const desk = frontDesk()
  expect(why(desk, desk.cut.id, '2026-11-04T10:00Z')).toEqual([])
})

test('a person’s booking and its buffer, and a blocked time, are named with whom they keep', () => {
  const desk = frontDesk()
  const { ctx, cut, marta, rui } = desk
  const booked = book(ctx, cut, '2026-11-04T10:00Z', marta)
  const resource = read((db) => resourceOfOwner(db, ctx.businessId, 'person', rui))
  blockTime(ctx, { resourceId: resource?.id ?? '', startsAt: at('2026-11-04T10:30Z'), endsAt: at('2026-11-04T12:00Z'), reason: 'Dentist' })
  expect(why(desk, cut.id, '2026-11-04T10:45Z', marta)).toMatchObject([{ kind: 'booked', who: 'Marta', entry: { reference: booked.reference } }])
  expect(why(desk, cut.id, '2026-11-04T10:30Z')).toMatchObject([
    { kind: 'booked', who: 'Marta' },
    { kind: 'blocked', who: 'Rui', block: { reason: 'Dentist' } },
  ])
})

test('a place that is taken is named even where people are free', () => {
  const desk = frontDesk()
  const { reference } = book(desk.ctx, desk.colour, '2026-11-04T10:00Z', desk.rui)
  expect(why(desk, desk.colour.id, '2026-11-04T11:00Z', desk.marta)).toMatchObject([{ kind: 'booked', who: 'Chair 1', entry: { reference } }])
})

test('closed stores, days off and hours are told apart', () => {
  const desk = frontDesk()
  const { ctx, cut, marta, rui, store } = desk
  addDaysOff(ctx, marta, { from: '2026-11-05', to: '2026-11-05', reason: 'Wedding' })
  expect(why(desk, cut.id, '2026-11-04T08:00Z')).toMatchObject([{ kind: 'closed', who: store.name, open: [{ start: at('2026-11-04T09:00Z') }], exception: null }])
  expect(why(desk, cut.id, '2026-11-05T10:00Z', marta)).toMatchObject([{ kind: 'closed', who: 'Marta', open: [], exception: { reason: 'Wedding' } }])
  expect(why(desk, cut.id, '2026-11-05T10:00Z', rui)).toEqual([])
})

test('a time off the grid is told with those beside it, and so are past, notice and window', () => {
  const desk = frontDesk()
  expect(why(desk, desk.cut.id, '2026-11-04T10:05Z', desk.rui)).toEqual([{ kind: 'off-grid', who: 'Rui', nearest: [at('2026-11-04T10:00Z'), at('2026-11-04T10:15Z')] }])
  expect(why(desk, desk.cut.id, '2026-11-03T08:45Z', desk.rui)).toMatchObject([{ kind: 'past' }, { kind: 'closed' }])
  expect(why(desk, desk.cut.id, '2027-03-03T10:00Z', desk.rui)).toMatchObject([{ kind: 'too-far' }])
})
