import type { Ctx } from '~/kernel/ctx'
import type { Interval } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import type { Claim } from './model/claim'
import { roomLeft } from './model/peak'
import { capacityBetween, takenBetween } from './taken.server'

/** Whose entry it is, and what it is called there. */
export interface ImportTerms {
  readonly businessId: string
  readonly subject: string
  readonly reason: string | null
}

/** Claims what an entry of another calendar takes, in the caller's transaction. Never refused: it has happened elsewhere. */
export function importClaims(db: Db, ctx: Ctx, claims: readonly Claim[], terms: ImportTerms): void {
  for (const claim of claims) insertImport(db).run({ id: ctx.newId(), claimedAt: ctx.now, ...terms, ...claim })
}

/** The bookings that stand where more is claimed than there is, for the time of a claim: their subjects. */
export function bookedTwice(db: Db, businessId: string, { resourceId, startsAt, endsAt }: Claim, now: number): string[] {
  if (startsAt === null || endsAt === null) return []
  const span = { from: startsAt, to: endsAt }
  const capacity = capacityBetween(db, businessId, resourceId, span.from, span.to) ?? { usual: 0, changes: [] }
  const left = roomLeft(takenBetween(db, businessId, resourceId, { ...span, now }), capacity, { start: startsAt, end: endsAt })
  if (left === null || left >= 0) return []
  return claimRows(db).all({ businessId, resourceId, ...span, now }).flatMap(({ kind, subject }) => (kind === 'booking' ? [subject] : []))
}

export interface StandingClaim extends Interval {
  readonly subject: string
  readonly claimedAt: number
}

/** Every claim on a resource in `[from, to)` that stands at `now`, with what it stands for, by start. */
export function claimsBetween(db: Db, businessId: string, resourceId: string, { from, to, now }: { readonly from: number; readonly to: number; readonly now: number }): StandingClaim[] {
  return claimRows(db).all({ businessId, resourceId, from, to, now })
}

/** Whether anything of this business ever claimed something under this subject. */
export function isSubject(db: Db, businessId: string, subject: string): boolean {
  return subjectRow(db).get({ businessId, subject }) !== undefined
}

interface ClaimRow extends StandingClaim {
  readonly kind: 'booking' | 'block' | 'import'
}

const claimRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; resourceId: string; from: number; to: number; now: number }, ClaimRow>(
    `SELECT subject, kind, starts_at AS start, ends_at AS end, claimed_at AS claimedAt FROM allocations
     WHERE resource_id = @resourceId AND business_id = @businessId AND released_at IS NULL
       AND starts_at > @from - (SELECT longest_ms FROM resources WHERE id = @resourceId) AND starts_at < @to AND ends_at > @from
       AND (expires_at IS NULL OR expires_at > @now) ORDER BY starts_at`,
  ),
)

const subjectRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string }, { id: string }>('SELECT id FROM allocations WHERE subject = @subject AND business_id = @businessId LIMIT 1'),
)

const insertImport = prepared((db) =>
  db.$client.prepare<Claim & ImportTerms & { id: string; claimedAt: number }>(
    `INSERT INTO allocations (id, business_id, resource_id, starts_at, ends_at, quantity, kind, claimed_at, subject, reason)
     VALUES (@id, @businessId, @resourceId, @startsAt, @endsAt, @quantity, 'import', @claimedAt, @subject, @reason)`,
  ),
)
