import { changeListing, storesOfListing } from '~/core/listings/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { isLocalDate } from '~/kernel/time'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { figures, isWithin, type Figure } from './model/figures'
import type { Discount, Fee, Season } from './model/rates'
import { replaceRates, writeStayTerms } from './property-rows.server'
import { propertyById, type Property, type StayTerms } from './queries.server'

export interface RatesDetails extends StayTerms {
  /** Left out: they stay as they are, since they have a page of their own. */
  readonly seasons?: readonly Season[]
  readonly discounts: readonly Discount[]
  readonly fees: readonly Fee[]
}

/** `at` is the place in the list. */
export type RatesRefusal =
  | { readonly kind: 'unknown-property' }
  | { readonly kind: 'out-of-range'; readonly figure: Figure; readonly from: number; readonly to: number }
  | { readonly kind: 'fewer-than-included'; readonly included: number }
  | { readonly kind: 'longest-below-shortest'; readonly least: number }
  | { readonly kind: 'no-days'; readonly which: 'arrivalDays' | 'departureDays' }
  | { readonly kind: 'latest-before-earliest' }
  | { readonly kind: 'season-dates'; readonly at: number }
  | { readonly kind: 'seasons-overlap'; readonly at: number; readonly other: string }
  | { readonly kind: 'discount-figures'; readonly at: number; readonly figure: 'threshold' | 'percent' }
  | { readonly kind: 'discount-twice'; readonly at: number }
  | { readonly kind: 'too-many'; readonly what: 'seasons' | 'discounts' | 'fees'; readonly most: number }

export const mostRows = { seasons: 60, discounts: 20, fees: 10 } as const

/**
 * Says what a stay in a property costs and which rules it has: terms, percentages and fees, and seasons where they are given, all or none. The
 * prices of single nights stay. What is booked keeps its price. The listing shows the base price of a night.
 */
export function saveRates(ctx: BusinessCtx, listingId: string, details: RatesDetails): Result<Property, RatesRefusal> {
  return transact((db): Result<Property, RatesRefusal> => {
    const property = propertyById(db, ctx.businessId, listingId)
    if (!property || property.tenure !== 'nightly') return refuse({ kind: 'unknown-property' })
    const refusal = wrongFigure(details) ?? wrongRule(details) ?? wrongSeason(details) ?? wrongDiscount(details) ?? tooMany(details)
    if (refusal) return refuse(refusal)

    const { seasons, discounts, fees, ...terms } = details
    const of = { listingId, businessId: ctx.businessId }
    writeStayTerms(db, of, terms)
    replaceRates(db, { ...of, newId: ctx.newId }, { seasons, discounts, fees })
    const { title, description, section } = property.listing
    const storeIds = storesOfListing(db, ctx.businessId, listingId)
    const listing = changeListing(db, ctx, listingId, { title, slug: null, description, section, storeIds, priceMinor: terms.nightlyMinor })
    if (!listing.ok) throw new Error(`The price of ${listingId} was not shown: ${listing.refusal}`)
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.rates.save', subject: listingId, changes: { ...terms, ...(seasons && { seasons: seasons.length }), discounts: discounts.length, fees: fees.length } })
    const after = propertyById(db, ctx.businessId, listingId)
    return after ? ok(after) : refuse({ kind: 'unknown-property' })
  })
}

function wrongFigure(details: RatesDetails): RatesRefusal | null {
  for (const figure of ['guestsIncluded', 'guestsMost', 'taxNights', 'childAge', 'minNights', 'maxNights', 'prepareNights', 'noticeDays', 'windowDays'] as const) {
    const value = details[figure]
    if (value !== null && !isWithin(figure, value)) return { kind: 'out-of-range', figure, ...figures[figure] }
  }
  return null
}

function wrongRule({ guestsIncluded, guestsMost, minNights, maxNights, arrivalDays, departureDays, checkInFrom, checkInUntil }: RatesDetails): RatesRefusal | null {
  if (guestsMost < guestsIncluded) return { kind: 'fewer-than-included', included: guestsIncluded }
  if (maxNights !== null && maxNights < minNights) return { kind: 'longest-below-shortest', least: minNights }
  if (arrivalDays.length === 0) return { kind: 'no-days', which: 'arrivalDays' }
  if (departureDays.length === 0) return { kind: 'no-days', which: 'departureDays' }
  return checkInUntil !== null && checkInUntil < checkInFrom ? { kind: 'latest-before-earliest' } : null
}

function wrongSeason({ seasons = [] }: RatesDetails): RatesRefusal | null {
  for (const [at, { firstNight, lastNight, minNights }] of seasons.entries()) {
    if (!isLocalDate(firstNight) || !isLocalDate(lastNight) || lastNight < firstNight) return { kind: 'season-dates', at }
    if (minNights !== null && !isWithin('minNights', minNights)) return { kind: 'out-of-range', figure: 'minNights', ...figures.minNights }
    const other = seasons.slice(0, at).find((one) => one.firstNight <= lastNight && firstNight <= one.lastNight)
    if (other) return { kind: 'seasons-overlap', at, other: other.name }
  }
  return null
}

function wrongDiscount({ discounts }: RatesDetails): RatesRefusal | null {
  for (const [at, { kind, threshold, percent }] of discounts.entries()) {
    if (!isWithin('threshold', threshold) || (kind !== 'late' && threshold === 0)) return { kind: 'discount-figures', at, figure: 'threshold' }
    if (!isWithin('percent', percent)) return { kind: 'discount-figures', at, figure: 'percent' }
    if (discounts.slice(0, at).some((one) => one.kind === kind && one.threshold === threshold)) return { kind: 'discount-twice', at }
  }
  return null
}

function tooMany(details: RatesDetails): RatesRefusal | null {
  const what = (['seasons', 'discounts', 'fees'] as const).find((one) => (details[one]?.length ?? 0) > mostRows[one])
  return what ? { kind: 'too-many', what, most: mostRows[what] } : null
}
