import { questionsOf } from '~/core/bookings/index.server'
import { categoryById, extraOf, setListingStatus, storesOfListing, type ListingStatus } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { activityById, type Activity } from './queries.server'
import { saveActivity, type ActivityDetails, type ActivityRefusal } from './save-activity.server'

export type StatusRefusal = { readonly kind: 'unknown-activity' } | { readonly kind: 'not-allowed'; readonly status: ListingStatus }

/** Publishes, pauses or archives an activity. What is booked stays booked. */
export function setActivityStatus(ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<Activity, StatusRefusal> {
  return transact((db): Result<Activity, StatusRefusal> => {
    const activity = activityById(db, ctx.businessId, listingId)
    if (!activity) return refuse({ kind: 'unknown-activity' })
    const set = setListingStatus(db, ctx, listingId, status)
    return set.ok ? ok({ ...activity, listing: set.value }) : refuse({ kind: 'not-allowed', status: activity.listing.status })
  })
}

/** Makes a draft that is like an activity, without its dates. */
export function copyActivity(ctx: BusinessCtx, listingId: string): Result<Activity, ActivityRefusal> {
  return transact((db): Result<Activity, ActivityRefusal> => {
    const activity = activityById(db, ctx.businessId, listingId)
    if (!activity) return refuse({ kind: 'unknown-activity' })
    const details = detailsOf(db, ctx, activity)
    // A retired category takes nobody in: the copy stands in none.
    const offered = details.extra !== null && categoryById(db, details.extra.categoryId)?.retiredAt === null
    return saveActivity(ctx, null, {
      ...details,
      questions: details.questions.map((question) => ({ ...question, id: null })),
      extra: offered ? details.extra : null,
      title: ctx.i18n.t('{title} (copy)', { title: details.title }),
    })
  })
}

/** An activity as its editor has it. */
export function detailsOf(db: Db, ctx: BusinessCtx, activity: Activity): ActivityDetails {
  const { listing, stores: _stores, ...terms } = activity
  return {
    ...terms,
    title: listing.title,
    description: listing.description,
    section: listing.section,
    // One that was taken out of use is chosen no more.
    policyId: activity.policyId === null ? null : (policyById(db, ctx.businessId, activity.policyId)?.id ?? null),
    storeIds: storesOfListing(db, ctx.businessId, listing.id),
    questions: questionsOf(db, ctx.businessId, listing.id),
    extra: extraOf(db, ctx.businessId, listing.id),
  }
}
