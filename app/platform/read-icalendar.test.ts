import { expect, test } from 'vitest'
import { mostEntries, readIcalendar } from './read-icalendar.server'

const at = (text: string) => Date.parse(text)
const window = { from: at('2026-10-03T00:00Z'), to: at('2028-11-03T00:00Z'), zone: 'Europe/Lisbon' }

const calendar = (...lines: string[]) => ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Somebody//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: string[]) => calendar('BEGIN:VEVENT', 'UID:one', 'DTSTAMP:20261101T000000Z', ...lines, 'END:VEVENT')

function read(text: string, more = {}) {
  const answer = readIcalendar(text, { ...window, ...more })
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.value
}
const refusal = (text: string, more = {}) => {
  const answer = readIcalendar(text, { ...window, ...more })
  return answer.ok ? null : answer.refusal.kind
}
const times = (text: string, more = {}) => read(text, more).entries.map((entry) => entry.times)
const hours = (text: string, more = {}) => times(text, more).map(({ kind, from, to }) => (kind === 'hours' ? [from, to].map((instant) => new Date(instant).toISOString().slice(0, 16)) : [from, to]))

test('whole days are dates, and their end is the day after the last', () => {
  expect(read(event('DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261113', 'SUMMARY:Reserved\\, twice'))).toEqual({
    entries: [{ uid: 'one', instance: '', times: { kind: 'days', from: '2026-11-10', to: '2026-11-13' }, summary: 'Reserved, twice' }],
    unreadable: [],
  })
})

test('a day without an end, and one that ends on itself, is that day', () => {
  const day = [{ kind: 'days', from: '2026-11-10', to: '2026-11-11' }]
  expect(times(event('DTSTART;VALUE=DATE:20261110'))).toEqual(day)
  expect(times(event('DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261110'))).toEqual(day)
  expect(times(event('DTSTART;VALUE=DATE:20261110', 'DURATION:P1D'))).toEqual(day)
})

const berlin = [
  'BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time',
  'BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD',
  'BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT',
  'END:VTIMEZONE',
]

test.each([
  ['in UTC', ['DTSTART:20270601T150000Z', 'DTEND:20270602T090000Z'], ['2027-06-01T15:00', '2027-06-02T09:00']],
  ['by the clock of the property', ['DTSTART:20270601T150000', 'DTEND:20270602T090000'], ['2027-06-01T14:00', '2027-06-02T08:00']],
  ['in a zone that the file only names', ['DTSTART;TZID=America/New_York:20270601T150000', 'DTEND;TZID=America/New_York:20270602T090000'], ['2027-06-01T19:00', '2027-06-02T13:00']],
  ['in a zone that nobody knows', ['DTSTART;TZID=Middle Earth:20270601T150000', 'DURATION:PT18H'], ['2027-06-01T14:00', '2027-06-02T08:00']],
  ['from one zone to another', ['DTSTART;TZID=America/New_York:20270601T150000', 'DTEND;TZID=Europe/London:20270602T090000'], ['2027-06-01T19:00', '2027-06-02T08:00']],
  ['with a duration', ['DTSTART:20270601T150000Z', 'DURATION:P1DT2H'], ['2027-06-01T15:00', '2027-06-02T17:00']],
  ['without an end', ['DTSTART:20270601T150000Z'], ['2027-06-01T15:00', '2027-06-01T15:00']],
])('hours are instants: %s', (_what, lines, expected) => {
  expect(hours(event(...lines))).toEqual([expected])
})

test('a zone that the file describes is read by its rules, winter and summer', () => {
  const of = (day: string) => calendar(...berlin, 'BEGIN:VEVENT', 'UID:one', `DTSTART;TZID=W. Europe Standard Time:${day}T150000`, 'DURATION:PT1H', 'END:VEVENT')
  expect(hours(of('20270601'))).toEqual([['2027-06-01T13:00', '2027-06-01T14:00']])
  expect(hours(of('20270115'))).toEqual([['2027-01-15T14:00', '2027-01-15T15:00']])
})

test('a rule is followed within the window, on the wall clock over both changes, without its exceptions', () => {
  const weekly = event('DTSTART;TZID=Europe/Lisbon:20200104T100000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=SA;UNTIL=20270404T000000Z', 'EXDATE;TZID=Europe/Lisbon:20261017T100000')
  const found = hours(weekly).map(([from]) => from)
  expect(found.slice(0, 4)).toEqual(['2026-10-03T09:00', '2026-10-10T09:00', '2026-10-24T09:00', '2026-10-31T10:00'])
  expect(found.slice(-2)).toEqual(['2027-03-27T10:00', '2027-04-03T09:00'])
})

test('a rule without an end stops at the end of the window, and each date has a name of its own', () => {
  const { entries } = read(event('DTSTART;VALUE=DATE:20260901', 'DTEND;VALUE=DATE:20260903', 'RRULE:FREQ=MONTHLY'))
  expect(entries).toHaveLength(25)
  expect(entries[0]).toMatchObject({ instance: '2026-11-01', times: { from: '2026-11-01', to: '2026-11-03' } })
  expect(new Set(entries.map(({ instance }) => instance)).size).toBe(25)
})

test('a date that was changed has its own times; one that was called off is free', () => {
  const changed = (...lines: string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT']
  const series = changed('DTSTART;VALUE=DATE:20261102', 'DTEND;VALUE=DATE:20261103', 'RRULE:FREQ=WEEKLY;COUNT=4', 'SUMMARY:Cleaning')
  const text = calendar(
    ...series,
    ...changed('RECURRENCE-ID;VALUE=DATE:20261109', 'DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261112', 'SUMMARY:Painting'),
    ...changed('RECURRENCE-ID;VALUE=DATE:20261116', 'DTSTART;VALUE=DATE:20261116', 'STATUS:CANCELLED'),
  )
  expect(read(text).entries.map(({ instance, times: { from, to }, summary }) => [instance, from, to, summary])).toEqual([
    ['2026-11-02', '2026-11-02', '2026-11-03', 'Cleaning'],
    ['2026-11-09', '2026-11-10', '2026-11-12', 'Painting'],
    ['2026-11-23', '2026-11-23', '2026-11-24', 'Cleaning'],
  ])
})

test('what is called off, and what leaves the time free, takes none; what is tentative takes it', () => {
  const days = ['DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261113']
  expect(times(event(...days, 'STATUS:CANCELLED'))).toEqual([])
  expect(times(event(...days, 'TRANSP:TRANSPARENT'))).toEqual([])
  expect(times(event(...days, 'STATUS:TENTATIVE', 'TRANSP:OPAQUE'))).toHaveLength(1)
})

test('what lies outside of the window is left out, and what reaches into it is not', () => {
  expect(times(event('DTSTART;VALUE=DATE:20260901', 'DTEND;VALUE=DATE:20261003'))).toEqual([])
  expect(times(event('DTSTART;VALUE=DATE:20260901', 'DTEND;VALUE=DATE:20261004'))).toHaveLength(1)
  expect(times(event('DTSTART;VALUE=DATE:20290101', 'DTEND;VALUE=DATE:20290104'))).toEqual([])
})

test('an entry that cannot be understood is named, and the others are read', () => {
  const text = calendar(
    'BEGIN:VEVENT', 'UID:backwards', 'DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261101', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:no-start', 'END:VEVENT',
    'BEGIN:VEVENT', 'UID:fine', 'DTSTART;VALUE=DATE:20261110', 'DTEND;VALUE=DATE:20261111', 'END:VEVENT',
  )
  const { entries, unreadable } = read(text)
  expect([entries.map(({ uid }) => uid), unreadable]).toEqual([['fine'], ['backwards', 'no-start']])
})

test('what is no calendar, or half of one, is refused whole', () => {
  const whole = event('DTSTART;VALUE=DATE:20261110')
  for (const text of ['', 'Not found', '<!doctype html><title>Log in</title>', whole.slice(0, whole.indexOf('END:VEVENT')), whole.replace('END:VCALENDAR', '')]) expect(refusal(text)).toBe('no-calendar')
  expect(times(calendar())).toEqual([])
})

test('lines may be folded, end with LF alone and stand after a mark of bytes', () => {
  expect(read(event('DTSTART;VALUE=DATE:2026', ' 1110', 'SUMMARY:Two wo', '\trds').replaceAll('\r\n', '\n')).entries).toMatchObject([{ times: { from: '2026-11-10' }, summary: 'Two words' }])
})

test('neither a rule of every second, nor one that no year fulfils, nor too many entries keep it busy', () => {
  expect(refusal(event('DTSTART:20261110T000000Z', 'RRULE:FREQ=SECONDLY'))).toBe('too-many-entries')
  expect(refusal(event('DTSTART;VALUE=DATE:20261101', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'), { within: 300 })).toBe('too-much-work')
  expect(refusal(event('DTSTART:19700101T000000Z', 'RRULE:FREQ=SECONDLY'), { within: 300 })).toBe('too-much-work')
  const many = Array.from({ length: mostEntries + 1 }, (_, nth) => ['BEGIN:VEVENT', `UID:${nth}`, 'DTSTART;VALUE=DATE:20261110', 'END:VEVENT'].join('\r\n'))
  expect(refusal(calendar(...many))).toBe('too-many-entries')
  expect(read(calendar(...many.slice(1))).entries).toHaveLength(mostEntries)
})
