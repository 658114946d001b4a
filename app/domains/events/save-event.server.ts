import { saveQuestions, type QuestionDraft, type QuestionRefusal } from '~/core/bookings/index.server'
import { saveListing, setListingCategory, type ExtraRefusal, type Listing, type ListingWords } from '~/core/listings/index.server'
import { termColumns } from '~/core/payments/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { eventById, eventOf, type Event, type EventTerms } from './queries.server'

export interface EventDetails extends EventTerms, ListingWords {
  readonly storeIds: readonly string[]
  /** Asked of each ticket. */
  readonly questions: readonly QuestionDraft[]
}

export type EventRefusal =
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'unknown-policy' }
  /** People have to know where to come. */
  | { readonly kind: 'venue-missing' }
  | { readonly kind: 'out-of-range'; readonly figure: 'ageLimit' | 'mostPerOrder' | 'place'; readonly from: number; readonly to: number }
  | QuestionRefusal
  | ExtraRefusal

/** Adds an event as a draft (`listingId` null) or changes one, all or none. What is booked keeps its price, its policy and its title. */
export function saveEvent(ctx: BusinessCtx, listingId: string | null, details: EventDetails): Result<Event, EventRefusal> {
  return transact((db): Result<Event, EventRefusal> => {
    const before = listingId === null ? null : eventById(db, ctx.businessId, listingId)
    if (listingId !== null && !before) return refuse({ kind: 'unknown-event' })
    const refusal = refusalFor(db, ctx, details)
    if (refusal) return refuse(refusal)

    // The price that lists show follows from the tickets; here it stays what it is.
    const listing = saveListing(db, ctx, 'events', before?.listing ?? null, { ...details, priceMinor: before?.listing.priceMinor ?? null })
    if (!listing.ok) return refuse({ kind: listing.refusal === 'unknown-store' ? 'unknown-store' : 'unknown-event' })
    writeTerms(db, listing.value, details)
    const questions = saveQuestions(db, ctx, listing.value.id, details.questions)
    if (!questions.ok) return questions
    const extra = setListingCategory(db, ctx, listing.value.id, details.extra)
    if (!extra.ok) return extra
    const { form, ageLimit, mostPerOrder, approval, policyId, payment } = details
    const changes = { form, ageLimit, mostPerOrder, approval, policyId, payment: payment?.kind ?? null }
    record(db, ctx, { businessId: ctx.businessId, action: 'events.event.save', subject: listing.value.id, changes })
    const event = eventOf(db, listing.value)
    if (!event) throw new Error('An event that was saved has no terms')
    return ok(event)
  })
}

function refusalFor(db: Db, ctx: BusinessCtx, { form, venueName, ageLimit, mostPerOrder, latitude, longitude, policyId }: EventDetails): EventRefusal | null {
  if (form !== 'virtual' && venueName === null) return { kind: 'venue-missing' }
  if (ageLimit !== null && !isBetween(ageLimit, 1, 120)) return { kind: 'out-of-range', figure: 'ageLimit', from: 1, to: 120 }
  if (!isBetween(mostPerOrder, 1, mostTickets)) return { kind: 'out-of-range', figure: 'mostPerOrder', from: 1, to: mostTickets }
  if ((latitude === null) !== (longitude === null) || Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) return { kind: 'out-of-range', figure: 'place', from: -180, to: 180 }
  return policyId !== null && !policyById(db, ctx.businessId, policyId) ? { kind: 'unknown-policy' } : null
}

/** More than this nobody buys in one order. */
export const mostTickets = 50

function isBetween(figure: number, from: number, to: number): boolean {
  return Number.isInteger(figure) && figure >= from && figure <= to
}

function writeTerms(db: Db, listing: Listing, details: EventDetails): void {
  const { form, venueName, venueAddress, latitude, longitude, virtualLink, notes, ageLimit, mostPerOrder, policyId, payment } = details
  const inPlace = form !== 'virtual'
  termsUpsert(db).run({
    listingId: listing.id, businessId: listing.businessId, form, notes, ageLimit, mostPerOrder, policyId,
    venueName: inPlace ? venueName : null,
    venueAddress: inPlace ? venueAddress : null,
    latitude: inPlace ? latitude : null,
    longitude: inPlace ? longitude : null,
    virtualLink: form === 'physical' ? null : virtualLink,
    approval: details.approval ? 1 : 0,
    ...(payment ? termColumns(payment) : { paymentTerms: null, depositPercent: null, restDays: null }),
  })
}

const termsUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO event_listings (listing_id, business_id, form, venue_name, venue_address, latitude, longitude, virtual_link, notes, age_limit,
       most_per_order, approval, policy_id, payment_terms, deposit_percent, rest_days)
     VALUES (@listingId, @businessId, @form, @venueName, @venueAddress, @latitude, @longitude, @virtualLink, @notes, @ageLimit,
       @mostPerOrder, @approval, @policyId, @paymentTerms, @depositPercent, @restDays)
     ON CONFLICT (listing_id) DO UPDATE SET form = excluded.form, venue_name = excluded.venue_name, venue_address = excluded.venue_address,
       latitude = excluded.latitude, longitude = excluded.longitude, virtual_link = excluded.virtual_link, notes = excluded.notes,
       age_limit = excluded.age_limit, most_per_order = excluded.most_per_order, approval = excluded.approval, policy_id = excluded.policy_id,
       payment_terms = excluded.payment_terms, deposit_percent = excluded.deposit_percent, rest_days = excluded.rest_days`,
  ),
)
