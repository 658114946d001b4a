import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact } from '~/platform/database.server'
import { reviewById } from './queries.server'

export type AnswerRefusal = 'unknown-review' | 'answered-already'

/** Answers a review in public, once. */
export function answerReview(ctx: BusinessCtx, reviewId: string, answer: string): Result<null, AnswerRefusal> {
  return transact((db): Result<null, AnswerRefusal> => {
    const review = reviewById(db, ctx.businessId, reviewId)
    if (!review) return refuse('unknown-review')
    if (review.answer !== null) return refuse('answered-already')
    writeAnswer(db).run({ id: reviewId, businessId: ctx.businessId, answer, now: ctx.now })
    record(db, ctx, { businessId: ctx.businessId, action: 'reviews.review.answer', subject: reviewId, changes: { listingId: review.listingId } })
    return ok(null)
  })
}

const writeAnswer = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; answer: string; now: number }>(
    'UPDATE reviews SET answer = @answer, answered_at = @now WHERE id = @id AND business_id = @businessId AND answer IS NULL',
  ),
)
