import { questionsOf } from '~/core/bookings/index.server'
import { changeStatus, copiedWords, listingWords, storesOfListing, type ListingStatus, type NotAllowed } from '~/core/listings/index.server'
import { policyById } from '~/core/pricing/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import { activityById, type Activity } from './queries.server'
import { saveActivity, type ActivityDetails, type ActivityRefusal } from './save-activity.server'

export type StatusRefusal = { readonly kind: 'unknown-activity' } | NotAllowed

/** Publishes, pauses or archives an activity. What is booked stays booked. */
export function setActivityStatus(ctx: BusinessCtx, listingId: string, status: ListingStatus): Result<Activity, StatusRefusal> {
  return transact((db): Result<Activity, StatusRefusal> => {
    const activity = activityById(db, ctx.businessId, listingId)
    return activity ? changeStatus(db, ctx, activity, status) : refuse({ kind: 'unknown-activity' })
  })
}

/** Makes a draft that is like an activity, without its dates. */
export function copyActivity(ctx: BusinessCtx, listingId: string): Result<Activity, ActivityRefusal> {
  return transact((db): Result<Activity, ActivityRefusal> => {
    const activity = activityById(db, ctx.businessId, listingId)
    return activity ? saveActivity(ctx, null, copiedWords(db, ctx, detailsOf(db, ctx, activity))) : refuse({ kind: 'unknown-activity' })
  })
}

/** An activity as its editor has it. */
export function detailsOf(db: Db, ctx: BusinessCtx, activity: Activity): ActivityDetails {
  const { listing, stores: _stores, ...terms } = activity
  return {
    ...terms,
    ...listingWords(db, listing),
    // One that was taken out of use is chosen no more.
    policyId: activity.policyId === null ? null : (policyById(db, ctx.businessId, activity.policyId)?.id ?? null),
    storeIds: storesOfListing(db, ctx.businessId, listing.id),
    questions: questionsOf(db, ctx.businessId, listing.id),
  }
}
