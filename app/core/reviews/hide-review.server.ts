import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { reviewById } from './queries.server'

export type HideRefusal = 'unknown-review' | 'as-it-was'

/** Hides a review for a reason: nobody outside sees it, and it no longer counts. */
export function hideReview(ctx: BusinessCtx, reviewId: string, reason: string): Result<null, HideRefusal> {
  return turn(ctx, reviewId, reason)
}

/** Shows a hidden review again. */
export function showReview(ctx: BusinessCtx, reviewId: string): Result<null, HideRefusal> {
  return turn(ctx, reviewId, null)
}

function turn(ctx: BusinessCtx, reviewId: string, reason: string | null): Result<null, HideRefusal> {
  return transact((db): Result<null, HideRefusal> => {
    const review = reviewById(db, ctx.businessId, reviewId)
    if (!review) return refuse('unknown-review')
    if ((review.hiddenAt === null) === (reason === null)) return refuse('as-it-was')
    writeHidden(db).run({ id: reviewId, businessId: ctx.businessId, reason, at: reason === null ? null : ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: `reviews.review.${reason === null ? 'show' : 'hide'}`, subject: reviewId, changes: { listingId: review.listingId, ...(reason === null ? {} : { reason }) } })
    return ok(null)
  })
}

const writeHidden = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; reason: string | null; at: number | null }>(
    'UPDATE reviews SET hidden_at = @at, hidden_reason = @reason WHERE id = @id AND business_id = @businessId',
  ),
)
