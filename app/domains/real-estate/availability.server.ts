import { fullBetween } from '~/core/allocation/index.server'
import type { Listing } from '~/core/listings/index.server'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { addDays, localDateOf, resolve, type LocalDate } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import { isFree, type Availability } from './model/free-stays'
import { nightsTaken, nightsTouched, type Dates } from './model/nights'
import { brokenRule, type StayRules } from './model/stay-rules'
import { propertyOf, type Property, type StayTerms } from './queries.server'
import { seasonsOf } from './rates.server'

/** A property that can be booked by the night: its rates are known and its store is open. */
export interface LetProperty extends Property {
  readonly stay: StayTerms
  readonly store: NonNullable<Property['store']>
}

export function isLet(property: Property | null): property is LetProperty {
  return property !== null && property.stay !== null && property.store !== null && property.resourceIds.length > 0
}

/** What is known of a property for the nights from one date up to another. `ignoring`: the items of a booking that is about to move. */
export function availabilityOf(db: Db, ctx: BusinessCtx, property: LetProperty, dates: Dates, ignoring: readonly string[] = []): Availability {
  const { stay, listing } = property
  const today = todayAt(ctx, property)
  return {
    rules: rulesNow(ctx, property, today),
    seasons: seasonsOf(db, listing.id, { from: dates.arrive, to: dates.depart }),
    taken: takenNights(db, ctx, property, dates, ignoring),
    prepareNights: stay.prepareNights,
    today,
  }
}

/** The nights that something claims: a stay, nights to prepare, a block, another channel's entry; in the property itself or in any of its parts. */
export function takenNights(db: Db, ctx: Pick<BusinessCtx, 'businessId' | 'now'>, { store, resourceIds }: LetProperty, dates: Dates, ignoring: readonly string[] = []): Set<LocalDate> {
  if (dates.depart <= dates.arrive) return new Set()
  const { start, end } = nightsTaken(dates, 0, store.timeZone)
  const full = resourceIds.flatMap((id) => fullBetween(db, ctx.businessId, id, { from: start, to: end, now: ctx.now, ignoring }))
  return nightsTouched(full, dates, store.timeZone)
}

/** Whether a guest could book a property for the nights from one date up to another, or the one night where both are one date: by its rules, and since nothing takes them. */
export function isFreeFor(db: Db, { now }: Ctx, listing: Listing, from: LocalDate, to: LocalDate, guests: number): boolean {
  const property = propertyOf(db, listing)
  if (!isLet(property)) return false
  const stay = { arrive: from, depart: departureOf(from, to), guests: { adults: guests, children: 0 } }
  const today = todayAt({ now }, property)
  const seasons = seasonsOf(db, listing.id, { from: stay.arrive, to: stay.depart })
  // The rules first: they cost less than to look at what is taken.
  if (brokenRule(rulesNow({ now }, property, today), seasons, stay, today, false) !== null) return false
  const { prepareNights } = property.stay
  return isFree({ taken: takenNights(db, { businessId: listing.businessId, now }, property, { ...stay, depart: addDays(stay.depart, prepareNights) }), prepareNights }, stay)
}

/** The date of departure of whoever asks from one date to another: one date alone is one night. */
export function departureOf(from: LocalDate, to: LocalDate): LocalDate {
  return to > from ? to : addDays(from, 1)
}

/** The date on the property's wall. */
export function todayAt({ now }: { readonly now: number }, { store }: Pick<LetProperty, 'store'>): LocalDate {
  return localDateOf(now, store.timeZone)
}

/** The rules as they are now: once the hour of arrival has come, nobody arrives today any more. */
export function rulesNow({ now }: { readonly now: number }, { stay, store }: Pick<LetProperty, 'stay' | 'store'>, today: LocalDate): StayRules {
  const tooLate = now >= resolve(today, stay.checkInFrom, store.timeZone)
  return tooLate ? { ...stay, noticeDays: Math.max(1, stay.noticeDays) } : stay
}

/** The hours that a guest is shown: from the hour of arrival on the first date to that of departure on the last. */
export function shownSpan({ stay, store }: Pick<LetProperty, 'stay' | 'store'>, { arrive, depart }: Dates): { readonly startsAt: number; readonly endsAt: number } {
  return { startsAt: resolve(arrive, stay.checkInFrom, store.timeZone), endsAt: resolve(depart, stay.checkOutBy, store.timeZone) }
}

/** As far around some dates as their nearest free ones are looked for. */
export const reachDays = 60

export function around({ arrive, depart }: Dates, prepareNights: number): Dates {
  return { arrive: addDays(arrive, -reachDays), depart: addDays(depart < arrive ? arrive : depart, reachDays + prepareNights + 400) }
}
