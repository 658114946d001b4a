import { storeById, storesOf, type Store } from '~/core/businesses/index.server'
import { listingById, listingBySlug, listingsOf, storesOfListing, type Listing, type ListingStatus } from '~/core/listings/index.server'
import { termsIn, type PaymentTerms, type TermColumns } from '~/core/payments/index.server'
import { prepared, type Db } from '~/platform/database.server'

export interface EventTerms {
  readonly form: 'physical' | 'virtual' | 'hybrid'
  readonly venueName: string | null
  readonly venueAddress: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  /** Shown to registered people only. */
  readonly virtualLink: string | null
  /** What those who are registered should know. */
  readonly notes: string | null
  /** In years; null: anybody may come. */
  readonly ageLimit: number | null
  readonly mostPerOrder: number
  readonly approval: boolean
  /** The cancellation policy that it names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** A listing of this domain with what it adds. */
export interface Event extends EventTerms {
  readonly listing: Listing
  readonly stores: readonly Store[]
  readonly cancelledAt: number | null
  readonly cancelReason: string | null
}

/** An event of this business by its listing's id, whatever its status; null where there is none. */
export function eventById(db: Db, businessId: string, listingId: string): Event | null {
  const listing = listingById(db, businessId, listingId)
  return listing && eventOf(db, listing)
}

/** An event by its slug; `movedTo` where it has another one now. */
export function eventBySlug(db: Db, businessId: string, slug: string): Event | { readonly movedTo: string } | null {
  const listing = listingBySlug(db, businessId, 'events', slug)
  if (!listing || 'movedTo' in listing) return listing
  return eventOf(db, listing)
}

/** The events of a business in its order, of these statuses only. */
export function eventsOf(db: Db, businessId: string, statuses: readonly ListingStatus[]): Event[] {
  return listingsOf(db, businessId, { domain: 'events', statuses }).flatMap((listing) => eventOf(db, listing) ?? [])
}

/** What a listing of this domain adds, with the stores that are open; null for a listing of another. */
export function eventOf(db: Db, listing: Listing): Event | null {
  const row = termsRow(db).get({ listingId: listing.id })
  if (!row) return null
  const { paymentTerms, depositPercent, restDays, approval, ...terms } = row
  const stores = storesOfListing(db, listing.businessId, listing.id).flatMap((id) => storeById(db, listing.businessId, id) ?? [])
  return {
    ...terms,
    listing,
    approval: approval === 1,
    payment: paymentTerms === null ? null : termsIn({ paymentTerms, depositPercent, restDays }),
    stores: (stores.length > 0 ? stores : storesOf(db, listing.businessId)).filter((store) => store.status === 'open'),
  }
}

interface EventRow extends Omit<Event, 'listing' | 'stores' | 'approval' | 'payment'>, Omit<TermColumns, 'paymentTerms'> {
  readonly approval: number
  readonly paymentTerms: TermColumns['paymentTerms'] | null
}

const termsRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, EventRow>(
    `SELECT form, venue_name AS venueName, venue_address AS venueAddress, latitude, longitude, virtual_link AS virtualLink, notes, age_limit AS ageLimit,
       most_per_order AS mostPerOrder, approval, policy_id AS policyId, payment_terms AS paymentTerms, deposit_percent AS depositPercent,
       rest_days AS restDays, cancelled_at AS cancelledAt, cancel_reason AS cancelReason
     FROM event_listings WHERE listing_id = @listingId`,
  ),
)
