import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { flag, id, instant, oneOf } from './columns'

export const users = sqliteTable(
  'users',
  {
    id: id(),
    email: text().notNull(),
    /** The address in lower case, plus-parts kept: two accounts never share it. */
    emailKey: text('email_key').notNull(),
    emailVerifiedAt: instant(),
    passwordHash: text('password_hash'),
    name: text().notNull(),
    displayName: text('display_name'),
    bio: text(),
    birthDate: text('birth_date'),
    language: text(),
    timeZone: text('time_zone'),
    createdAt: instant().notNull(),
    passwordChangedAt: instant(),
  },
  (t) => [uniqueIndex('users_email_key').on(t.emailKey), index('users_by_time').on(t.createdAt, t.id)],
)

export const accountRoles = ['customer', 'agent', 'admin'] as const

export const userRoles = sqliteTable(
  'user_roles',
  {
    userId: text('user_id').notNull().references(() => users.id),
    role: text({ enum: accountRoles }).notNull(),
    grantedAt: instant().notNull(),
    grantedBy: text('granted_by').references(() => users.id),
  },
  (t) => [primaryKey({ columns: [t.userId, t.role] }), oneOf('user_roles_role', t.role, accountRoles)],
)

export const addressKinds = ['billing', 'shipping'] as const

export const addresses = sqliteTable(
  'addresses',
  {
    id: id(),
    userId: text('user_id').notNull().references(() => users.id),
    kind: text({ enum: addressKinds }).notNull(),
    name: text().notNull(),
    line1: text().notNull(),
    line2: text(),
    postalCode: text('postal_code').notNull(),
    city: text().notNull(),
    region: text(),
    country: text().notNull(),
    isDefault: flag().notNull(),
  },
  (t) => [
    index('addresses_by_user').on(t.userId, t.kind),
    uniqueIndex('addresses_default').on(t.userId, t.kind).where(sql`is_default = 1`),
    oneOf('addresses_kind', t.kind, addressKinds),
  ],
)

/** A log-in on one device. The cookie carries the id; the file holds its hash. */
export const sessions = sqliteTable(
  'sessions',
  {
    idHash: text('id_hash').primaryKey(),
    userId: text('user_id').notNull().references(() => users.id),
    createdAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    device: text().notNull(),
    revokedAt: instant(),
  },
  (t) => [index('sessions_by_user').on(t.userId, t.createdAt), index('sessions_expired').on(t.expiresAt)],
)

export const tokenPurposes = ['verify-email', 'reset-password'] as const

/** What a mail's link carries: hashed, used once, expiring. */
export const tokens = sqliteTable(
  'tokens',
  {
    hash: text().primaryKey(),
    userId: text('user_id').notNull().references(() => users.id),
    purpose: text({ enum: tokenPurposes }).notNull(),
    /** The address that is to be verified. */
    email: text().notNull(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [
    index('tokens_by_user').on(t.userId, t.purpose),
    index('tokens_expired').on(t.expiresAt),
    oneOf('tokens_purpose', t.purpose, tokenPurposes),
  ],
)

export const logInProviders = ['google', 'facebook'] as const

/** An account's log-ins with a provider, one of each: whoever is this person there is let in. */
export const providerLogIns = sqliteTable(
  'provider_log_ins',
  {
    provider: text({ enum: logInProviders }).notNull(),
    /** The provider's own id of the person. */
    providerSubject: text('provider_subject').notNull(),
    userId: text('user_id').notNull().references(() => users.id),
    linkedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.provider, t.providerSubject] }),
    uniqueIndex('provider_log_ins_of_user').on(t.userId, t.provider),
    oneOf('provider_log_ins_provider', t.provider, logInProviders),
  ],
)

export const logInOutcomes = ['success', 'wrong-password', 'unknown', 'locked', 'log-out', 'password-changed', 'revoked'] as const

/** The log of log-ins. Tries on unknown addresses keep the hash of the address only. */
export const logIns = sqliteTable(
  'log_ins',
  {
    id: id(),
    userId: text('user_id').references(() => users.id),
    emailHash: text('email_hash').notNull(),
    at: instant().notNull(),
    outcome: text({ enum: logInOutcomes }).notNull(),
    device: text().notNull(),
  },
  (t) => [
    index('log_ins_by_user').on(t.userId, t.id),
    index('log_ins_by_time').on(t.at),
    oneOf('log_ins_outcome', t.outcome, logInOutcomes),
  ],
)

/** Failures by address and device, so that a stranger's failures never lock the owner's known devices out. */
export const lockOuts = sqliteTable(
  'lock_outs',
  {
    key: text().primaryKey(),
    failures: integer().notNull(),
    lastFailureAt: instant().notNull(),
    lockedUntil: instant().notNull(),
  },
  (t) => [index('lock_outs_old').on(t.lastFailureAt)],
)
