import type { BusinessCtx } from '~/kernel/ctx'
import { formatTime } from '~/kernel/format'
import { addDays, isLocalDate, localDateOf, mondayOf, type LocalDate } from '~/kernel/time'
import { weekOfTimes, type TimesWanted } from './model/offered-times'
import type { OfferedDay, TimesPage } from './times-page.server'

// A diary is kept as far ahead as this; notice and window bind customers alone.
const farthestDays = 730

/** A week of times as a member at the desk may book them (`wanted` asks as one); a date that is none gives the present week. */
export function deskTimes(ctx: BusinessCtx, wanted: TimesWanted, from: string | null): TimesPage {
  const { zone } = wanted
  const today = localDateOf(ctx.now, zone)
  const [first, last] = [mondayOf(today), mondayOf(addDays(today, farthestDays))]
  const asked = mondayOf(from !== null && isLocalDate(from) ? from : today)
  const monday = asked < first ? first : asked > last ? last : asked
  const week = weekOfTimes({ ...wanted, atDesk: true }, monday)
  const days = week.map(({ date, visits, none }): OfferedDay => {
    const times = visits.filter(({ end }) => end > ctx.now).map(({ start }) => ({ start, time: timeText(ctx, zone, visits, start) }))
    return { date, times, none: times.length > 0 ? null : noneOf(date, today, none) }
  })
  return { monday, first, last, days, part: 'any', next: days.flatMap(({ times }) => times)[0] ?? null }
}

// On the night the clocks go back an hour comes twice: its offset tells the two apart.
function timeText({ i18n }: BusinessCtx, zone: string, visits: readonly { start: number }[], start: number): string {
  const time = formatTime(i18n.locale, zone, start)
  const twice = visits.some((other) => other.start !== start && formatTime(i18n.locale, zone, other.start) === time)
  return twice ? formatTime(i18n.locale, zone, start, { offset: true }) : time
}

function noneOf(date: LocalDate, today: LocalDate, none: 'closed' | 'full' | 'outside' | null): OfferedDay['none'] {
  if (date < today || none === null || none === 'outside') return 'past'
  return none
}
