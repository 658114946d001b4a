import { beforeEach, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day, formatInstant, hour } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import type { CalendarEntry } from '~/platform/read-icalendar.server'
import { business } from '../../../tests/world/businesses'
import { bringTo, feedFor, feedNow, lodging, stay } from '../../../tests/world/channels'
import { book, type FrontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { cancelBooking, placeBooking } from '../bookings/index.server'
import { makeAddress } from './addresses.server'
import { clashesOf } from './clashes.server'
import { feedsOfListing, type Feed } from './feeds.server'
import { addFeed, askNow, changeFeed, pauseFeed, removeFeed, resumeFeed } from './save-feed.server'
import { channelSubscribers } from './subscribers.server'

withDatabase()

let desk: FrontDesk
beforeEach(() => {
  desk = lodging()
  installSubscribers(channelSubscribers)
})

const feed = (name?: string, ctx?: BusinessCtx) => feedFor(desk, name, ctx)
const again = (id: string) => feedNow(desk, id)
const bring = (one: Feed, entries: readonly CalendarEntry[], more?: Parameters<typeof bringTo>[3]) => bringTo(desk, one, entries, more)

const taken = () =>
  rows<{ from: number; to: number }>("SELECT starts_at AS 'from', ends_at AS 'to' FROM allocations WHERE kind = 'import' AND released_at IS NULL ORDER BY starts_at").map(({ from, to }) =>
    [from, to].map((at) => formatInstant(at).slice(0, 13)).join(' '),
  )
const mails = () => rows<{ recipient: string; subject: string; template: string }>('SELECT "to" AS recipient, subject, template FROM mails WHERE template LIKE \'channel-%\' ORDER BY id')
const notices = () => rows<{ kind: string }>("SELECT kind FROM notifications WHERE kind LIKE 'channel-%'").map(({ kind }) => kind)
function drain(now = theMorning): void {
  while (fanOut(now) + deliverDue(now).delivered > 0);
}

test('what another channel sold takes its nights, what it moves moves, and what vanishes is free again', () => {
  const one = feed()
  expect(bring(one, [stay('a', '2026-11-10', '2026-11-13'), stay('b', '2026-11-13', '2026-11-14')])).toEqual({ added: 2, changed: 0, gone: 0 })
  expect(taken()).toEqual(['2026-11-10T12 2026-11-13T12', '2026-11-13T12 2026-11-14T12'])
  expect(bring(one, [stay('a', '2026-11-11', '2026-11-13'), stay('b', '2026-11-13', '2026-11-14')])).toEqual({ added: 0, changed: 1, gone: 0 })
  expect(taken()).toEqual(['2026-11-11T12 2026-11-13T12', '2026-11-13T12 2026-11-14T12'])
  expect(bring(one, [stay('b', '2026-11-13', '2026-11-14')])).toEqual({ added: 0, changed: 0, gone: 1 })
  expect(taken()).toEqual(['2026-11-13T12 2026-11-14T12'])
  // What was given back stays as a row, with when.
  expect(rows("SELECT id FROM allocations WHERE kind = 'import' AND released_at IS NOT NULL")).toHaveLength(2)
})

test('to be told the same again changes no row', () => {
  const one = feed()
  const entries = [stay('a', '2026-11-10', '2026-11-13'), stay('a', '2026-11-20', '2026-11-23'), stay('', '2026-12-01', '2026-12-02')]
  bring(one, entries)
  const before = [rows('SELECT * FROM allocations'), rows('SELECT * FROM channel_entries'), rows('SELECT * FROM audit')]
  expect(bring(one, [...entries].reverse(), { now: theMorning + hour })).toEqual({ added: 0, changed: 0, gone: 0 })
  expect([rows('SELECT * FROM allocations'), rows('SELECT * FROM channel_entries'), rows('SELECT * FROM audit')]).toEqual(before)
})

test('imported nights are not sold here, and are never refused for what is sold already', () => {
  const one = feed()
  bring(one, [stay('a', '2026-11-09', '2026-11-11')])
  const order = { key: 'late', items: [{ listingId: desk.colour.id, choice: { start: '2026-11-10T10:00Z', staff: null, store: null }, attendeeName: null, answers: {} }], contact: { name: 'Ana', email: 'ana@example.test', phone: null }, note: null, channel: 'online' as const }
  const refused = placeBooking(desk.ctx, order)
  expect(refused.ok ? null : refused.refusal.kind).toBe('taken')
  book(desk.ctx, desk.colour, '2026-11-12T10:00Z')
  expect(bring(one, [stay('a', '2026-11-09', '2026-11-11'), stay('b', '2026-11-11', '2026-11-13')])).toMatchObject({ added: 1 })
})

test('what has passed stays taken when a channel drops it, and what could not be understood stays as it was', () => {
  const one = feed()
  bring(one, [stay('past', '2026-11-01', '2026-11-03'), stay('odd', '2026-11-20', '2026-11-21')], { now: theMorning - day })
  expect(bring(one, [], { now: theMorning + day, unreadable: ['odd'] })).toEqual({ added: 0, changed: 0, gone: 0 })
  expect(taken()).toHaveLength(2)
})

test('where an entry meets a booking, owner and managers are told once, and both stand on the page until one gives way', () => {
  const one = feed()
  const booking = book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  const entries = [stay('a', '2026-11-09', '2026-11-11'), stay('free', '2026-11-20', '2026-11-22')]
  bring(one, entries)
  drain()
  bring(one, entries, { now: theMorning + hour })
  drain(theMorning + hour)
  expect(mails()).toEqual([{ recipient: expect.stringContaining('owner'), subject: `Booked twice: Colour, ${booking.reference} and Airbnb`, template: 'channel-clash' }])
  expect(notices()).toEqual(['channel-clash'])
  const open = () => read((db) => clashesOf(db, desk.ctx.businessId, one.id, theMorning)).map(({ entry, booking: met }) => [entry.uid, met.reference])
  expect(open()).toEqual([['a', booking.reference]])

  // Moved within the same nights it is another version: told again.
  bring(one, [stay('a', '2026-11-09', '2026-11-12')], { now: theMorning + 2 * hour })
  drain(theMorning + 2 * hour)
  expect(mails()).toHaveLength(2)
  cancelBooking(desk.ctx, booking.id, 'They have it elsewhere')
  expect(open()).toEqual([])
})

test('held and pending bookings are met too, and what was solved before the mail was written is left untold', () => {
  const one = feed()
  const pending = book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  expect(rows('SELECT status FROM bookings')).toEqual([{ status: 'pending' }])
  change("UPDATE bookings SET status = 'held', hold_until = ? WHERE id = ?", theMorning + hour, pending.id)
  change('UPDATE allocations SET expires_at = ? WHERE kind = ?', theMorning + hour, 'booking')
  bring(one, [stay('a', '2026-11-09', '2026-11-11')])
  expect(read((db) => clashesOf(db, desk.ctx.businessId, one.id, theMorning))).toHaveLength(1)
  // The hold runs out.
  expect(read((db) => clashesOf(db, desk.ctx.businessId, one.id, theMorning + hour))).toEqual([])
  drain(theMorning + hour)
  expect(mails()).toEqual([])
})

test('of what there are several, an entry meets bookings only where none is left', () => {
  const { ctx, colour, chair } = desk
  change('UPDATE resources SET capacity = 2 WHERE id = ?', chair)
  book(ctx, colour, '2026-11-10T10:00Z')
  const one = feed()
  bring(one, [stay('a', '2026-11-09', '2026-11-11')])
  expect(read((db) => clashesOf(db, ctx.businessId, one.id, theMorning))).toEqual([])
  bring(one, [stay('a', '2026-11-09', '2026-11-11'), stay('b', '2026-11-09', '2026-11-10')])
  expect(read((db) => clashesOf(db, ctx.businessId, one.id, theMorning)).map(({ entry }) => entry.uid)).toEqual(['b'])
})

test('a calendar is paused, changed and removed; removing it gives back what it takes from now on', () => {
  const one = feed()
  bring(one, [stay('past', '2026-10-30', '2026-11-01'), stay('now', '2026-11-02', '2026-11-04'), stay('later', '2026-12-02', '2026-12-04')], { now: theMorning - 5 * day })
  expect(pauseFeed(desk.ctx, one.id).ok && again(one.id)).toMatchObject({ pausedAt: theMorning, dueAt: null })
  expect(askNow(desk.ctx, one.id)).toEqual({ ok: false, refusal: { kind: 'paused' } })
  expect(changeFeed(desk.ctx, one.id, { name: 'Vrbo', address: 'webcal://vrbo.example/cal.ics#top' }).ok && again(one.id)).toMatchObject({ name: 'Vrbo', address: 'https://vrbo.example/cal.ics', dueAt: null })
  expect(resumeFeed(desk.ctx, one.id).ok && again(one.id)).toMatchObject({ pausedAt: null, dueAt: theMorning })
  expect(removeFeed(desk.ctx, one.id)).toEqual({ ok: true, value: 2 })
  expect(taken()).toEqual(['2026-10-30T11 2026-11-01T12'].map((span) => span.replace('T11', 'T12')))
  expect(read((db) => feedsOfListing(db, desk.ctx.businessId, desk.colour.id))).toEqual([])
  expect(removeFeed(desk.ctx, one.id)).toEqual({ ok: false, refusal: { kind: 'unknown-feed' } })
  expect(JSON.stringify(rows('SELECT changes FROM audit'))).not.toContain('calendars.example')
})

test.each([
  ['no address at all', 'nonsense', 'no-address'],
  ['another scheme', 'ftp://calendars.example/a.ics', 'no-address'],
  ['a log-in within', 'https://me:secret@calendars.example/a.ics', 'no-address'],
  ['one that is read already', ' https://calendars.example/same.ics#again ', 'twice'],
])('an address is refused: %s', (_what, address, kind) => {
  addFeed(desk.ctx, desk.colour.id, { name: 'Airbnb', address: 'https://calendars.example/same.ics' })
  expect(addFeed(desk.ctx, desk.colour.id, { name: 'Other', address })).toMatchObject({ ok: false, refusal: { kind } })
})

test('a listing without nights, and another business’s, takes no calendar', () => {
  const other = business('Elsewhere')
  expect(addFeed(desk.ctx, desk.cut.id, { name: 'Airbnb', address: 'https://a.example/' })).toMatchObject({ refusal: { kind: 'not-exchanged' } })
  expect(addFeed(other.ctx, desk.colour.id, { name: 'Airbnb', address: 'https://a.example/' })).toMatchObject({ refusal: { kind: 'not-exchanged' } })
  expect(changeFeed(other.ctx, feed().id, { name: 'Mine', address: 'https://a.example/' })).toMatchObject({ refusal: { kind: 'unknown-feed' } })
  expect(makeAddress(desk.ctx, desk.colour.id, { name: 'Vrbo', feedId: 'unknown' })).toMatchObject({ refusal: 'unknown-feed' })
})
