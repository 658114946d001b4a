import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex, type AnySQLiteColumn } from 'drizzle-orm/sqlite-core'
import { businesses, stores } from './businesses'
import { flag, id, instant, oneOf } from './columns'

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
    index('listings_by_title').on(t.businessId, sql`title collate nocase`, t.id),
    index('listings_by_age').on(t.businessId, t.createdAt, t.id),
    index('listings_by_price').on(t.businessId, sql`case when price_minor is null then -1 else price_minor end`, t.id),
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

/** The number of each listing in the index of words (`listings_fts` in listings.sql), in the order of their making; kept by triggers. */
export const listingEntries = sqliteTable(
  'listing_entries',
  {
    number: integer().primaryKey(),
    listingId: text('listing_id').notNull().references(() => listings.id),
    /** Raised whenever what is to be found of it has changed: then its words are read anew. */
    revision: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('listing_entries_listing').on(t.listingId)],
)

/** A date on which a listing can still be had, as it was known when it was last looked at: what a search by dates asks. */
export const freeDays = sqliteTable(
  'free_days',
  {
    listingNumber: integer('listing_number').notNull().references(() => listingEntries.number),
    /** "2027-03-28", by the wall of where it takes place. */
    date: text().notNull(),
    /** The most places left in one session of that day; null: unlimited. */
    places: integer(),
    /** The longest run of free minutes. */
    minutes: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.listingNumber, t.date] }), check('free_days_figures', sql`(places is null or places > 0) and minutes >= 0`)],
)

/** How often the public page of a listing was looked at on a date of its business's own clock; nothing of who looked. */
export const listingViews = sqliteTable(
  'listing_views',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    /** "2027-03-28" */
    date: text().notNull(),
    listingId: text('listing_id').notNull().references(() => listings.id),
    views: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.date, t.listingId] }), check('listing_views_count', sql`typeof(views) = 'integer' and views > 0`)],
)

/** What listings of a trade are sorted by: a tree of two levels. */
export const categories = sqliteTable(
  'categories',
  {
    id: id(),
    domain: text().notNull(),
    /** The category above; null at the top. */
    parentId: text('parent_id').references((): AnySQLiteColumn => categories.id),
    slug: text().notNull(),
    title: text().notNull(),
    /** The version of its fields that is filled in now. */
    version: integer().notNull(),
    createdAt: instant().notNull(),
    /** Since when it is no longer offered; what is in it stays in it. */
    retiredAt: instant(),
  },
  (t) => [uniqueIndex('categories_slug').on(t.slug), index('categories_by_domain').on(t.domain, t.title), index('categories_by_parent').on(t.parentId)],
)

/** The fields of a category as they were at each version; rows are added, never changed. */
export const categoryVersions = sqliteTable(
  'category_versions',
  {
    categoryId: text('category_id').notNull().references(() => categories.id),
    version: integer().notNull(),
    /** JSON Schema in the subset that `model/field-schema.ts` states. */
    schema: text().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.version] })],
)

/** The category of a listing, and the version of its fields that it was saved with. */
export const listingCategories = sqliteTable(
  'listing_categories',
  {
    listingId: text('listing_id').primaryKey().references(() => listings.id),
    categoryId: text('category_id').notNull(),
    version: integer().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.categoryId, t.version], foreignColumns: [categoryVersions.categoryId, categoryVersions.version] }),
    index('listing_categories_by_category').on(t.categoryId, t.listingId),
  ],
)

/** What a listing says in the fields of its category: exactly one column of a row holds the value, by the field's type. */
export const listingValues = sqliteTable(
  'listing_values',
  {
    listingId: text('listing_id').notNull().references(() => listings.id),
    key: text().notNull(),
    text: text(),
    number: real(),
    flag: flag(),
    /** "2027-03-28" */
    date: text(),
  },
  (t) => [
    primaryKey({ columns: [t.listingId, t.key] }),
    index('listing_values_by_text').on(t.key, t.text, t.listingId),
    index('listing_values_by_number').on(t.key, t.number, t.listingId),
    index('listing_values_by_flag').on(t.key, t.flag, t.listingId),
    index('listing_values_by_date').on(t.key, t.date, t.listingId),
    check('listing_values_one', sql`(text is not null) + (number is not null) + (flag is not null) + ("date" is not null) = 1`),
  ],
)

/** What a business is found under: one main category, and others. */
export const businessCategories = sqliteTable(
  'business_categories',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    categoryId: text('category_id').notNull().references(() => categories.id),
    main: flag().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.businessId, t.categoryId] }),
    index('business_categories_by_category').on(t.categoryId, t.businessId),
    uniqueIndex('business_categories_main').on(t.businessId).where(sql`main = 1`),
  ],
)
