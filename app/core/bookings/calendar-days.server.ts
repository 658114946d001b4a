import { formatTimeRange } from '~/kernel/format'
import { addDays, localDateOf, mondayOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { MemberCtx } from '~/platform/guarded.server'
import type { PersonColumn } from '~/ui/calendar/day-columns'
import type { WeekDay } from '~/ui/calendar/week-grid'
import { placesOf } from '../allocation/index.server'
import { intersect, merge, subtract, union } from '../schedules/index.server'
import { staffOf, storeById, type StaffProfile } from '../businesses/index.server'
import { calendarHref, type CalendarAddress } from './calendar-address'
import { closedOn, dayOf, diaries, entriesOn, gapsOn, nowLine, stretchesOf, touches, type Diaries } from './calendar-page.server'
import { hoursAround, wallMinutes, type WallMinutes } from './model/wall-minutes'

export interface CalendarPage {
  readonly shown: WallMinutes
  readonly now?: { readonly minutes: number; readonly label: string }
  /** One of the two, by the view. */
  readonly people: readonly PersonColumn[] | null
  readonly days: readonly WeekDay[] | null
}

/** The zone that a calendar is in: that of the store it is narrowed to, else the business's. */
export function calendarZone(db: Db, ctx: MemberCtx, storeId: string): string {
  return (storeId === '' ? null : storeById(db, ctx.businessId, storeId)?.timeZone) ?? ctx.business.timeZone
}

/** A day with a column for each person, or a week of days. `address.staff` is set already where a member sees their own diary only. */
export function calendarPage(db: Db, ctx: MemberCtx, address: CalendarAddress): CalendarPage {
  const zone = calendarZone(db, ctx, address.store)
  const people = staffOf(db, ctx.businessId).filter(({ id, active }) => (address.staff === '' ? active : id === address.staff))
  if (address.view === 'day') return dayPage(db, diaries(db, ctx, { zone, address, from: address.date, to: address.date, people }))
  const monday = mondayOf(address.date)
  return weekPage(diaries(db, ctx, { zone, address, from: monday, to: addDays(monday, 6), people }), monday)
}

function dayPage(db: Db, calendar: Diaries): CalendarPage {
  const { zone, address } = calendar
  const { date } = address
  const day = dayOf(date, zone)
  const columns = [...calendar.people.map((diary) => personColumn(calendar, date, diary)), ...placeColumns(db, calendar, date)]
  const open = calendar.people.flatMap((diary) => diary.open).map((interval) => wallMinutes(interval, date, zone))
  const shown = hoursAround(stretchesOf(columns.map(({ column }) => column), open))
  const people = columns.map(({ column, open: works }) => ({ ...column, closed: works === null ? [] : closedOn(calendar, date, works, shown) }))
  return { shown, now: day.start <= calendar.ctx.now ? nowLine(calendar, [date]) : undefined, people, days: null }
}

interface Column {
  readonly column: PersonColumn
  /** Null for what has no hours of its own. */
  readonly open: Diaries['people'][number]['open'] | null
}

function personColumn(calendar: Diaries, date: LocalDate, { person, resourceId, open, busy }: Diaries['people'][number]): Column {
  const { ctx, zone } = calendar
  const entries = calendar.entries.filter(({ staffId }) => staffId === person.id)
  const blocks = calendar.blocks.filter((block) => block.resourceId === resourceId)
  const works = open.map(({ start, end }) => formatTimeRange(ctx.i18n.locale, zone, start, end)).join(', ')
  const column = {
    key: person.id,
    name: person.name,
    about: works === '' ? ctx.i18n.t('Does not work') : ctx.i18n.t('Works {works}', { works }),
    entries: entriesOn(calendar, date, entries, blocks),
    gaps: gapsOn(calendar, date, open, busy, person.id),
  }
  return { column, open }
}

/** What needs no person stands in a column of its place, and so does a blocked place. */
function placeColumns(db: Db, calendar: Diaries, date: LocalDate): Column[] {
  const { ctx, address } = calendar
  if (address.staff !== '') return []
  const places = [...placesOf(db, ctx.businessId).map(({ id, name }) => ({ id, name })), { id: '', name: ctx.i18n.t('Without a person') }]
  const alone = calendar.entries.filter(({ staffId }) => staffId === null)
  return places.flatMap(({ id, name }) => {
    const entries = alone.filter((entry) => (entry.places[0]?.id ?? '') === id)
    const blocks = calendar.blocks.filter(({ resourceId }) => resourceId === id)
    if (entries.length + blocks.length === 0) return []
    return { column: { key: id || 'alone', name, entries: entriesOn(calendar, date, entries, blocks) }, open: null }
  })
}

function weekPage(calendar: Diaries, monday: LocalDate): CalendarPage {
  const { zone, address, ctx, base } = calendar
  const dates = Array.from({ length: 7 }, (_, index) => addDays(monday, index))
  const open = calendar.people.reduce<readonly { start: number; end: number }[]>((all, diary) => union(all, merge(diary.open)), [])
  const free = calendar.people.reduce<readonly { start: number; end: number }[]>((all, diary) => union(all, subtract(merge(diary.open), diary.busy)), [])
  const busy = subtract(open, free)
  const resources = new Set(calendar.people.map(({ resourceId }) => resourceId))
  const days = dates.map((date) => {
    const day = dayOf(date, zone)
    const entries = calendar.entries.filter((entry) => touches(entry, day))
    const blocks = calendar.blocks.filter((block) => touches(block, day) && (address.staff === '' || resources.has(block.resourceId)))
    return {
      date,
      href: calendarHref(`${base}/calendar`, { ...address, view: 'day', date }),
      today: date === localDateOf(ctx.now, zone),
      entries: entriesOn(calendar, date, entries, blocks),
      gaps: gapsOn(calendar, date, open, busy, address.staff),
    }
  })
  const hours = dates.flatMap((date) => open.filter(({ start, end }) => touches({ startsAt: start, endsAt: end }, dayOf(date, zone))).map((interval) => wallMinutes(interval, date, zone)))
  const shown = hoursAround(stretchesOf(days, hours))
  const withClosed = days.map((day) => ({ ...day, closed: closedOn(calendar, day.date, intersect(open, [dayOf(day.date, zone)]), shown) }))
  return { shown, now: nowLine(calendar, dates), people: null, days: withClosed }
}

/** Whom and what a member may look at, by the diary they may read. */
export function calendarPeople(db: Db, ctx: MemberCtx, diary: string | null): StaffProfile[] {
  return staffOf(db, ctx.businessId).filter(({ id, active }) => active && (diary === null || id === diary))
}
