import { prepared, type Db } from '~/platform/database.server'
import type { LocalDate } from '~/kernel/time'
import type { Discount, Fee, NightPrice, Season, StayRates } from './model/rates'
import type { StayTerms } from './queries.server'

/** The nights from one date up to another. */
export interface Nights {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** What stays in these nights cost: the terms with the seasons that touch them, their own prices, percentages and fees. */
export function ratesOf(db: Db, listingId: string, terms: StayTerms, nights: Nights): StayRates {
  return { ...terms, seasons: seasonsOf(db, listingId, nights), nightPrices: nightPricesOf(db, listingId, nights), discounts: discountsOf(db, listingId), fees: feesOf(db, listingId) }
}

/** The seasons that touch some nights, by date; all of them where none are named. */
export function seasonsOf(db: Db, listingId: string, nights: Nights = always): (Season & { readonly id: string })[] {
  return seasonRows(db).all({ listingId, ...nights })
}

/** The prices that single nights have, by date. */
export function nightPricesOf(db: Db, listingId: string, nights: Nights = always): NightPrice[] {
  return nightRows(db).all({ listingId, ...nights })
}

/** The percentages that a property takes off. */
export function discountsOf(db: Db, listingId: string): Discount[] {
  return discountRows(db).all({ listingId })
}

/** What a stay costs beside its nights, in the owner's order. */
export function feesOf(db: Db, listingId: string): Fee[] {
  return feeRows(db).all({ listingId })
}

const always: Nights = { from: '0001-01-01', to: '9999-12-31' }

interface Of extends Nights {
  readonly listingId: string
}

/** Exported for the test of their plans. */
export const ratesSql = {
  seasons: `SELECT id, name, first_night AS firstNight, last_night AS lastNight, nightly_minor AS nightlyMinor, weekend_minor AS weekendMinor, min_nights AS minNights
     FROM seasons WHERE listing_id = @listingId AND first_night < @to AND last_night >= @from ORDER BY first_night`,
  nights: 'SELECT night, nightly_minor AS nightlyMinor, reason FROM night_prices WHERE listing_id = @listingId AND night >= @from AND night < @to ORDER BY night',
  discounts: 'SELECT kind, threshold, percent FROM stay_discounts WHERE listing_id = @listingId ORDER BY kind, threshold',
  fees: 'SELECT name, per, amount_minor AS amountMinor FROM stay_fees WHERE listing_id = @listingId ORDER BY position, id',
}

const seasonRows = prepared((db) => db.$client.prepare<Of, Season & { readonly id: string }>(ratesSql.seasons))
const nightRows = prepared((db) => db.$client.prepare<Of, NightPrice>(ratesSql.nights))
const discountRows = prepared((db) => db.$client.prepare<{ listingId: string }, Discount>(ratesSql.discounts))
const feeRows = prepared((db) => db.$client.prepare<{ listingId: string }, Fee>(ratesSql.fees))
