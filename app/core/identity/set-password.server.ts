import { eq } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import type { Db } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { users } from '#db/schema/identity'
import { passwordChanged } from './events'
import { logLogIn } from './log-ins.server'
import { endOtherSessions } from './sessions.server'

interface NewPassword {
  readonly userId: string
  readonly email: string
  readonly passwordHash: string
  readonly by: 'change' | 'reset'
  /** The session that goes on; every other one ends. */
  readonly keptSession: string | null
  /** "Firefox · Windows" */
  readonly device: string
}

/** Writes a new password's hash, ends other sessions, and tells the owner. */
export function setPassword(db: Db, ctx: Ctx, { userId, email, passwordHash, by, keptSession, device }: NewPassword): void {
  db.update(users).set({ passwordHash, passwordChangedAt: ctx.now }).where(eq(users.id, userId)).run()
  endOtherSessions(db, ctx, userId, keptSession)
  logLogIn(db, ctx, { userId, email, outcome: 'password-changed', device })
  announce(db, ctx, passwordChanged, { subject: userId, payload: { userId, by } })
  record(db, ctx, { action: `identity.password.${by}`, subject: userId })
}
