import { expect, test } from 'vitest'
import { hour } from '~/kernel/time'
import { read, type Db } from '~/platform/database.server'
import { blockTime, resourceOfOwner } from '../allocation/index.server'
import { memberCtx } from '../../../tests/world/businesses'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { blockable, blockDiary, blockForMember, blockSpan } from './block-diary.server'
import { calendarPage, type CalendarPage } from './calendar-days.server'
import { entriesBetween, entriesOf, entriesSql, placesTaken } from './calendar.server'
import { cancelBooking, completeBooking, markNoShow } from './change-status.server'
import { bookingForMember, diaryOf } from './diary.server'
import { bookingCounts, bookingCountsSql } from './booking-counts.server'
import { moveBooking } from './move-booking.server'
import { lastWeeks } from './overview-weeks.server'
import { bookingById } from './queries.server'
import { reassignItem } from './reassign-item.server'
import { needsAnswer, pendingBookings, waitingSql } from './waiting.server'

withDatabase()

const at = (text: string) => Date.parse(text)

test('the calendar has what touches its hours, and nothing that was called off', () => {
  const { ctx, cut, colour, marta, rui } = frontDesk()
  const kept = book(ctx, cut, '2026-11-04T10:00Z', marta)
  const gone = book(ctx, cut, '2026-11-04T12:00Z', rui)
  book(ctx, colour, '2026-11-04T14:00Z', rui)
  cancelBooking(ctx, gone.id, 'Ill')
  const entries = (from: string, to: string, narrowed = {}) =>
    read((db) => entriesBetween(db, ctx.businessId, at(from), at(to), narrowed)).map((entry) => [entry.title, entry.status])
  expect(entries('2026-11-04T00:00Z', '2026-11-05T00:00Z')).toEqual([['Cut', 'confirmed'], ['Colour', 'pending']])
  expect(entries('2026-11-04T10:44Z', '2026-11-04T11:00Z')).toEqual([['Cut', 'confirmed']])
  expect(entries('2026-11-04T10:45Z', '2026-11-04T14:00Z')).toEqual([])
  expect(entries('2026-11-04T00:00Z', '2026-11-05T00:00Z', { staffId: rui })).toEqual([['Colour', 'pending']])
  expect(entries('2026-11-04T00:00Z', '2026-11-05T00:00Z', { domain: 'events' })).toEqual([])
  expect(entries('2026-11-04T00:00Z', '2026-11-05T00:00Z', { storeId: 'another' })).toEqual([])
  const [item] = read((db) => bookingById(db, ctx.businessId, kept.id))?.items ?? []
  expect(read((db) => entriesOf(db, ctx.businessId, [item?.id ?? '', 'a block']))).toMatchObject([{ reference: kept.reference }])
  expect(read((db) => entriesOf(db, 'another', [item?.id ?? '']))).toEqual([])
})

test('what waits is counted and listed by how urgent it is, in a member of staff’s own diary only', () => {
  const { ctx, martaCtx, colour, marta, rui } = frontDesk()
  book(ctx, colour, '2026-11-05T09:00Z', rui)
  const urgent = book(ctx, colour, '2026-11-03T11:00Z', marta)
  const diary = diaryOf(martaCtx.member!)
  expect(diaryOf(ctx.member!)).toBeNull()
  expect(diary).toBe(marta)
  read((db) => {
    expect([pendingBookings(db, ctx.businessId, null), pendingBookings(db, ctx.businessId, diary), pendingBookings(db, ctx.businessId, '')]).toEqual([2, 1, 0])
    expect(needsAnswer(db, ctx.businessId, null, ctx.now, 5).map(({ startsAt }) => startsAt)).toEqual([at('2026-11-03T11:00Z'), at('2026-11-05T09:00Z')])
    expect(needsAnswer(db, ctx.businessId, diary, ctx.now, 5)).toMatchObject([{ kind: 'booking', reference: urgent.reference, answerBy: at('2026-11-03T11:00Z') }])
    // What has lapsed no longer waits, whether or not a job has swept it.
    expect(needsAnswer(db, ctx.businessId, null, at('2026-11-06T00:00Z'), 5)).toEqual([])
  })
})

test('another time that a customer asks for waits for an answer too', () => {
  const { ctx, colour, rui } = frontDesk()
  const { id } = book(ctx, colour, '2026-11-05T09:00Z', rui, { channel: 'desk' })
  const [item] = read((db) => bookingById(db, ctx.businessId, id))?.items ?? []
  const customer = { ...ctx, member: null, actor: { kind: 'link', bookingId: id } } as const
  const asked = moveBooking(customer, { bookingId: id, items: [{ itemId: item!.id, choice: { start: '2026-11-05T13:00Z', staff: rui, store: null } }] })
  expect(asked).toMatchObject({ ok: true, value: { outcome: 'asked' } })
  expect(read((db) => needsAnswer(db, ctx.businessId, null, ctx.now, 5))).toMatchObject([{ kind: 'move', bookingId: id, startsAt: at('2026-11-05T13:00Z') }])
  expect(read((db) => needsAnswer(db, 'another', null, ctx.now, 5))).toEqual([])
})

test('counts of today follow the clock of the business', () => {
  const { ctx, cut, colour } = frontDesk()
  book(ctx, cut, '2026-11-03T10:00Z')
  book(ctx, colour, '2026-11-04T10:00Z')
  const counts = (now: number) => read((db) => bookingCounts(db, [{ id: ctx.businessId, diary: null }], now)).get(ctx.businessId)
  expect(counts(theMorning)).toEqual({ today: 1, pending: 1 })
  expect(counts(theMorning + 48 * hour)).toEqual({ today: 0, pending: 1 })
})

test('figures are of whole weeks: what took place, what it was worth, what was called off and who did not come', () => {
  const { ctx, cut, colour } = frontDesk(at('2026-10-20T08:00Z'))
  const owner = (now: string) => memberCtx(ctx.businessId, ctx.actor.kind === 'user' ? ctx.actor.id : '', at(now))
  completeBooking(owner('2026-10-21T15:00Z'), book(ctx, cut, '2026-10-21T10:00Z').id)
  markNoShow(owner('2026-10-21T15:00Z'), book(ctx, cut, '2026-10-21T13:00Z').id)
  cancelBooking(ctx, book(ctx, cut, '2026-10-22T10:00Z').id, 'Ill')
  book(ctx, colour, '2026-11-03T10:00Z')
  const seen = read((db) => lastWeeks(db, ctx.businessId, 'Europe/Lisbon', null, theMorning))
  expect(seen.now).toEqual({ bookings: 1, revenueMinor: 4500, averageMinor: 4500, cancelled: 1, noShows: 1 })
  expect(seen.before).toEqual({ bookings: 0, revenueMinor: 0, averageMinor: null, cancelled: 0, noShows: 0 })
  expect(seen.weeks.map(({ monday }) => monday)).toEqual([
    '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26',
  ])
  expect(seen.weeks.at(-2)).toMatchObject({ byDomain: { appointments: { revenueMinor: 4500 } } })
  const later = read((db) => lastWeeks(db, ctx.businessId, 'Europe/Lisbon', null, theMorning + 28 * 24 * hour))
  expect(later.before).toEqual(seen.now)
  expect(read((db) => lastWeeks(db, ctx.businessId, 'Europe/Lisbon', '', theMorning)).now.bookings).toBe(0)
})

test('an item goes to another person with its claim, its place stays, and the history tells it', () => {
  const { ctx, colour, marta, rui, chair } = frontDesk()
  const { id } = book(ctx, colour, '2026-11-05T09:00Z', marta)
  const [item] = read((db) => bookingById(db, ctx.businessId, id))?.items ?? []
  expect(reassignItem(ctx, { bookingId: id, itemId: item!.id, staffId: rui })).toMatchObject({ ok: true, value: { items: [{ staffId: rui }] } })
  const claims = rows("SELECT r.name FROM allocations a JOIN resources r ON r.id = a.resource_id WHERE a.released_at IS NULL AND a.kind = 'booking' ORDER BY r.name")
  expect(claims).toEqual([{ name: 'Chair 1' }, { name: 'Rui' }])
  expect(read((db) => placesTaken(db, ctx.businessId, item!.id))).toEqual([{ id: chair, name: 'Chair 1' }])
  expect(rows("SELECT what, reason FROM booking_steps WHERE what = 'reassigned'")).toEqual([{ what: 'reassigned', reason: 'Rui' }])
  expect(rows("SELECT count(*) AS n FROM audit WHERE action = 'bookings.item.reassign'")).toEqual([{ n: 1 }])
  expect(rows("SELECT count(*) AS n FROM events WHERE type = 'booking.reassigned'")).toEqual([{ n: 1 }])
})

test('an item is not given to somebody who is taken, has gone, or has it already, and then nothing changes', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const { id } = book(ctx, cut, '2026-11-05T09:00Z', marta)
  const others = book(ctx, cut, '2026-11-05T09:30Z', rui)
  const [item] = read((db) => bookingById(db, ctx.businessId, id))?.items ?? []
  const [inTheWay] = read((db) => bookingById(db, ctx.businessId, others.id))?.items ?? []
  const give = (staffId: string) => reassignItem(ctx, { bookingId: id, itemId: item!.id, staffId })
  expect(give(rui)).toEqual({ ok: false, refusal: { kind: 'taken', subjects: [inTheWay!.id] } })
  expect(give(marta)).toEqual({ ok: false, refusal: { kind: 'nothing-to-give' } })
  expect(give('somebody')).toEqual({ ok: false, refusal: { kind: 'unknown-person' } })
  expect(reassignItem(ctx, { bookingId: 'none', itemId: item!.id, staffId: rui })).toEqual({ ok: false, refusal: { kind: 'unknown-booking' } })
  expect(reassignItem({ ...ctx, businessId: 'another' }, { bookingId: id, itemId: item!.id, staffId: rui })).toEqual({ ok: false, refusal: { kind: 'unknown-booking' } })
  cancelBooking(ctx, id, 'Ill')
  expect(give(rui)).toMatchObject({ ok: false, refusal: { kind: 'unknown-booking' } })
})

test('a block in the way of a person is told apart from bookings', () => {
  const { ctx, rui } = frontDesk()
  const resource = read((db) => resourceOfOwner(db, ctx.businessId, 'person', rui))
  const block = blockTime(ctx, { resourceId: resource!.id, startsAt: at('2026-11-05T09:00Z'), endsAt: at('2026-11-05T10:00Z'), reason: 'Dentist' })
  expect(block.ok && read((db) => entriesOf(db, ctx.businessId, [block.value]))).toEqual([])
})

test('the reads of the dashboard walk indexes of the business and scan nothing', () => {
  frontDesk()
  read((db) => {
    expect(planOf(db, entriesSql.between)).toContain('SEARCH i USING INDEX booking_items_short (business_id=? AND starts_at>? AND starts_at<?)')
    expect(planOf(db, entriesSql.between)).toContain('SEARCH i USING INDEX booking_items_long (business_id=? AND starts_at>? AND starts_at<?)')
    expect(planOf(db, entriesSql.between)).toMatch(/SEARCH l USING (COVERING )?INDEX booking_items_longest \(business_id=\?/)
    expect(planOf(db, entriesSql.long)).toMatch(/SEARCH i USING (COVERING )?INDEX booking_items_long/)
    expect(planOf(db, entriesSql.startingCounts)).toContain('SEARCH i USING COVERING INDEX booking_items_short (business_id=? AND starts_at>? AND starts_at<?)')
    expect(planOf(db, entriesSql.starting)).not.toContain('TEMP B-TREE')
    expect(planOf(db, waitingSql.count)).toMatch(/SEARCH b USING (COVERING )?INDEX bookings_by_status/)
    expect(planOf(db, waitingSql.pending)).toContain('SEARCH b USING INDEX bookings_by_status (business_id=? AND status=?)')
    expect(planOf(db, waitingSql.moves)).toContain('SEARCH r USING INDEX change_requests_expiring')
    expect(planOf(db, bookingCountsSql)).toContain('SEARCH b USING COVERING INDEX bookings_by_start')
    for (const sql of [...Object.values(entriesSql), ...Object.values(waitingSql), bookingCountsSql]) expect(planOf(db, sql)).not.toMatch(/SCAN (b|i|f|r|first)\b/)
  })
})

function planOf(db: Db, sql: string): string {
  const values = { businessId: '', diary: null, now: 0, limit: 1, from: 0, to: 1, most: 1, ids: '[]', days: '[]', staffId: null, storeId: null, domain: null }
  return db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`).all(values).map((step) => step.detail).join('\n')
}

test('a member of staff opens their own bookings; another’s and another business’s are not there for them', () => {
  const { ctx, martaCtx, cut, marta, rui } = frontDesk()
  const own = book(ctx, cut, '2026-11-05T09:00Z', marta)
  const others = book(ctx, cut, '2026-11-05T09:00Z', rui)
  const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
  const open = (who: typeof ctx, reference: string) => read((db) => bookingForMember(db, { ...who, member: who.member!, account }, reference).reference)
  expect(open(martaCtx, own.reference)).toBe(own.reference)
  expect(() => open(martaCtx, others.reference)).toThrow()
  expect(open(ctx, others.reference)).toBe(others.reference)
  expect(() => open({ ...ctx, businessId: 'another' }, own.reference)).toThrow()
})

test('a member of staff blocks their own diary alone, and frees only what is theirs', () => {
  const { ctx, martaCtx, marta, rui, chair } = frontDesk()
  const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
  const as = (who: typeof ctx) => ({ ...who, member: who.member!, account })
  const wish = (who: string) => ({ who, reason: 'Dentist', ...blockSpan('2026-11-05', '10:00', '11:00', 'Europe/Lisbon') })
  expect(blockSpan('2026-11-05', '22:00', '00:00', 'Europe/Lisbon')).toEqual({ startsAt: at('2026-11-05T22:00Z'), endsAt: at('2026-11-06T00:00Z') })
  expect(blockDiary(as(martaCtx), wish(rui))).toEqual({ ok: false, refusal: { kind: 'unknown-resource' } })
  expect(blockDiary(as(martaCtx), wish(chair))).toEqual({ ok: false, refusal: { kind: 'unknown-resource' } })
  const own = blockDiary(as(martaCtx), wish(marta))
  const chairs = blockDiary(as(ctx), wish(chair))
  if (!own.ok || !chairs.ok) throw new Error('Not blocked')
  read((db) => {
    expect(blockForMember(db, as(martaCtx), own.value)).toMatchObject({ name: 'Marta', reason: 'Dentist' })
    expect(blockForMember(db, as(martaCtx), chairs.value)).toBeNull()
    expect(blockForMember(db, { ...as(ctx), businessId: 'another' }, chairs.value)).toBeNull()
    expect(blockable(db, as(martaCtx))).toEqual([{ value: marta, label: 'Marta' }])
    expect(blockable(db, as(ctx)).map(({ label }) => label)).toEqual(['Marta', 'Rui', 'Chair 1'])
  })
})

test('a day has a column for each person with what is booked, blocked and free, and a week adds them up', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
  const owner = { ...ctx, member: ctx.member!, account }
  book(ctx, cut, '2026-11-05T10:00Z', marta)
  blockDiary(owner, { who: rui, reason: 'Dentist', ...blockSpan('2026-11-05', '09:00', '12:00', 'Europe/Lisbon') })
  const address = { view: 'day', date: '2026-11-05', staff: '', store: '', domain: '' } as const
  const page = <View extends CalendarPage['view']>(view: View) => read((db) => calendarPage(db, owner, { ...address, view })) as CalendarPage & { view: View }
  const shown = page('day').people.map(({ name, entries, gaps = [] }) => ({ name, entries: entries.map(({ title, time, until }) => `${time}–${until} ${title}`), gaps: gaps.map(({ from, to }) => [from / 60, to / 60]) }))
  expect(shown).toEqual([
    { name: 'Marta', entries: ['10:00–10:45 Cut'], gaps: [[9, 10], [10 + 55 / 60, 17]] },
    { name: 'Rui', entries: ['09:00–12:00 Dentist'], gaps: [[12, 17]] },
  ])
  const week = page('week')
  expect(week.days.map(({ date, entries }) => [date, entries.length])).toContainEqual(['2026-11-05', 2])
  // Somebody is free the whole day: Marta early, Rui later.
  expect(week.days[3]?.gaps?.map(({ from, to }) => [from / 60, to / 60])).toEqual([[9, 10], [10 + 55 / 60, 17]])
  // What is over is not offered.
  expect(week.days[0]?.gaps).toEqual([])
})
