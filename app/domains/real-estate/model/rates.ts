import { weekdayOf, type LocalDate } from '~/kernel/time'

/** Dates between which a night has another price. Seasons of one property do not overlap. Amounts in minor units. */
export interface Season {
  readonly name: string
  /** Both belong to it. */
  readonly firstNight: LocalDate
  readonly lastNight: LocalDate
  readonly nightlyMinor: number
  /** Null: its weekends cost what its other nights do. */
  readonly weekendMinor: number | null
  /** Null: as the property has it. */
  readonly minNights: number | null
}

export interface NightPrice {
  readonly night: LocalDate
  readonly nightlyMinor: number
  readonly reason: string | null
}

export interface Discount {
  /** For so many nights or more; booked so many days before arrival or more; booked so many or less. */
  readonly kind: 'length' | 'early' | 'late'
  readonly threshold: number
  /** 1 to 90. */
  readonly percent: number
}

export interface Fee {
  readonly name: string
  readonly per: 'stay' | 'night' | 'guest'
  readonly amountMinor: number
}

/** What a stay costs. Amounts in minor units of the business's currency, as the business writes its prices. */
export interface StayRates {
  readonly nightlyMinor: number
  readonly weekendMinor: number | null
  /** ISO weekdays of the evenings that are weekend nights. */
  readonly weekendDays: readonly number[]
  readonly seasons: readonly Season[]
  readonly nightPrices: readonly NightPrice[]
  readonly guestsIncluded: number
  /** For each guest above those included, for each night. */
  readonly extraGuestMinor: number
  readonly discounts: readonly Discount[]
  readonly fees: readonly Fee[]
  /** Tourist tax for each night and person; 0: none. */
  readonly taxMinor: number
  /** For how many nights of a stay it is owed at most; null: for all. */
  readonly taxNights: number | null
  /** Who is younger is a child and owes no tourist tax; 0: everybody owes it. */
  readonly childAge: number
}

/** Which rule made the price of a night. */
export type NightRule =
  | { readonly kind: 'date'; readonly reason: string | null }
  | { readonly kind: 'season' | 'season-weekend'; readonly season: string }
  | { readonly kind: 'weekend' | 'base' }

export interface PricedNight {
  readonly night: LocalDate
  readonly rule: NightRule
  readonly amountMinor: number
}

/** The season that a night lies in. */
export function seasonOf(seasons: readonly Season[], night: LocalDate): Season | null {
  return seasons.find(({ firstNight, lastNight }) => firstNight <= night && night <= lastNight) ?? null
}

/** What a night costs and by which rule: its own price before its season's, the season's before the weekend's, that before the base; within a season its weekend price before its other one. */
export function priceNight(rates: Pick<StayRates, 'nightlyMinor' | 'weekendMinor' | 'weekendDays' | 'seasons' | 'nightPrices'>, night: LocalDate): PricedNight {
  const dated = rates.nightPrices.find((one) => one.night === night)
  if (dated) return { night, rule: { kind: 'date', reason: dated.reason }, amountMinor: dated.nightlyMinor }
  const isWeekend = rates.weekendDays.includes(weekdayOf(night))
  const season = seasonOf(rates.seasons, night)
  if (season) {
    if (isWeekend && season.weekendMinor !== null) return { night, rule: { kind: 'season-weekend', season: season.name }, amountMinor: season.weekendMinor }
    return { night, rule: { kind: 'season', season: season.name }, amountMinor: season.nightlyMinor }
  }
  if (isWeekend && rates.weekendMinor !== null) return { night, rule: { kind: 'weekend' }, amountMinor: rates.weekendMinor }
  return { night, rule: { kind: 'base' }, amountMinor: rates.nightlyMinor }
}
