import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { id, instant } from './columns'
import { users } from './identity'

/** A person as one business knows them. */
export const contacts = sqliteTable(
  'contacts',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    name: text().notNull(),
    /** Null for somebody who booked by telephone and left no address. */
    email: text(),
    emailKey: text('email_key'),
    phone: text(),
    language: text().notNull(),
    notes: text(),
    userId: text('user_id').references(() => users.id),
    createdAt: instant().notNull(),
  },
  (t) => [
    uniqueIndex('contacts_email').on(t.businessId, t.emailKey).where(sql`email_key is not null`),
    index('contacts_by_user').on(t.userId).where(sql`user_id is not null`),
    index('contacts_by_email').on(t.emailKey).where(sql`email_key is not null`),
    index('contacts_by_name').on(t.businessId, t.name),
  ],
)
