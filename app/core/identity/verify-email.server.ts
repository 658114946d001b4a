import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { announce } from '~/platform/outbox/announce.server'
import { users } from '#db/schema/identity'
import { emailVerificationAsked, emailVerified } from './events'
import type { LinkIsDead } from './model/refusals'
import { useToken } from './tokens.server'
import { userById } from './users.server'

/** Verifies the address that a mail's link was sent to; what was booked with it as a guest joins the account after that. */
export function verifyEmail(ctx: Ctx, token: string): Result<{ userId: string }, LinkIsDead> {
  return transact((db): Result<{ userId: string }, LinkIsDead> => {
    const used = useToken(db, ctx, token, 'verify-email')
    if (!used || !markVerified(db, ctx, used)) return refuse({ kind: 'link-is-dead' })
    return ok({ userId: used.userId })
  })
}

/** Asks for another mail with a link. Does nothing where the address is verified. */
export function askEmailVerification(ctx: Ctx & { readonly account: Account }): void {
  const userId = ctx.account.id
  transact((db) => {
    if (userById(db, userId)?.emailVerified !== false) return
    announce(db, ctx, emailVerificationAsked, { subject: userId, payload: { userId } })
    record(db, ctx, { action: 'identity.email.ask-verification', subject: userId })
  })
}

/** Marks an address as proved; false where the account has another one by now. Tells of it the first time only. */
export function markVerified(db: Db, ctx: Ctx, { userId, email }: { userId: string; email: string }): boolean {
  const user = userById(db, userId)
  if (user?.email !== email) return false
  if (user.emailVerified) return true
  db.update(users)
    .set({ emailVerifiedAt: ctx.now })
    .where(and(eq(users.id, userId), isNull(users.emailVerifiedAt)))
    .run()
  announce(db, ctx, emailVerified, { subject: userId, payload: { userId } })
  record(db, ctx, { action: 'identity.email.verify', subject: userId })
  return true
}
