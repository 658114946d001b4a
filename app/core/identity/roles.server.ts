import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact, type Db } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { userRoles } from '#db/schema/identity'
import type { Unknown } from './model/refusals'
import { userById } from './users.server'

/** The roles that an admin gives and takes; a customer is everybody. */
export const givenRoles = ['agent', 'admin'] as const
export type GivenRole = (typeof givenRoles)[number]

export function isGivenRole(text: unknown): text is GivenRole {
  return givenRoles.some((role) => role === text)
}

/** Without an admin nobody could ever make one again. */
export interface LastAdmin {
  readonly kind: 'last-admin'
}

/** Gives an account a role. Giving it twice changes nothing. */
export function giveRole(ctx: Ctx & { readonly account: Account }, userId: string, role: GivenRole): Result<true, Unknown> {
  return transact((db): Result<true, Unknown> => {
    const user = userById(db, userId)
    if (!user) return refuse({ kind: 'unknown' })
    if (user.roles.includes(role)) return ok(true)
    db.insert(userRoles).values({ userId, role, grantedAt: ctx.now, grantedBy: ctx.account.id }).run()
    record(db, ctx, { action: 'identity.role.give', subject: userId, changes: { role } })
    return ok(true)
  })
}

/** Takes a role from an account; never from the last admin. */
export function takeRole(ctx: Ctx & { readonly account: Account }, userId: string, role: GivenRole): Result<true, Unknown | LastAdmin> {
  return transact((db): Result<true, Unknown | LastAdmin> => {
    const user = userById(db, userId)
    if (!user) return refuse({ kind: 'unknown' })
    if (!user.roles.includes(role)) return ok(true)
    if (role === 'admin' && countAdmins(db) === 1) return refuse({ kind: 'last-admin' })
    db.delete(userRoles)
      .where(and(eq(userRoles.userId, userId), eq(userRoles.role, role)))
      .run()
    record(db, ctx, { action: 'identity.role.take', subject: userId, changes: { role } })
    return ok(true)
  })
}

/** How many admins there are. */
export function countAdmins(db: Db): number {
  return db.select({ n: sql<number>`count(*)` }).from(userRoles).where(eq(userRoles.role, 'admin')).get()?.n ?? 0
}
