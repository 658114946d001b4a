import { addDays, type LocalDate } from '~/kernel/time'
import { countNights, nightsOf, type Dates } from './nights'
import type { Guests } from './price-stay'
import type { Season } from './rates'
import { brokenRule, leastNights, mayArrive, type StayRules } from './stay-rules'

/** What is known of a property around some dates. */
export interface Availability {
  readonly rules: StayRules
  readonly seasons: readonly Season[]
  /** Nights that are taken, those among them that others need to prepare. */
  readonly taken: ReadonlySet<LocalDate>
  readonly prepareNights: number
  /** The date in the property's zone. */
  readonly today: LocalDate
}

/** `no-arrival`: the night is free, but no stay can begin on it: by weekday, notice or window, or since the shortest stay does not fit before the next one. */
export type NightState = 'past' | 'taken' | 'no-arrival' | 'free'

/** Whether nights and those to prepare after them are all free. */
export function isFree({ taken, prepareNights }: Pick<Availability, 'taken' | 'prepareNights'>, { arrive, depart }: Dates): boolean {
  return nightsOf({ arrive, depart: addDays(depart, prepareNights) }).every((night) => !taken.has(night))
}

/** What a calendar shows for a night. */
export function nightState(known: Availability, night: LocalDate): NightState {
  if (night < known.today) return 'past'
  if (known.taken.has(night)) return 'taken'
  return mayArrive(known.rules, night, known.today) && shortestFits(known, night) ? 'free' : 'no-arrival'
}

/**
 * The free stays nearest to the one wanted, the nearest first and the earlier of two that are equally near: as long as it (or as long as the
 * rules want at least), with the same guests, at most `reach` days away. Where it is longer than the rules allow, they are as long as they may
 * be and as there is room for. `taken` must be known that far around.
 */
export function nearestStays(known: Availability, wanted: Wanted, how: Nearby): Dates[] {
  const asked = Math.max(1, countNights(wanted))
  const { minNights, maxNights } = known.rules
  if (how.atDesk || maxNights === null || asked <= maxNights) return nearestOfLength(known, wanted, asked, how)
  for (let nights = Math.min(maxNights, longestFree(known, wanted.arrive, how.reach + maxNights)); nights >= minNights; nights -= 1) {
    const found = nearestOfLength(known, wanted, nights, how)
    if (found.length > 0) return found
  }
  return []
}

type Wanted = Dates & { readonly guests: Guests }

interface Nearby {
  readonly most: number
  readonly reach: number
  readonly atDesk: boolean
}

function nearestOfLength(known: Availability, wanted: Wanted, asked: number, { most, reach, atDesk }: Nearby): Dates[] {
  const found: Dates[] = []
  for (let away = 0; away <= reach && found.length < most; away += 1) {
    for (const arrive of away === 0 ? [wanted.arrive] : [addDays(wanted.arrive, -away), addDays(wanted.arrive, away)]) {
      const stay = fittingStay(known, { arrive, nights: asked, guests: wanted.guests }, atDesk)
      if (stay && found.length < most && (stay.arrive !== wanted.arrive || stay.depart !== wanted.depart)) found.push(stay)
    }
  }
  return found
}

function fittingStay(known: Availability, { arrive, nights, guests }: { readonly arrive: LocalDate; readonly nights: number; readonly guests: Guests }, atDesk: boolean): Dates | null {
  const { rules, seasons, today } = known
  const least = atDesk ? 1 : leastNights(rules, seasons, { arrive, depart: addDays(arrive, nights) }).least
  const length = Math.min(Math.max(nights, least), rules.maxNights ?? Infinity)
  // A day on which nobody leaves lengthens the stay by up to a week.
  for (const longer of [0, 1, 2, 3, 4, 5, 6]) {
    const stay = { arrive, depart: addDays(arrive, length + longer) }
    if (brokenRule(rules, seasons, { ...stay, guests }, today, atDesk) === null) return isFree(known, stay) ? stay : null
  }
  return null
}

/** How many nights in a row are free around a date at most, without those to prepare after them. */
function longestFree({ taken, prepareNights }: Availability, around: LocalDate, reach: number): number {
  let [run, longest] = [0, 0]
  for (let away = -reach; away < reach + prepareNights; away += 1) {
    run = taken.has(addDays(around, away)) ? 0 : run + 1
    longest = Math.max(longest, run)
  }
  return longest - prepareNights
}

function shortestFits(known: Availability, arrive: LocalDate): boolean {
  return fittingStay(known, { arrive, nights: 1, guests: { adults: 1, children: 0 } }, false) !== null
}
