import { formatTimeRange } from '~/kernel/format'
import { localDateOf } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { AgendaDay } from '~/ui/calendar/agenda-list'
import { calendarHref } from './calendar-address'
import { emptyDay, spanOnDay, type Looking } from './calendar-faces.server'
import { laySheet } from './calendar-sheet.server'
import { daySheet } from './model/day-sheet'

/** Days of one page, and what is listed of each. */
export const agendaDays = 7
const mostOfDay = 20
const lanes = 20

/** The days from the date on, one after the other, each with what it has: what lasts for days first. */
export function agendaPage(db: Db, looking: Looking): AgendaDay[] {
  const { ctx, base, zone, address } = looking
  const sheet = daySheet(address.date, agendaDays, zone)
  const { laid, bars, days } = laySheet(db, looking, sheet, { lanes, entries: mostOfDay, departures: true })
  return sheet.dates.map((date, at) => {
    const day = days[at] ?? { faces: [], count: 0, atLeast: false }
    const lasting = laid.bars.filter(({ first, last }) => first <= at && at <= last).flatMap(({ key }) => bars.get(key) ?? [])
    const more = day.count - day.faces.length + (laid.hidden[at] ?? 0)
    return {
      date,
      today: date === localDateOf(ctx.now, zone),
      href: calendarHref(`${base}/calendar`, { ...address, view: 'day', date }),
      entries: [
        ...lasting.map((face) => ({ ...face, when: spanOnDay(looking, face, date), lasting: true })),
        ...day.faces.map((face) => ({ ...face, when: formatTimeRange(ctx.i18n.locale, zone, face.startsAt, face.endsAt), lasting: false })),
      ],
      more,
      moreOrSo: day.atLeast,
      empty: more + lasting.length + day.faces.length > 0 ? null : emptyDay(looking, date),
    }
  })
}
