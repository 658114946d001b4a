import { addDays, localDateOf, mondayOf, startOfDay, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Diary } from './diary.server'
import { tallyByStatus } from './tallies.server'
import { totalsByDomain, totalsOf, type Totals } from './totals'

interface Week {
  /** The Monday it begins with. */
  readonly monday: LocalDate
  readonly byDomain: Readonly<Record<string, Totals>>
}

export interface Weeks {
  /** Twelve whole weeks, the latest last. */
  readonly weeks: readonly Week[]
  /** The last four of them, and the four before those. */
  readonly now: Totals
  readonly before: Totals
  /** All twelve. */
  readonly all: Totals
}

const weeksShown = 12

/** The figures of the twelve whole weeks before the one of `now`, by the business's own clock. */
export function lastWeeks(db: Db, businessId: string, zone: string, diary: Diary, now: number): Weeks {
  const thisMonday = mondayOf(localDateOf(now, zone))
  const weeks = Array.from({ length: weeksShown }, (_, index) => {
    const monday = addDays(thisMonday, (index - weeksShown) * 7)
    const span = { businessId, from: startOfDay(monday, zone), to: startOfDay(addDays(monday, 7), zone), storeId: null, domain: null, diary }
    return { monday, tallies: tallyByStatus(db, span) }
  })
  const of = (some: typeof weeks) => totalsOf(some.flatMap(({ tallies }) => tallies))
  return {
    weeks: weeks.map(({ monday, tallies }) => ({ monday, byDomain: totalsByDomain(tallies) })),
    now: of(weeks.slice(-4)),
    before: of(weeks.slice(-8, -4)),
    all: of(weeks),
  }
}
