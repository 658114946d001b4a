import { runInNewContext } from 'node:vm'
import ICAL from 'ical.js'
import type { EntryTimes } from '~/kernel/icalendar'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays, isZone, resolve, second, startOfDay, type Instant } from '~/kernel/time'

/** One entry of a calendar, or one date of an entry that comes again. */
export interface CalendarEntry {
  /** Empty where the file gives none. */
  readonly uid: string
  /** Which date of an entry that comes again, as its rule has it; empty for one that does not. */
  readonly instance: string
  readonly times: EntryTimes
  readonly summary: string | null
}

export interface ReadCalendar {
  readonly entries: readonly CalendarEntry[]
  /** The UIDs of entries that are not to be understood, each once. */
  readonly unreadable: readonly string[]
}

export type CalendarRefusal = { readonly kind: 'no-calendar' } | { readonly kind: 'too-many-entries' } | { readonly kind: 'too-much-work' }

interface Window {
  readonly from: Instant
  readonly to: Instant
  /** The zone of entries that name none. */
  readonly zone: string
  /** Milliseconds of reading; a rule may be written that no year fulfils. */
  readonly within?: number
}

/** As events of a file, and as entries that come of it. */
export const mostEntries = 5000
const longestMs = 5 * second

/**
 * Reads a calendar file (RFC 5545) of anybody: the entries that touch `[from, to)` and take time. Cancelled ones and those that leave the
 * time free are left out, and an entry that comes again is one for each date. A file that is broken or cut short is refused whole.
 */
export function readIcalendar(text: string, window: Window): Result<ReadCalendar, CalendarRefusal> {
  if (!/^\s*BEGIN:VCALENDAR\s/i.test(text)) return refuse({ kind: 'no-calendar' })
  if ((text.match(/^BEGIN:VEVENT/gim)?.length ?? 0) > mostEntries) return refuse({ kind: 'too-many-entries' })
  try {
    // The library follows a rule to its end, if there is one; only the engine can be told to stop.
    return runInNewContext('read()', { read: () => readCalendars(text, window) }, { timeout: window.within ?? longestMs }) as Result<ReadCalendar, CalendarRefusal>
  } catch (error) {
    if (error instanceof TooMany) return refuse({ kind: 'too-many-entries' })
    return refuse({ kind: (error as NodeJS.ErrnoException).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? 'too-much-work' : 'no-calendar' })
  }
}

class TooMany extends Error {}

function readCalendars(text: string, window: Window): Result<ReadCalendar, CalendarRefusal> {
  knowZonesOf(text)
  const parsed = ICAL.parse(text) as unknown[]
  // One calendar, or a list of them: a calendar begins with its name.
  const calendars = (typeof parsed[0] === 'string' ? [parsed] : parsed) as unknown[][]
  const entries: CalendarEntry[] = []
  const unreadable = new Set<string>()
  for (const calendar of calendars) {
    for (const [uid, events] of byUid(new ICAL.Component(calendar as [string, unknown[], unknown[]]))) {
      try {
        entries.push(...entriesOf(uid, events, window, mostEntries - entries.length))
      } catch (error) {
        if (error instanceof TooMany) throw error
        unreadable.add(uid)
      }
    }
  }
  return ok({ entries, unreadable: [...unreadable] })
}

function byUid(calendar: ICAL.Component): Map<string, ICAL.Component[]> {
  const groups = new Map<string, ICAL.Component[]>()
  for (const event of calendar.getAllSubcomponents('vevent')) {
    const uid = String(event.getFirstPropertyValue('uid') ?? '')
    const group = groups.get(uid)
    if (group) group.push(event)
    else groups.set(uid, [event])
  }
  return groups
}

/** The entries of what shares a UID: an event or several, and single dates of them that were changed. */
function entriesOf(uid: string, components: readonly ICAL.Component[], window: Window, atMost: number): CalendarEntry[] {
  const found: CalendarEntry[] = []
  const add = (event: ICAL.Event, instance: string, start: ICAL.Time, end: ICAL.Time) => {
    if (!takesTime(event)) return
    const times = timesOf(start, end, window.zone)
    if (!touches(times, window)) return
    if (found.length >= atMost) throw new TooMany()
    found.push({ uid, instance, times, summary: event.summary ? String(event.summary) : null })
  }
  const changed = new Map(components.filter((event) => event.hasProperty('recurrence-id')).map((event) => [event, new ICAL.Event(event, { exceptions: [] })]))
  const followed = new Set<ICAL.Event>()
  for (const component of components.filter((event) => !event.hasProperty('recurrence-id'))) {
    const event = new ICAL.Event(component, { exceptions: [...changed.values()] })
    if (!event.isRecurring()) add(event, '', event.startDate, event.endDate)
    else for (const { item, recurrenceId, startDate, endDate } of datesOf(event, window)) {
      followed.add(item)
      add(item, recurrenceId.toString(), startDate, endDate)
    }
  }
  // Dates that were moved in from beyond the window, and those that came without what they belong to.
  for (const event of changed.values()) if (!followed.has(event)) add(event, event.recurrenceId.toString(), event.startDate, event.endDate)
  return found
}

function* datesOf(event: ICAL.Event, { to, zone }: Window) {
  const dates = event.iterator()
  for (let date = dates.next(); date && instantOf(date, zone) < to; date = dates.next()) yield event.getOccurrenceDetails(date)
}

function takesTime({ component }: ICAL.Event): boolean {
  const said = (name: string) => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  return said('status') !== 'CANCELLED' && said('transp') !== 'TRANSPARENT'
}

/** Throws where an entry ends before it begins, or is half of days and half of hours. */
function timesOf(start: ICAL.Time, end: ICAL.Time, zone: string): EntryTimes {
  if (start.isDate !== end.isDate) throw new Error('Days on one side, hours on the other')
  if (start.isDate) {
    const [from, to] = [dateOf(start), dateOf(end)]
    if (to < from) throw new Error('It ends before it begins')
    // Some write one day as if it ended on the day itself.
    return { kind: 'days', from, to: to === from ? addDays(from, 1) : to }
  }
  const [from, to] = [instantOf(start, zone), instantOf(end, zone)]
  if (!(from <= to)) throw new Error('It ends before it begins')
  return { kind: 'hours', from, to }
}

function touches(times: EntryTimes, { from, to, zone }: Window): boolean {
  const [start, end] = times.kind === 'days' ? [startOfDay(times.from, zone), startOfDay(times.to, zone)] : [times.from, times.to]
  return start < to && end > from
}

function instantOf(time: ICAL.Time, zone: string): Instant {
  if (time.isDate) return startOfDay(dateOf(time), zone)
  if (time.zone === ICAL.Timezone.utcTimezone) return time.toUnixTime() * second
  const { zone: written } = time
  // By a name that the world agrees on, by the rules in the file itself, or by the clock where the calendar is for.
  if (written && isKnown(written)) return wallInstant(time, written.tzid)
  return written?.component ? time.toUnixTime() * second : wallInstant(time, zone)
}

function isKnown(zone: ICAL.Timezone): boolean {
  let known = knownZones.get(zone)
  if (known === undefined) knownZones.set(zone, (known = isZone(zone.tzid)))
  return known
}

// To ask whether a name is a zone's costs more than all the rest of a date.
const knownZones = new WeakMap<ICAL.Timezone, boolean>()

function wallInstant(time: ICAL.Time, zone: string): Instant {
  return resolve(dateOf(time), time.hour * 60 + time.minute, zone) + time.second * second
}

// The library knows no zones but those that a file describes, and many describe none.
class NamedZone extends ICAL.Timezone {
  override utcOffset(time: ICAL.Time): number {
    const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour, time.minute, time.second)
    return (wall - wallInstant(time, this.tzid)) / second
  }
}

function knowZonesOf(text: string): void {
  for (const [, name = ''] of text.matchAll(/;TZID="?([\w+\-/]{1,60})"?[:;]/g)) {
    if (!ICAL.TimezoneService.has(name) && isZone(name)) ICAL.TimezoneService.register(new NamedZone({ tzid: name }), name)
  }
}

function dateOf({ year, month, day }: ICAL.Time): string {
  const digits = (value: number, length: number) => String(value).padStart(length, '0')
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`
}
