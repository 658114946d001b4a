import type { Claim } from '~/core/allocation/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { addDays } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { around, availabilityOf, reachDays, rulesNow, shownSpan, todayAt, type LetProperty } from './availability.server'
import type { StayChoice } from './choice'
import { nearestStays } from './model/free-stays'
import { countNights, nightsTaken, type Dates } from './model/nights'
import { priceStay, type StayLine, type StayTrace } from './model/price-stay'
import { brokenRule, mostNights, type StayRefusal } from './model/stay-rules'
import { ratesOf, seasonsOf } from './rates.server'

/** What a choice of dates and guests means. */
export interface StayPlan {
  readonly startsAt: number
  readonly endsAt: number
  readonly lines: readonly StayLine[]
  readonly trace: StayTrace
  /** One for each resource: of the property, or of every part it has. */
  readonly claims: readonly Claim[]
}

/** Prices a stay and says what it claims, or which rule stands in its way; whether it is still free is for the ledger to say. */
export function stayPlan(db: Db, ctx: BusinessCtx, property: LetProperty, { arrive, depart, guests }: StayChoice, atDesk: boolean): Result<StayPlan, StayRefusal> {
  const { listing, stay, store, resourceIds } = property
  const nights = { from: arrive, to: depart }
  const today = todayAt(ctx, property)
  // Dates that no stay can have are refused before anything is looked up for each of their nights.
  const seasons = countNights({ arrive, depart }) > 0 && countNights({ arrive, depart }) <= mostNights ? seasonsOf(db, listing.id, nights) : []
  const broken = brokenRule(rulesNow(ctx, property, today), seasons, { arrive, depart, guests }, today, atDesk)
  if (broken) return refuse(broken)

  const { start, end } = nightsTaken({ arrive, depart }, stay.prepareNights, store.timeZone)
  const { lines, trace } = priceStay(ratesOf(db, listing.id, stay, nights), { arrive, depart, guests, bookedOn: today })
  return ok({ ...shownSpan(property, { arrive, depart }), lines, trace, claims: resourceIds.map((resourceId) => ({ resourceId, startsAt: start, endsAt: end, quantity: 1 })) })
}

interface Nearest {
  readonly atDesk: boolean
  /** The items of a booking that is about to move. */
  readonly ignoring?: readonly string[]
}

/** The free dates nearest to those wanted, for as many nights where the rules allow it: three at most. */
export function nearestDates(db: Db, ctx: BusinessCtx, property: LetProperty, { arrive, depart, guests }: StayChoice, { atDesk, ignoring }: Nearest): Dates[] {
  const today = todayAt(ctx, property)
  // Whoever asks for a date long past or far ahead is answered from the nearest one that can be booked.
  const latest = addDays(today, property.stay.windowDays)
  const from = arrive < today ? today : arrive > latest ? latest : arrive
  const nights = Math.min(Math.max(1, countNights({ arrive, depart })), mostNights)
  const wanted = { arrive: from, depart: addDays(from, nights) }
  const known = availabilityOf(db, ctx, property, around(wanted, property.stay.prepareNights), ignoring)
  const people = guests.adults + guests.children
  const fit = guests.adults >= 1 && people <= property.stay.guestsMost ? guests : { adults: 1, children: 0 }
  return nearestStays(known, { ...wanted, guests: fit }, { most: 3, reach: reachDays, atDesk })
}
