import { expect, test } from 'vitest'
import { bookingById, moveBooking, placeBooking } from '~/core/bookings/index.server'
import { deskTimes } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import { frontDesk } from '../../../tests/world/front-desk'
import { withDatabase } from '../../../tests/world/world'
import { deskMove, deskOrder, deskStep } from './desk-step.server'
import { movesTo } from './move-page.server'
import { timesOf } from './open-visits.server'

withDatabase()

const start = Date.parse('2026-11-04T10:00Z')

function atDesk(ctx: BusinessCtx): MemberCtx {
  if (!ctx.member || ctx.actor.kind !== 'user') throw new Error('No member')
  return { ...ctx, member: ctx.member, account: { id: ctx.actor.id, name: 'Owner', email: 'owner@example.test', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' } }
}

function desk() {
  const { ctx, martaCtx, cut, colour, marta, rui } = frontDesk()
  const step = (query: string, as = ctx) => {
    const found = read((db) => deskStep(db, atDesk(as), new URLSearchParams(`service=${cut.id}&also=${colour.id}&${query}`)))
    if (!found) throw new Error('No service is chosen')
    return found
  }
  const book = (query: string, as = ctx) => {
    const placed = placeBooking(as, deskOrder(step(query, as), start, { key: `a-key-${query}`, name: 'Marta Lima' }))
    if (!placed.ok) throw new Error(JSON.stringify(placed.refusal))
    const { businessId } = ctx
    const items = () => read((db) => bookingById(db, businessId, placed.value.id))?.items.map(({ title, startsAt, staffId }) => [title, formatInstant(startsAt).slice(11, 16), staffId])
    return { ...placed.value, items }
  }
  return { ctx, martaCtx, marta, rui, step, book }
}

test('a member books several services for a customer, with one person for all of them or with anyone', () => {
  const { rui, step, book } = desk()
  expect(step('').parts.map(({ service }) => service.listing.title)).toEqual(['Cut', 'Colour'])
  expect(book(`staff=${rui}`).items()).toEqual([['Cut', '10:00', rui], ['Colour', '10:55', rui]])
})

test('the times at the desk are those at which all of it fits', () => {
  const { ctx, marta, step, book } = desk()
  const starts = () => read((db) => deskTimes(ctx, timesOf(db, ctx, { ...step(`staff=${marta}`), atDesk: true }), '2026-11-04')).days.find(({ date }) => date === '2026-11-04')?.times.map((time) => formatInstant(time.start).slice(11, 16))
  expect(starts()?.at(-1)).toBe('14:30')
  book(`staff=${marta}`)
  expect(starts()?.[0]).toBe('12:30')
})

test('who keeps only their own diary books only what they do, with themselves', () => {
  const { martaCtx, marta, step } = desk()
  expect(step('', martaCtx)).toMatchObject({ person: { id: marta }, parts: [{ person: { id: marta } }, { person: { id: marta } }] })
})

test('a visit is moved from the dashboard as a whole, and each service keeps whom it has', () => {
  const { ctx, rui, book } = desk()
  const booked = book(`staff=${rui}`)
  const { visit } = read((db) => deskMove(db, atDesk(ctx), booked.reference, new URLSearchParams()))
  expect(moveBooking(ctx, { bookingId: booked.id, items: movesTo(visit, start + 60 * 60_000) })).toMatchObject({ ok: true, value: { outcome: 'moved' } })
  expect(booked.items()).toEqual([['Cut', '11:00', rui], ['Colour', '11:55', rui]])
})
