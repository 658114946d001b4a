import { sql } from 'drizzle-orm'
import { check, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { flag } from './columns'
import { listings } from './listings'
import { depositRule, paymentTerms } from './payments'
import { cancellationPolicies } from './pricing'

/** What a listing of this domain adds. Its dates are sessions. */
export const activities = sqliteTable(
  'activities',
  {
    listingId: text('listing_id').primaryKey().references(() => listings.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    durationMinutes: integer('duration_minutes').notNull(),
    meetingPoint: text('meeting_point'),
    latitude: real(),
    longitude: real(),
    /** As the business writes them: "English, Greek". */
    languages: text(),
    /** How many people one booking has, at least and at most. */
    minGroup: integer('min_group').notNull(),
    maxGroup: integer('max_group').notNull(),
    /** Kinds of person, each with its price and the places that it takes: `model/price.ts`. */
    kinds: text({ mode: 'json' }).notNull().$type<readonly Record<string, unknown>[]>(),
    /** From so many people on, so many percent less; both or neither. */
    bulkFrom: integer('bulk_from'),
    bulkPercent: integer('bulk_percent'),
    /** What a whole date costs, whoever comes; null: it is not to be had alone. */
    privateMinor: integer('private_minor'),
    /** The latest that it can be booked before its start. */
    cutOffMinutes: integer('cut_off_minutes').notNull(),
    bring: text(),
    included: text(),
    approval: flag().notNull(),
    /** What holds when a customer cancels; null: the business's default. */
    policyId: text('policy_id').references(() => cancellationPolicies.id),
    /** When it is paid; null: as the business has it. */
    paymentTerms: text('payment_terms', { enum: paymentTerms }),
    depositPercent: integer('deposit_percent'),
    restDays: integer('rest_days'),
  },
  () => [
    check('activities_place', sql`(latitude is null) = (longitude is null) and (latitude is null or (latitude between -90 and 90 and longitude between -180 and 180))`),
    check('activities_figures', sql`duration_minutes between 1 and 43200 and min_group between 1 and max_group and max_group <= 500 and cut_off_minutes between 0 and 525600`),
    check('activities_bulk', sql`(bulk_from is null) = (bulk_percent is null) and (bulk_from is null or (bulk_from between 2 and 500 and bulk_percent between 1 and 99))`),
    check('activities_private', sql`private_minor is null or (typeof(private_minor) = 'integer' and private_minor between 0 and 9007199254740991)`),
    check('activities_payment', depositRule),
  ],
)
