import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses, stores } from './businesses'
import { flag, id, instant, oneOf } from './columns'

export const resourceKinds = ['person', 'place', 'pool'] as const

/** Anything scarce of one business. `ownerId` is what it stands for elsewhere: a member of staff, a listing. */
export const resources = sqliteTable(
  'resources',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    storeId: text('store_id').references(() => stores.id),
    kind: text({ enum: resourceKinds }).notNull(),
    ownerId: text('owner_id'),
    name: text().notNull(),
    /** Null: unlimited. */
    capacity: integer(),
    /** Pools only: the quantity not released, kept by the triggers. */
    taken: integer().notNull().default(0),
    /** The longest claim it ever had, in milliseconds, kept by the triggers: whatever is on at an instant began no earlier than this before it. */
    longestMs: integer('longest_ms').notNull().default(0),
    active: flag().notNull(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    index('resources_by_business').on(t.businessId, t.kind, t.position),
    uniqueIndex('resources_owner').on(t.businessId, t.kind, t.ownerId).where(sql`owner_id is not null`),
    oneOf('resources_kind', t.kind, resourceKinds),
    check('resources_capacity', sql`capacity is null or capacity >= 0`),
  ],
)

/** Another capacity for an interval: 0 closes it. Intervals of one resource do not overlap (a trigger sees to it). */
export const capacityChanges = sqliteTable(
  'capacity_changes',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    resourceId: text('resource_id').notNull().references(() => resources.id),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    capacity: integer(),
    reason: text(),
  },
  (t) => [
    index('capacity_changes_by_resource').on(t.resourceId, t.startsAt),
    check('capacity_changes_span', sql`ends_at > starts_at and (capacity is null or capacity >= 0)`),
  ],
)

export const allocationKinds = ['booking', 'block', 'import', 'session'] as const

/** A claim on a resource for [startsAt, endsAt): of a booking (held while `expiresAt` is set), a blocked time, an imported entry, a session that needs a person or a room. */
export const allocations = sqliteTable(
  'allocations',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    resourceId: text('resource_id').notNull().references(() => resources.id),
    /** Both null in a pool. */
    startsAt: instant(),
    endsAt: instant(),
    quantity: integer().notNull(),
    kind: text({ enum: allocationKinds }).notNull(),
    claimedAt: instant().notNull(),
    /** A claim that runs out by itself; null: it stays. */
    expiresAt: instant(),
    releasedAt: instant(),
    /** The booking item, or the reason's owner, that it stands for. */
    subject: text().notNull(),
    reason: text(),
  },
  (t) => [
    index('allocations_live').on(t.resourceId, t.startsAt, t.endsAt).where(sql`released_at is null`),
    index('allocations_by_subject').on(t.subject),
    index('allocations_expiring').on(t.expiresAt).where(sql`released_at is null and expires_at is not null`),
    index('allocations_last_booked').on(t.resourceId, t.claimedAt).where(sql`kind = 'booking'`),
    index('allocations_by_business').on(t.businessId, t.kind, t.startsAt),
    // Blocked times of a day or more stand apart, with the longest of them at hand (as booking items do).
    index('allocations_long').on(t.businessId, t.startsAt).where(sql`released_at is null and kind = 'block' and ends_at - starts_at >= 86400000`),
    index('allocations_longest').on(t.businessId, sql`ends_at - starts_at`).where(sql`released_at is null and kind = 'block' and ends_at - starts_at >= 86400000`),
    oneOf('allocations_kind', t.kind, allocationKinds),
    check('allocations_span', sql`(starts_at is null and ends_at is null) or ends_at > starts_at`),
    check('allocations_quantity', sql`quantity > 0`),
  ],
)
