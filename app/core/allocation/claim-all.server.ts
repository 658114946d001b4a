import { ok, refuse, type Result } from '~/kernel/result'
import { prepared, transact, type Db } from '~/platform/database.server'
import type { Ctx } from '~/kernel/ctx'
import type { Claim } from './model/claim'
import { fitsIn } from './taken.server'

export interface ClaimTerms {
  readonly businessId: string
  /** What the claims stand for: the id of a booking item, of a change request, of a block, of a session. */
  readonly subject: string
  readonly kind: 'booking' | 'block' | 'session'
  /** From then on the claims do not count; null: they stay. */
  readonly expiresAt: number | null
  readonly reason?: string
}

/** The first claim that did not fit. */
export interface Clash {
  readonly kind: 'taken'
  readonly claim: Claim
}

/**
 * Claims all or none, in the caller's transaction. First releases every row of the claimed resources that has run out by `ctx.now`,
 * so that a hold past its time does not count whether or not a job has swept it.
 */
export function claimAll(ctx: Ctx, claims: readonly Claim[], terms: ClaimTerms): Result<null, Clash> {
  return transact((db) => {
    for (const claim of claims) {
      releaseRunOut(db).run({ resourceId: claim.resourceId, businessId: terms.businessId, now: ctx.now })
      if (!fitsIn(db, terms.businessId, claim, ctx.now)) return refuse({ kind: 'taken', claim } as const)
      insertClaim(db).run({ id: ctx.newId(), claimedAt: ctx.now, reason: null, ...terms, ...claim })
    }
    return ok(null)
  })
}

/** Lets go of everything that a subject holds. Answers how many rows that were. */
export function release(db: Db, businessId: string, subject: string, now: number): number {
  return releaseSubject(db).run({ businessId, subject, now }).changes
}

/** Lets a subject's claims run out at an instant: they are a hold from now on. */
export function letRunOut(db: Db, businessId: string, subject: string, expiresAt: number): void {
  limitSubject(db).run({ businessId, subject, expiresAt })
}

/** Makes a subject's claims final: they no longer run out. That they had not yet is for the use case to check. */
export function makeFinal(db: Db, businessId: string, subject: string): void {
  keepSubject(db).run({ businessId, subject })
}

/** Lets go of what has run out of one resource. */
// The plus signs keep SQLite from reading every row of the resource or the business: what has run out and is not swept yet is a handful in the whole file.
export const releaseRunOut = prepared((db) =>
  db.$client.prepare<{ resourceId: string; businessId: string; now: number }>(
    `UPDATE allocations SET released_at = @now
     WHERE +resource_id = @resourceId AND +business_id = @businessId AND released_at IS NULL AND expires_at IS NOT NULL AND expires_at <= @now`,
  ),
)

const insertClaim = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO allocations (id, business_id, resource_id, starts_at, ends_at, quantity, kind, claimed_at, expires_at, subject, reason)
     VALUES (@id, @businessId, @resourceId, @startsAt, @endsAt, @quantity, @kind, @claimedAt, @expiresAt, @subject, @reason)`,
  ),
)

const releaseSubject = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string; now: number }>(
    'UPDATE allocations SET released_at = @now WHERE subject = @subject AND business_id = @businessId AND released_at IS NULL',
  ),
)

const limitSubject = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string; expiresAt: number }>(
    'UPDATE allocations SET expires_at = @expiresAt WHERE subject = @subject AND business_id = @businessId AND released_at IS NULL',
  ),
)

const keepSubject = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string }>(
    'UPDATE allocations SET expires_at = NULL WHERE subject = @subject AND business_id = @businessId AND released_at IS NULL',
  ),
)
