import { offsetAt, offsetsNear, changeAfter } from './zone-offsets'

/** UTC milliseconds. */
export type Instant = number
/** A day of a calendar on a wall, 'YYYY-MM-DD'. */
export type LocalDate = string
/** A time on a clock on a wall, 'HH:MM'. */
export type LocalTime = string
/** Half-open: `end` no longer belongs to it, so somebody may arrive as somebody leaves. */
export interface Interval {
  readonly start: Instant
  readonly end: Instant
}
/** Which instant a wall time means where the clock shows it twice, or never: as in Temporal. */
export type Disambiguation = 'earlier' | 'later' | 'compatible'

export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
/** 24 hours, not a day of a calendar: that may have 23 or 25. */
export const day = 24 * hour

/** The names of time zones to choose from, sorted, UTC among them. */
export function zones(): string[] {
  return [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()
}

// There are some hundred names, and to try one takes longer than a query.
const zonesSeen = new Set<string>()

/** Whether this names an IANA time zone this machine knows (aliases too). Offsets such as +01:00 are none. */
export function isZone(zone: string): boolean {
  if (zonesSeen.has(zone)) return true
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]{1,59}$/.test(zone)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    zonesSeen.add(zone)
    return true
  } catch {
    return false
  }
}

/** The date on the wall at an instant. */
export function localDateOf(at: Instant, zone: string): LocalDate {
  return dateText(at + offsetAt(at, zone))
}

/** What the clock on the wall shows: the date, whole minutes since midnight, and the offset to UTC in minutes. */
export function wallClock(at: Instant, zone: string): { date: LocalDate; minute: number; offsetMinutes: number } {
  const offset = offsetAt(at, zone)
  const local = at + offset
  return { date: dateText(local), minute: Math.floor((local - Math.floor(local / day) * day) / minute), offsetMinutes: offset / minute }
}

/** The offset to UTC in minutes, positive east of Greenwich. */
export function offsetOf(at: Instant, zone: string): number {
  return offsetAt(at, zone) / minute
}

/** Whether the text is a date of the calendar between the years 1 and 9999. */
export function isLocalDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const at = Date.parse(text)
  // Date.parse takes 30 February for 2 March.
  return !Number.isNaN(at) && (text.slice(8) <= '28' || new Date(at).toISOString().startsWith(text))
}

/** The date n days later (earlier where n is negative). */
export function addDays(date: LocalDate, n: number): LocalDate {
  return dateText(midnightOf(date) + n * day)
}

/** How many days from one date to the other; negative where the other is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (midnightOf(to) - midnightOf(from)) / day
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  const days = midnightOf(date) / day
  return ((((days + 3) % 7) + 7) % 7) + 1 // 1 January 1970 was a Thursday
}

/** The Monday of the week of a date. */
export function mondayOf(date: LocalDate): LocalDate {
  return addDays(date, 1 - weekdayOf(date))
}

/** The first instant of a date: not 00:00 where the clock skips midnight. */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return clockReaches(date, 0, zone)
}

/**
 * The instants at which the wall clock shows this minute of the date: one as a rule, two where the clock goes back, none where it
 * skips the minute. Minutes run from midnight and may exceed 1440: 1500 is 01:00 of the next date.
 */
export function instantsOf(date: LocalDate, minuteOfDay: number, zone: string): Instant[] {
  return instantsAt(midnightOf(date) + minuteOfDay * minute, zone)
}

/** Whether the wall clock shows the time of this instant twice: before it goes back, and after. */
export function comesTwice(at: Instant, zone: string): boolean {
  return instantsAt(at + offsetAt(at, zone), zone).length > 1
}

/**
 * The instant of a wall time. Shown twice: the first, or the second with 'later'. Skipped: as if the clock had not yet changed
 * ('compatible' and 'later': 01:30 becomes 02:30), or as if it had changed already ('earlier': 00:30).
 */
export function resolve(date: LocalDate, minuteOfDay: number, zone: string, which: Disambiguation = 'compatible'): Instant {
  return resolveWall(midnightOf(date) + minuteOfDay * minute, zone, which)
}

/**
 * The first instant at which the wall clock shows this minute or a later one. Never falls as the minute rises, which makes it the
 * edge of opening hours: what opens at a minute that the clock skips opens at the change.
 */
export function clockReaches(date: LocalDate, minuteOfDay: number, zone: string): Instant {
  const wall = midnightOf(date) + minuteOfDay * minute
  const shown = instantsAt(wall, zone)[0]
  if (shown !== undefined) return shown
  return changeAfter(resolveWall(wall, zone, 'earlier'), zone)
}

/** The same wall time one calendar day before, in its 'compatible' reading. */
export function dayBefore(at: Instant, zone: string): Instant {
  return resolveWall(at + offsetAt(at, zone) - day, zone, 'compatible')
}

/** An instant in a URL or a form: '2027-10-31T00:00Z'. Seconds and milliseconds are kept only where they are not zero. */
export function formatInstant(at: Instant): string {
  const text = new Date(at).toISOString()
  if (at % minute === 0) return text.replace(':00.000Z', 'Z')
  return text.replace('.000Z', 'Z')
}

/** Reads what `formatInstant` writes (seconds may be zero), years 1 to 9999; anything else is null. */
export function parseInstant(text: string): Instant | null {
  const match = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{3})?)?Z$/.exec(text)
  if (!match || !isLocalDate(match[1] ?? '')) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : at
}

/** Minutes since midnight of a time '00:00' to '24:00', or null. */
export function parseTime(text: string): number | null {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  if (!match) return null
  const minutes = Number(match[1]) * 60 + Number(match[2])
  return minutes <= 1440 ? minutes : null
}

/** 'HH:MM' of minutes since midnight; those from 1440 on are of the next day, so 1500 is '01:00'. */
export function formatTime(minuteOfDay: number): LocalTime {
  const ofDay = ((minuteOfDay % 1440) + 1440) % 1440
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`
}

// A wall time as a number: the milliseconds it would be, were the wall in UTC.
type Wall = number

function instantsAt(wall: Wall, zone: string): Instant[] {
  const offsets = offsetsNear(wall, zone)
  // Far from any change, as on most days.
  if (offsets.length === 1 && offsets[0] !== undefined) return [wall - offsets[0]]
  const found: Instant[] = []
  for (const offset of offsets) {
    if (offsetAt(wall - offset, zone) === offset) found.push(wall - offset)
  }
  return found.sort((a, b) => a - b)
}

function resolveWall(wall: Wall, zone: string, which: Disambiguation): Instant {
  const shown = instantsAt(wall, zone)
  const wanted = which === 'later' ? shown.at(-1) : shown[0]
  if (wanted !== undefined) return wanted
  // Skipped: the greater offset is the one after the change, and gives the earlier instant.
  const readings = offsetsNear(wall, zone).map((offset) => wall - offset)
  return which === 'earlier' ? Math.min(...readings) : Math.max(...readings)
}

function midnightOf(date: LocalDate): Wall {
  if (!isLocalDate(date)) throw new RangeError(`Not a date: ${date}`)
  return Date.parse(date) // a date alone is midnight in UTC
}

// A page of times asks for the same few dates hundreds of times.
function dateText(wall: Wall): LocalDate {
  const days = Math.floor(wall / day)
  const known = dates.get(days)
  if (known !== undefined) return known
  const text = new Date(wall).toISOString()
  if (text.length !== 24 || text.startsWith('0000')) throw new RangeError('Dates lie between the years 1 and 9999')
  const date = text.slice(0, 10)
  if (dates.size >= 4000) dates.clear()
  dates.set(days, date)
  return date
}

const dates = new Map<number, LocalDate>()
