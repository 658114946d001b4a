import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/index.server'
import { subjectsBetween } from './block-time.server'
import { resourceChanged } from './events'
import { peak } from './model/peak'
import { resourceById } from './resources.server'
import { takenBetween } from './taken.server'

export interface DatedCapacity {
  readonly resourceId: string
  readonly startsAt: number
  readonly endsAt: number
  /** 0 closes it. */
  readonly capacity: number
  readonly reason: string | null
}

export interface CapacityChangeRow extends DatedCapacity {
  readonly id: string
}

export type CapacityRefusal =
  | { readonly kind: 'unknown-resource' }
  | { readonly kind: 'changed-already' }
  /** More is taken than there would be: these bookings are in the way. */
  | { readonly kind: 'taken'; readonly subjects: readonly string[] }

/** Gives a resource another usual capacity; refused below what is taken from now on. */
export function setCapacity(ctx: BusinessCtx, resourceId: string, capacity: number | null): Result<null, CapacityRefusal> {
  return transact((db): Result<null, CapacityRefusal> => {
    const resource = resourceById(db, ctx.businessId, resourceId)
    if (!resource) return refuse({ kind: 'unknown-resource' })
    const taken = takenBetween(db, ctx.businessId, resourceId, { from: ctx.now, to: forever, now: ctx.now })
    if (capacity !== null && peak(taken, { start: ctx.now, end: forever }) > capacity) {
      return refuse({ kind: 'taken', subjects: subjectsBetween(db, ctx.businessId, resourceId, ctx.now, forever, ctx.now) })
    }
    capacityUpdate(db).run({ businessId: ctx.businessId, resourceId, capacity })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.capacity.set', subject: resourceId, changes: { from: resource.capacity, to: capacity } })
    tell(db, ctx, resourceId, null, null)
    return ok(null)
  })
}

/** Changes or closes a resource's capacity for `[startsAt, endsAt)`; refused below what is taken then. */
export function changeCapacity(ctx: BusinessCtx, change: DatedCapacity): Result<string, CapacityRefusal> {
  return transact((db): Result<string, CapacityRefusal> => {
    const { resourceId, startsAt, endsAt, capacity } = change
    if (!resourceById(db, ctx.businessId, resourceId)) return refuse({ kind: 'unknown-resource' })
    if (capacityChangesOf(db, ctx.businessId, resourceId, startsAt, endsAt).length > 0) return refuse({ kind: 'changed-already' })
    const taken = takenBetween(db, ctx.businessId, resourceId, { from: startsAt, to: endsAt, now: ctx.now })
    if (peak(taken, { start: startsAt, end: endsAt }) > capacity) {
      return refuse({ kind: 'taken', subjects: subjectsBetween(db, ctx.businessId, resourceId, startsAt, endsAt, ctx.now) })
    }
    const id = ctx.newId()
    changeInsert(db).run({ id, businessId: ctx.businessId, ...change })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.capacity.change', subject: resourceId, changes: { startsAt, endsAt, capacity } })
    tell(db, ctx, resourceId, startsAt, endsAt)
    return ok(id)
  })
}

/** Takes a dated change back: the usual capacity holds again. Refused where more was taken in the meantime. */
export function removeCapacityChange(ctx: BusinessCtx, id: string): Result<null, CapacityRefusal> {
  return transact((db): Result<null, CapacityRefusal> => {
    const change = oneChange(db).get({ businessId: ctx.businessId, id })
    const resource = change && resourceById(db, ctx.businessId, change.resourceId)
    if (!change || !resource) return refuse({ kind: 'unknown-resource' })
    const { resourceId, startsAt, endsAt } = change
    const taken = takenBetween(db, ctx.businessId, resourceId, { from: startsAt, to: endsAt, now: ctx.now })
    if (resource.capacity !== null && peak(taken, { start: startsAt, end: endsAt }) > resource.capacity) {
      return refuse({ kind: 'taken', subjects: subjectsBetween(db, ctx.businessId, resourceId, startsAt, endsAt, ctx.now) })
    }
    changeDelete(db).run({ businessId: ctx.businessId, id })
    record(db, ctx, { businessId: ctx.businessId, action: 'allocation.capacity.restore', subject: resourceId, changes: { startsAt, endsAt } })
    tell(db, ctx, resourceId, startsAt, endsAt)
    return ok(null)
  })
}

function tell(db: Db, ctx: BusinessCtx, resourceId: string, from: number | null, to: number | null): void {
  announce(db, ctx, resourceChanged, { businessId: ctx.businessId, subject: resourceId, payload: { resourceId, from, to } })
}

/** The dated changes of a resource that touch `[from, to)`, by start. */
export function capacityChangesOf(db: Db, businessId: string, resourceId: string, from: number, to: number): CapacityChangeRow[] {
  return changesBetween(db).all({ businessId, resourceId, from, to })
}

const forever = Number.MAX_SAFE_INTEGER

const columns = 'id, resource_id AS resourceId, starts_at AS startsAt, ends_at AS endsAt, capacity, reason'

const changesBetween = prepared((db) =>
  db.$client.prepare<{ businessId: string; resourceId: string; from: number; to: number }, CapacityChangeRow>(
    `SELECT ${columns} FROM capacity_changes WHERE resource_id = @resourceId AND business_id = @businessId AND starts_at < @to AND ends_at > @from ORDER BY starts_at`,
  ),
)

const oneChange = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }, CapacityChangeRow>(`SELECT ${columns} FROM capacity_changes WHERE id = @id AND business_id = @businessId`),
)

const changeInsert = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO capacity_changes (id, business_id, resource_id, starts_at, ends_at, capacity, reason)
     VALUES (@id, @businessId, @resourceId, @startsAt, @endsAt, @capacity, @reason)`,
  ),
)

const changeDelete = prepared((db) =>
  db.$client.prepare<{ businessId: string; id: string }>('DELETE FROM capacity_changes WHERE id = @id AND business_id = @businessId'),
)

const capacityUpdate = prepared((db) =>
  db.$client.prepare<{ businessId: string; resourceId: string; capacity: number | null }>(
    'UPDATE resources SET capacity = @capacity WHERE id = @resourceId AND business_id = @businessId',
  ),
)
