import rrule from 'rrule'
import type { LocalDate } from '~/kernel/time'
import { instantOfWall, parseRule, partsOfWall, ruleText, type Occurrence, type Recurrence, type WallTime } from './model/recurrence'

export interface Reach {
  /** The first date that is wanted; the series' own start where it is earlier. */
  readonly from: LocalDate
  /** The last date, itself included. */
  readonly to: LocalDate
  /** A rule without end is cut here. */
  readonly atMost: number
}

/**
 * When a series takes place on these dates, in order, each once. The rule runs over dates on the wall (the library is given them as if
 * they were in UTC), and only then is each given its instant: so every one keeps its wall time over both changes of the clock.
 */
export function occurrences({ rule, start, zone, exceptions, additions }: Recurrence, { from, to, atMost }: Reach): Occurrence[] {
  const left = new Set(exceptions)
  const within = (wall: WallTime) => from <= dateIn(wall) && dateIn(wall) <= to
  const walls = new Set([...ruled(rule, start, to, within, left, atMost), ...additions.filter(within)])
  return [...walls].sort().slice(0, atMost).map((wall) => ({ wall, at: instantOfWall(wall, zone) }))
}

function ruled(text: string, start: WallTime, to: LocalDate, within: (wall: WallTime) => boolean, left: ReadonlySet<LocalDate>, atMost: number): WallTime[] {
  const rule = parseRule(text)
  if (!rule) throw new RangeError(`Not a rule: ${text}`)
  const { minute } = partsOfWall(start)
  const series = new rrule.RRule({ ...rrule.RRule.parseString(ruleText(rule)), dtstart: new Date(`${start}:00Z`), byhour: [Math.floor(minute / 60)], byminute: [minute % 60], bysecond: [0] })
  const found: WallTime[] = []
  series.all((date) => {
    const wall = date.toISOString().slice(0, 16)
    if (dateIn(wall) > to) return false
    if (within(wall) && !left.has(dateIn(wall))) found.push(wall)
    return found.length < atMost
  })
  return found
}

function dateIn(wall: WallTime): LocalDate {
  return wall.slice(0, 10)
}
