import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { notificationPreferences, type notificationChannels } from '#db/schema/notifications'
import { kinds, mailIsOptional, notificationKinds, type NotificationKind } from './model/kinds'

export type Channel = (typeof notificationChannels)[number]

export interface Preference {
  readonly kind: NotificationKind
  readonly about: (typeof kinds)[NotificationKind]['about']
  readonly app: boolean
  readonly email: boolean
  /** `always`: its mail cannot be turned off; `none`: it has none. */
  readonly mail: 'optional' | 'always' | 'none'
}

/** What a person wants of each kind: everything but what they turned off. */
export function preferencesOf(db: Db, userId: string): Preference[] {
  const changed = new Map(rowsOf(db).all({ userId }).map((row) => [`${row.kind} ${row.channel}`, row.wanted]))
  return notificationKinds.map((kind) => ({
    kind,
    about: kinds[kind].about,
    mail: kinds[kind].mail,
    app: changed.get(`${kind} app`) ?? true,
    email: kinds[kind].mail === 'always' || (mailIsOptional(kind) && (changed.get(`${kind} email`) ?? true)),
  }))
}

/** Whether a person wants to be told of a kind by a channel. */
export function isWanted(db: Db, userId: string, kind: NotificationKind, channel: Channel): boolean {
  return rowOf(db).get({ userId, kind, channel })?.wanted ?? true
}

/** What a form says: a line such as "booking-placed email" for each box that is ticked. */
export interface Wishes {
  readonly userId: string
  readonly wanted: readonly string[]
}

/** Keeps what a person wants; only what differs from before is written. */
export function savePreferences(ctx: Ctx, { userId, wanted }: Wishes): void {
  const ticked = new Set(wanted)
  transact((db) => {
    const changed = preferencesOf(db, userId).flatMap((before) =>
      channelsOf(before).flatMap((channel) => {
        const wish = ticked.has(`${before.kind} ${channel}`)
        if (wish === before[channel]) return []
        keepWish(db).run({ userId, kind: before.kind, channel, wanted: wish ? 1 : 0, now: ctx.now })
        return [`${before.kind} ${channel}`]
      }),
    )
    if (changed.length > 0) record(db, ctx, { action: 'notifications.preferences.change', subject: userId, changes: { changed } })
  })
}

function channelsOf({ mail }: Preference): readonly Channel[] {
  return mail === 'optional' ? ['app', 'email'] : ['app']
}

const rowsOf = prepared((db) =>
  db.select().from(notificationPreferences).where(eq(notificationPreferences.userId, sql.placeholder('userId'))).prepare(),
)

const rowOf = prepared((db) =>
  db
    .select({ wanted: notificationPreferences.wanted })
    .from(notificationPreferences)
    .where(
      and(
        eq(notificationPreferences.userId, sql.placeholder('userId')),
        eq(notificationPreferences.kind, sql.placeholder('kind')),
        sql`${notificationPreferences.channel} = ${sql.placeholder('channel')}`,
      ),
    )
    .prepare(),
)

const keepWish = prepared((db) =>
  db.$client.prepare<{ userId: string; kind: string; channel: Channel; wanted: 0 | 1; now: number }>(
    `INSERT INTO notification_preferences (user_id, kind, channel, wanted, changed_at) VALUES (@userId, @kind, @channel, @wanted, @now)
     ON CONFLICT (user_id, kind, channel) DO UPDATE SET wanted = @wanted, changed_at = @now`,
  ),
)
