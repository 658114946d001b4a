import type { BusinessCtx } from '~/kernel/ctx'
import { addDays, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { availabilityOf, todayAt, type LetProperty } from './availability.server'
import type { AskedStay } from './asked-stay'
import { isFree, nightState, type Availability, type NightState } from './model/free-stays'
import { addMonths, firstOf, monthOf, monthsFrom, weeksOf, type Month } from './model/months'
import { brokenRule, mostNights } from './model/stay-rules'

/** A day of the calendar: the state of its night, where it lies in the stay that is asked for, and what choosing it means. */
export interface ShownDay {
  readonly date: LocalDate
  readonly state: NightState
  readonly mark: 'arrive' | 'leave' | 'between' | null
  readonly chooses: 'arrive' | 'leave' | null
}

export interface ShownMonth {
  readonly month: Month
  readonly weeks: readonly (readonly (ShownDay | null)[])[]
}

export interface StayCalendar {
  readonly months: readonly ShownMonth[]
  readonly earlier: Month | null
  readonly later: Month | null
}

/** Some months of a property, from the one that is asked for on: within what may be booked. */
export function stayCalendar(db: Db, ctx: BusinessCtx, property: LetProperty, asked: AskedStay, count: number): StayCalendar {
  const today = todayAt(ctx, property)
  const [now, last] = [monthOf(today), monthOf(addDays(today, property.stay.windowDays))]
  const wanted = asked.month ?? (asked.arrive ? monthOf(asked.arrive) : now)
  const first = wanted < now ? now : wanted > last ? last : wanted
  const end = addMonths(first, count)
  // As far as the longest stay that begins on the last day shown, and back to an arrival before the first.
  const from = asked.arrive !== null && asked.arrive >= today && asked.arrive < firstOf(first) ? asked.arrive : firstOf(first)
  const known = availabilityOf(db, ctx, property, { arrive: from, depart: addDays(firstOf(end), mostNights + property.stay.prepareNights) })
  const leavings = leavingDays(known, asked, firstOf(end))
  return {
    months: monthsFrom(first, count).map((month) => ({ month, weeks: weeksOf(month).map((week) => week.map((date) => (date === null ? null : shownDay(known, date, asked, leavings)))) })),
    earlier: first > now ? maxOf(now, addMonths(first, -count)) : null,
    later: end <= last ? end : null,
  }
}

/** The days on which a stay that begins on the chosen one may end, one after the other; none while no arrival, or both dates, are chosen. */
function leavingDays(known: Availability, { arrive, depart, guests }: AskedStay, before: LocalDate): Set<LocalDate> {
  const days = new Set<LocalDate>()
  if (!arrive || depart || arrive < known.today) return days
  for (let leave = addDays(arrive, 1); leave < before && !known.taken.has(addDays(leave, -1)); leave = addDays(leave, 1)) {
    const stay = { arrive, depart: leave }
    if (brokenRule(known.rules, known.seasons, { ...stay, guests }, known.today, false) === null && isFree(known, stay)) days.add(leave)
  }
  return days
}

function shownDay(known: Availability, date: LocalDate, { arrive, depart }: AskedStay, leavings: ReadonlySet<LocalDate>): ShownDay {
  const state = nightState(known, date)
  const mark = date === arrive ? 'arrive' : depart === null || arrive === null ? null : date === depart ? 'leave' : date > arrive && date < depart ? 'between' : null
  return { date, state, mark, chooses: leavings.has(date) ? 'leave' : state === 'free' ? 'arrive' : null }
}

function maxOf(a: Month, b: Month): Month {
  return a > b ? a : b
}
