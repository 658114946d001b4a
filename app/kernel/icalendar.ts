import type { Instant, LocalDate } from './time'

/** When an entry of a calendar is: whole days by their dates, the last one not included, or hours by their instants. */
export type EntryTimes =
  | { readonly kind: 'days'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly kind: 'hours'; readonly from: Instant; readonly to: Instant }

/** An event of a calendar. Instants are UTC milliseconds. */
export interface IcalEvent {
  /** The same for ever, and nobody else's in the world. */
  readonly uid: string
  readonly sequence: number
  /** An instant; or a date where it takes whole days, its end then not included. */
  readonly start: Instant | LocalDate
  readonly end: Instant | LocalDate
  readonly summary: string
  readonly description?: string
  readonly location?: string
  readonly url?: string
  readonly status: 'CONFIRMED' | 'TENTATIVE'
}

export interface IcalHead {
  readonly name: string
  /** The zone that the calendar is said to be in; its instants are written in UTC, which needs no rules of zones to be right. */
  readonly zone: string
  /** When it was written. */
  readonly stamp: number
}

/**
 * A calendar to subscribe to (RFC 5545), asked for again each hour. Written here and not by the library that writes the file of one booking,
 * since that takes a quarter of a millisecond for each event: five seconds for the 20,000 of a busy business, in which nobody else is served.
 */
export function subscribedCalendar({ name, zone, stamp }: IcalHead, events: readonly IcalEvent[]): string {
  const written = utcText(stamp)
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Guildhall//Bookings//EN', 'METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`,
    `X-WR-TIMEZONE:${escaped(zone)}`, 'REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H',
    ...events.flatMap((event) => eventLines(event, written)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function eventLines({ uid, sequence, start, end, summary, description, location, url, status }: IcalEvent, written: string): string[] {
  return [
    'BEGIN:VEVENT', `UID:${escaped(uid)}`, `SEQUENCE:${sequence}`, `DTSTAMP:${written}`, `DTSTART${timeText(start)}`, `DTEND${timeText(end)}`, `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(url ? [`URL;VALUE=URI:${url}`] : []),
    `STATUS:${status}`, 'END:VEVENT',
  ]
}

/** After the name of a property: an instant in UTC as it is, a date as such (section 3.3.4). */
function timeText(at: Instant | LocalDate): string {
  return typeof at === 'string' ? `;VALUE=DATE:${at.replaceAll('-', '')}` : `:${utcText(at)}`
}

/** 20261104T100000Z (section 3.3.5). */
function utcText(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

/** Section 3.3.11; of control characters a text may hold the tab alone, and a new line as two letters. */
function escaped(text: string): string {
  if (!/[\\;,\p{Cc}]/u.test(text)) return text
  return text
    .replaceAll(/[\\;,]/g, '\\$&')
    .replaceAll(/\r\n|\r|\n/g, '\\n')
    .replaceAll(/(?!\t)\p{Cc}/gu, '')
}

// In octets, without its CRLF (section 3.1); those after the first begin with a space.
const longest = 75

function folded(line: string): string {
  // No sign of a JavaScript string takes more than three octets.
  if (line.length * 3 <= longest) return line
  if (/^[ -~]*$/.test(line)) return line.length <= longest ? line : [line.slice(0, longest), ...(line.slice(longest).match(/.{1,74}/g) ?? [])].join('\r\n ')
  const parts: string[] = []
  let [part, octets] = ['', 0]
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > longest) {
      parts.push(part)
      ;[part, octets] = [' ', 1]
    }
    part += sign
    octets += size
  }
  return [...parts, part].join('\r\n')
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
