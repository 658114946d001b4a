import { sql } from 'drizzle-orm'
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { flag, id, instant, oneOf } from './columns'

export const backRules = ['always', 'by-tier', 'never'] as const

/** What goes back when a booking is cancelled. A booking keeps a copy, so that a change here changes nothing that is booked. */
export const cancellationPolicies = sqliteTable(
  'cancellation_policies',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    name: text().notNull(),
    /** From so many hours before the start up to the tier above: what share goes back. The longest notice first. */
    tiers: text({ mode: 'json' }).notNull().$type<readonly { readonly hoursBefore: number; readonly percent: number }[]>(),
    fees: text({ enum: backRules }).notNull(),
    taxes: text({ enum: backRules }).notNull(),
    /** What share goes back to who did not come. */
    noShowPercent: integer('no_show_percent').notNull(),
    isDefault: flag().notNull(),
    createdAt: instant().notNull(),
    /** Services that name it follow the default from then on. */
    retiredAt: instant(),
  },
  (t) => [
    index('cancellation_policies_by_business').on(t.businessId, t.createdAt),
    uniqueIndex('cancellation_policies_default').on(t.businessId).where(sql`is_default = 1`),
    oneOf('cancellation_policies_fees', t.fees, backRules),
    oneOf('cancellation_policies_taxes', t.taxes, backRules),
    check('cancellation_policies_no_show', sql`no_show_percent between 0 and 100`),
    check('cancellation_policies_retired', sql`is_default = 0 or retired_at is null`),
  ],
)
