import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { day, hour, type Instant } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { hashToken, newToken } from '~/platform/signing.server'
import { tokens, users, type tokenPurposes } from '#db/schema/identity'

export type TokenPurpose = (typeof tokenPurposes)[number]

const lifetime: Readonly<Record<TokenPurpose, number>> = { 'verify-email': 7 * day, 'reset-password': hour }

interface TokenWanted {
  readonly userId: string
  readonly purpose: TokenPurpose
}

/**
 * A fresh secret for the link of a mail to the account's address: kept as a hash, good once, for a week (verify) or an hour (reset).
 * Call it in the transaction that writes the mail. Throws for an unknown account.
 */
export function issueToken(db: Db, ctx: Pick<Ctx, 'now'>, { userId, purpose }: TokenWanted): string {
  const user = addressOf(db).get({ userId })
  if (!user) throw new Error(`No account ${userId} to issue a token for`)
  const token = newToken()
  insertToken(db).run({ hash: hashToken(token), userId, purpose, email: user.email, createdAt: ctx.now, expiresAt: ctx.now + lifetime[purpose] })
  return token
}

/** Whether a link still works, without using it up. */
export function isTokenGood(db: Db, token: string, purpose: TokenPurpose, now: Instant): boolean {
  return goodToken(db).get({ hash: hashToken(token), purpose, now }) !== undefined
}

/** Uses a link up, and every other one for the same purpose; answers whose it was, or null where it no longer works. */
export function useToken(db: Db, ctx: Ctx, token: string, purpose: TokenPurpose): { userId: string; email: string } | null {
  const good = goodToken(db).get({ hash: hashToken(token), purpose, now: ctx.now })
  if (!good) return null
  endTokens(db).run({ userId: good.userId, purpose, now: ctx.now })
  return good
}

const addressOf = prepared((db) => db.select({ email: users.email }).from(users).where(eq(users.id, sql.placeholder('userId'))).prepare())

const insertToken = prepared((db) =>
  db
    .insert(tokens)
    .values({
      hash: sql.placeholder('hash'),
      userId: sql.placeholder('userId'),
      purpose: sql.placeholder('purpose'),
      email: sql.placeholder('email'),
      createdAt: sql.placeholder('createdAt'),
      expiresAt: sql.placeholder('expiresAt'),
    })
    .prepare(),
)

const goodToken = prepared((db) =>
  db
    .select({ userId: tokens.userId, email: tokens.email })
    .from(tokens)
    .where(
      and(
        eq(tokens.hash, sql.placeholder('hash')),
        eq(tokens.purpose, sql.placeholder('purpose')),
        isNull(tokens.usedAt),
        gt(tokens.expiresAt, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

const endTokens = prepared((db) =>
  db
    .update(tokens)
    .set({ usedAt: sql`${sql.placeholder('now')}` })
    .where(and(eq(tokens.userId, sql.placeholder('userId')), eq(tokens.purpose, sql.placeholder('purpose')), isNull(tokens.usedAt)))
    .prepare(),
)
