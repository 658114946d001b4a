import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { releaseRunOut } from './claim-all.server'
import { resourceById } from './resources.server'
import type { CapacityRefusal } from './set-capacity.server'

/** What a pool holds, and what of it is gone. */
export interface Pool {
  readonly id: string
  /** Null: without limit. */
  readonly capacity: number | null
  /** Taken now, holds that have run out left out. */
  readonly taken: number
  /** Of what is taken: what may still run out. */
  readonly held: number
}

/** The pools of these ids, by id, as they stand at `now`; others than this business's are left out. Costs the same whatever was sold of them. */
export function poolsOf(db: Db, businessId: string, ids: readonly string[], now: number): Map<string, Pool> {
  const wanted = JSON.stringify(ids)
  const expiring = new Map(expiringRows(db).all({ ids: wanted, now }).map((row) => [row.id, row]))
  return new Map(
    poolRows(db).all({ businessId, ids: wanted }).map(({ id, capacity, taken }) => {
      const { runOut = 0, held = 0 } = expiring.get(id) ?? {}
      return [id, { id, capacity, taken: taken - runOut, held }]
    }),
  )
}

/** How much of a pool is left; null without limit. */
export function leftIn({ capacity, taken }: Pool): number | null {
  return capacity === null ? null : Math.max(0, capacity - taken)
}

/** How much of a pool these subjects take, whether or not it may still run out. */
export function takenBy(db: Db, businessId: string, poolId: string, subjects: readonly string[]): number {
  return subjects.length === 0 ? 0 : (takenRow(db).get({ businessId, poolId, subjects: JSON.stringify(subjects) })?.taken ?? 0)
}

/** Gives a pool another capacity; refused below what is taken of it, with the subjects that take it. */
export function setPoolCapacity(ctx: BusinessCtx, poolId: string, capacity: number | null): Result<null, CapacityRefusal> {
  return transact((db): Result<null, CapacityRefusal> => {
    const pool = resourceById(db, ctx.businessId, poolId)
    if (pool?.kind !== 'pool') return refuse({ kind: 'unknown-resource' })
    // What has run out is let go first: the trigger that guards the capacity knows no clock.
    releaseRunOut(db).run({ resourceId: poolId, businessId: ctx.businessId, now: ctx.now })
    const taken = poolsOf(db, ctx.businessId, [poolId], ctx.now).get(poolId)?.taken ?? 0
    if (capacity !== null && taken > capacity) return refuse({ kind: 'taken', subjects: subjectsOf(db).all({ businessId: ctx.businessId, poolId }).map(({ subject }) => subject) })
    capacityUpdate(db).run({ businessId: ctx.businessId, poolId, capacity })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.capacity.set', subject: poolId, changes: { from: pool.capacity, to: capacity } })
    return ok(null)
  })
}

const poolRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; ids: string }, Omit<Pool, 'held'>>(
    "SELECT id, capacity, taken FROM resources WHERE id IN (SELECT value FROM json_each(@ids)) AND business_id = @businessId AND kind = 'pool'",
  ),
)

// The plus sign keeps SQLite from reading every row of a pool: what may run out is a handful in the whole file.
const expiringRows = prepared((db) =>
  db.$client.prepare<{ ids: string; now: number }, { id: string; runOut: number; held: number }>(
    `SELECT resource_id AS id, sum(CASE WHEN expires_at <= @now THEN quantity ELSE 0 END) AS runOut, sum(CASE WHEN expires_at > @now THEN quantity ELSE 0 END) AS held
     FROM allocations INDEXED BY allocations_expiring
     WHERE released_at IS NULL AND expires_at IS NOT NULL AND +resource_id IN (SELECT value FROM json_each(@ids)) GROUP BY resource_id`,
  ),
)

// The plus sign keeps SQLite from reading every row of a pool.
const takenRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; poolId: string; subjects: string }, { taken: number }>(
    `SELECT coalesce(sum(quantity), 0) AS taken FROM allocations
     WHERE subject IN (SELECT value FROM json_each(@subjects)) AND +resource_id = @poolId AND +business_id = @businessId AND released_at IS NULL`,
  ),
)

const subjectsOf = prepared((db) =>
  db.$client.prepare<{ businessId: string; poolId: string }, { subject: string }>(
    'SELECT subject FROM allocations WHERE resource_id = @poolId AND business_id = @businessId AND released_at IS NULL ORDER BY claimed_at LIMIT 200',
  ),
)

const capacityUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; poolId: string; capacity: number | null }>('UPDATE resources SET capacity = @capacity WHERE id = @poolId AND business_id = @businessId'),
)
