import { resourceById, setPoolCapacity } from '~/core/allocation/index.server'
import { sessionById } from '~/core/sessions/index.server'
import { serveLine } from '~/core/waiting-list/index.server'
import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { datesAhead, makePoolsAhead, poolOfQuota } from './date-pools.server'
import { eventById } from './queries.server'
import { quotaById, quotasOf, type Quota } from './tickets.server'

export type QuotaDraft = Pick<Quota, 'name' | 'capacity'>

export type QuotaRefusal =
  | { readonly kind: 'unknown-event' }
  | { readonly kind: 'unknown-quota' }
  | { readonly kind: 'unknown-date' }
  | { readonly kind: 'too-many-quotas'; readonly most: number }
  /** More is taken on that date than there would be: these items are in the way. */
  | { readonly kind: 'taken'; readonly sessionId: string; readonly subjects: readonly string[] }

/** How many quotas an event may have. */
export const mostQuotas = 20

/**
 * Adds a quota (`quotaId` null) or changes one. Another capacity holds for every date to come which had the usual one; refused below what
 * is taken on any of them.
 */
export function saveQuota(ctx: BusinessCtx, listingId: string, quotaId: string | null, draft: QuotaDraft): Result<Quota, QuotaRefusal> {
  return transact((db): Result<Quota, QuotaRefusal> => {
    if (!eventById(db, ctx.businessId, listingId)) return refuse({ kind: 'unknown-event' })
    const before = quotaId === null ? null : quotaById(db, ctx.businessId, quotaId)
    if (quotaId !== null && before?.listingId !== listingId) return refuse({ kind: 'unknown-quota' })
    if (!before && quotasOf(db, listingId).length >= mostQuotas) return refuse({ kind: 'too-many-quotas', most: mostQuotas })

    const id = before?.id ?? ctx.newId()
    quotaUpsert(db).run({ ...draft, id, listingId, businessId: ctx.businessId, now: ctx.now })
    if (before && before.capacity !== draft.capacity) {
      const set = setAhead(db, ctx, before, draft.capacity)
      if (!set.ok) return set
    }
    makePoolsAhead(db, ctx, listingId)
    record(db, ctx, { businessId: ctx.businessId, action: 'events.quota.save', subject: id, changes: { ...draft, was: before?.capacity ?? null } })
    return ok({ ...draft, id, listingId, position: before?.position ?? 0 })
  })
}

/** Gives one date another number of a quota; refused below what is taken. */
export function setDateQuota(ctx: BusinessCtx, sessionId: string, quotaId: string, capacity: number | null): Result<null, QuotaRefusal> {
  return transact((db): Result<null, QuotaRefusal> => {
    if (!sessionById(db, ctx.businessId, sessionId)) return refuse({ kind: 'unknown-date' })
    const pool = quotaById(db, ctx.businessId, quotaId) && poolOfQuota(db, sessionId, quotaId)
    return pool ? setPool(ctx, sessionId, pool, capacity) : refuse({ kind: 'unknown-quota' })
  })
}

function setAhead(db: Db, ctx: BusinessCtx, quota: Quota, capacity: number | null): Result<null, QuotaRefusal> {
  for (const session of datesAhead(db, ctx, quota.listingId)) {
    const pool = poolOfQuota(db, session.id, quota.id)
    if (pool === null || resourceById(db, ctx.businessId, pool)?.capacity !== quota.capacity) continue
    const set = setPool(ctx, session.id, pool, capacity)
    if (!set.ok) return set
    // Whoever waits on that date is asked before anybody sees that there is more.
    serveLine(db, ctx, session.id)
  }
  return ok(null)
}

function setPool(ctx: BusinessCtx, sessionId: string, pool: string, capacity: number | null): Result<null, QuotaRefusal> {
  const set = setPoolCapacity(ctx, pool, capacity)
  if (set.ok) return set
  if (set.refusal.kind === 'taken') return refuse({ kind: 'taken', sessionId, subjects: set.refusal.subjects })
  throw new Error(`The pool ${pool} took no capacity: ${set.refusal.kind}`)
}

const quotaUpsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO event_quotas (id, business_id, listing_id, name, capacity, position, created_at)
     VALUES (@id, @businessId, @listingId, @name, @capacity, (SELECT coalesce(max(position), -1) + 1 FROM event_quotas WHERE listing_id = @listingId), @now)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name, capacity = excluded.capacity`,
  ),
)
