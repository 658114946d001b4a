import { and, desc, eq, gt, isNull, lt, ne, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { day, minute, type Instant } from '~/kernel/time'
import { cookieLine, cookieNames } from '~/platform/cookies.server'
import { prepared, read, transact, type Db } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { hashToken, newToken, sign, verify } from '~/platform/signing.server'
import { sessions, users } from '#db/schema/identity'
import { rolesIn, rolesText } from './users.server'

const purpose = 'session'
// A session ends when nothing was posted in it for so long.
const idleFor = 30 * day
// The file is asked whether it still holds; the browser only has to keep it long enough.
const cookieSeconds = 365 * 24 * 3600

/** Starts a session on a device; answers the Set-Cookie line that carries it. The file holds its hash only. */
export function startSession(db: Db, ctx: Pick<Ctx, 'now'>, userId: string, device: string): string {
  const id = newToken()
  insertSession(db).run({ idHash: hashToken(id), userId, createdAt: ctx.now, lastSeenAt: ctx.now, expiresAt: ctx.now + idleFor, device })
  return cookieLine(cookieNames.session, sign(purpose, id), { maxAge: cookieSeconds })
}

/** The Set-Cookie line that ends a session in the browser. */
export function endedSessionCookie(): string {
  return cookieLine(cookieNames.session, '', { maxAge: 0 })
}

/** The account behind a session cookie's value; null where it is nobody's, ended or was not signed by us. */
export function accountOf(db: Db, cookie: string | null, now: Instant): Account | null {
  const id = cookie && verify(purpose, cookie)
  const row = id ? accountOfSession(db).get({ idHash: hashToken(id), now }) : undefined
  if (!row) return null
  const { emailVerifiedAt, roles, ...rest } = row
  return { ...rest, emailVerified: emailVerifiedAt !== null, roles: rolesIn(roles) }
}

/** Notes that the session is being used, which keeps it alive. Writes at most once a minute. */
export function touchSession({ sessionHash }: Pick<Account, 'sessionHash'>, now: Instant): void {
  const before = now - minute
  if (!read((db) => unseenSession(db).get({ idHash: sessionHash, before }))) return
  transact((db) => void moveLastSeen(db).run({ idHash: sessionHash, now, expiresAt: now + idleFor }))
}

export interface OpenSession {
  /** Names the session in forms; it opens nothing. */
  readonly hash: string
  readonly device: string
  readonly createdAt: number
  readonly lastSeenAt: number
}

/** An account's open sessions, the last used first. */
export function sessionsOf(db: Db, userId: string, now: Instant): OpenSession[] {
  return openSessions(db).all({ userId, now })
}

/** Ends one session of an account; answers whether there was such an open one. */
export function endSession(db: Db, ctx: Ctx, userId: string, hash: string): boolean {
  return endOne(db).run({ userId, hash, now: ctx.now }).changes > 0
}

/** Ends all sessions of an account but the one kept, or all; answers how many. */
export function endOtherSessions(db: Db, ctx: Ctx, userId: string, kept: string | null): number {
  return endOthers(db).run({ userId, kept: kept ?? '', now: ctx.now }).changes
}

const insertSession = prepared((db) =>
  db
    .insert(sessions)
    .values({
      idHash: sql.placeholder('idHash'),
      userId: sql.placeholder('userId'),
      createdAt: sql.placeholder('createdAt'),
      lastSeenAt: sql.placeholder('lastSeenAt'),
      expiresAt: sql.placeholder('expiresAt'),
      device: sql.placeholder('device'),
    })
    .prepare(),
)

const accountOfSession = prepared((db) =>
  db
    .select({
      id: users.id,
      name: users.name,
      email: users.email,
      emailVerifiedAt: users.emailVerifiedAt,
      language: users.language,
      timeZone: users.timeZone,
      sessionHash: sessions.idHash,
      roles: rolesText,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(and(eq(sessions.idHash, sql.placeholder('idHash')), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql.placeholder('now'))))
    .prepare(),
)

const unseenSession = prepared((db) =>
  db
    .select({ idHash: sessions.idHash })
    .from(sessions)
    .where(and(eq(sessions.idHash, sql.placeholder('idHash')), lt(sessions.lastSeenAt, sql.placeholder('before'))))
    .prepare(),
)

const moveLastSeen = prepared((db) =>
  db
    .update(sessions)
    .set({ lastSeenAt: sql`${sql.placeholder('now')}`, expiresAt: sql`${sql.placeholder('expiresAt')}` })
    .where(and(eq(sessions.idHash, sql.placeholder('idHash')), isNull(sessions.revokedAt)))
    .prepare(),
)

const openSessions = prepared((db) =>
  db
    .select({ hash: sessions.idHash, device: sessions.device, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .where(and(eq(sessions.userId, sql.placeholder('userId')), isNull(sessions.revokedAt), gt(sessions.expiresAt, sql.placeholder('now'))))
    .orderBy(desc(sessions.lastSeenAt))
    .limit(100)
    .prepare(),
)

const endOne = prepared((db) =>
  db
    .update(sessions)
    .set({ revokedAt: sql`${sql.placeholder('now')}` })
    .where(and(eq(sessions.userId, sql.placeholder('userId')), eq(sessions.idHash, sql.placeholder('hash')), isNull(sessions.revokedAt)))
    .prepare(),
)

const endOthers = prepared((db) =>
  db
    .update(sessions)
    .set({ revokedAt: sql`${sql.placeholder('now')}` })
    .where(and(eq(sessions.userId, sql.placeholder('userId')), ne(sessions.idHash, sql.placeholder('kept')), isNull(sessions.revokedAt)))
    .prepare(),
)
