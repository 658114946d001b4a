import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, day, localDateOf, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { staffById } from '../businesses/index.server'
import { contains, exceptionOf, exceptionsOf, hoursOf, merge, openIntervals, weeklyHoursOf, type HourException, type WeeklyHours } from '../schedules/index.server'
import type { OffDate } from './refusals'
import type { Session } from './rows.server'

type Led = Pick<Session, 'staffId' | 'startsAt' | 'endsAt' | 'timeZone'>

/**
 * Of these sessions those that lie outside of the hours of whoever leads them, or on a day off. Preparation is no part of it, and of what
 * lasts for a day or more only days off are. Who has no weekly hours may lead at any hour of a day that is not off.
 */
export function offDates(db: Db, ctx: BusinessCtx, sessions: readonly Led[]): OffDate[] {
  const weeks = new Map<string, { week: WeeklyHours[]; exceptions: HourException[]; name: string }>()
  const ofGuide = (staffId: string) => {
    const known = weeks.get(staffId) ?? { week: weeklyHoursOf(db, ctx.businessId, staffId), exceptions: exceptionsOf(db, ctx.businessId, staffId).map(exceptionOf), name: staffById(db, ctx.businessId, staffId)?.name ?? '' }
    weeks.set(staffId, known)
    return known
  }
  return sessions.flatMap((session): OffDate[] => {
    if (session.staffId === null) return []
    const { week, exceptions, name } = ofGuide(session.staffId)
    const off = offDateOf(session, week, exceptions)
    return off === null ? [] : [{ date: off, startsAt: session.startsAt, name, hours: hoursOf(off, week, exceptions) }]
  })
}

/** The first local date on which somebody of such a week does not work while it lasts; null: on none. */
function offDateOf({ startsAt, endsAt, timeZone }: Led, week: readonly WeeklyHours[], exceptions: readonly HourException[]): LocalDate | null {
  const [first, last] = [localDateOf(startsAt, timeZone), localDateOf(endsAt - 1, timeZone)]
  if (week.length > 0 && endsAt - startsAt < day) {
    // What opened the evening before may run past midnight.
    const open = merge(openIntervals(week, exceptions, addDays(first, -1), last, timeZone))
    return contains(open, { start: startsAt, end: endsAt }) ? null : first
  }
  for (let date = first; date <= last; date = addDays(date, 1)) {
    if (exceptions.some((exception) => exception.date === date && 'closed' in exception) || (week.length > 0 && hoursOf(date, week, exceptions).length === 0)) return date
  }
  return null
}
