import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { flag, id, instant, oneOf } from './columns'
import { users } from './identity'

/** What the notification centre shows; the sentence is made from kind and params in the reader's language. */
export const notifications = sqliteTable(
  'notifications',
  {
    id: id(),
    key: text().notNull(),
    userId: text('user_id').notNull().references(() => users.id),
    businessId: text('business_id').references(() => businesses.id),
    kind: text().notNull(),
    params: text({ mode: 'json' }).notNull().$type<Record<string, string>>(),
    href: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
  },
  (t) => [
    uniqueIndex('notifications_key').on(t.key),
    index('notifications_by_user').on(t.userId, t.createdAt),
    index('notifications_unread').on(t.userId).where(sql`read_at is null`),
  ],
)

export const notificationChannels = ['app', 'email'] as const

/** Only what somebody has changed is a row; everything else is on. */
export const notificationPreferences = sqliteTable(
  'notification_preferences',
  {
    userId: text('user_id').notNull().references(() => users.id),
    kind: text().notNull(),
    channel: text({ enum: notificationChannels }).notNull(),
    wanted: flag().notNull(),
    changedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.userId, t.kind, t.channel] }),
    oneOf('notification_preferences_channel', t.channel, notificationChannels),
  ],
)
