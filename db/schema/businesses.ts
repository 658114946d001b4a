import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant, oneOf } from './columns'
import { users } from './identity'

export const businessStatuses = ['trial', 'active', 'suspended', 'cancelled'] as const

export const businesses = sqliteTable(
  'businesses',
  {
    id: id(),
    slug: text().notNull(),
    /** Two to four letters that stand before its references. */
    code: text().notNull(),
    name: text().notNull(),
    legalName: text('legal_name'),
    taxNumber: text('tax_number'),
    email: text(),
    phone: text(),
    website: text(),
    kicker: text(),
    about: text(),
    currency: text().notNull(),
    timeZone: text('time_zone').notNull(),
    language: text().notNull(),
    status: text({ enum: businessStatuses }).notNull(),
    defaultDomain: text('default_domain'),
    /** A drawing or picture for the head of the public page. */
    cover: text(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('businesses_slug').on(t.slug),
    uniqueIndex('businesses_code').on(t.code),
    index('businesses_by_time').on(t.createdAt, t.id),
    index('businesses_by_currency').on(t.currency),
    oneOf('businesses_status', t.status, businessStatuses),
  ],
)

/** The number of each business in the index of words (`businesses_fts` in businesses.sql), in the order of their making; kept by triggers. */
export const businessEntries = sqliteTable(
  'business_entries',
  {
    number: integer().primaryKey(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    /** Raised whenever what is to be found of it has changed: then its words are read anew. */
    revision: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('business_entries_business').on(t.businessId)],
)

/** Slugs that a business has left: they lead to the present one. */
export const businessSlugs = sqliteTable('business_slugs', {
  slug: text().primaryKey(),
  businessId: text('business_id').notNull().references(() => businesses.id),
  leftAt: instant().notNull(),
})

export const businessDomains = sqliteTable(
  'business_domains',
  {
    businessId: text('business_id').notNull().references(() => businesses.id),
    domain: text().notNull(),
    enabledAt: instant().notNull(),
    enabledBy: text('enabled_by').references(() => users.id),
    disabledAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.businessId, t.domain] })],
)

export const storeStatuses = ['open', 'closed'] as const

export const stores = sqliteTable(
  'stores',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    code: text().notNull(),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text(),
    postalCode: text('postal_code').notNull(),
    city: text().notNull(),
    region: text(),
    country: text().notNull(),
    latitude: real(),
    longitude: real(),
    timeZone: text('time_zone').notNull(),
    phone: text(),
    email: text(),
    directions: text(),
    taxName: text('tax_name').notNull(),
    /** Parts per million: 230000 is 23 %. */
    taxRatePpm: integer('tax_rate_ppm').notNull(),
    taxIncluded: flag().notNull(),
    status: text({ enum: storeStatuses }).notNull(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('stores_code').on(t.businessId, t.code),
    index('stores_by_business').on(t.businessId, t.position),
    oneOf('stores_status', t.status, storeStatuses),
  ],
)

export const memberRoleNames = ['owner', 'manager', 'staff'] as const

/** Somebody whom customers meet. Needs no account; a member may be one. */
export const staff = sqliteTable(
  'staff',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    slug: text().notNull(),
    name: text().notNull(),
    title: text(),
    bio: text(),
    email: text(),
    userId: text('user_id').references(() => users.id),
    active: flag().notNull(),
    position: integer().notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('staff_slug').on(t.businessId, t.slug),
    index('staff_by_business').on(t.businessId, t.position),
    uniqueIndex('staff_user').on(t.businessId, t.userId).where(sql`user_id is not null`),
  ],
)

export const members = sqliteTable(
  'members',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    userId: text('user_id').notNull().references(() => users.id),
    role: text({ enum: memberRoleNames }).notNull(),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('members_of_business').on(t.businessId, t.userId),
    index('members_by_user').on(t.userId),
    oneOf('members_role', t.role, memberRoleNames),
  ],
)

export const invitations = sqliteTable(
  'invitations',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    email: text().notNull(),
    emailKey: text('email_key').notNull(),
    role: text({ enum: memberRoleNames }).notNull(),
    staffId: text('staff_id').references(() => staff.id),
    tokenHash: text('token_hash').notNull(),
    invitedBy: text('invited_by').notNull().references(() => users.id),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    acceptedAt: instant(),
    withdrawnAt: instant(),
  },
  (t) => [
    uniqueIndex('invitations_token').on(t.tokenHash),
    index('invitations_by_business').on(t.businessId, t.createdAt),
    oneOf('invitations_role', t.role, memberRoleNames),
  ],
)
