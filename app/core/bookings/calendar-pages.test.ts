import { expect, test } from 'vitest'
import { day, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { blocksBetween, blocksSql } from '../allocation/index.server'
import { book, frontDesk, type FrontDesk } from '../../../tests/world/front-desk'
import { Boathouse } from '../../../tests/world/sessions'
import { tours } from '../../../tests/world/tours'
import { memberCtx } from '../../../tests/world/businesses'
import { change, theMorning, withDatabase } from '../../../tests/world/world'
import { blockDiary } from './block-diary.server'
import { calendarAddressIn, type CalendarAddress, type CalendarView } from './calendar-address'
import { calendarPage, type CalendarPage } from './calendar-days.server'
import { entriesBetween } from './calendar.server'
import { calendarFeedFile } from './calendar-feed-file.server'
import type { OpenFeed } from './calendar-feeds.server'
import { cancelBooking } from './change-status.server'
import { installDomains } from './domain.server'
import { overview } from './overview.server'

withDatabase()

const at = (text: string) => Date.parse(text)
const account = { id: '', name: '', email: '', emailVerified: true, roles: [], language: null, timeZone: null, sessionHash: '' }
const as = ({ ctx }: FrontDesk) => ({ ...ctx, member: ctx.member!, account })

function page<View extends CalendarView>(desk: FrontDesk, view: View, more: Partial<CalendarAddress> = {}) {
  const address = { date: '2026-11-04', staff: '', store: '', domain: '', ...more, view }
  return read((db) => calendarPage(db, as(desk), address)) as CalendarPage & { view: View }
}

/** A visit that is made to last from one instant to another, as a stay does. */
function lasting({ ctx, cut }: FrontDesk, from: string, to: string, more = {}): string {
  const { id, reference } = book(ctx, cut, '2026-11-20T10:00Z', null, more)
  change('UPDATE booking_items SET starts_at = ?, ends_at = ?, staff_id = NULL WHERE booking_id = ?', at(from), at(to), id)
  change('UPDATE bookings SET starts_at = ?, ends_at = ? WHERE id = ?', at(from), at(to), id)
  change("UPDATE allocations SET released_at = ? WHERE kind = 'booking' AND subject IN (SELECT id FROM booking_items WHERE booking_id = ?)", theMorning, id)
  return reference
}

const cells = (desk: FrontDesk, more: Partial<CalendarAddress> = {}) => page(desk, 'month', more).weeks.flatMap(({ days }) => days)
const cell = (desk: FrontDesk, date: string, more: Partial<CalendarAddress> = {}) => cells(desk, more).find((one) => one.date === date)!

test('what lasts for weeks is on the calendar to its last day, and short visits beside it', () => {
  const desk = frontDesk()
  lasting(desk, '2026-10-01T15:00Z', '2026-11-10T11:00Z')
  book(desk.ctx, desk.cut, '2026-11-04T10:00Z')
  const on = (from: string, to: string) => read((db) => entriesBetween(db, desk.ctx.businessId, at(from), at(to))).length
  expect(on('2026-11-09T00:00Z', '2026-11-10T00:00Z')).toBe(1)
  expect(on('2026-11-04T00:00Z', '2026-11-05T00:00Z')).toBe(2)
  expect(on('2026-11-10T11:00Z', '2026-11-11T00:00Z')).toBe(0)
  expect(page(desk, 'day', { date: '2026-11-09' }).bars).toHaveLength(1)
  expect(page(desk, 'week').bars.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([[1, 7]])
})

test('a time that is blocked for weeks is on the calendar to its last day', () => {
  const desk = frontDesk()
  blockDiary(as(desk), { who: desk.rui, reason: 'Parental leave', startsAt: at('2026-11-10T00:00Z'), endsAt: at('2027-01-10T00:00Z') })
  blockDiary(as(desk), { who: desk.marta, reason: 'Dentist', startsAt: at('2026-12-20T10:00Z'), endsAt: at('2026-12-20T11:00Z') })
  const reasons = (from: string, to: string) => read((db) => blocksBetween(db, desk.ctx.businessId, at(from), at(to))).map(({ reason }) => reason)
  expect(reasons('2026-12-20T00:00Z', '2026-12-21T00:00Z')).toEqual(['Parental leave', 'Dentist'])
  expect(reasons('2027-01-10T00:00Z', '2027-01-11T00:00Z')).toEqual([])
  const plan = read((db) => db.$client.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${blocksSql}`).all({ businessId: '', from: 0, to: 1 })).map(({ detail }) => detail).join('\n')
  expect(plan).toMatch(/SEARCH allocations USING INDEX allocations_by_business \(business_id=\? AND kind=\? AND starts_at>\? AND starts_at<\?\)/)
  expect(plan).toMatch(/SEARCH allocations USING INDEX allocations_long \(business_id=\? AND starts_at>\? AND starts_at<\?\)/)
  expect(plan).not.toContain('SCAN allocations')
})

test('a month has whole weeks, with the days of other months told apart', () => {
  const desk = frontDesk()
  const dates = cells(desk).map(({ date }) => date)
  expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-10-26', '2026-12-06', 42])
  expect(cells(desk).filter(({ outside }) => !outside)).toHaveLength(30)
  expect(cells(desk).filter(({ today }) => today).map(({ date }) => date)).toEqual(['2026-11-03'])
  expect(cells(desk, { date: '2027-02-14' }).map(({ date }) => date)).toHaveLength(28)
})

test('a stay is a bar from its arrival to the day before it leaves, and goes on in the next row', () => {
  const desk = frontDesk()
  lasting(desk, '2026-11-07T15:00Z', '2026-11-10T11:00Z')
  const over = cells(desk).flatMap(({ date, lanes }) => lanes.map((bar) => [date, bar?.days, bar?.fromBefore, bar?.goesOn]))
  expect(over).toEqual([['2026-11-07', 2, false, true], ['2026-11-08', 0, false, true], ['2026-11-09', 1, true, false]])
  expect(cell(desk, '2026-11-10').lanes).toEqual([])
})

test('who arrives on the day that somebody leaves has the lane from that day on', () => {
  const desk = frontDesk()
  lasting(desk, '2026-11-03T15:00Z', '2026-11-05T11:00Z')
  lasting(desk, '2026-11-05T15:00Z', '2026-11-07T11:00Z')
  expect(cells(desk).flatMap(({ date, lanes }) => lanes.map((bar) => [date, bar?.days]))).toEqual([['2026-11-03', 2], ['2026-11-04', 0], ['2026-11-05', 2], ['2026-11-06', 0]])
})

test('a cell holds four lines, and says how many more there are', () => {
  const desk = frontDesk()
  const { ctx, cut, marta, rui } = desk
  for (const hours of ['09', '10', '11', '12']) for (const staff of [marta, rui]) book(ctx, cut, `2026-11-04T${hours}:00Z`, staff)
  lasting(desk, '2026-11-03T15:00Z', '2026-11-06T11:00Z')
  const busy = cell(desk, '2026-11-04')
  expect([busy.lanes.length, busy.entries.length, busy.more]).toEqual([1, 3, 5])
  expect(busy.href).toBe(`/dashboard/${ctx.business.slug}/calendar?date=2026-11-04&view=day`)
  expect(busy.entries.map(({ time, title }) => [time, title])).toEqual([['09:00', 'Cut'], ['09:00', 'Cut'], ['10:00', 'Cut']])
})

test('an empty day to come leads to the day, ready to book or block; one that is over leads nowhere', () => {
  const desk = frontDesk()
  expect(cell(desk, '2026-11-12').empty?.href).toContain('view=day&date=2026-11-12&at=2026-11-12T09%3A00Z#block')
  expect(cell(desk, '2026-11-02').empty).toBeNull()
})

test('month and agenda are narrowed as the other views are, and show nothing that was called off', () => {
  const desk = frontDesk()
  const { ctx, cut, colour, marta, rui } = desk
  book(ctx, cut, '2026-11-04T09:00Z', marta)
  book(ctx, colour, '2026-11-04T12:00Z', rui)
  cancelBooking(ctx, book(ctx, cut, '2026-11-04T15:00Z', marta).id, 'Ill')
  const titles = (more: Partial<CalendarAddress>) => [cell(desk, '2026-11-04', more).entries, page(desk, 'agenda', more).days[0]?.entries ?? []].map((entries) => entries.map(({ title }) => title))
  expect(titles({})).toEqual([['Cut', 'Colour'], ['Cut', 'Colour']])
  expect(titles({ staff: rui })).toEqual([['Colour'], ['Colour']])
  expect(titles({ domain: 'events' })).toEqual([[], []])
  expect(titles({ store: 'another' })).toEqual([[], []])
})

test('an agenda has a week of days, what lasts for days on each of them and on that of its departure', () => {
  const desk = frontDesk()
  lasting(desk, '2026-11-04T15:00Z', '2026-11-06T11:00Z')
  book(desk.ctx, desk.colour, '2026-11-05T10:00Z')
  expect(page(desk, 'agenda').days.slice(0, 3).map(({ date, entries }) => [date, entries.map(({ when, title, pending }) => `${when} ${title}${pending ? ', pending' : ''}`)])).toEqual([
    ['2026-11-04', ['Wed 4 Nov – Fri 6 Nov Cut']],
    ['2026-11-05', ['Wed 4 Nov – Fri 6 Nov Cut', '10:00–11:30 Colour, pending']],
    ['2026-11-06', ['until 11:00 Cut']],
  ])
})

test('a session stands once, with how many are in it, however many are booked', () => {
  const boathouse = new Boathouse()
  const { owner, guides, room } = boathouse
  const morning = boathouse.session('2026-11-05T09:00', { staffId: guides.Ana })
  const afternoon = boathouse.session('2026-11-05T14:00', { placeIds: [room] })
  const member = memberCtx(owner.businessId, owner.actor.kind === 'user' ? owner.actor.id : '', theMorning)
  const desk = { ...frontDesk(), ctx: member }
  installDomains([tours])
  expect(cell(desk, '2026-11-05').entries.map(({ time, detail }) => [time, detail])).toEqual([['09:00', '0 of 10 · Ana'], ['14:00', '0 of 10']])
  expect(cell(desk, '2026-11-05', { staff: guides.Ana }).entries).toHaveLength(1)
  expect(page(desk, 'week').days[3]?.entries.map(({ time }) => time)).toEqual(['09:00', '14:00'])
  const columns = page(desk, 'day', { date: '2026-11-05' }).people.flatMap(({ name, entries }) => entries.map(({ time, href }) => [time, name, href.split('/dashboard/boathouse/')[1]]))
  // Each leads to its own page.
  expect(columns).toEqual([['09:00', 'Ana', `activities/dates/${morning.id}`], ['14:00', 'Boat shed', `activities/dates/${afternoon.id}`]])
})

test('the day’s sheet and a subscribed calendar have each session once too', () => {
  const boathouse = new Boathouse()
  // Its permissions are the registry's.
  frontDesk()
  installDomains([tours])
  const { owner, guides } = boathouse
  const { id } = boathouse.session('2026-11-03T14:00', { staffId: guides.Ana })
  boathouse.session('2026-11-04T09:00', { minPeople: 4, decideBeforeMinutes: 60 })
  const userId = owner.actor.kind === 'user' ? owner.actor.id : ''
  const member = { ...memberCtx(owner.businessId, userId, theMorning), account }
  const today = read((db) => overview(db, { ...member, member: member.member! }))
  expect(today.sessions.map(({ title, taken, person, waits, path }) => [title, taken, person, waits, path])).toEqual([['Tour', '0 of 10', 'Ana', false, `/activities/dates/${id}`]])
  expect(today.tomorrow).toBe(1)
  const feed = (staffId: string | null) => read((db) => calendarFeedFile(db, { business: owner.business, staffId, userId } as OpenFeed, theMorning))
  expect(feed(null).match(/^SUMMARY:.*$/gm)?.map((line) => line.trim())).toEqual(['SUMMARY:Tour · 0 of 10 · Ana', 'SUMMARY:Tour · 0 of 10'])
  expect(feed(null).match(/^STATUS:.*$/gm)?.map((line) => line.trim())).toEqual(['STATUS:CONFIRMED', 'STATUS:TENTATIVE'])
  expect(feed(guides.Ana).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(feed(guides.Ana).replaceAll(/\r\n[ \t]/g, '')).toContain(`/dashboard/boathouse/activities/dates/${id}`)
})

test('days are those of the wall where the clocks change', () => {
  const desk = frontDesk(at('2026-10-20T08:00Z'))
  book(desk.ctx, desk.cut, '2026-10-26T09:00Z')
  const october = cells(desk, { date: '2026-10-25' })
  expect(october.find(({ date }) => date === '2026-10-26')?.entries.map(({ time }) => time)).toEqual(['09:00'])
  expect(october).toHaveLength(35)
})

test('a calendar that is asked for ten years off is shown today', () => {
  const address = (query: string) => calendarAddressIn(new URLSearchParams(query), '2026-11-03')
  expect(address('view=month&date=2099-01-01')).toMatchObject({ view: 'month', date: '2026-11-03' })
  expect(address('view=agenda&date=2026-12-24')).toMatchObject({ view: 'agenda', date: '2026-12-24' })
  expect(address('view=year').view).toBe('day')
  expect(day).toBe(24 * hour)
})
