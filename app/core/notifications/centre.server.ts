import { and, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { prepared, transact, type Db } from '~/platform/database.server'
import { notifications } from '#db/schema/notifications'
import { isNotificationKind, type NotificationKind } from './model/kinds'
import type { NotificationParams } from './sentences'

export interface ShownNotice {
  readonly id: string
  readonly kind: NotificationKind
  readonly params: NotificationParams
  readonly href: string
  readonly createdAt: number
  readonly read: boolean
}

/** The place in the list: of the last row shown. */
export interface NoticeCursor {
  readonly at: number
  readonly id: string
}

export interface NoticeFilter {
  readonly unread: boolean
  readonly kind: NotificationKind | null
}

const pageSize = 30

/** A page of somebody's notifications, the newest first; `next` is the cursor of the following page. */
export function notificationsOf(db: Db, userId: string, { unread, kind }: NoticeFilter, cursor: NoticeCursor | null = null): { rows: ShownNotice[]; next: NoticeCursor | null } {
  const found = db
    .select()
    .from(notifications)
    .where(
      and(
        eq(notifications.userId, userId),
        unread ? isNull(notifications.readAt) : undefined,
        kind ? eq(notifications.kind, kind) : undefined,
        cursor ? or(lt(notifications.createdAt, cursor.at), and(eq(notifications.createdAt, cursor.at), lt(notifications.id, cursor.id))) : undefined,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(pageSize + 1)
    .all()
  const page = found.slice(0, pageSize)
  const last = page.at(-1)
  return { rows: page.flatMap(shown), next: found.length > pageSize && last ? { at: last.createdAt ?? 0, id: last.id } : null }
}

/** How many a person has not read: what the shells show beside the bell. */
export function unreadCount(db: Db, userId: string): number {
  return unread(db).get({ userId })?.n ?? 0
}

/** Marks some of a person's notifications as read, or all; another's ids change nothing. Answers how many it marked. */
export function markRead(ctx: Ctx, userId: string, ids: readonly string[] | 'all'): number {
  return transact((db) => {
    const some = ids === 'all' ? undefined : inArray(notifications.id, [...ids])
    return db
      .update(notifications)
      .set({ readAt: ctx.now })
      .where(and(eq(notifications.userId, userId), isNull(notifications.readAt), some))
      .run().changes
  })
}

// A kind that the code no longer knows has no sentence any more.
function shown({ id, kind, params, href, createdAt, readAt }: typeof notifications.$inferSelect): ShownNotice[] {
  return isNotificationKind(kind) ? [{ id, kind, params, href, createdAt: createdAt ?? 0, read: readAt !== null }] : []
}

const unread = prepared((db) =>
  db
    .select({ n: sql<number>`count(*)` })
    .from(notifications)
    .where(and(eq(notifications.userId, sql.placeholder('userId')), isNull(notifications.readAt)))
    .prepare(),
)
