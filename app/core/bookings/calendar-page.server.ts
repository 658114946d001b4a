import { formatTimeRange } from '~/kernel/format'
import { addDays, formatInstant, formatTime, localDateOf, minute, startOfDay, type Interval, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { CalendarEntry, CalendarGap, CalendarClosed, CalendarItems } from '~/ui/calendar/day-items'
import { blocksBetween, placesOf, resourceOfOwner, resourcesHeld, takenBetween, type Block } from '../allocation/index.server'
import { storesOf, type StaffProfile } from '../businesses/index.server'
import { intersect, merge, openHours, subtract, union } from '../schedules/index.server'
import { blockFace, entryFace, type Face, type Looking } from './calendar-faces.server'
import { importedFaces } from './calendar-imported.server'
import { sessionFaces, type SessionFace } from './calendar-sessions.server'
import { entriesBetween, type Entry } from './calendar.server'
import { minutesAt, wallMinutes, type WallMinutes } from './model/wall-minutes'

// Shorter than this nobody can be booked into it.
const shortestGap = 15 * minute

/** Everything that the days of a calendar are made of, read once. */
export interface Diaries extends Looking {
  readonly entries: readonly (Entry & { readonly places: readonly { readonly id: string; readonly name: string }[] })[]
  readonly sessions: readonly SessionFace[]
  readonly blocks: readonly Block[]
  /** Each person with when they work and when they are taken, buffers included. */
  readonly diaries: readonly PersonDiary[]
}

export interface PersonDiary {
  readonly person: StaffProfile
  readonly resourceId: string | null
  readonly open: readonly Interval[]
  readonly busy: readonly Interval[]
}

interface Days {
  readonly from: LocalDate
  /** Included. */
  readonly to: LocalDate
  readonly people: readonly StaffProfile[]
}

/** Reads the diaries of these people and what else there is on local dates from `from` to `to`. */
export function diaries(db: Db, looking: Looking, { from, to, people }: Days): Diaries {
  const { ctx, zone, address, narrowed } = looking
  const range = { start: startOfDay(from, zone), end: startOfDay(addDays(to, 1), zone) }
  const entries = entriesBetween(db, ctx.businessId, range.start, range.end, narrowed)
  const storeIds = storesOf(db, ctx.businessId).filter(({ id }) => address.store === '' || id === address.store).map(({ id }) => id)
  const hours = openHours(db, ctx.businessId, [...storeIds, ...people.map(({ id }) => id)], addDays(from, -1), to, zone)
  const storeOpen = storeIds.reduce<Interval[]>((open, id) => union(open, merge(hours.get(id) ?? [])), [])
  const places = placesOf(db, ctx.businessId)
  const held = resourcesHeld(db, ctx.businessId, entries.map(({ itemId }) => itemId))
  return {
    ...looking,
    entries: entries.map((entry) => ({ ...entry, places: places.filter(({ id }) => held.get(entry.itemId)?.includes(id)) })),
    sessions: [...sessionFaces(db, looking, range.start, range.end), ...importedFaces(db, looking, range)],
    blocks: blocksBetween(db, ctx.businessId, range.start, range.end),
    diaries: people.map((person) => {
      const resourceId = resourceOfOwner(db, ctx.businessId, 'person', person.id)?.id ?? null
      const taken = resourceId === null ? [] : takenBetween(db, ctx.businessId, resourceId, { from: range.start, to: range.end, now: ctx.now })
      return { person, resourceId, open: intersect(intersect(merge(hours.get(person.id) ?? []), storeOpen), [range]), busy: merge(taken) }
    }),
  }
}

interface Standing {
  readonly entries: Diaries['entries']
  readonly sessions: Diaries['sessions']
  readonly blocks: readonly Block[]
}

/** Entries, sessions and blocked times as a calendar shows them on a date. */
export function entriesOn(calendar: Diaries, date: LocalDate, { entries, sessions, blocks }: Standing): CalendarEntry[] {
  const faces = [...entries.map((entry) => entryFace(calendar, entry, entry.places.map(({ name }) => name))), ...sessions, ...blocks.map((block) => blockFace(calendar, block))]
  return faces.map((face) => placed(face, date, calendar.zone)).sort((a, b) => a.from - b.from)
}

/** The free stretches of a date that are still to come, each a link to book or block there. */
export function gapsOn(calendar: Diaries, date: LocalDate, open: readonly Interval[], busy: readonly Interval[], who: string): CalendarGap[] {
  const { ctx, zone, base } = calendar
  const day = dayOf(date, zone)
  const coming = { start: Math.max(day.start, Math.ceil(ctx.now / (5 * minute)) * 5 * minute), end: day.end }
  return subtract(intersect(merge(open), coming.start < coming.end ? [coming] : []), busy)
    .filter(({ start, end }) => end - start >= shortestGap)
    .map((gap) => ({
      ...wallMinutes(gap, date, zone),
      href: `${base}/calendar?${new URLSearchParams({ view: 'day', date, ...(who && { who }), at: formatInstant(gap.start) })}#block`,
      label: ctx.i18n.t('{time} free: book or block', { time: formatTimeRange(ctx.i18n.locale, zone, gap.start, gap.end) }),
    }))
}

/** What of the hours shown nobody is there. */
export function closedOn({ ctx, zone }: Diaries, date: LocalDate, open: readonly Interval[], shown: WallMinutes): CalendarClosed[] {
  const openMinutes = merge(open)
    .map((interval) => wallMinutes(interval, date, zone))
    .map(({ from, to }) => ({ start: from, end: to }))
  const closed = subtract([{ start: shown.from, end: shown.to }], merge(openMinutes))
  return closed.map(({ start, end }) => {
    const time = `${formatTime(start)}–${formatTime(end)}`
    const between = start > shown.from && end < shown.to
    return { from: start, to: end, label: between ? ctx.i18n.t('Break, {time}', { time }) : ctx.i18n.t('Not working, {time}', { time }) }
  })
}

/** A date from midnight to midnight. */
export function dayOf(date: LocalDate, zone: string): Interval {
  return { start: startOfDay(date, zone), end: startOfDay(addDays(date, 1), zone) }
}

/** The line across a calendar that shows the present day; undefined on other days. */
export function nowLine({ ctx, zone }: Diaries, dates: readonly LocalDate[]): { minutes: number; label: string } | undefined {
  const today = localDateOf(ctx.now, zone)
  if (!dates.includes(today)) return undefined
  const minutes = minutesAt(ctx.now, today, zone)
  return { minutes, label: ctx.i18n.t('It is {time} now.', { time: formatTime(minutes) }) }
}

export function touches({ startsAt, endsAt }: { startsAt: number; endsAt: number }, { start, end }: Interval): boolean {
  return startsAt < end && endsAt > start
}

/** All stretches that the hours shown must hold. */
export function stretchesOf(items: readonly CalendarItems[], open: readonly WallMinutes[]): WallMinutes[] {
  return [...items.flatMap(({ entries }) => entries), ...open]
}

function placed(face: Face, date: LocalDate, zone: string): CalendarEntry {
  const times = wallMinutes({ start: face.startsAt, end: face.endsAt }, date, zone)
  return { ...face, ...times, time: formatTime(times.from), until: formatTime(times.to) }
}
