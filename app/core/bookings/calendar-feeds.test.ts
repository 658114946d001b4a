import { expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { addMember, memberCtx } from '../../../tests/world/businesses'
import { instantOf, readCalendar, type ReadEvent } from '../../../tests/world/calendar-reader'
import { book, frontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { blockTime, resourceOfOwner } from '../allocation/index.server'
import { calendarFeedFile } from './calendar-feed-file.server'
import { feedScopesFor, madeFeeds, makeFeed, openFeed, revokeFeed, type FeedScope } from './calendar-feeds.server'
import { cancelBooking } from './change-status.server'
import { moveBooking } from './move-booking.server'
import { bookingById } from './queries.server'

withDatabase()

const at = (text: string) => Date.parse(text)

/** The token of a fresh address. */
function subscribe(ctx: BusinessCtx, scope: FeedScope): string {
  const made = makeFeed(ctx, scope)
  if (!made.ok) throw new Error(made.refusal)
  return new URL(made.value).searchParams.get('token') ?? ''
}

const opens = (token: string) => read((db) => openFeed(db, token)) !== null

function calendarAt(token: string, now = theMorning) {
  return read((db) => {
    const feed = openFeed(db, token)
    if (!feed) throw new Error('It opens nothing')
    return readCalendar(calendarFeedFile(db, feed, now))
  })
}

const summaries = (events: readonly ReadEvent[]) => events.map(({ SUMMARY }) => SUMMARY)

function block(ctx: BusinessCtx, staffId: string, reason: string) {
  const resource = read((db) => resourceOfOwner(db, ctx.businessId, 'person', staffId))
  const made = blockTime(ctx, { resourceId: resource?.id ?? '', startsAt: at('2026-11-06T09:00Z'), endsAt: at('2026-11-06T10:00Z'), reason })
  if (!made.ok) throw new Error(made.refusal.kind)
  return made.value
}

test('a member of staff reads their own diary, and nobody else’s', () => {
  const { ctx, martaCtx, cut, marta, rui } = frontDesk()
  book(ctx, cut, '2026-11-04T10:00Z', marta)
  book(ctx, cut, '2026-11-04T12:00Z', rui)
  const id = block(ctx, marta, 'Dentist')
  block(ctx, rui, 'Football')
  const { events, properties } = calendarAt(subscribe(martaCtx, 'own'))
  expect(summaries(events)).toEqual(['Cut · Ana Sousa', 'Blocked · Dentist'])
  expect(events.map(({ DTSTART, DTEND }) => [instantOf(DTSTART), instantOf(DTEND)])).toEqual([
    [at('2026-11-04T10:00Z'), at('2026-11-04T10:45Z')],
    [at('2026-11-06T09:00Z'), at('2026-11-06T10:00Z')],
  ])
  expect(events[1]?.UID).toBe(`${id}@guildhall`)
  expect(properties).toMatchObject({ 'X-WR-TIMEZONE': ctx.business.timeZone, METHOD: 'PUBLISH' })
  expect(properties['X-WR-CALNAME']).toContain('Marta')
})

test('who may read all bookings reads the whole business, and sees who serves whom', () => {
  const { ctx, cut, colour, marta, rui } = frontDesk()
  book(ctx, cut, '2026-11-04T10:00Z', marta)
  book(ctx, colour, '2026-11-04T12:00Z', rui)
  block(ctx, rui, 'Football')
  const { events } = calendarAt(subscribe(ctx, 'all'))
  expect(events.map(({ SUMMARY, STATUS }) => [SUMMARY, STATUS])).toEqual([
    ['Cut · Ana Sousa · Marta', 'CONFIRMED'],
    ['Colour · Ana Sousa · Rui', 'TENTATIVE'],
    ['Blocked · Football · Rui', 'CONFIRMED'],
  ])
  expect(events[1]?.DESCRIPTION).toMatch(/^Needs an answer\n/)
})

test('of a customer it tells the name alone, whatever signs and letters that has', () => {
  const { ctx, cut } = frontDesk()
  const name = 'Łucja; “Zoë”, \\ 梅子 – der Salon zum goldenen Löwen am Hafen, gegenüber der Brücke'
  const { reference } = book(ctx, cut, '2026-11-04T10:00Z', null, { contact: { name, email: 'lucja@example.test', phone: '+351912345678' }, note: 'Allergic to nuts' })
  const { events } = calendarAt(subscribe(ctx, 'all'))
  expect(events[0]?.SUMMARY).toContain(`Cut · ${name} · `)
  expect(events[0]?.DESCRIPTION).toBe(`${reference}\n${events[0]?.URL}`)
  expect(events[0]?.URL).toMatch(new RegExp(`/dashboard/${ctx.business.slug}/bookings/${reference}$`))
  expect(JSON.stringify(events)).not.toMatch(/lucja@|912345678|nuts/)
})

test('a move keeps the UID and raises the SEQUENCE; what is called off or only held is not there', () => {
  const { ctx, cut, marta, rui } = frontDesk()
  const { id } = book(ctx, cut, '2026-11-04T10:00Z', marta)
  const gone = book(ctx, cut, '2026-11-04T12:00Z', rui)
  const held = book(ctx, cut, '2026-11-04T14:00Z', rui)
  change("UPDATE bookings SET status = 'held', hold_until = placed_at WHERE id = ?", held.id)
  const token = subscribe(ctx, 'all')
  const [before] = calendarAt(token).events
  const [item] = read((db) => bookingById(db, ctx.businessId, id))?.items ?? []
  moveBooking(ctx, { bookingId: id, items: [{ itemId: item?.id ?? '', choice: { start: '2026-11-05T15:00Z', staff: marta, store: null } }] })
  cancelBooking(ctx, gone.id, 'Ill')
  const { events } = calendarAt(token)
  expect(events).toHaveLength(1)
  expect(events[0]?.UID).toBe(before?.UID)
  expect(Number(events[0]?.SEQUENCE)).toBeGreaterThan(Number(before?.SEQUENCE))
  expect(instantOf(events[0]?.DTSTART)).toBe(at('2026-11-05T15:00Z'))
})

test('it reaches from a month back to a year ahead', () => {
  const { ctx, cut } = frontDesk()
  book(ctx, cut, '2026-11-04T10:00Z')
  const token = subscribe(ctx, 'all')
  const seenFrom = (days: number) => calendarAt(token, at('2026-11-04T10:00Z') + days * day).events.length
  expect([seenFrom(-366), seenFrom(-365), seenFrom(31), seenFrom(32)]).toEqual([0, 1, 1, 0])
})

test('of an address a hash is kept, one of a kind works at a time, and what is revoked opens nothing', () => {
  const { ctx, martaCtx } = frontDesk()
  const first = subscribe(ctx, 'all')
  const second = subscribe(ctx, 'all')
  expect([opens(first), opens(second), opens(''), opens('made-up')]).toEqual([false, true, false, false])
  expect(JSON.stringify(rows('SELECT * FROM calendar_feeds'))).not.toContain(second)
  const [feed] = read((db) => madeFeeds(db, ctx))
  expect(revokeFeed(martaCtx, feed?.id ?? '')).toEqual({ ok: false, refusal: 'unknown-feed' })
  expect(opens(second)).toBe(true)
  expect(revokeFeed(ctx, feed?.id ?? '').ok).toBe(true)
  expect(revokeFeed(ctx, feed?.id ?? '')).toEqual({ ok: false, refusal: 'unknown-feed' })
  expect(opens(second)).toBe(false)
  expect(rows("SELECT action FROM audit WHERE action LIKE 'bookings.feed.%' ORDER BY rowid").map(({ action }) => action)).toEqual([
    'bookings.feed.create', 'bookings.feed.revoke', 'bookings.feed.create', 'bookings.feed.revoke',
  ])
})

test('nobody subscribes to more than they may read', () => {
  const { ctx, martaCtx } = frontDesk()
  expect(makeFeed(martaCtx, 'all')).toEqual({ ok: false, refusal: 'not-theirs' })
  expect(makeFeed(ctx, 'own')).toEqual({ ok: false, refusal: 'no-diary' })
  expect([ctx, martaCtx].map(({ member }) => member && feedScopesFor(member))).toEqual([['all'], ['own']])
})

test('an address is dead for whoever leaves, even when they come back, and for whoever may no longer read it', () => {
  const { ctx, martaCtx, martaAccount, marta } = frontDesk()
  const own = subscribe(martaCtx, 'own')
  change('UPDATE staff SET user_id = NULL WHERE id = ?', marta)
  expect(opens(own)).toBe(false)
  change('UPDATE staff SET user_id = ? WHERE id = ?', martaAccount, marta)
  change("UPDATE members SET role = 'manager' WHERE user_id = ?", martaAccount)
  const all = subscribe(memberCtx(ctx.businessId, martaAccount), 'all')
  expect([opens(own), opens(all)]).toEqual([true, true])
  change("UPDATE members SET role = 'staff' WHERE user_id = ?", martaAccount)
  expect([opens(own), opens(all)]).toEqual([true, false])
  change('DELETE FROM members WHERE user_id = ?', martaAccount)
  expect(opens(own)).toBe(false)
  addMember(ctx.businessId, martaAccount, 'owner')
  expect([opens(own), opens(all)]).toEqual([false, false])
  expect(read((db) => madeFeeds(db, memberCtx(ctx.businessId, martaAccount)))).toEqual([])
})
