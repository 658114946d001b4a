import type { Interval } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { fits, fullIntervals, type Capacity, type CapacityChange, type Taken } from './model/peak'
import type { Claim } from './model/claim'

export interface Glance {
  readonly from: number
  readonly to: number
  readonly now: number
  /** Subjects that are about to let go of what they hold: their own claims do not count. */
  readonly ignoring?: readonly string[]
}

/** What is taken of a resource somewhere in `[from, to)`, by start; claims that have run out by `now` are left out. */
export function takenBetween(db: Db, businessId: string, resourceId: string, { ignoring = [], ...glance }: Glance): Taken[] {
  return takenRows(db).all({ businessId, resourceId, ignoring: ignoring.length === 0 ? null : JSON.stringify(ignoring), ...glance })
}

export interface Load {
  /** Milliseconds claimed by bookings in `[from, to)`, buffers included. */
  readonly bookedMs: number
  /** When somebody last booked it; null for never. */
  readonly lastBookedAt: number | null
}

/** How busy a resource is in `[from, to)`, and when it was last booked. */
export function loadOf(db: Db, businessId: string, resourceId: string, from: number, to: number): Load {
  const { bookedMs } = bookedRow(db).get({ businessId, resourceId, from, to }) ?? { bookedMs: 0 }
  return { bookedMs, lastBookedAt: lastBookedRow(db).get({ resourceId })?.lastBookedAt ?? null }
}

/** How much there is of a resource, and the dated changes that touch `[from, to)`; null where the business has no such resource. */
export function capacityBetween(db: Db, businessId: string, resourceId: string, from: number, to: number): Capacity | null {
  const resource = capacityIn(db).get({ businessId, resourceId, from, to })
  if (!resource) return null
  return { usual: resource.capacity, changes: resource.changed ? changeRows(db).all({ resourceId, from, to }) : [] }
}

/** When nothing more of a resource can be claimed somewhere in `[from, to)`, in no order; all of the time where the business has no such resource. */
export function fullBetween(db: Db, businessId: string, resourceId: string, glance: Glance): Interval[] {
  const capacity = capacityBetween(db, businessId, resourceId, glance.from, glance.to) ?? { usual: 0, changes: [] }
  const taken = takenBetween(db, businessId, resourceId, glance)
  // One of a kind, as people are: whatever is taken fills it.
  return capacity.usual === 1 && capacity.changes.length === 0 ? taken : fullIntervals(taken, capacity, 1)
}

/** Whether a claim fits beside what is taken at `now`. */
export function fitsIn(db: Db, businessId: string, claim: Claim, now: number): boolean {
  const resource = capacityRow(db).get({ businessId, resourceId: claim.resourceId })
  if (!resource) return false
  const { startsAt, endsAt, quantity } = claim
  if (startsAt === null || endsAt === null) return resource.capacity === null || resource.taken + quantity <= resource.capacity
  const taken = takenBetween(db, businessId, claim.resourceId, { from: startsAt, to: endsAt, now })
  const changes = changeRows(db).all({ resourceId: claim.resourceId, from: startsAt, to: endsAt })
  return fits(taken, { usual: resource.capacity, changes }, { start: startsAt, end: endsAt, quantity })
}

/** What a subject holds now. */
export function claimsOf(db: Db, businessId: string, subject: string): Claim[] {
  return subjectClaims(db).all({ businessId, subject })
}

/** The resources that each of these subjects holds now, by subject. */
export function resourcesHeld(db: Db, businessId: string, subjects: readonly string[]): Map<string, string[]> {
  const held = new Map<string, string[]>()
  for (const { subject, resourceId } of heldRows(db).all({ businessId, subjects: JSON.stringify(subjects) })) held.set(subject, [...(held.get(subject) ?? []), resourceId])
  return held
}

interface Span {
  readonly resourceId: string
  readonly from: number
  readonly to: number
}

const takenRows = prepared((db) =>
  db.$client.prepare<Span & { businessId: string; now: number; ignoring: string | null }, Taken>(
    `SELECT starts_at AS start, ends_at AS end, quantity FROM allocations
     WHERE resource_id = @resourceId AND business_id = @businessId AND released_at IS NULL
       AND starts_at > @from - (SELECT longest_ms FROM resources WHERE id = @resourceId) AND starts_at < @to AND ends_at > @from
       AND (expires_at IS NULL OR expires_at > @now) AND (@ignoring IS NULL OR subject NOT IN (SELECT value FROM json_each(@ignoring)))
     ORDER BY starts_at`,
  ),
)

const bookedRow = prepared((db) =>
  db.$client.prepare<Span & { businessId: string }, { bookedMs: number }>(
    `SELECT coalesce(sum(min(ends_at, @to) - max(starts_at, @from)), 0) AS bookedMs FROM allocations
     WHERE resource_id = @resourceId AND business_id = @businessId AND kind = 'booking' AND released_at IS NULL
       AND starts_at > @from - (SELECT longest_ms FROM resources WHERE id = @resourceId) AND starts_at < @to AND ends_at > @from`,
  ),
)

const lastBookedRow = prepared((db) =>
  db.$client.prepare<{ resourceId: string }, { lastBookedAt: number | null }>(
    "SELECT max(claimed_at) AS lastBookedAt FROM allocations WHERE resource_id = @resourceId AND kind = 'booking'",
  ),
)

const capacityRow = prepared((db) =>
  db.$client.prepare<{ businessId: string; resourceId: string }, { capacity: number | null; taken: number }>(
    'SELECT capacity, taken FROM resources WHERE id = @resourceId AND business_id = @businessId',
  ),
)

const capacityIn = prepared((db) =>
  db.$client.prepare<Span & { businessId: string }, { capacity: number | null; changed: 0 | 1 }>(
    `SELECT capacity, EXISTS (SELECT 1 FROM capacity_changes WHERE resource_id = @resourceId AND starts_at < @to AND ends_at > @from) AS changed
     FROM resources WHERE id = @resourceId AND business_id = @businessId`,
  ),
)

const changeRows = prepared((db) =>
  db.$client.prepare<Span, CapacityChange>(
    'SELECT starts_at AS start, ends_at AS end, capacity FROM capacity_changes WHERE resource_id = @resourceId AND starts_at < @to AND ends_at > @from ORDER BY starts_at',
  ),
)

const subjectClaims = prepared((db) =>
  db.$client.prepare<{ businessId: string; subject: string }, Claim>(
    `SELECT resource_id AS resourceId, starts_at AS startsAt, ends_at AS endsAt, quantity FROM allocations
     WHERE subject = @subject AND business_id = @businessId AND released_at IS NULL`,
  ),
)

const heldRows = prepared((db) =>
  db.$client.prepare<{ businessId: string; subjects: string }, { subject: string; resourceId: string }>(
    `SELECT a.subject, a.resource_id AS resourceId FROM json_each(@subjects) s CROSS JOIN allocations a INDEXED BY allocations_by_subject ON a.subject = s.value
     WHERE a.business_id = @businessId AND a.released_at IS NULL`,
  ),
)
