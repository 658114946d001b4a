import { share, sumOf } from '~/kernel/money'
import { daysBetween, type LocalDate } from '~/kernel/time'
import { nightsOf, type Dates } from './nights'
import { priceNight, type Discount, type Fee, type PricedNight, type StayRates } from './rates'

/** Infants need no bed: they are no guests, and owe nothing. */
export interface Guests {
  readonly adults: number
  readonly children: number
  readonly infants?: number
}

export interface Stay extends Dates {
  readonly guests: Guests
  /** The date in the property's zone on which it is booked. */
  readonly bookedOn: LocalDate
}

/** How the price of a stay came about. All its amounts, those of the discounts below zero, add up to `totalMinor`. */
export interface StayTrace {
  readonly nights: readonly PricedNight[]
  readonly extraGuests: { readonly guests: number; readonly nights: number; readonly eachMinor: number; readonly amountMinor: number } | null
  readonly discounts: readonly (Discount & { readonly ofMinor: number; readonly amountMinor: number })[]
  readonly fees: readonly (Fee & { readonly times: number; readonly totalMinor: number })[]
  readonly tax: {
    readonly guests: number
    readonly nights: number
    readonly eachMinor: number
    /** Children who owe none, and the age below which they do not. */
    readonly children: number
    readonly childAge: number
    /** For how many nights it is owed at most, where this stay is longer. */
    readonly cappedAt: number | null
    readonly amountMinor: number
  } | null
  readonly totalMinor: number
}

/** What is charged, in the order in which it is applied. The words are the page's. */
export type StayLine =
  | { readonly kind: 'nights'; readonly nights: number; readonly amountMinor: number }
  | { readonly kind: 'extra-guests'; readonly guests: number; readonly nights: number; readonly amountMinor: number }
  | { readonly kind: 'discount'; readonly discount: Discount; readonly amountMinor: number }
  | { readonly kind: 'fee'; readonly name: string; readonly amountMinor: number }
  | { readonly kind: 'tourist-tax'; readonly guests: number; readonly nights: number; readonly amountMinor: number }

/**
 * What a stay costs, in this order and no other:
 * 1. each night by the one rule that makes its price: its own date, else its season (on weekend nights the season's weekend price, where it
 *    has one), else the weekend, else the base;
 * 2. each guest above those included, for each night;
 * 3. the greatest length-of-stay percentage that it reaches, of 1 and 2;
 * 4. the early-bird or the last-minute percentage, whichever is greater where both apply, of what is left;
 * 5. fees by stay, night or guest;
 * 6. tourist tax by night and person, without children and for no more nights than its cap.
 * Each percentage is rounded once, a half away from zero. A tax that the store charges comes on top of it or lies within it; it is none of this.
 */
export function priceStay(rates: StayRates, stay: Stay): { readonly lines: StayLine[]; readonly trace: StayTrace } {
  const nights = nightsOf(stay).map((night) => priceNight(rates, night))
  const people = stay.guests.adults + stay.guests.children
  const extraGuests = extraGuestsOf(rates, people, nights.length)
  const lodgingMinor = sumOf([...nights.map((night) => night.amountMinor), extraGuests?.amountMinor ?? 0])
  const discounts = discountsOf(rates.discounts, { nights: nights.length, daysAhead: daysBetween(stay.bookedOn, stay.arrive) }, lodgingMinor)
  const times = { stay: 1, night: nights.length, guest: people }
  const fees = rates.fees.map((fee) => ({ ...fee, times: times[fee.per], totalMinor: fee.amountMinor * times[fee.per] })).filter((fee) => fee.totalMinor !== 0)
  const tax = taxOf(rates, stay.guests, nights.length)
  const totalMinor = sumOf([lodgingMinor, ...discounts.map((one) => one.amountMinor), ...fees.map((fee) => fee.totalMinor), tax?.amountMinor ?? 0])
  const trace = { nights, extraGuests, discounts, fees, tax, totalMinor }
  return { lines: linesOf(trace), trace }
}

/** The lines of a trace; they add up to its total. */
export function linesOf({ nights, extraGuests, discounts, fees, tax }: StayTrace): StayLine[] {
  return [
    { kind: 'nights', nights: nights.length, amountMinor: sumOf(nights.map((night) => night.amountMinor)) },
    ...(extraGuests ? [{ kind: 'extra-guests', guests: extraGuests.guests, nights: extraGuests.nights, amountMinor: extraGuests.amountMinor } as const] : []),
    ...discounts.map(({ kind, threshold, percent, amountMinor }) => ({ kind: 'discount', discount: { kind, threshold, percent }, amountMinor }) as const),
    ...fees.map(({ name, totalMinor }) => ({ kind: 'fee', name, amountMinor: totalMinor }) as const),
    ...(tax ? [{ kind: 'tourist-tax', guests: tax.guests, nights: tax.nights, amountMinor: tax.amountMinor } as const] : []),
  ]
}

function extraGuestsOf({ guestsIncluded, extraGuestMinor }: StayRates, people: number, nights: number): StayTrace['extraGuests'] {
  const guests = Math.max(0, people - guestsIncluded)
  if (guests === 0 || extraGuestMinor === 0) return null
  return { guests, nights, eachMinor: extraGuestMinor, amountMinor: guests * nights * extraGuestMinor }
}

function discountsOf(offered: readonly Discount[], stay: { readonly nights: number; readonly daysAhead: number }, lodgingMinor: number): StayTrace['discounts'] {
  const length = greatest(offered.filter(({ kind, threshold }) => kind === 'length' && stay.nights >= threshold))
  const timing = greatest(offered.filter(({ kind, threshold }) => (kind === 'early' && stay.daysAhead >= threshold) || (kind === 'late' && stay.daysAhead <= threshold)))
  const given: StayTrace['discounts'][number][] = []
  let leftMinor = lodgingMinor
  for (const discount of [length, timing]) {
    const amountMinor = discount ? 0 - share(leftMinor, discount.percent * 10_000) : 0
    if (!discount || amountMinor === 0) continue
    given.push({ kind: discount.kind, threshold: discount.threshold, percent: discount.percent, ofMinor: leftMinor, amountMinor })
    leftMinor += amountMinor
  }
  return given
}

function greatest(discounts: readonly Discount[]): Discount | null {
  return discounts.reduce<Discount | null>((best, one) => (best && best.percent >= one.percent ? best : one), null)
}

function taxOf({ taxMinor, taxNights, childAge }: StayRates, { adults, children }: Guests, nights: number): StayTrace['tax'] {
  const guests = childAge === 0 ? adults + children : adults
  const owed = taxNights === null ? nights : Math.min(nights, taxNights)
  if (taxMinor === 0 || guests === 0 || owed === 0) return null
  return {
    guests, nights: owed, eachMinor: taxMinor, children: childAge === 0 ? 0 : children, childAge,
    cappedAt: owed < nights ? owed : null, amountMinor: guests * owed * taxMinor,
  }
}
