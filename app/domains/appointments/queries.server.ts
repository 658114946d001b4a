import { placesOf, type Resource } from '~/core/allocation/index.server'
import { staffOf, storeById, storesOf, type StaffProfile, type Store } from '~/core/businesses/index.server'
import { listingById, listingBySlug, listingsOf, storesOfListing, type Listing, type ListingStatus } from '~/core/listings/index.server'
import { termsIn, type PaymentTerms, type TermColumns } from '~/core/payments/index.server'
import { prepared, type Db } from '~/platform/database.server'

export interface ServiceTerms {
  readonly listingId: string
  readonly durationMinutes: number
  readonly bufferBeforeMinutes: number
  readonly bufferAfterMinutes: number
  readonly noticeMinutes: number
  readonly windowDays: number
  readonly stepMinutes: number
  readonly approval: boolean
  readonly staffChoice: 'must' | 'may' | 'none' | 'places'
  readonly seatsResourceId: string | null
  /** The cancellation policy that it names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** A listing of this domain with what it adds, who offers it and where. */
export interface Service extends ServiceTerms {
  readonly listing: Listing
  readonly staff: readonly StaffProfile[]
  /** Rooms or chairs, any one of which it needs beside the person. */
  readonly places: readonly Resource[]
  readonly stores: readonly Store[]
}

/** A service of this business by its listing's id, whatever its status; null where there is none. */
export function serviceById(db: Db, businessId: string, listingId: string): Service | null {
  const listing = listingById(db, businessId, listingId)
  return listing && serviceOf(db, listing)
}

/** A service by its slug; `movedTo` where it has another one now. */
export function serviceBySlug(db: Db, businessId: string, slug: string): Service | { readonly movedTo: string } | null {
  const listing = listingBySlug(db, businessId, 'appointments', slug)
  if (!listing || 'movedTo' in listing) return listing
  return serviceOf(db, listing)
}

/** The services of a business in its order, of these statuses only. */
export function servicesOf(db: Db, businessId: string, statuses: readonly ListingStatus[]): Service[] {
  return listingsOf(db, businessId, { domain: 'appointments', statuses }).flatMap((listing) => serviceOf(db, listing) ?? [])
}

/** What a listing of this domain adds, with the people and places that are still there. */
export function serviceOf(db: Db, listing: Listing): Service | null {
  const row = termsRow(db).get({ listingId: listing.id })
  if (!row) return null
  const { paymentTerms, depositPercent, restDays, ...terms } = row
  const staffIds = new Set(staffRows(db).all({ listingId: listing.id }).map((row) => row.id))
  const placeIds = new Set(placeRows(db).all({ listingId: listing.id }).map((row) => row.id))
  const stores = storesOfListing(db, listing.businessId, listing.id).flatMap((id) => storeById(db, listing.businessId, id) ?? [])
  return {
    ...terms,
    approval: terms.approval === 1,
    payment: paymentTerms === null ? null : termsIn({ paymentTerms, depositPercent, restDays }),
    listing,
    staff: staffIds.size === 0 ? [] : staffOf(db, listing.businessId).filter((person) => person.active && staffIds.has(person.id)),
    places: placeIds.size === 0 ? [] : placesOf(db, listing.businessId).filter((place) => place.active && placeIds.has(place.id)),
    stores: (stores.length > 0 ? stores : storesOf(db, listing.businessId)).filter((store) => store.status === 'open'),
  }
}

interface ServiceRow extends Omit<ServiceTerms, 'approval' | 'payment'>, Omit<TermColumns, 'paymentTerms'> {
  readonly approval: number
  readonly paymentTerms: TermColumns['paymentTerms'] | null
}

const termsRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, ServiceRow>(
    `SELECT listing_id AS listingId, duration_minutes AS durationMinutes, buffer_before_minutes AS bufferBeforeMinutes,
       buffer_after_minutes AS bufferAfterMinutes, notice_minutes AS noticeMinutes, window_days AS windowDays, step_minutes AS stepMinutes,
       approval, staff_choice AS staffChoice, seats_resource_id AS seatsResourceId, policy_id AS policyId,
       payment_terms AS paymentTerms, deposit_percent AS depositPercent, rest_days AS restDays
     FROM services WHERE listing_id = @listingId`,
  ),
)

const staffRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, { id: string }>('SELECT staff_id AS id FROM service_staff WHERE listing_id = @listingId'),
)

const placeRows = prepared((db) =>
  db.$client.prepare<{ listingId: string }, { id: string }>('SELECT resource_id AS id FROM service_places WHERE listing_id = @listingId'),
)
