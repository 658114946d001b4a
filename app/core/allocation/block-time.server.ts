import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { claimAll, release } from './claim-all.server'
import { resourceChanged } from './events'
import { resourceById } from './resources.server'

export interface BlockRequest {
  readonly resourceId: string
  readonly startsAt: number
  readonly endsAt: number
  readonly reason: string
}

export type BlockRefusal = { readonly kind: 'unknown-resource' } | { readonly kind: 'wrong-way-round' } | { readonly kind: 'taken'; readonly subjects: readonly string[] }

export interface Block {
  readonly id: string
  readonly resourceId: string
  readonly startsAt: number
  readonly endsAt: number
  readonly reason: string | null
}

/** Takes a person or a place out for a time. Refused with what is booked there already. Answers the block's id. */
export function blockTime(ctx: BusinessCtx, request: BlockRequest): Result<string, BlockRefusal> {
  return transact((db): Result<string, BlockRefusal> => {
    if (request.endsAt <= request.startsAt) return refuse({ kind: 'wrong-way-round' })
    const resource = resourceById(db, ctx.businessId, request.resourceId)
    if (!resource) return refuse({ kind: 'unknown-resource' })
    const subject = ctx.newId()
    const claim = { resourceId: resource.id, startsAt: request.startsAt, endsAt: request.endsAt, quantity: resource.capacity ?? 1 }
    const claimed = claimAll(ctx, [claim], { businessId: ctx.businessId, subject, kind: 'block', expiresAt: null, reason: request.reason })
    if (!claimed.ok) return refuse({ kind: 'taken', subjects: subjectsBetween(db, ctx.businessId, resource.id, request.startsAt, request.endsAt, ctx.now) })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.block.create', subject, changes: { resourceId: resource.id, startsAt: request.startsAt, endsAt: request.endsAt } })
    announce(db, ctx, resourceChanged, { businessId: ctx.businessId, subject, payload: { resourceId: resource.id, from: request.startsAt, to: request.endsAt } })
    return ok(subject)
  })
}

/** Frees a blocked time again. */
export function unblockTime(ctx: BusinessCtx, blockId: string): Result<null, { readonly kind: 'unknown-block' }> {
  return transact((db) => {
    const block = blockById(db, ctx.businessId, blockId)
    if (!block) return refuse({ kind: 'unknown-block' } as const)
    release(db, ctx.businessId, blockId, ctx.now)
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.block.remove', subject: blockId })
    announce(db, ctx, resourceChanged, { businessId: ctx.businessId, subject: blockId, payload: { resourceId: block.resourceId, from: block.startsAt, to: block.endsAt } })
    return ok(null)
  })
}

/** A blocked time that still stands. */
export function blockById(db: Db, businessId: string, id: string): Block | null {
  return oneBlock(db).get({ businessId, id }) ?? null
}

/** The blocked times of a business that touch `[from, to)`, by start. */
export function blocksBetween(db: Db, businessId: string, from: number, to: number): Block[] {
  return blockRows(db).all({ businessId, from, to })
}

/** What stands in a resource's way in `[from, to)`: the subjects of its claims. */
export function subjectsBetween(db: Db, businessId: string, resourceId: string, from: number, to: number, now: number): string[] {
  return subjectRows(db)
    .all({ businessId, resourceId, from, to, now })
    .map((row) => row.subject)
}

const columns = 'subject AS id, resource_id AS resourceId, starts_at AS startsAt, ends_at AS endsAt, reason'

const oneBlock = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }, Block>(
    `SELECT ${columns} FROM allocations WHERE subject = @id AND business_id = @businessId AND kind = 'block' AND released_at IS NULL`,
  ),
)

const standing = "business_id = @businessId AND kind = 'block' AND released_at IS NULL AND starts_at < @to AND ends_at > @from"

/** What is blocked for a day or more is found by the longest of it. Exported for the test of its plan. */
export const blocksSql = `SELECT ${columns} FROM allocations INDEXED BY allocations_by_business
    WHERE ${standing} AND starts_at > @from - 86400000 AND ends_at - starts_at < 86400000
  UNION ALL SELECT ${columns} FROM allocations INDEXED BY allocations_long
    WHERE ${standing} AND ends_at - starts_at >= 86400000 AND starts_at > @from - coalesce((SELECT l.ends_at - l.starts_at FROM allocations l INDEXED BY allocations_longest
      WHERE l.business_id = @businessId AND l.kind = 'block' AND l.released_at IS NULL AND l.ends_at - l.starts_at >= 86400000 ORDER BY l.ends_at - l.starts_at DESC LIMIT 1), 0)
  ORDER BY startsAt`

const blockRows = prepared((db) => db.$client.prepare<{ businessId: string; from: number; to: number }, Block>(blocksSql))

const subjectRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; resourceId: string; from: number; to: number; now: number }, { subject: string }>(
    `SELECT subject FROM allocations WHERE resource_id = @resourceId AND business_id = @businessId AND released_at IS NULL
       AND starts_at > @from - (SELECT longest_ms FROM resources WHERE id = @resourceId) AND starts_at < @to AND ends_at > @from
       AND (expires_at IS NULL OR expires_at > @now) ORDER BY starts_at`,
  ),
)
