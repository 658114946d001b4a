import { mostSeats, placesOf } from '~/core/allocation/index.server'
import { saveQuestions, type QuestionDraft, type QuestionRefusal } from '~/core/bookings/index.server'
import { staffOf } from '~/core/businesses/index.server'
import { saveListing, setListingCategory, type ExtraRefusal, type Listing, type ListingWords } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import { offerBy, seatsFor, writeTerms } from './service-rows.server'
import { figures, type Figure } from './model/figures'
import { serviceById, serviceOf, type Service, type ServiceTerms } from './queries.server'

export interface ServiceDetails extends Omit<ServiceTerms, 'listingId' | 'seatsResourceId'>, ListingWords {
  /** Minor units of the business's currency, as it writes them; null: no price is shown. */
  readonly priceMinor: number | null
  /** The stores where it is to be had. */
  readonly storeIds: readonly string[]
  /** Who offers it; nobody where it needs only places. */
  readonly staffIds: readonly string[]
  /** Rooms or chairs, any one of which it needs beside the person; none where it needs only places. */
  readonly placeIds: readonly string[]
  /** How many may come at once where it needs only places; else null. */
  readonly seats: number | null
  readonly questions: readonly QuestionDraft[]
}

export type ServiceRefusal =
  | { readonly kind: 'unknown-service' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'unknown-staff' }
  | { readonly kind: 'unknown-place' }
  | { readonly kind: 'unknown-policy' }
  /** It needs a person, and nobody offers it. */
  | { readonly kind: 'nobody-offers-it' }
  | { readonly kind: 'out-of-range'; readonly figure: Figure | 'seats'; readonly from: number; readonly to: number }
  /** More seats are taken than there would be: these are in the way. */
  | { readonly kind: 'taken'; readonly subjects: readonly string[] }
  | QuestionRefusal
  | ExtraRefusal

/**
 * Adds a service as a draft (`listingId` null) or changes one: its listing, terms, people, places, seats, questions and category, all or none.
 * What is booked keeps its time, its buffers, its price and its person.
 */
export function saveService(ctx: BusinessCtx, listingId: string | null, details: ServiceDetails): Result<Service, ServiceRefusal> {
  return transact((db): Result<Service, ServiceRefusal> => {
    const before = listingId === null ? null : serviceById(db, ctx.businessId, listingId)
    if (listingId !== null && !before) return refuse({ kind: 'unknown-service' })
    const refusal = refusalFor(db, ctx, details)
    if (refusal) return refuse(refusal)

    const listing = saveListing(db, ctx, 'appointments', before?.listing ?? null, details)
    if (!listing.ok) return refuse({ kind: listing.refusal === 'unknown-store' ? 'unknown-store' : 'unknown-service' })
    const seats = seatsFor(db, ctx, listing.value, details)
    if (!seats.ok) return seats
    writeTerms(db, { listingId: listing.value.id, businessId: ctx.businessId, seatsResourceId: seats.value, ...details })
    offerBy(db, ctx, listing.value.id, details)
    const questions = saveQuestions(db, ctx, listing.value.id, details.questions)
    if (!questions.ok) return questions
    const extra = setListingCategory(db, ctx, listing.value.id, details.extra)
    if (!extra.ok) return extra
    return ok(saved(db, ctx, listing.value, details))
  })
}

function refusalFor(db: Db, ctx: BusinessCtx, details: ServiceDetails): ServiceRefusal | null {
  for (const figure of Object.keys(figures) as Figure[]) {
    const { from, to } = figures[figure]
    if (!isBetween(details[figure], from, to)) return { kind: 'out-of-range', figure, from, to }
  }
  if (details.policyId !== null && !policyById(db, ctx.businessId, details.policyId)) return { kind: 'unknown-policy' }
  if (details.staffChoice === 'places') {
    return isBetween(details.seats ?? 0, 1, mostSeats) ? null : { kind: 'out-of-range', figure: 'seats', from: 1, to: mostSeats }
  }
  const people = staffOf(db, ctx.businessId)
  if (!details.staffIds.every((id) => people.some((person) => person.id === id))) return { kind: 'unknown-staff' }
  if (!details.staffIds.some((id) => people.some((person) => person.id === id && person.active))) return { kind: 'nobody-offers-it' }
  const places = placesOf(db, ctx.businessId)
  return details.placeIds.every((id) => places.some((place) => place.id === id)) ? null : { kind: 'unknown-place' }
}

function isBetween(figure: number, from: number, to: number): boolean {
  return Number.isInteger(figure) && figure >= from && figure <= to
}

function saved(db: Db, ctx: BusinessCtx, listing: Listing, details: ServiceDetails): Service {
  const { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, approval, staffChoice, seats, staffIds, placeIds, policyId, payment } = details
  record(db, ctx, {
    businessId: ctx.businessId,
    action: 'appointments.service.save',
    subject: listing.id,
    changes: { durationMinutes, bufferBeforeMinutes, bufferAfterMinutes, noticeMinutes, windowDays, stepMinutes, approval, staffChoice, seats, staffIds, placeIds, policyId, payment: payment?.kind ?? null },
  })
  const service = serviceOf(db, listing)
  if (!service) throw new Error('A service that was saved has no terms')
  return service
}
