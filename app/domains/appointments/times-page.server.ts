import type { Slot } from '~/core/schedules/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { formatTime } from '~/kernel/format'
import { isLocalDate, localDateOf, mondayOf, wallClock, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { keptWhileUnchanged } from '~/platform/unchanged.server'
import { nextFree, weekOfSlots, type DayOfSlots } from './open-slots.server'
import type { Wanted } from './offered.server'
import type { Service } from './queries.server'
import { bookableWindow } from './search.server'

export const dayParts = ['any', 'morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

export interface OfferedTime {
  readonly start: number
  /** Wall time of the store, with its offset where the clock shows it twice that day. */
  readonly time: string
}

export interface OfferedDay {
  readonly date: LocalDate
  readonly times: readonly OfferedTime[]
  readonly none: 'closed' | 'full' | 'past' | 'soon' | 'ahead' | 'other-part' | null
}

export interface TimesPage {
  readonly monday: LocalDate
  /** The first and last Monday that may hold something. */
  readonly first: LocalDate
  readonly last: LocalDate
  readonly days: readonly OfferedDay[]
  readonly part: DayPart
  /** The first free time of all, whatever the week. */
  readonly next: number | null
}

/** A week of times; a date that is none, or outside what may be booked, gives the nearest week that is. */
export function timesPage(db: Db, ctx: BusinessCtx, service: Service, { store, staff }: Wanted, query: URLSearchParams, ignoring: string | null = null): TimesPage {
  const zone = store.timeZone
  const { earliest, latest } = bookableWindow(ctx.now, service, zone)
  const firstDate = localDateOf(earliest, zone)
  const [first, last] = [mondayOf(firstDate), mondayOf(localDateOf(latest - 1, zone))]
  const from = query.get('from') ?? ''
  const asked = isLocalDate(from) ? mondayOf(from) : first
  const monday = asked < first ? first : asked > last ? last : asked
  const part = dayParts.find((name) => name === query.get('part')) ?? 'any'
  const key = [service.listing.id, store.id, monday, ignoring, ...staff.map(({ id }) => id)].join()
  const { week, next } = keptWeek(db, ctx.now, key, () => {
    const week = weekOfSlots(db, ctx, service, { store, staff, from: monday, ignoring })
    const free = monday === first ? week.flatMap(({ slots }) => slots)[0] : undefined
    return { week, next: free ?? nextFree(db, ctx, service, { store, staff, from: firstDate, ignoring }) }
  })
  return { monday, first, last, part, next: next?.start ?? null, days: week.map((day) => offeredDay(ctx, day, zone, part, firstDate)) }
}

// Whoever looks at the same week in the same second is shown the same, whatever their language and zone.
const keptWeek = keptWhileUnchanged<{ readonly week: readonly DayOfSlots[]; readonly next: Slot | null }>(500)

function offeredDay({ i18n, now }: BusinessCtx, day: DayOfSlots, zone: string, part: DayPart, firstDate: LocalDate): OfferedDay {
  const plain = day.slots.map(({ start }) => ({ start, time: formatTime(i18n.locale, zone, start) }))
  const times = plain
    .filter(({ start }) => isIn(part, wallClock(start, zone).minute))
    // On the night the clocks go back an hour comes twice: its offset tells the two apart.
    .map(({ start, time }) => (plain.filter((other) => other.time === time).length > 1 ? { start, time: formatTime(i18n.locale, zone, start, { offset: true }) } : { start, time }))
  return { date: day.date, times, none: times.length > 0 ? null : whyNone(day, localDateOf(now, zone), firstDate) }
}

function whyNone({ date, none }: DayOfSlots, today: LocalDate, firstDate: LocalDate): OfferedDay['none'] {
  if (none === null) return 'other-part'
  if (none !== 'outside') return none
  if (date < today) return 'past'
  return date < firstDate ? 'soon' : 'ahead'
}

function isIn(part: DayPart, minuteOfDay: number): boolean {
  switch (part) {
    case 'any':
      return true
    case 'morning':
      return minuteOfDay < 12 * 60
    case 'afternoon':
      return minuteOfDay >= 12 * 60 && minuteOfDay < 17 * 60
    case 'evening':
      return minuteOfDay >= 17 * 60
  }
}
