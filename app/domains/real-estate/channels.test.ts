import ICAL from 'ical.js'
import { beforeEach, expect, test } from 'vitest'
import { blockTime } from '~/core/allocation/index.server'
import { addFeed, fetchDueFeeds, installExchanged, makeAddress, readAddress } from '~/core/channels/index.server'
import { formatInstant } from '~/kernel/time'
import { read } from '~/platform/database.server'
import { Landlady } from '../../../tests/world/house'
import { rows, theMorning, withDatabase } from '../../../tests/world/world'
import { exchangedProperties } from './channels.server'
import { realEstate } from './domain.server'
import type { Property } from './queries.server'

withDatabase()
beforeEach(() => installExchanged([{ bookable: realEstate, exchanged: exchangedProperties }]))

const night = (date: string) => Date.parse(`${date}T12:00Z`)

/** Has a channel's calendar read for a property, and says what came of it. */
async function bring(landlady: Landlady, property: Property, text: string, name = 'Airbnb'): Promise<string> {
  const added = addFeed(landlady.owner, property.listing.id, { name, address: `https://${name.toLowerCase().replace('.', '')}.example/${property.listing.id}.ics` })
  if (!added.ok) throw new Error(added.refusal.kind)
  await fetchDueFeeds({ now: theMorning, atMost: 10, fetch: async () => ({ ok: true, value: { kind: 'read', text, etag: null, lastModified: null } }) })
  return added.value
}

const taken = () =>
  rows<{ from: number; to: number }>("SELECT DISTINCT starts_at AS 'from', ends_at AS 'to' FROM allocations WHERE kind = 'import' AND released_at IS NULL ORDER BY starts_at").map(({ from, to }) => [from, to].map(formatInstant))

/** What stands at an address, by a reader that shares no code with the writer. */
function spansFor(landlady: Landlady, property: Property, feedId: string | null = null): string[] {
  const made = makeAddress(landlady.owner, property.listing.id, { name: 'A reader', feedId })
  if (!made.ok) throw new Error(made.refusal)
  const text = read((db) => readAddress(db, new URL(made.value).searchParams.get('token') ?? '', theMorning)?.file ?? '')
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => {
    const { startDate, endDate } = new ICAL.Event(component)
    expect([startDate.isDate, endDate.isDate]).toEqual([true, true])
    return `${startDate.toString()}/${endDate.toString()}`
  })
}

// In the manner of Airbnb: reservations with a link and the last digits of a telephone, and stretches that are closed.
const airbnb = [
  'BEGIN:VCALENDAR', 'PRODID;X-RICAL-TZSOURCE=TZINFO:-//Airbnb Inc//Hosting Calendar 1.0//EN', 'CALSCALE:GREGORIAN', 'VERSION:2.0',
  'BEGIN:VEVENT', 'DTEND;VALUE=DATE:20261113', 'DTSTART;VALUE=DATE:20261110', 'UID:1418fb94e984-3f1a2b@airbnb.com',
  'DESCRIPTION:Reservation URL: https://www.airbnb.com/hosting/reservations/details/HMXXXX', ' XXXX\\nPhone Number (Last 4 Digits): 1234', 'SUMMARY:Reserved', 'END:VEVENT',
  'BEGIN:VEVENT', 'DTEND;VALUE=DATE:20270401', 'DTSTART;VALUE=DATE:20270327', 'UID:7f662ec65913-9c8d7e@airbnb.com', 'SUMMARY:Airbnb (Not available)', 'END:VEVENT',
  'END:VCALENDAR', '',
].join('\r\n')

// In the manner of Booking.com: one kind of entry, whatever it is.
const bookingCom = [
  'BEGIN:VCALENDAR', 'METHOD:PUBLISH', 'PRODID:-//admin.booking.com//NONSGML v1.0//EN', 'VERSION:2.0', 'CALSCALE:GREGORIAN',
  'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20261120', 'DTEND;VALUE=DATE:20261122', 'DTSTAMP:20261101T101500Z', 'UID:0b1f0c8e4d5a6b7c8d9e0f1a2b3c4d5e@booking.com', 'SUMMARY: CLOSED - Not available', 'END:VEVENT',
  'BEGIN:VEVENT', 'DTSTART;VALUE=DATE:20271030', 'DTEND;VALUE=DATE:20271101', 'DTSTAMP:20261101T101500Z', 'UID:9d8c7b6a5f4e3d2c1b0a9f8e7d6c5b4a@booking.com', 'SUMMARY: CLOSED - Not available', 'END:VEVENT',
  'END:VCALENDAR', '',
].join('\n')

test('a file in the manner of Airbnb takes its nights from noon to noon, over a change of the clock', async () => {
  const landlady = new Landlady()
  const house = landlady.property()
  await bring(landlady, house, airbnb)
  expect(taken()).toEqual([['2026-11-10T12:00Z', '2026-11-13T12:00Z'], ['2027-03-27T12:00Z', '2027-04-01T11:00Z']])
  expect(landlady.tryToStay(house, '2026-11-12', '2026-11-14')).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
  // Who leaves there leaves the day to who arrives here.
  landlady.stay(house, '2026-11-13', '2026-11-14')
  landlady.stay(house, '2026-11-09', '2026-11-10', { who: 'Nuno' })
})

test('a file in the manner of Booking.com does the same', async () => {
  const landlady = new Landlady()
  await bring(landlady, landlady.property(), bookingCom, 'Booking.com')
  expect(taken()).toEqual([['2026-11-20T12:00Z', '2026-11-22T12:00Z'], ['2027-10-30T11:00Z', '2027-11-01T12:00Z']])
})

test('what is taken here goes round: stays with the nights to prepare, blocks and other channels, but what came from a channel not to it', async () => {
  const landlady = new Landlady()
  const house = landlady.property({}, { prepareNights: 1 })
  landlady.stay(house, '2026-12-01', '2026-12-04')
  blockTime(landlady.owner, { resourceId: house.resourceIds[0] ?? '', startsAt: night('2026-12-10'), endsAt: night('2026-12-12'), reason: 'Paint' })
  const feed = await bring(landlady, house, airbnb)
  const own = ['2026-12-01/2026-12-05', '2026-12-10/2026-12-12']
  expect(spansFor(landlady, house)).toEqual(['2026-11-10/2026-11-13', ...own, '2027-03-27/2027-04-01'])
  expect(spansFor(landlady, house, feed)).toEqual(own)
})

test('a house that is sold elsewhere takes its rooms, and a room its house', async () => {
  const landlady = new Landlady()
  const { house, rooms: [blue, green] } = landlady.houseAndRooms()
  await bring(landlady, house, airbnb)
  expect(landlady.tryToStay(blue!, '2026-11-10', '2026-11-11')).toMatchObject({ ok: false, refusal: { kind: 'taken' } })
  await bring(landlady, green!, bookingCom, 'Booking.com')
  expect(spansFor(landlady, house)).toEqual(['2026-11-10/2026-11-13', '2026-11-20/2026-11-22', '2027-03-27/2027-04-01', '2027-10-30/2027-11-01'])
  expect(spansFor(landlady, blue!)).toEqual(['2026-11-10/2026-11-13', '2027-03-27/2027-04-01'])
})

test('a property that is not let by the night exchanges nothing', () => {
  const landlady = new Landlady()
  const flat = landlady.property({ tenure: 'sale' })
  expect(addFeed(landlady.owner, flat.listing.id, { name: 'Airbnb', address: 'https://a.example/' })).toMatchObject({ ok: false, refusal: { kind: 'not-exchanged' } })
})
