import { sql } from 'drizzle-orm'
import { index, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { businesses } from './businesses'
import { id, instant, oneOf } from './columns'
import { users } from './identity'
import { listingSessions } from './sessions'

export const feedScopes = ['own', 'all'] as const

/** Secret addresses at which a member's calendar program reads bookings: of their own diary, or of the whole business. Only a hash of each is kept. */
export const calendarFeeds = sqliteTable(
  'calendar_feeds',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    userId: text('user_id').notNull().references(() => users.id),
    /** Which membership made it. No reference: a membership that ends goes, and its addresses are dead from then on, even if the person comes back. */
    memberId: text('member_id').notNull(),
    scope: text({ enum: feedScopes }).notNull(),
    tokenHash: text('token_hash').notNull(),
    madeAt: instant().notNull(),
    revokedAt: instant(),
  },
  (t) => [
    uniqueIndex('calendar_feeds_token').on(t.tokenHash),
    uniqueIndex('calendar_feeds_open').on(t.businessId, t.memberId, t.scope).where(sql`revoked_at is null`),
    oneOf('calendar_feeds_scope', t.scope, feedScopes),
  ],
)

/** What follows from a session that was moved or called off: everybody booked in it is dealt with once, in batches, by the ids of their items. */
export const sessionRounds = sqliteTable(
  'session_rounds',
  {
    id: id(),
    businessId: text('business_id').notNull().references(() => businesses.id),
    sessionId: text('session_id').notNull().references(() => listingSessions.id),
    kind: text({ enum: ['moved', 'cancelled'] }).notNull(),
    reason: text(),
    fromStartsAt: instant(),
    /** Who did it: the round goes on in their name. */
    actor: text({ mode: 'json' }).notNull().$type<{ kind: string; id?: string }>(),
    /** The last item that was dealt with ('' before the first), and the last that it is about: who comes later knows already. */
    cursor: text().notNull(),
    lastItem: text('last_item').notNull(),
    startedAt: instant().notNull(),
    doneAt: instant(),
  },
  (t) => [index('session_rounds_open').on(t.startedAt).where(sql`done_at is null`), index('session_rounds_by_session').on(t.sessionId), oneOf('session_rounds_kind', t.kind, ['moved', 'cancelled'])],
)
