import { addDays, daysBetween, localDateOf, mondayOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { MonthDay, MonthWeek } from '~/ui/calendar/month-table'
import { calendarHref } from './calendar-address'
import { clockOf, emptyDay, spanWords, type Face, type Looking } from './calendar-faces.server'
import { laySheet, type LaidSheet } from './calendar-sheet.server'
import { daySheet } from './model/day-sheet'

/** Lines of a cell: the upper ones may be bars. */
const lines = 4
const lanes = 3

/** The weeks that a month touches, from Monday to Sunday. */
export function monthPage(db: Db, looking: Looking): MonthWeek[] {
  const month = looking.address.date.slice(0, 7)
  const first = mondayOf(`${month}-01`)
  const weeks = Math.ceil(daysBetween(first, firstOfNext(month)) / 7)
  const sheet = daySheet(first, weeks * 7, looking.zone)
  const laid = laySheet(db, looking, sheet, { lanes, entries: lines })
  return Array.from({ length: weeks }, (_, week) => ({
    key: sheet.dates[week * 7] ?? '',
    days: sheet.dates.slice(week * 7, week * 7 + 7).map((date, column) => monthDay(looking, laid, { date, week, column, outside: !date.startsWith(month) })),
  }))
}

interface Cell {
  readonly date: string
  readonly week: number
  readonly column: number
  readonly outside: boolean
}

function monthDay(looking: Looking, { laid, bars, days }: LaidSheet, { date, week, column, outside }: Cell): MonthDay {
  const { ctx, base, zone, address } = looking
  const at = week * 7 + column
  const used = laid.lanes[at] ?? 0
  const day = days[at] ?? { faces: [], count: 0, atLeast: false }
  const here = laid.bars.filter((bar) => bar.week === week && bar.first <= column && column <= bar.last)
  const shown = day.faces.slice(0, lines - used)
  const more = (laid.hidden[at] ?? 0) + day.count - shown.length
  return {
    date,
    outside,
    today: date === localDateOf(ctx.now, zone),
    href: calendarHref(`${base}/calendar`, { ...address, view: 'day', date }),
    lanes: Array.from({ length: used }, (_, lane) => {
      const bar = here.find((one) => one.lane === lane)
      const face = bar && bars.get(bar.key)
      if (!bar || !face) return null
      return { ...shortly(face), key: `${face.key}-${lane}`, days: bar.first === column ? bar.last - bar.first + 1 : 0, fromBefore: bar.fromBefore, goesOn: bar.goesOn, when: spanWords(looking, face) }
    }),
    entries: shown.map((face) => ({ ...shortly(face), time: clockOf(face.startsAt, zone) })),
    more,
    moreOrSo: day.atLeast,
    empty: more + shown.length + used > 0 ? null : emptyDay(looking, date),
  }
}

// What a cell says and no more: each value is written out for the page.
function shortly({ key, href, dateTime, domain, kind, title, detail, pending }: Face) {
  return { key, href, dateTime, domain, kind, title, detail, pending }
}

function firstOfNext(month: string): string {
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`
}
