import { questionsOf } from '~/core/bookings/index.server'
import { changeStatus, copiedWords, listingWords, moveListing, storesOfListing, type ListingStatus, type NotAllowed } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { propertyById, type Property } from './queries.server'
import { discountsOf, feesOf, seasonsOf } from './rates.server'
import { saveProperty, type PropertyDetails } from './save-property.server'
import { saveRates, type RatesDetails } from './save-rates.server'

export type ArrangeRefusal =
  | { readonly kind: 'unknown-property' }
  | NotAllowed
  /** It is let by the night, and nobody has said what a night costs. */
  | { readonly kind: 'no-rates' }

/** Publishes, pauses or archives a property. What is booked stays booked, and what is a part of a house still is. */
export function setPropertyStatus(ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<Property, ArrangeRefusal> {
  return transact((db): Result<Property, ArrangeRefusal> => {
    const property = propertyById(db, ctx.businessId, listingId)
    if (!property) return refuse({ kind: 'unknown-property' })
    if (status === 'active' && property.tenure === 'nightly' && property.stay === null) return refuse({ kind: 'no-rates' })
    return changeStatus(db, ctx, property, status)
  })
}

/** Moves a property one place up or down in the order in which guests see them. */
export function moveProperty(ctx: BusinessCtx, listingId: string, direction: 'up' | 'down'): Result<Property, ArrangeRefusal> {
  return transact((db): Result<Property, ArrangeRefusal> => {
    const property = propertyById(db, ctx.businessId, listingId)
    const moved = property ? moveListing(db, ctx, listingId, direction) : null
    return property && moved?.ok ? ok({ ...property, listing: moved.value }) : refuse({ kind: 'unknown-property' })
  })
}

/** Makes a draft that is like a property, with a title that says so. It stands by itself, and no single night has a price of its own. Answers its id. */
export function copyProperty(ctx: BusinessCtx, listingId: string): Result<string, { readonly kind: 'unknown-listing' }> {
  return transact((db): Result<string, { readonly kind: 'unknown-listing' }> => {
    const property = propertyById(db, ctx.businessId, listingId)
    if (!property) return refuse({ kind: 'unknown-listing' })
    const copied = saveProperty(ctx, null, { ...copiedWords(db, ctx, detailsOf(db, ctx, property)), wholeId: null })
    if (!copied.ok) throw new Error(`The copy of ${listingId} was refused: ${copied.refusal.kind}`)
    const rates = ratesDetailsOf(db, property)
    const priced = rates ? saveRates(ctx, copied.value.listing.id, rates) : copied
    if (!priced.ok) throw new Error(`The rates of ${listingId} were refused: ${priced.refusal.kind}`)
    return ok(priced.value.listing.id)
  })
}

/** A property as its editor has it. */
export function detailsOf(db: Db, ctx: BusinessCtx, { listing, store: _store, partIds: _partIds, resourceIds: _resourceIds, stay: _stay, ...facts }: Property): PropertyDetails {
  return {
    ...facts,
    ...listingWords(db, listing),
    priceMinor: listing.priceMinor,
    // One that was taken out of use is chosen no more.
    policyId: facts.policyId === null ? null : (policyById(db, ctx.businessId, facts.policyId)?.id ?? null),
    storeId: storesOfListing(db, ctx.businessId, listing.id)[0] ?? '',
    questions: questionsOf(db, ctx.businessId, listing.id),
  }
}

/** What its stays cost, as its editor has it; null where nobody has said it yet. */
export function ratesDetailsOf(db: Db, { listing, stay }: Property): RatesDetails | null {
  return stay && { ...stay, seasons: seasonsOf(db, listing.id), discounts: discountsOf(db, listing.id), fees: feesOf(db, listing.id) }
}
