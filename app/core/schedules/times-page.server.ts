import type { BusinessCtx } from '~/kernel/ctx'
import { formatTime } from '~/kernel/format'
import { isLocalDate, localDateOf, mondayOf, wallClock, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { keptWhileUnchanged } from '~/platform/unchanged.server'
import type { Visit } from './model/find-visits'
import { nextTime, weekOfTimes, type DayOfTimes, type TimesWanted } from './model/offered-times'

export const dayParts = ['any', 'morning', 'afternoon', 'evening'] as const
export type DayPart = (typeof dayParts)[number]

export interface OfferedTime {
  readonly start: number
  /** Wall time of the store, with its offset where the clock shows it twice that day. */
  readonly time: string
  /** Who does all of it, where one person was asked for. */
  readonly person?: { readonly slug: string; readonly name: string }
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
  readonly next: Pick<OfferedTime, 'start' | 'person'> | null
}

/** Times as their page asks for them. */
export interface TimesAsked extends TimesWanted {
  /** What tells these times apart from all others: of which business, what, where, with whom. */
  readonly key: readonly unknown[]
  /** The people by their ids, where each time names who does it; null where none does. */
  readonly names: Names | null
}

/** A week of times; a date that is none, or outside what may be booked, gives the nearest week that is. */
export function timesPage(db: Db, ctx: BusinessCtx, asked: TimesAsked, query: URLSearchParams): TimesPage {
  const { zone, earliest, latest, names } = asked
  const firstDate = localDateOf(earliest, zone)
  const [first, last] = [mondayOf(firstDate), mondayOf(localDateOf(latest - 1, zone))]
  const from = query.get('from') ?? ''
  const wanted = isLocalDate(from) ? mondayOf(from) : first
  const monday = wanted < first ? first : wanted > last ? last : wanted
  const part = dayParts.find((name) => name === query.get('part')) ?? 'any'
  const { week, next } = keptWeek(db, ctx.now, JSON.stringify([monday, ...asked.key]), () => {
    const found = weekOfTimes(asked, monday)
    const free = monday === first ? found.flatMap(({ visits }) => visits)[0] : undefined
    return { week: found, next: free ?? nextTime(asked, firstDate) }
  })
  const start = next && { start: next.start, ...personAt(next, names) }
  return { monday, first, last, part, next: start, days: week.map((day) => offeredDay(ctx, day, { zone, part, firstDate, withWhom: names })) }
}

type Names = ReadonlyMap<string, { readonly slug: string; readonly name: string }>

/** Who does all of a visit that one person is to do. */
function personAt({ slots }: Visit, withWhom: Names | null): Pick<OfferedTime, 'person'> {
  const id = slots.find(({ people }) => people.length > 0)?.people[0]
  const person = id === undefined ? undefined : withWhom?.get(id)
  return person ? { person } : {}
}

// Whoever looks at the same week in the same second is shown the same, whatever their language and zone.
const keptWeek = keptWhileUnchanged<{ readonly week: readonly DayOfTimes[]; readonly next: Visit | null }>(500)

interface Offering {
  readonly zone: string
  readonly part: DayPart
  readonly firstDate: LocalDate
  readonly withWhom: Names | null
}

function offeredDay({ i18n, now }: BusinessCtx, day: DayOfTimes, { zone, part, firstDate, withWhom }: Offering): OfferedDay {
  const plain = day.visits.map((visit) => ({ start: visit.start, time: formatTime(i18n.locale, zone, visit.start), ...personAt(visit, withWhom) }))
  const times = plain
    .filter(({ start }) => isIn(part, wallClock(start, zone).minute))
    // On the night the clocks go back an hour comes twice: its offset tells the two apart.
    .map((one) => (plain.filter((other) => other.time === one.time).length > 1 ? { ...one, time: formatTime(i18n.locale, zone, one.start, { offset: true }) } : one))
  return { date: day.date, times, none: times.length > 0 ? null : whyNone(day, localDateOf(now, zone), firstDate) }
}

function whyNone({ date, none }: DayOfTimes, today: LocalDate, firstDate: LocalDate): OfferedDay['none'] {
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
