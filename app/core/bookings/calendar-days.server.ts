import { formatTimeRange } from '~/kernel/format'
import { addDays, daysBetween, localDateOf, mondayOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import type { AgendaDay } from '~/ui/calendar/agenda-list'
import type { CalendarBar } from '~/ui/calendar/bars'
import type { PersonColumn } from '~/ui/calendar/day-columns'
import type { MonthWeek } from '~/ui/calendar/month-table'
import type { WeekDay } from '~/ui/calendar/week-grid'
import { placesOf } from '../allocation/index.server'
import { intersect, merge, subtract, union } from '../schedules/index.server'
import { staffOf, storeById, type StaffProfile } from '../businesses/index.server'
import { calendarHref, type CalendarAddress } from './calendar-address'
import { agendaPage } from './calendar-agenda.server'
import { blockFace, entryFace, isLong, looking, spanOnDay, spanWords } from './calendar-faces.server'
import { monthPage } from './calendar-month.server'
import { closedOn, dayOf, diaries, entriesOn, gapsOn, nowLine, stretchesOf, touches, type Diaries } from './calendar-page.server'
import { daySheet, daysTaken, daysTouched } from './model/day-sheet'
import { hoursAround, wallMinutes, type WallMinutes } from './model/wall-minutes'

/** What a calendar shows, by its view. */
export type CalendarPage =
  | { readonly view: 'month'; readonly weeks: readonly MonthWeek[] }
  | { readonly view: 'agenda'; readonly days: readonly AgendaDay[] }
  | (Hours & { readonly view: 'day'; readonly people: readonly PersonColumn[] })
  | (Hours & { readonly view: 'week'; readonly days: readonly WeekDay[] })

interface Hours {
  readonly shown: WallMinutes
  readonly now?: { readonly minutes: number; readonly label: string }
  /** What lasts for days, above the hours. */
  readonly bars: readonly CalendarBar[]
  /** How many found no room there. */
  readonly moreBars: number
}

/** Above the hours there is room for so many. */
const mostBars = 12

/** The zone that a calendar is in: that of the store it is narrowed to, else the business's. */
export function calendarZone(db: Db, ctx: MemberCtx, storeId: string): string {
  return (storeId === '' ? null : storeById(db, ctx.businessId, storeId)?.timeZone) ?? ctx.business.timeZone
}

/** A calendar by the view that its address names. `address.staff` is set already where a member sees their own diary only. */
export function calendarPage(db: Db, ctx: MemberCtx, address: CalendarAddress): CalendarPage {
  const look = looking(db, ctx, address, calendarZone(db, ctx, address.store))
  if (address.view === 'month') return { view: 'month', weeks: monthPage(db, look) }
  if (address.view === 'agenda') return { view: 'agenda', days: agendaPage(db, look) }
  const people = staffOf(db, ctx.businessId).filter(({ id, active }) => (address.staff === '' ? active : id === address.staff))
  if (address.view === 'day') return dayPage(db, diaries(db, look, { from: address.date, to: address.date, people }))
  const monday = mondayOf(address.date)
  return weekPage(diaries(db, look, { from: monday, to: addDays(monday, 6), people }), monday)
}

function dayPage(db: Db, calendar: Diaries): CalendarPage {
  const { zone, address } = calendar
  const { date } = address
  const day = dayOf(date, zone)
  const columns = [...calendar.diaries.map((diary) => personColumn(calendar, date, diary)), ...placeColumns(db, calendar, date)]
  const open = calendar.diaries.flatMap((diary) => diary.open).map((interval) => wallMinutes(interval, date, zone))
  const shown = hoursAround(stretchesOf(columns.map(({ column }) => column), open))
  const people = columns.map(({ column, open: works }) => ({ ...column, closed: works === null ? [] : closedOn(calendar, date, works, shown) }))
  return { view: 'day', shown, now: day.start <= calendar.ctx.now ? nowLine(calendar, [date]) : undefined, people, ...barsOf(calendar, date, date) }
}

/** What lasts for days, from a date to another, both included. */
function barsOf(calendar: Diaries, from: LocalDate, to: LocalDate): Pick<Hours, 'bars' | 'moreBars'> {
  const sheet = daySheet(from, daysBetween(from, to) + 1, calendar.zone)
  const last = sheet.dates.length - 1
  const blocks = calendar.blocks.filter((block) => isLong(block) && (calendar.resourceId === null || calendar.resourceId === block.resourceId))
  const faces = [
    ...calendar.entries.filter(isLong).map((entry) => entryFace(calendar, entry, entry.places.map(({ name }) => name))),
    ...calendar.sessions.filter(isLong),
    ...blocks.map((block) => blockFace({ ...calendar, address: { ...calendar.address, view: 'week' } }, block)),
  ]
  const bars = faces.flatMap((face) => {
    // A single day is asked who leaves on it too; over a week somebody arrives as somebody leaves.
    const days = from === to ? daysTouched(sheet, face) : daysTaken(sheet, face)
    if (days.last < 0) return []
    return [{ ...face, firstDay: Math.max(0, days.first) + 1, lastDay: Math.min(last, days.last) + 1, when: from === to ? spanOnDay(calendar, face, from) : spanWords(calendar, face) }]
  })
  return { bars: bars.slice(0, mostBars), moreBars: Math.max(0, bars.length - mostBars) }
}

interface Column {
  readonly column: PersonColumn
  /** Null for what has no hours of its own. */
  readonly open: Diaries['diaries'][number]['open'] | null
}

function personColumn(calendar: Diaries, date: LocalDate, { person, resourceId, open, busy }: Diaries['diaries'][number]): Column {
  const { ctx, zone } = calendar
  const entries = calendar.entries.filter((entry) => entry.staffId === person.id && !isLong(entry))
  const sessions = calendar.sessions.filter((session) => session.staffId === person.id && !isLong(session))
  const blocks = calendar.blocks.filter((block) => block.resourceId === resourceId && !isLong(block))
  const works = open.map(({ start, end }) => formatTimeRange(ctx.i18n.locale, zone, start, end)).join(', ')
  const column = {
    key: person.id,
    name: person.name,
    about: works === '' ? ctx.i18n.t('Does not work') : ctx.i18n.t('Works {works}', { works }),
    entries: entriesOn(calendar, date, { entries, sessions, blocks }),
    gaps: gapsOn(calendar, date, open, busy, person.id),
  }
  return { column, open }
}

/** What needs no person stands in a column of its place, and so does a blocked place. */
function placeColumns(db: Db, calendar: Diaries, date: LocalDate): Column[] {
  const { ctx, address } = calendar
  if (address.staff !== '') return []
  const places = [...placesOf(db, ctx.businessId).map(({ id, name }) => ({ id, name })), { id: '', name: ctx.i18n.t('Without a person') }]
  const alone = calendar.entries.filter((entry) => entry.staffId === null && !isLong(entry))
  const led = calendar.sessions.filter((session) => session.staffId === null && !isLong(session))
  return places.flatMap(({ id, name }) => {
    const entries = alone.filter((entry) => (entry.places[0]?.id ?? '') === id)
    const blocks = calendar.blocks.filter((block) => block.resourceId === id && !isLong(block))
    const sessions = led.filter(({ placeIds }) => (placeIds[0] ?? '') === id)
    if (entries.length + sessions.length + blocks.length === 0) return []
    return { column: { key: id || 'alone', name, entries: entriesOn(calendar, date, { entries, sessions, blocks }) }, open: null }
  })
}

function weekPage(calendar: Diaries, monday: LocalDate): CalendarPage {
  const { zone, address, ctx, base } = calendar
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const open = calendar.diaries.reduce<readonly { start: number; end: number }[]>((all, diary) => union(all, merge(diary.open)), [])
  const free = calendar.diaries.reduce<readonly { start: number; end: number }[]>((all, diary) => union(all, subtract(merge(diary.open), diary.busy)), [])
  const busy = subtract(open, free)
  const resources = new Set(calendar.diaries.map(({ resourceId }) => resourceId))
  const days = dates.map((date) => {
    const day = dayOf(date, zone)
    const entries = calendar.entries.filter((entry) => touches(entry, day) && !isLong(entry))
    const sessions = calendar.sessions.filter((session) => touches(session, day) && !isLong(session))
    const blocks = calendar.blocks.filter((block) => touches(block, day) && !isLong(block) && (address.staff === '' || resources.has(block.resourceId)))
    return {
      date,
      href: calendarHref(`${base}/calendar`, { ...address, view: 'day', date }),
      today: date === localDateOf(ctx.now, zone),
      entries: entriesOn(calendar, date, { entries, sessions, blocks }),
      gaps: gapsOn(calendar, date, open, busy, address.staff),
    }
  })
  const hours = dates.flatMap((date) => open.filter(({ start, end }) => touches({ startsAt: start, endsAt: end }, dayOf(date, zone))).map((interval) => wallMinutes(interval, date, zone)))
  const shown = hoursAround(stretchesOf(days, hours))
  const withClosed = days.map((day) => ({ ...day, closed: closedOn(calendar, day.date, intersect(open, [dayOf(day.date, zone)]), shown) }))
  return { view: 'week', shown, now: nowLine(calendar, dates), days: withClosed, ...barsOf(calendar, monday, addDays(monday, 6)) }
}

/** Whom and what a member may look at, by the diary they may read. */
export function calendarPeople(db: Db, ctx: MemberCtx, diary: string | null): StaffProfile[] {
  return staffOf(db, ctx.businessId).filter(({ id, active }) => active && (diary === null || id === diary))
}
