import { addDays, weekdayOf, type LocalDate } from '~/kernel/time'
import { countNights, nightsOf, type Dates } from './nights'
import type { Guests } from './price-stay'
import { seasonOf, type Season } from './rates'

export interface StayRules {
  readonly guestsMost: number
  readonly minNights: number
  readonly maxNights: number | null
  /** Whether the night of arrival says how long a stay must be, or the strictest of all its nights. */
  readonly stayBy: 'arrival' | 'every-night'
  /** ISO weekdays. */
  readonly arrivalDays: readonly number[]
  readonly departureDays: readonly number[]
  readonly noticeDays: number
  readonly windowDays: number
}

/** A rule that a stay breaks, with its figures. */
export type StayRefusal =
  | { readonly rule: 'wrong-way-round' }
  | { readonly rule: 'no-guests' }
  | { readonly rule: 'too-many-guests'; readonly guests: number; readonly most: number }
  | { readonly rule: 'past' }
  /** It had to be booked earlier: the earliest arrival now. */
  | { readonly rule: 'notice'; readonly days: number; readonly earliest: LocalDate }
  /** Nobody may book so far ahead yet: the latest departure now. */
  | { readonly rule: 'window'; readonly days: number; readonly latest: LocalDate }
  | { readonly rule: 'arrival-day'; readonly weekday: number; readonly days: readonly number[] }
  | { readonly rule: 'departure-day'; readonly weekday: number; readonly days: readonly number[] }
  /** `night` is the one that asks for it. */
  | { readonly rule: 'too-short'; readonly nights: number; readonly least: number; readonly night: LocalDate }
  | { readonly rule: 'too-long'; readonly nights: number; readonly most: number }

/** The longest stay that anybody can book: a year. */
export const mostNights = 366

/**
 * The first rule that a stay breaks; null where it breaks none. `today` is the date in the property's zone. A member who books for a guest is
 * bound by dates and guests alone: not by notice, window, days of arrival and departure, or length.
 */
export function brokenRule(rules: StayRules, seasons: readonly Season[], stay: Dates & { readonly guests: Guests }, today: LocalDate, atDesk: boolean): StayRefusal | null {
  return impossible(rules, stay, today, atDesk) ?? (atDesk ? null : (outsideWindow(rules, stay, today) ?? onWrongDay(rules, stay) ?? ofWrongLength(rules, seasons, stay)))
}

/** How many nights a stay must have, and the night that asks for it. */
export function leastNights({ minNights, stayBy }: Pick<StayRules, 'minNights' | 'stayBy'>, seasons: readonly Season[], dates: Dates): { readonly least: number; readonly night: LocalDate } {
  const asking = stayBy === 'arrival' ? [dates.arrive] : nightsOf(dates)
  return asking
    .map((night) => ({ least: seasonOf(seasons, night)?.minNights ?? minNights, night }))
    .reduce((strictest, one) => (one.least > strictest.least ? one : strictest))
}

/** Whether a stay may begin on a date at all, taken or not: by weekday, notice and window. */
export function mayArrive({ arrivalDays, noticeDays, windowDays }: StayRules, date: LocalDate, today: LocalDate): boolean {
  return arrivalDays.includes(weekdayOf(date)) && date >= addDays(today, noticeDays) && date < addDays(today, windowDays)
}

function impossible({ guestsMost }: StayRules, { arrive, depart, guests }: Dates & { readonly guests: Guests }, today: LocalDate, atDesk: boolean): StayRefusal | null {
  const nights = countNights({ arrive, depart })
  if (nights <= 0) return { rule: 'wrong-way-round' }
  if (nights > mostNights) return { rule: 'too-long', nights, most: mostNights }
  if (guests.adults < 1) return { rule: 'no-guests' }
  const people = guests.adults + guests.children
  if (people > guestsMost) return { rule: 'too-many-guests', guests: people, most: guestsMost }
  // At the desk somebody who is in the house already may still be written in.
  return (atDesk ? depart <= today : arrive < today) ? { rule: 'past' } : null
}

function outsideWindow({ noticeDays, windowDays }: StayRules, { arrive, depart }: Dates, today: LocalDate): StayRefusal | null {
  const earliest = addDays(today, noticeDays)
  if (arrive < earliest) return { rule: 'notice', days: noticeDays, earliest }
  const latest = addDays(today, windowDays)
  return depart > latest ? { rule: 'window', days: windowDays, latest } : null
}

function onWrongDay({ arrivalDays, departureDays }: StayRules, { arrive, depart }: Dates): StayRefusal | null {
  const [arrives, departs] = [weekdayOf(arrive), weekdayOf(depart)]
  if (!arrivalDays.includes(arrives)) return { rule: 'arrival-day', weekday: arrives, days: arrivalDays }
  return departureDays.includes(departs) ? null : { rule: 'departure-day', weekday: departs, days: departureDays }
}

function ofWrongLength(rules: StayRules, seasons: readonly Season[], dates: Dates): StayRefusal | null {
  const nights = countNights(dates)
  const { least, night } = leastNights(rules, seasons, dates)
  if (nights < least) return { rule: 'too-short', nights, least, night }
  return rules.maxNights !== null && nights > rules.maxNights ? { rule: 'too-long', nights, most: rules.maxNights } : null
}
