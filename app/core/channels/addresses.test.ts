import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatInstant, hour } from '~/kernel/time'
import { read, transact } from '~/platform/database.server'
import { installSubscribers } from '~/platform/outbox/subscribers.server'
import type { CalendarEntry } from '~/platform/read-icalendar.server'
import { business } from '../../../tests/world/businesses'
import { readCalendar } from '../../../tests/world/calendar-reader'
import { bringTo, exchange, feedFor, lodging, stay } from '../../../tests/world/channels'
import { book, type FrontDesk } from '../../../tests/world/front-desk'
import { change, rows, theMorning, withDatabase } from '../../../tests/world/world'
import { blockTime, createResource } from '../allocation/index.server'
import { cancelBooking } from '../bookings/index.server'
import { addressFile } from './address-file.server'
import { addressesOfListing, makeAddress, openAddress, revokeAddress } from './addresses.server'
import { comingEntries, type Feed } from './feeds.server'
import { channelSubscribers } from './subscribers.server'

withDatabase()

let desk: FrontDesk
beforeEach(() => {
  desk = lodging()
  installSubscribers(channelSubscribers)
})

const feed = (name?: string, ctx?: BusinessCtx) => feedFor(desk, name, ctx)
const bring = (one: Feed, entries: readonly CalendarEntry[], more?: Parameters<typeof bringTo>[3]) => bringTo(desk, one, entries, more)

const taken = () =>
  rows<{ from: number; to: number }>("SELECT starts_at AS 'from', ends_at AS 'to' FROM allocations WHERE kind = 'import' AND released_at IS NULL ORDER BY starts_at").map(({ from, to }) =>
    [from, to].map((at) => formatInstant(at).slice(0, 13)).join(' '),
  )

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
