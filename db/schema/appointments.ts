import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { resources } from './allocation'
import { businesses, staff } from './businesses'
import { flag, oneOf } from './columns'
import { listings } from './listings'
import { depositRule, paymentTerms } from './payments'
import { cancellationPolicies } from './pricing'

export const staffChoices = ['must', 'may', 'none', 'places'] as const

/** What a listing of this domain adds: how long it takes, and how it is booked. */
export const services = sqliteTable(
  'services',
  {
    listingId: text('listing_id').primaryKey().references(() => listings.id),
    businessId: text('business_id').notNull().references(() => businesses.id),
    durationMinutes: integer('duration_minutes').notNull(),
    bufferBeforeMinutes: integer('buffer_before_minutes').notNull(),
    bufferAfterMinutes: integer('buffer_after_minutes').notNull(),
    /** The latest that it can be booked before its start. */
    noticeMinutes: integer('notice_minutes').notNull(),
    /** How many days ahead it can be booked. */
    windowDays: integer('window_days').notNull(),
    /** The step of the grid of starts. */
    stepMinutes: integer('step_minutes').notNull(),
    approval: flag().notNull(),
    /** The customer must, may or cannot choose a person; `places`: it needs no person, only places of its own pool of seats per slot. */
    staffChoice: text('staff_choice', { enum: staffChoices }).notNull(),
    /** Where it needs only places: the resource (kind `place`) whose capacity counts them. */
    seatsResourceId: text('seats_resource_id').references(() => resources.id),
    /** What holds when a visit is cancelled; null: the business's default. */
    policyId: text('policy_id').references(() => cancellationPolicies.id),
    /** When it is paid; null: as the business has it. */
    paymentTerms: text('payment_terms', { enum: paymentTerms }),
    /** What share is paid when it is booked. */
    depositPercent: integer('deposit_percent'),
    /** How many days before it the rest is paid; null: on arrival. */
    restDays: integer('rest_days'),
  },
  (t) => [
    oneOf('services_staff_choice', t.staffChoice, staffChoices),
    check(
      'services_figures',
      sql`duration_minutes between 5 and 1440 and buffer_before_minutes between 0 and 480 and buffer_after_minutes between 0 and 480 and notice_minutes between 0 and 525600 and window_days between 1 and 730 and step_minutes between 5 and 1440`,
    ),
    check('services_payment', depositRule),
    check('services_seats', sql`(staff_choice = 'places') = (seats_resource_id is not null)`),
  ],
)

/** Who offers it. */
export const serviceStaff = sqliteTable(
  'service_staff',
  {
    listingId: text('listing_id').notNull().references(() => services.listingId),
    staffId: text('staff_id').notNull().references(() => staff.id),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.staffId] }), index('service_staff_by_staff').on(t.staffId)],
)

/** The rooms or chairs any one of which it needs beside the person; none: it needs no place. */
export const servicePlaces = sqliteTable(
  'service_places',
  {
    listingId: text('listing_id').notNull().references(() => services.listingId),
    resourceId: text('resource_id').notNull().references(() => resources.id),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.resourceId] }), index('service_places_by_resource').on(t.resourceId)],
)
