import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { logLogIn } from './log-ins.server'
import type { Unknown } from './model/refusals'
import { endOtherSessions, endSession } from './sessions.server'

type AccountCtx = Ctx & { readonly account: Account }

/** Logs the account out of the session it is in. */
export function logOut(ctx: AccountCtx, device: string): void {
  const { id, email, sessionHash } = ctx.account
  transact((db) => {
    if (!endSession(db, ctx, id, sessionHash)) return
    logLogIn(db, ctx, { userId: id, email, outcome: 'log-out', device })
    record(db, ctx, { action: 'identity.session.end', subject: id })
  })
}

/** Ends one of the account's sessions, on another device as a rule. */
export function revokeSession(ctx: AccountCtx, sessionHash: string, device: string): Result<true, Unknown> {
  const { id, email } = ctx.account
  return transact((db): Result<true, Unknown> => {
    if (!endSession(db, ctx, id, sessionHash)) return refuse({ kind: 'unknown' })
    logLogIn(db, ctx, { userId: id, email, outcome: 'revoked', device })
    record(db, ctx, { action: 'identity.session.revoke', subject: id })
    return ok(true)
  })
}

/** Ends every session of the account but the present one; answers how many. */
export function revokeOtherSessions(ctx: AccountCtx, device: string): number {
  const { id, email, sessionHash } = ctx.account
  return transact((db) => {
    const ended = endOtherSessions(db, ctx, id, sessionHash)
    if (ended === 0) return 0
    logLogIn(db, ctx, { userId: id, email, outcome: 'revoked', device })
    record(db, ctx, { action: 'identity.session.revoke-others', subject: id, changes: { ended } })
    return ended
  })
}
