import { eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import type { Role } from '~/kernel/permissions'
import { record } from '~/platform/audit.server'
import type { Db } from '~/platform/database.server'
import { userRoles, users } from '#db/schema/identity'
import { emailKey } from './model/email-key'

export interface NewAccount {
  readonly email: string
  readonly name: string
  /** From `hashPassword`; null for whoever logs in with a provider. */
  readonly passwordHash: string | null
  /** Whether the address counts as verified from the start: seeds only. */
  readonly verified?: boolean
  readonly roles?: readonly Role[]
  readonly language?: string | null
  readonly timeZone?: string | null
}

/** Writes an account in the caller's transaction and answers its id; null where the address has one already. */
export function createAccount(db: Db, ctx: Ctx, account: NewAccount): string | null {
  const key = emailKey(account.email)
  if (db.select({ id: users.id }).from(users).where(eq(users.emailKey, key)).get()) return null
  const id = ctx.newId()
  db.insert(users)
    .values({
      id,
      email: account.email.trim(),
      emailKey: key,
      emailVerifiedAt: account.verified ? ctx.now : null,
      passwordHash: account.passwordHash,
      name: account.name,
      language: account.language ?? null,
      timeZone: account.timeZone ?? null,
      createdAt: ctx.now,
    })
    .run()
  for (const role of account.roles ?? ['customer']) {
    db.insert(userRoles).values({ userId: id, role, grantedAt: ctx.now }).run()
  }
  record(db, ctx, { action: 'identity.user.register', subject: id })
  return id
}
