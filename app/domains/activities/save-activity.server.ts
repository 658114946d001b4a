import { saveQuestions, type QuestionDraft, type QuestionRefusal } from '~/core/bookings/index.server'
import { saveListing, setListingCategory, type ExtraRefusal, type Listing, type ListingWords } from '~/core/listings/index.server'
import { termColumns } from '~/core/payments/index.server'
import { policyById } from '~/core/pricing/index.server'
import { longestSessionMinutes } from '~/core/sessions/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { activityById, activityOf, type Activity, type ActivityTerms } from './queries.server'

export interface ActivityDetails extends ActivityTerms, ListingWords {
  readonly storeIds: readonly string[]
  readonly questions: readonly QuestionDraft[]
}

export type ActivityFigure = 'durationMinutes' | 'minGroup' | 'maxGroup' | 'bulkFrom' | 'bulkPercent' | 'cutOffMinutes' | 'place' | 'kinds'

export type ActivityRefusal =
  | { readonly kind: 'unknown-activity' }
  | { readonly kind: 'unknown-store' }
  | { readonly kind: 'unknown-policy' }
  /** Nobody could come: no kind of person takes a place. */
  | { readonly kind: 'no-kinds' }
  | { readonly kind: 'bulk-incomplete' }
  | { readonly kind: 'out-of-range'; readonly figure: ActivityFigure; readonly from: number; readonly to: number }
  | QuestionRefusal
  | ExtraRefusal

export const mostKinds = 8
export const largestGroup = 500

/** Adds an activity as a draft (`listingId` null) or changes one, all or none. What is booked keeps its price, its policy and its title. */
export function saveActivity(ctx: BusinessCtx, listingId: string | null, details: ActivityDetails): Result<Activity, ActivityRefusal> {
  return transact((db): Result<Activity, ActivityRefusal> => {
    const before = listingId === null ? null : activityById(db, ctx.businessId, listingId)
    if (listingId !== null && !before) return refuse({ kind: 'unknown-activity' })
    const refusal = refusalFor(db, ctx, details)
    if (refusal) return refuse(refusal)

    // Lists show what the first kind of person costs.
    const listing = saveListing(db, ctx, 'activities', before?.listing ?? null, { ...details, priceMinor: details.kinds[0]?.priceMinor ?? null })
    if (!listing.ok) return refuse({ kind: listing.refusal === 'unknown-store' ? 'unknown-store' : 'unknown-activity' })
    writeTerms(db, listing.value, details)
    const questions = saveQuestions(db, ctx, listing.value.id, details.questions)
    if (!questions.ok) return questions
    const extra = setListingCategory(db, ctx, listing.value.id, details.extra)
    if (!extra.ok) return extra
    const { durationMinutes, minGroup, maxGroup, kinds, bulkFrom, bulkPercent, privateMinor, cutOffMinutes, approval, policyId, payment } = details
    const changes = { durationMinutes, minGroup, maxGroup, kinds, bulkFrom, bulkPercent, privateMinor, cutOffMinutes, approval, policyId, payment: payment?.kind ?? null }
    record(db, ctx, { businessId: ctx.businessId, action: 'activities.activity.save', subject: listing.value.id, changes })
    const activity = activityOf(db, listing.value)
    if (!activity) throw new Error('An activity that was saved has no terms')
    return ok(activity)
  })
}

function refusalFor(db: Db, ctx: BusinessCtx, details: ActivityDetails): ActivityRefusal | null {
  const { durationMinutes, minGroup, maxGroup, kinds, bulkFrom, bulkPercent, cutOffMinutes, latitude, longitude, policyId } = details
  const out = (figure: ActivityFigure, value: number, from: number, to: number): ActivityRefusal | null =>
    Number.isInteger(value) && value >= from && value <= to ? null : { kind: 'out-of-range', figure, from, to }
  if (!kinds.some(({ places }) => places > 0)) return { kind: 'no-kinds' }
  if ((bulkFrom === null) !== (bulkPercent === null)) return { kind: 'bulk-incomplete' }
  if ((latitude === null) !== (longitude === null) || Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180) return { kind: 'out-of-range', figure: 'place', from: -180, to: 180 }
  return (
    out('durationMinutes', durationMinutes, 1, longestSessionMinutes) ??
    out('maxGroup', maxGroup, 1, largestGroup) ??
    out('minGroup', minGroup, 1, maxGroup) ??
    out('kinds', kinds.length, 1, mostKinds) ??
    out('bulkFrom', bulkFrom ?? 2, 2, largestGroup) ??
    out('bulkPercent', bulkPercent ?? 1, 1, 99) ??
    out('cutOffMinutes', cutOffMinutes, 0, 525_600) ??
    (policyId !== null && !policyById(db, ctx.businessId, policyId) ? { kind: 'unknown-policy' } : null)
  )
}

function writeTerms(db: Db, listing: Listing, details: ActivityDetails): void {
  const { durationMinutes, meetingPoint, latitude, longitude, languages, minGroup, maxGroup, bulkFrom, bulkPercent, privateMinor, cutOffMinutes, bring, included, policyId, payment } = details
  termsUpsert(db).run({
    listingId: listing.id, businessId: listing.businessId, durationMinutes, meetingPoint, latitude, longitude, languages, minGroup, maxGroup, bulkFrom, bulkPercent, privateMinor,
    cutOffMinutes, bring, included, policyId, kinds: JSON.stringify(details.kinds), approval: details.approval ? 1 : 0,
    ...(payment ? termColumns(payment) : { paymentTerms: null, depositPercent: null, restDays: null }),
  })
}

const termsUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO activities (listing_id, business_id, duration_minutes, meeting_point, latitude, longitude, languages, min_group, max_group, kinds, bulk_from, bulk_percent,
       private_minor, cut_off_minutes, bring, included, approval, policy_id, payment_terms, deposit_percent, rest_days)
     VALUES (@listingId, @businessId, @durationMinutes, @meetingPoint, @latitude, @longitude, @languages, @minGroup, @maxGroup, @kinds, @bulkFrom, @bulkPercent,
       @privateMinor, @cutOffMinutes, @bring, @included, @approval, @policyId, @paymentTerms, @depositPercent, @restDays)
     ON CONFLICT (listing_id) DO UPDATE SET duration_minutes = excluded.duration_minutes, meeting_point = excluded.meeting_point, latitude = excluded.latitude,
       longitude = excluded.longitude, languages = excluded.languages, min_group = excluded.min_group, max_group = excluded.max_group, kinds = excluded.kinds,
       bulk_from = excluded.bulk_from, bulk_percent = excluded.bulk_percent, private_minor = excluded.private_minor, cut_off_minutes = excluded.cut_off_minutes,
       bring = excluded.bring, included = excluded.included, approval = excluded.approval, policy_id = excluded.policy_id, payment_terms = excluded.payment_terms,
       deposit_percent = excluded.deposit_percent, rest_days = excluded.rest_days`,
  ),
)
