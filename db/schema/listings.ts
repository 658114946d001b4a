import { sql } from 'drizzle-orm'
import { check, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses, stores } from './businesses'
import { id, instant, oneOf } from './columns'

export const listingStatuses = ['draft', 'active', 'paused', 'archived'] as const

/** Anything that a business publishes in a domain; the domain keeps its own columns in a table of its own. */
export const listings = sqliteTable(
  'listings',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    domain: text().notNull(),
    slug: text().notNull(),
    title: text().notNull(),
    description: text(),
    /** What it costs as the business writes it (with tax where the store's prices include it), in minor units of the business's currency; null: no price shown. */
    priceMinor: integer('price_minor'),
    status: text({ enum: listingStatuses }).notNull(),
    /** A heading under which the public page groups it. */
    section: text(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('listings_slug').on(t.businessId, t.domain, t.slug),
    index('listings_by_business').on(t.businessId, t.domain, t.position),
    oneOf('listings_status', t.status, listingStatuses),
    check('listings_price', sql`price_minor is null or (typeof(price_minor) = 'integer' and price_minor between 0 and 9007199254740991)`),
  ],
)

/** Slugs that a listing has left: they lead to the present one. */
export const listingSlugs = sqliteTable(
  'listing_slugs',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    domain: text().notNull(),
    slug: text().notNull(),
    listingId: text('listing_id').notNull().references(() => listings.id),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.domain, t.slug] })],
)

/** Where a listing is to be had. */
export const listingStores = sqliteTable(
  'listing_stores',
  {
    listingId: text('listing_id').notNull().references(() => listings.id),
    storeId: text('store_id').notNull().references(() => stores.id),
  },
  (t) => [primaryKey({ columns: [t.listingId, t.storeId] }), index('listing_stores_by_store').on(t.storeId)],
)
