import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'

/** Dates on which what is free of listings is to be looked at anew. */
export const staleDays = sqliteTable(
  'stale_days',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    /** '' for every listing of the business. */
    listingId: text('listing_id').notNull(),
    /** "2027-03-28"; '' for every date that is looked ahead to. */
    date: text().notNull(),
    /** Of what last asked for it: a look that began before leaves the row. */
    mark: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.listingId, t.date] })],
)

/** How far ahead the free days of a business have been looked at. */
export const freeDaysEdges = sqliteTable('free_days_edges', {
  businessId: text('business_id').primaryKey().references(() => businesses.id),
  /** The last date. */
  until: text().notNull(),
})
