import { ensureResource, resourceOfOwner } from '~/core/allocation/index.server'
import { saveQuestions, type QuestionDraft, type QuestionRefusal } from '~/core/bookings/index.server'
import { staffById } from '~/core/businesses/index.server'
import { saveListing, setListingCategory, type ExtraRefusal, type Listing, type ListingWords } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { bookedAhead, bookedAsWhole } from './booked-ahead.server'
import { isWithin, figures, type Figure } from './model/figures'
import { writeProperty, writeViewing } from './property-rows.server'
import { propertyById, type Property, type PropertyFacts, type ViewingTerms } from './queries.server'

export interface PropertyDetails extends PropertyFacts, ListingWords {
  /** The rent of a month or the price, in minor units; null: none is shown. What is let by the night shows what its nights cost. */
  readonly priceMinor: number | null
  readonly storeId: string
  /** The listing of the house that it is a part of; it is sold where that is. */
  readonly wholeId: string | null
  /** How it is shown; null: nobody can book a viewing. What is let by the night is not shown. */
  readonly viewing: ViewingTerms | null
  readonly questions: readonly QuestionDraft[]
}

export type PropertyRefusal =
  | { readonly kind: 'unknown-property' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'unknown-policy' }
  /** No house of this business that is let by the night, or one that is a part itself. */
  | { readonly kind: 'unknown-whole' }
  /** It has parts, so it is a whole: it is no part, and it is let by the night. */
  | { readonly kind: 'has-parts'; readonly parts: number }
  /** Stays in the whole lie ahead, so nothing joins it or leaves it. */
  | { readonly kind: 'whole-is-booked'; readonly subjects: readonly string[] }
  /** Stays in it lie ahead, so it is let by the night still. */
  | { readonly kind: 'is-booked'; readonly subjects: readonly string[] }
  /** A viewing without anybody to show it, or by somebody who is not on the staff. */
  | { readonly kind: 'unknown-agent' }
  | { readonly kind: 'half-a-place' }
  | { readonly kind: 'out-of-range'; readonly figure: Figure | 'latitude' | 'longitude'; readonly from: number; readonly to: number }
  | QuestionRefusal
  | ExtraRefusal

/**
 * Adds a property as a draft (`listingId` null) or changes one: its listing, what and where it is, what it is a part of, questions and
 * category, all or none. What is booked keeps its nights and its price. Whatever has parts claims theirs and has no resource of its own, so
 * nothing joins a house or leaves it while stays in the whole of it lie ahead: they would not claim what joins.
 */
export function saveProperty(ctx: BusinessCtx, listingId: string | null, wanted: PropertyDetails): Result<Property, PropertyRefusal> {
  return transact((db): Result<Property, PropertyRefusal> => {
    const before = listingId === null ? null : propertyById(db, ctx.businessId, listingId)
    if (listingId !== null && !before) return refuse({ kind: 'unknown-property' })
    const whole = wanted.wholeId === null ? null : propertyById(db, ctx.businessId, wanted.wholeId)
    const refusal = wrongFigure(wanted) ?? wrongViewing(db, ctx, wanted) ?? wrongWhole(wanted, before, whole) ?? bookedRefusal(db, ctx, wanted, before, whole)
    if (refusal) return refuse(refusal)
    if (wanted.policyId !== null && !policyById(db, ctx.businessId, wanted.policyId)) return refuse({ kind: 'unknown-policy' })

    const details = whole?.store ? { ...wanted, storeId: whole.store.id } : wanted
    const priceMinor = details.tenure === 'nightly' ? (before?.stay?.nightlyMinor ?? null) : details.priceMinor
    const listing = saveListing(db, ctx, 'real-estate', before?.listing ?? null, { ...details, priceMinor, storeIds: [details.storeId] })
    if (!listing.ok) return refuse({ kind: listing.refusal === 'unknown-store' ? 'unknown-store' : 'unknown-property' })
    write(db, ctx, listing.value, details, before)
    const questions = saveQuestions(db, ctx, listing.value.id, details.questions)
    if (!questions.ok) return questions
    const extra = setListingCategory(db, ctx, listing.value.id, details.extra)
    if (!extra.ok) return extra
    record(db, ctx, { businessId: ctx.businessId, action: 'real-estate.property.save', subject: listing.value.id, changes: changesOf(details) })
    return ok(saved(db, ctx, listing.value.id))
  })
}

function wrongFigure(details: PropertyDetails): PropertyRefusal | null {
  for (const figure of ['bedrooms', 'beds', 'baths', 'size'] as const) {
    const value = details[figure]
    if (value !== null && !isWithin(figure, value)) return { kind: 'out-of-range', figure, ...figures[figure] }
  }
  const { latitudeE6, longitudeE6 } = details
  if ((latitudeE6 === null) !== (longitudeE6 === null)) return { kind: 'half-a-place' }
  if (latitudeE6 !== null && Math.abs(latitudeE6) > 90e6) return { kind: 'out-of-range', figure: 'latitude', from: -90, to: 90 }
  return longitudeE6 !== null && Math.abs(longitudeE6) > 180e6 ? { kind: 'out-of-range', figure: 'longitude', from: -180, to: 180 } : null
}

function wrongViewing(db: Db, ctx: BusinessCtx, { viewing, tenure }: PropertyDetails): PropertyRefusal | null {
  if (viewing === null || tenure === 'nightly') return null
  const { minutes, noticeHours, windowDays, agentIds } = viewing
  for (const [figure, value] of [['minutes', minutes], ['noticeHours', noticeHours], ['viewingDays', windowDays]] as const) {
    if (!isWithin(figure, value)) return { kind: 'out-of-range', figure, ...figures[figure] }
  }
  const known = agentIds.length > 0 && new Set(agentIds).size === agentIds.length && agentIds.every((id) => staffById(db, ctx.businessId, id) !== null)
  return known ? null : { kind: 'unknown-agent' }
}

function wrongWhole({ wholeId, tenure }: PropertyDetails, before: Property | null, whole: Property | null): PropertyRefusal | null {
  const parts = before?.partIds.length ?? 0
  if (parts > 0 && (wholeId !== null || tenure !== 'nightly')) return { kind: 'has-parts', parts }
  if (wholeId === null) return null
  const fits = whole !== null && whole.tenure === 'nightly' && whole.wholeId === null && whole.listing.id !== before?.listing.id && tenure === 'nightly'
  return fits ? null : { kind: 'unknown-whole' }
}

function bookedRefusal(db: Db, ctx: BusinessCtx, { wholeId, tenure }: PropertyDetails, before: Property | null, whole: Property | null): PropertyRefusal | null {
  if (before && before.tenure === 'nightly' && tenure !== 'nightly') {
    const subjects = bookedAhead(db, ctx, before)
    if (subjects.length > 0) return { kind: 'is-booked', subjects }
  }
  if (wholeId === (before?.wholeId ?? null)) return null
  const left = before?.wholeId ? propertyById(db, ctx.businessId, before.wholeId) : null
  for (const house of [left, whole]) {
    const subjects = house ? bookedAsWhole(db, ctx, house) : []
    if (subjects.length > 0) return { kind: 'whole-is-booked', subjects }
  }
  return null
}

function write(db: Db, ctx: BusinessCtx, listing: Listing, details: PropertyDetails, before: Property | null): void {
  // The whole lets go of a resource of its own before anything joins it, and takes one up again once nothing is left of it.
  if (details.wholeId !== null) writeResource(db, ctx, details.wholeId, null)
  const isWhole = (before?.partIds.length ?? 0) > 0
  const resourceId = details.tenure === 'nightly' && !isWhole ? resourceFor(db, ctx, listing, details.storeId) : null
  writeProperty(db, { ...details, listingId: listing.id, businessId: ctx.businessId, resourceId })
  writeAgents(db, ctx, listing, details.tenure === 'nightly' ? null : details.viewing)
  const left = before?.wholeId && before.wholeId !== details.wholeId ? propertyById(db, ctx.businessId, before.wholeId) : null
  if (left && left.partIds.length === 0) writeResource(db, ctx, left.listing.id, resourceFor(db, ctx, left.listing, details.storeId))
}

function writeAgents(db: Db, ctx: BusinessCtx, listing: Listing, viewing: ViewingTerms | null): void {
  for (const id of viewing?.agentIds ?? []) {
    const name = staffById(db, ctx.businessId, id)?.name ?? ''
    ensureResource(db, ctx, { businessId: ctx.businessId, storeId: null, kind: 'person', ownerId: id, name, capacity: 1 })
  }
  writeViewing(db, { listingId: listing.id, businessId: ctx.businessId }, viewing)
}

function writeResource(db: Db, ctx: BusinessCtx, listingId: string, resourceId: string | null): void {
  const property = propertyById(db, ctx.businessId, listingId)
  if (!property) throw new Error(`No property ${listingId}`)
  writeProperty(db, { ...property, listingId, businessId: ctx.businessId, resourceId })
}

function resourceFor(db: Db, ctx: BusinessCtx, listing: Listing, storeId: string): string {
  const known = resourceOfOwner(db, ctx.businessId, 'place', listing.id)
  return known?.id ?? ensureResource(db, ctx, { businessId: ctx.businessId, storeId, kind: 'place', ownerId: listing.id, name: listing.title, capacity: 1 })
}

function saved(db: Db, ctx: BusinessCtx, listingId: string): Property {
  const property = propertyById(db, ctx.businessId, listingId)
  if (!property) throw new Error('A property that was saved is not there')
  return property
}

function changesOf({ tenure, wholeId, storeId, city, bedrooms, beds, baths, size, approval, policyId, payment }: PropertyDetails) {
  return { tenure, wholeId, storeId, city, bedrooms, beds, baths, size, approval, policyId, payment: payment?.kind ?? null }
}
