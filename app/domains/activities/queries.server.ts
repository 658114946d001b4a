import { storeById, storesOf, type Store } from '~/core/businesses/index.server'
import { listingById, listingBySlug, listingsOf, storesOfListing, type Listing, type ListingStatus } from '~/core/listings/index.server'
import { termsIn, type PaymentTerms, type TermColumns } from '~/core/payments/index.server'
import { prepared, type Db } from '~/platform/database.server'
import type { PersonKind } from './model/price'

export interface ActivityTerms {
  readonly durationMinutes: number
  /** Where people come to, in words; null: to the store. */
  readonly meetingPoint: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly languages: string | null
  /** How many people one booking has. */
  readonly minGroup: number
  readonly maxGroup: number
  readonly kinds: readonly PersonKind[]
  readonly bulkFrom: number | null
  readonly bulkPercent: number | null
  /** What a whole date costs; null: it is not to be had alone. */
  readonly privateMinor: number | null
  readonly cutOffMinutes: number
  readonly bring: string | null
  readonly included: string | null
  readonly approval: boolean
  /** The cancellation policy that it names; null: the business's default. */
  readonly policyId: string | null
  /** When it is paid; null: as the business has it. */
  readonly payment: PaymentTerms | null
}

/** A listing of this domain with what it adds. */
export interface Activity extends ActivityTerms {
  readonly listing: Listing
  readonly stores: readonly Store[]
}

/** An activity of this business by its listing's id, whatever its status; null where there is none. */
export function activityById(db: Db, businessId: string, listingId: string): Activity | null {
  const listing = listingById(db, businessId, listingId)
  return listing && activityOf(db, listing)
}

/** An activity by its slug; `movedTo` where it has another one now. */
export function activityBySlug(db: Db, businessId: string, slug: string): Activity | { readonly movedTo: string } | null {
  const listing = listingBySlug(db, businessId, 'activities', slug)
  if (!listing || 'movedTo' in listing) return listing
  return activityOf(db, listing)
}

/** The activities of a business in its order, of these statuses only. */
export function activitiesOf(db: Db, businessId: string, statuses: readonly ListingStatus[]): Activity[] {
  return listingsOf(db, businessId, { domain: 'activities', statuses }).flatMap((listing) => activityOf(db, listing) ?? [])
}

/** What a listing of this domain adds, with the stores that are open; null for a listing of another. */
export function activityOf(db: Db, listing: Listing): Activity | null {
  const row = termsRow(db).get({ listingId: listing.id })
  if (!row) return null
  const { paymentTerms, depositPercent, restDays, approval, kinds, ...terms } = row
  const stores = storesOfListing(db, listing.businessId, listing.id).flatMap((id) => storeById(db, listing.businessId, id) ?? [])
  return {
    ...terms,
    listing,
    kinds: JSON.parse(kinds) as PersonKind[],
    approval: approval === 1,
    payment: paymentTerms === null ? null : termsIn({ paymentTerms, depositPercent, restDays }),
    stores: (stores.length > 0 ? stores : storesOf(db, listing.businessId)).filter((store) => store.status === 'open'),
  }
}

interface ActivityRow extends Omit<ActivityTerms, 'approval' | 'payment' | 'kinds'>, Omit<TermColumns, 'paymentTerms'> {
  readonly approval: number
  readonly kinds: string
  readonly paymentTerms: TermColumns['paymentTerms'] | null
}

const termsRow = prepared((db) =>
  db.$client.prepare<{ listingId: string }, ActivityRow>(
    `SELECT duration_minutes AS durationMinutes, meeting_point AS meetingPoint, latitude, longitude, languages, min_group AS minGroup, max_group AS maxGroup, kinds,
       bulk_from AS bulkFrom, bulk_percent AS bulkPercent, private_minor AS privateMinor, cut_off_minutes AS cutOffMinutes, bring, included, approval,
       policy_id AS policyId, payment_terms AS paymentTerms, deposit_percent AS depositPercent, rest_days AS restDays
     FROM activities WHERE listing_id = @listingId`,
  ),
)
