import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { day, formatInstant, hour, minute } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import type { fetchOutside, Version } from '~/platform/fetch-outside.server'
import { deliverDue, fanOut } from '~/platform/outbox/drain.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import type { CalendarEntry } from '~/platform/read-icalendar.server'
import { business, memberCtx } from '../../../tests/world/businesses'
import { readCalendar } from '../../../tests/world/calendar-reader'
import { exchange, lodging, stay } from '../../../tests/world/channels'
import { book, type FrontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { blockTime, createResource } from '../allocation/index.server'
import { cancelBooking, placeBooking } from '../bookings/index.server'
import { addressFile } from './address-file.server'
import { addressesOfListing, makeAddress, openAddress, revokeAddress } from './addresses.server'
import { clashesOf } from './clashes.server'
import { exchangedListing } from './exchanged.server'
import { comingEntries, feedById, feedsOfListing, type Feed } from './feeds.server'
import { fetchDueFeeds } from './fetch-feeds.server'
import { addFeed, askNow, changeFeed, pauseFeed, removeFeed, resumeFeed } from './save-feed.server'
import { channelSubscribers } from './subscribers.server'
import { takeOver } from './take-over.server'

withDatabase()

let desk: FrontDesk
beforeEach(() => {
  desk = lodging()
  installSubscribers(channelSubscribers)
})

const ownerAt = (now: number) => memberCtx(desk.ctx.businessId, desk.ctx.actor.kind === 'user' ? desk.ctx.actor.id : '', now)

let feeds = 0
function feed(name = 'Airbnb', ctx: BusinessCtx = desk.ctx): Feed {
  const added = addFeed(ctx, desk.colour.id, { name, address: `https://calendars.example/${(feeds += 1)}.ics` })
  if (!added.ok) throw new Error(added.refusal.kind)
  return again(added.value)
}

function again(id: string): Feed {
  const found = read((db) => feedById(db, desk.ctx.businessId, id))
  if (!found) throw new Error('No such feed')
  return found
}

function bring(one: Feed, entries: readonly CalendarEntry[], { now = theMorning, unreadable = [] as string[] } = {}) {
  const listing = read((db) => exchangedListing(db, desk.ctx.businessId, desk.colour.id))
  if (!listing) throw new Error('Nothing to exchange')
  return takeOver(ownerAt(now), one, listing, { entries, unreadable })
}

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

// --- The job

type Answer = Awaited<ReturnType<typeof fetchOutside>>
const file = (...entries: readonly (readonly [uid: string, from: string, to: string])[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...entries.flatMap(([uid, from, to]) => ['BEGIN:VEVENT', `UID:${uid}`, `DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`, `DTEND;VALUE=DATE:${to.replaceAll('-', '')}`, 'END:VEVENT']), 'END:VCALENDAR', ''].join('\r\n')
const says = (text: string, version: Partial<Version> = {}): Answer => ({ ok: true, value: { kind: 'read', text, etag: null, lastModified: null, ...version } })

/** A round of the job with somebody else's server played: answers what it was asked with. */
async function round(now: number, answer: Answer) {
  const asked: (string | null | undefined)[] = []
  const count = await fetchDueFeeds({
    now,
    atMost: 50,
    fetch: async (_address, { etag }) => {
      asked.push(etag)
      return answer
    },
  })
  return { count, asked }
}

test('a calendar is asked for at once, then every quarter of an hour, with what it said of its version, and whole once a day', async () => {
  const one = feed()
  const text = file(['a', '2026-11-10', '2026-11-13'])
  expect(await round(theMorning, says(text, { etag: '"1"' }))).toEqual({ count: 1, asked: [undefined] })
  expect(again(one.id)).toMatchObject({ outcome: 'read', entries: 1, unreadable: 0, askedAt: theMorning, readAt: theMorning, dueAt: theMorning + 15 * minute })
  expect(await round(theMorning + 14 * minute, says(text))).toMatchObject({ count: 0 })
  expect(await round(theMorning + 15 * minute, { ok: true, value: { kind: 'unchanged' } })).toEqual({ count: 1, asked: ['"1"'] })
  expect(again(one.id)).toMatchObject({ outcome: 'unchanged', entries: 1, etag: '"1"', readAt: theMorning })
  expect(taken()).toHaveLength(1)
  expect((await round(theMorning + day, says(text, { etag: '"1"' }))).asked).toEqual([undefined])
})

test.each([
  ['status', { ok: false, refusal: { kind: 'status', status: 503 } } as Answer, 503],
  ['too-slow', { ok: false, refusal: { kind: 'too-slow' } } as Answer, null],
  ['no-calendar', says('<!doctype html><title>Log in</title>'), null],
  ['no-calendar', says(file(['a', '2026-11-10', '2026-11-13']).slice(0, 60)), null],
])('a calendar that fails (%s) keeps what it took, and is asked less and less often', async (outcome, answer, status) => {
  const one = feed()
  await round(theMorning, says(file(['a', '2026-11-10', '2026-11-13'])))
  const waits: number[] = []
  let now = theMorning + 15 * minute
  for (let failures = 1; failures <= 7; failures += 1) {
    await round(now, answer)
    const { dueAt } = again(one.id)
    waits.push(((dueAt ?? 0) - now) / minute)
    now = dueAt ?? 0
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360])
  expect(again(one.id)).toMatchObject({ outcome, status, failures: 7, failingSince: theMorning + 15 * minute, readAt: theMorning })
  expect(taken()).toHaveLength(1)
  await round(now, says(file()))
  expect(again(one.id)).toMatchObject({ outcome: 'read', status: null, failures: 0, failingSince: null, toldAt: null })
  expect(taken()).toEqual([])
})

test('whoever looks after calendars is told once when one has failed for a day, and again only after it had been well', async () => {
  feed('Booking.com')
  const gone: Answer = { ok: false, refusal: { kind: 'status', status: 410 } }
  const failFor = async (from: number, to: number) => {
    for (let now = from; now <= to; now += 6 * hour) {
      await round(now, gone)
      drain(now)
    }
  }
  await failFor(theMorning, theMorning + 23 * hour)
  expect(mails()).toEqual([])
  await failFor(theMorning + day, theMorning + 3 * day)
  expect(mails().map(({ subject }) => subject)).toEqual(['The calendar of Booking.com cannot be read: Colour'])
  expect(notices()).toEqual(['channel-failing'])
  await round(theMorning + 4 * day, says(file()))
  await failFor(theMorning + 5 * day, theMorning + 7 * day)
  expect(mails()).toHaveLength(2)
})

test('a calendar that was removed, paused or pointed elsewhere while it was waited for takes nothing over', async () => {
  const acts: readonly ((id: string) => unknown)[] = [
    (id) => removeFeed(desk.ctx, id),
    (id) => pauseFeed(desk.ctx, id),
    (id) => changeFeed(desk.ctx, id, { name: 'Other', address: `https://other.example/${id}` }),
  ]
  for (const act of acts) {
    const one = feed()
    const answer = says(file(['a', '2026-11-10', '2026-11-13']))
    await fetchDueFeeds({ now: theMorning, atMost: 1, fetch: async () => (act(one.id), answer) })
    expect(taken()).toEqual([])
    change('UPDATE channel_feeds SET due_at = NULL')
  }
})

test('one that ends the process does not come first in the next round', async () => {
  const poison = feed('Poison')
  await expect(fetchDueFeeds({ now: theMorning, atMost: 1, fetch: () => Promise.reject(new Error('out of memory')) })).rejects.toThrow('out of memory')
  expect(again(poison.id).dueAt).toBe(theMorning + 15 * minute)
})

test('no transaction is open while a calendar is waited for', async () => {
  feed()
  feed('Vrbo')
  let waiting = 0
  await fetchDueFeeds({
    now: theMorning,
    atMost: 10,
    fetch: async () => {
      waiting += 1
      expect(transact((db) => db.$client.inTransaction)).toBe(true)
      return says(file([`a${waiting}`, '2026-11-10', '2026-11-13']))
    },
  })
  expect([waiting, taken().length]).toEqual([2, 2])
})

test('asking at once is held back after six times in an hour', () => {
  const one = feed()
  const answers = Array.from({ length: 7 }, () => askNow(desk.ctx, one.id))
  expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true, true, false])
  expect(answers.at(-1)).toMatchObject({ refusal: { kind: 'too-often' } })
})

// --- What others read

function addressFor(feedId: string | null = null, listingId = desk.colour.id): string {
  const made = makeAddress(desk.ctx, listingId, { name: 'Vrbo', feedId })
  if (!made.ok) throw new Error(made.refusal)
  return new URL(made.value).searchParams.get('token') ?? ''
}

function fileAt(token: string, now = theMorning): string {
  return read((db) => {
    const open = openAddress(db, token)
    return (open && addressFile(db, open.business, open.address, now)) ?? 'nothing'
  })
}

/** The dates in a file, by a reader that shares no code with the writer. */
function datesIn(text: string) {
  readCalendar(text)
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    expect([event.startDate.isDate, event.endDate.isDate]).toEqual([true, true])
    return { uid: event.uid, from: event.startDate.toString(), to: event.endDate.toString(), summary: event.summary, sequence: event.sequence }
  })
}
const spans = (text: string) => datesIn(text).map(({ from, to }) => `${from} ${to}`)

test('an address says on which dates the listing is taken: bookings, blocks and other channels, as days from arrival to departure', () => {
  const token = addressFor()
  book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  blockTime(desk.ctx, { resourceId: desk.chair, startsAt: Date.parse('2026-11-20T12:00Z'), endsAt: Date.parse('2026-11-25T12:00Z'), reason: 'The roof, after Mr Sousa’s leak' })
  bring(feed(), [stay('a', '2026-12-01', '2026-12-04', 'Rosa Lima (HM12345)')])
  const text = fileAt(token)
  expect(spans(text)).toEqual(['2026-11-09 2026-11-10', '2026-11-20 2026-11-25', '2026-12-01 2026-12-04'])
  expect(new Set(datesIn(text).map(({ summary }) => summary))).toEqual(new Set(['Not available']))
  for (const word of ['Ana', 'Sousa', 'Rosa', 'HM12345', 'roof', 'Airbnb']) expect(text).not.toContain(word)
})

test('what came from a channel is not sent back to it, and is to the others', () => {
  const [airbnb, vrbo] = [feed('Airbnb'), feed('Vrbo')]
  bring(airbnb, [stay('a', '2026-11-10', '2026-11-13')])
  bring(vrbo, [stay('v', '2026-11-20', '2026-11-22')])
  expect(spans(fileAt(addressFor(airbnb.id)))).toEqual(['2026-11-20 2026-11-22'])
  expect(spans(fileAt(addressFor(vrbo.id)))).toEqual(['2026-11-10 2026-11-13'])
  expect(spans(fileAt(addressFor()))).toEqual(['2026-11-10 2026-11-13', '2026-11-20 2026-11-22'])
})

test('what a channel sends back of ours is known again, and taken over neither while it stands nor after', () => {
  const booking = book(desk.ctx, desk.colour, '2026-11-10T10:00Z')
  const [echo] = datesIn(fileAt(addressFor()))
  const one = feed()
  expect(bring(one, [stay(echo!.uid, echo!.from, echo!.to)])).toMatchObject({ added: 0 })
  cancelBooking(desk.ctx, booking.id, 'Ill')
  expect(bring(one, [stay(echo!.uid, echo!.from, echo!.to)])).toMatchObject({ added: 0 })
  // Of another house it is a stranger's.
  expect(bring(one, [stay('019e0000-0000-7000-8000-000000000001@guildhall', '2026-11-09', '2026-11-10')])).toMatchObject({ added: 1 })
})

test('a UID stays the same as an entry moves, and its sequence rises', () => {
  const one = feed()
  const token = addressFor()
  bring(one, [stay('a', '2026-11-10', '2026-11-13')])
  const [before] = datesIn(fileAt(token))
  bring(one, [stay('a', '2026-11-11', '2026-11-13')], { now: theMorning + hour })
  const [after] = datesIn(fileAt(token, theMorning + hour))
  expect(after?.uid).toBe(before?.uid)
  expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0)
})

test('a whole is taken where one of its parts is, once', () => {
  const room = transact((db) => createResource(db, desk.ctx, { businessId: desk.ctx.businessId, storeId: null, kind: 'place', ownerId: null, name: 'Room', capacity: 1 }))
  exchange(desk.colour.id, [desk.chair, room])
  bring(feed(), [stay('whole', '2026-11-10', '2026-11-13')])
  blockTime(desk.ctx, { resourceId: room, startsAt: Date.parse('2026-11-20T12:00Z'), endsAt: Date.parse('2026-11-21T12:00Z'), reason: 'Paint' })
  expect(taken()).toHaveLength(2)
  expect(spans(fileAt(addressFor()))).toEqual(['2026-11-10 2026-11-13', '2026-11-20 2026-11-21'])
})

test('of what there are several, only the nights in which none is left are taken', () => {
  change('UPDATE resources SET capacity = 2 WHERE id = ?', desk.chair)
  const [one, other] = [feed('Airbnb'), feed('Vrbo')]
  bring(one, [stay('a', '2026-11-10', '2026-11-13')])
  expect(spans(fileAt(addressFor()))).toEqual([])
  bring(other, [stay('v', '2026-11-12', '2026-11-20')])
  expect(spans(fileAt(addressFor()))).toEqual(['2026-11-12 2026-11-13'])
  expect(spans(fileAt(addressFor(one.id)))).toEqual([])
})

test('a closed stretch is taken as well', () => {
  change(
    'INSERT INTO capacity_changes (id, business_id, resource_id, starts_at, ends_at, capacity) VALUES (?, ?, ?, ?, ?, 0)',
    'closed', desk.ctx.businessId, desk.chair, Date.parse('2027-01-10T12:00Z'), Date.parse('2027-01-20T12:00Z'),
  )
  expect(spans(fileAt(addressFor()))).toEqual(['2027-01-10 2027-01-20'])
})

test('an address that is revoked opens nothing, and none is kept as it was shown', () => {
  const token = addressFor()
  const [made] = read((db) => addressesOfListing(db, desk.ctx.businessId, desk.colour.id))
  expect(JSON.stringify(rows('SELECT * FROM channel_addresses'))).not.toContain(token)
  const other = business('Elsewhere')
  exchange(desk.colour.id, [desk.chair])
  expect(revokeAddress(other.ctx, made!.id)).toEqual({ ok: false, refusal: 'unknown-address' })
  expect(revokeAddress(desk.ctx, made!.id).ok).toBe(true)
  expect([fileAt(token), fileAt('made-up')]).toEqual(['nothing', 'nothing'])
})

test('our own calendar, read back, says what it was written from', () => {
  const one = feed()
  const entries = [stay('a', '2026-11-10', '2026-11-13'), stay('b', '2027-03-27', '2027-03-29'), stay('c', '2027-10-30', '2027-11-01')]
  bring(one, entries)
  expect(spans(fileAt(addressFor()))).toEqual(entries.map(({ times }) => `${times.from} ${times.to}`))
  expect(read((db) => comingEntries(db, one.id, theMorning))).toHaveLength(3)
})
