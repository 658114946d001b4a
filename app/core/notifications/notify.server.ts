import { sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { notifications } from '#db/schema/notifications'
import { mailIsOptional, kinds, type NotificationKind } from './model/kinds'
import { isWanted } from './preferences.server'
import type { NotificationParams } from './sentences'

export interface Notice {
  readonly userId: string
  readonly businessId: string | null
  readonly kind: NotificationKind
  readonly params: NotificationParams
  /** A path of the house. */
  readonly href: string
  /** What makes it the same notification: a second one with the key is not written. */
  readonly key: string
}

/** Tells a person in the centre, unless they turned that off, in the caller's transaction. Answers whether they want its mail. */
export function notify(db: Db, ctx: Pick<Ctx, 'now' | 'newId'>, { key, ...notice }: Notice): { readonly email: boolean } {
  const { userId, kind } = notice
  if (isWanted(db, userId, kind, 'app')) insertNotice(db).run({ ...notice, id: ctx.newId(), key, createdAt: ctx.now })
  return { email: kinds[kind].mail === 'always' || (mailIsOptional(kind) && isWanted(db, userId, kind, 'email')) }
}

const insertNotice = prepared((db) =>
  db
    .insert(notifications)
    .values({
      id: sql.placeholder('id'),
      key: sql.placeholder('key'),
      userId: sql.placeholder('userId'),
      businessId: sql.placeholder('businessId'),
      kind: sql.placeholder('kind'),
      params: sql.placeholder('params'),
      href: sql.placeholder('href'),
      createdAt: sql.placeholder('createdAt'),
    })
    .onConflictDoNothing({ target: notifications.key })
    .prepare(),
)
