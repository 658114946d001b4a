import { expect, test } from 'vitest'
import fc from 'fast-check'
import { instantOf, readCalendar } from '../../tests/world/calendar-reader'
import { subscribedCalendar, type IcalEvent } from './icalendar'

const head = { name: 'Salon; am Hafen, Köln', zone: 'Europe/Berlin', stamp: Date.parse('2026-11-03T09:00:00Z') }
const visit: IcalEvent = { uid: '1@guildhall', sequence: 2, start: Date.parse('2026-11-04T10:00:00Z'), end: Date.parse('2026-11-04T10:45:00Z'), summary: 'Cut', status: 'CONFIRMED' }

test('a calendar says what it is, and each event when it is', () => {
  const { properties, events } = readCalendar(subscribedCalendar(head, [{ ...visit, url: 'https://guildhall.example/a,b;c' }]))
  expect(properties).toMatchObject({ METHOD: 'PUBLISH', 'X-WR-CALNAME': head.name, 'X-WR-TIMEZONE': head.zone, 'REFRESH-INTERVAL': 'PT1H' })
  expect(events).toEqual([
    {
      UID: '1@guildhall', SEQUENCE: '2', DTSTAMP: '20261103T090000Z', DTSTART: '20261104T100000Z', DTEND: '20261104T104500Z', SUMMARY: 'Cut',
      URL: 'https://guildhall.example/a,b;c', STATUS: 'CONFIRMED',
    },
  ])
  expect(instantOf(events[0]?.DTSTART)).toBe(visit.start)
})

test('whatever is written in a text is read again from it, and no line is longer than 75 octets', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 200 }).filter((written) => !/\p{Cc}/u.test(written))
  fc.assert(
    fc.property(fc.array(fc.record({ summary: text, lines: fc.array(text, { minLength: 1, maxLength: 3 }) }), { maxLength: 5 }), (written) => {
      const file = subscribedCalendar(head, written.map(({ summary, lines }) => ({ ...visit, summary, description: `.${lines.join('\n')}` })))
      expect(readCalendar(file).events.map(({ SUMMARY, DESCRIPTION }) => ({ SUMMARY, DESCRIPTION }))).toEqual(
        written.map(({ summary, lines }) => ({ SUMMARY: summary, DESCRIPTION: `.${lines.join('\n')}` })),
      )
    }),
  )
})

test('no text ends a line of its own making', () => {
  const { events } = readCalendar(subscribedCalendar(head, [{ ...visit, summary: 'Cut\u0000\u0007\r\nEND:VEVENT\rX\nY' }]))
  expect(events.map(({ SUMMARY }) => SUMMARY)).toEqual(['Cut\nEND:VEVENT\nX\nY'])
})
