import { storeById, type Store } from '~/core/businesses/index.server'
import { listingById, listingBySlug, listingsOf, storesOfListing, type Listing, type ListingStatus } from '~/core/listings/index.server'
import { termsIn, type PaymentTerms, type TermColumns } from '~/core/payments/index.server'
import { prepared, type Db } from '~/platform/database.server'
import type { StayRules } from './model/stay-rules'
import type { StayRates } from './model/rates'

export type Tenure = 'nightly' | 'long-term' | 'sale'

export interface PropertyFacts {
  readonly tenure: Tenure
  readonly street: string | null
  readonly postalCode: string | null
  readonly city: string | null
  /** Degrees × 1,000,000, north and east positive. */
  readonly latitudeE6: number | null
  readonly longitudeE6: number | null
  readonly bedrooms: number | null
  readonly beds: number | null
  readonly baths: number | null
  /** Square metres. */
  readonly size: number | null
  readonly amenities: readonly string[]
  readonly houseRules: string | null
  readonly licence: string | null
  readonly approval: boolean
  /** The cancellation policy that it names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** How it is let by the night, without its seasons, dates, percentages and fees. */
export interface StayTerms extends StayRules, Omit<StayRates, 'seasons' | 'nightPrices' | 'discounts' | 'fees'> {
  /** Nights that stay free after a stay. */
  readonly prepareNights: number
  /** Minutes of wall time since midnight. */
  readonly checkInFrom: number
  /** The latest arrival; null: whenever. */
  readonly checkInUntil: number | null
  readonly checkOutBy: number
}

/** How a property that is for rent or for sale is shown to whoever comes to see it. */
export interface ViewingTerms {
  readonly minutes: number
  /** How many hours before it begins it must be booked at the latest. */
  readonly noticeHours: number
  readonly windowDays: number
  /** The staff profiles of those who show it: any one of them. */
  readonly agentIds: readonly string[]
}

/** A listing of this domain with what it adds. */
export interface Property extends PropertyFacts {
  readonly listing: Listing
  /** Where it is sold, and whose clock its nights follow; null where that store is closed. */
  readonly store: Store | null
  /** The listing of the house that it is a part of. */
  readonly wholeId: string | null
  /** The listings that are its parts. */
  readonly partIds: readonly string[]
  /** What a stay claims: its own resource, or those of all its parts. */
  readonly resourceIds: readonly string[]
  /** Null where nobody has said yet what a night costs, and where it is not let by the night. */
  readonly stay: StayTerms | null
  /** Null where nobody can book a viewing, and where it is let by the night. */
  readonly viewing: ViewingTerms | null
}

/** A property of this business by its listing's id, whatever its status; null where there is none. */
export function propertyById(db: Db, businessId: string, listingId: string): Property | null {
  const listing = listingById(db, businessId, listingId)
  return listing && propertyOf(db, listing)
}

/** A property by its slug; `movedTo` where it has another one now. */
export function propertyBySlug(db: Db, businessId: string, slug: string): Property | { readonly movedTo: string } | null {
  const listing = listingBySlug(db, businessId, 'real-estate', slug)
  if (!listing || 'movedTo' in listing) return listing
  return propertyOf(db, listing)
}

/** The properties of a business in its order, of these statuses only. */
export function propertiesOf(db: Db, businessId: string, statuses: readonly ListingStatus[]): Property[] {
  return listingsOf(db, businessId, { domain: 'real-estate', statuses }).flatMap((listing) => propertyOf(db, listing) ?? [])
}

/** What a listing of this domain adds. */
export function propertyOf(db: Db, listing: Listing): Property | null {
  const row = propertyRow(db).get({ listingId: listing.id })
  if (!row) return null
  const { paymentTerms, depositPercent, restDays, amenities, approval, resourceId, wholeId, ...facts } = row
  const parts = partRows(db).all({ listingId: listing.id })
  const own = resourceId === null ? [] : [resourceId]
  return {
    ...facts,
    listing, wholeId,
    amenities: JSON.parse(amenities) as string[],
    approval: approval === 1,
    payment: paymentTerms === null ? null : termsIn({ paymentTerms, depositPercent, restDays }),
    store: storesOfListing(db, listing.businessId, listing.id).flatMap((id) => storeById(db, listing.businessId, id) ?? []).find(({ status }) => status === 'open') ?? null,
    partIds: parts.map((part) => part.listingId),
    resourceIds: parts.length > 0 ? parts.flatMap((part) => part.resourceId ?? []) : own,
    stay: facts.tenure === 'nightly' ? stayTermsOf(db, listing.id) : null,
    viewing: facts.tenure === 'nightly' ? null : viewingTermsOf(db, listing.id),
  }
}

function stayTermsOf(db: Db, listingId: string): StayTerms | null {
  const row = stayRow(db).get({ listingId })
  if (!row) return null
  const days = (text: string) => JSON.parse(text) as number[]
  return { ...row, weekendDays: days(row.weekendDays), arrivalDays: days(row.arrivalDays), departureDays: days(row.departureDays) }
}

function viewingTermsOf(db: Db, listingId: string): ViewingTerms | null {
  const row = viewingRow(db).get({ listingId })
  return row ? { ...row, agentIds: agentRows(db).all({ listingId }).map(({ staffId }) => staffId) } : null
}

interface PropertyRow extends Omit<PropertyFacts, 'amenities' | 'approval' | 'payment'>, Omit<TermColumns, 'paymentTerms'> {
  readonly wholeId: string | null
  readonly resourceId: string | null
  readonly amenities: string
  readonly approval: number
  readonly paymentTerms: TermColumns['paymentTerms'] | null
}

interface StayRow extends Omit<StayTerms, 'weekendDays' | 'arrivalDays' | 'departureDays'> {
  readonly weekendDays: string
  readonly arrivalDays: string
  readonly departureDays: string
}

const propertyRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, PropertyRow>(
    `SELECT tenure, whole_id AS wholeId, resource_id AS resourceId, street, postal_code AS postalCode, city, latitude_e6 AS latitudeE6,
       longitude_e6 AS longitudeE6, bedrooms, beds, baths, size, amenities, house_rules AS houseRules, licence, approval, policy_id AS policyId,
       payment_terms AS paymentTerms, deposit_percent AS depositPercent, rest_days AS restDays
     FROM properties WHERE listing_id = @listingId`,
  ),
)

/** Exported for the test of its plan. */
export const partsSql = 'SELECT listing_id AS listingId, resource_id AS resourceId FROM properties WHERE whole_id = @listingId ORDER BY listing_id'

const partRows = prepared((db) => db.$client.prepare<{ listingId: string }, { listingId: string; resourceId: string | null }>(partsSql))

const viewingRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, Omit<ViewingTerms, 'agentIds'>>(
    'SELECT minutes, notice_hours AS noticeHours, window_days AS windowDays FROM viewing_terms WHERE listing_id = @listingId',
  ),
)

const agentRows = prepared((db) => db.$client.prepare<{ listingId: string }, { staffId: string }>('SELECT staff_id AS staffId FROM viewing_agents WHERE listing_id = @listingId ORDER BY staff_id'))

const stayRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, StayRow>(
    `SELECT nightly_minor AS nightlyMinor, weekend_minor AS weekendMinor, weekend_days AS weekendDays, guests_included AS guestsIncluded,
       guests_most AS guestsMost, extra_guest_minor AS extraGuestMinor, tax_minor AS taxMinor, tax_nights AS taxNights, child_age AS childAge,
       min_nights AS minNights, max_nights AS maxNights, stay_by AS stayBy, arrival_days AS arrivalDays, departure_days AS departureDays,
       prepare_nights AS prepareNights, notice_days AS noticeDays, window_days AS windowDays,
       check_in_from AS checkInFrom, check_in_until AS checkInUntil, check_out_by AS checkOutBy
     FROM stay_terms WHERE listing_id = @listingId`,
  ),
)
