import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { read, transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { hashPassword } from '~/platform/passwords.server'
import { deviceCookie, type Device } from './device.server'
import { passwordResetAsked } from './events'
import { emailHash, forgetAllFailures } from './lock-outs.server'
import type { LinkIsDead } from './model/refusals'
import { removeProviderLogIns } from './provider-log-ins.server'
import { setPassword } from './set-password.server'
import { isTokenGood, useToken } from './tokens.server'
import { userByEmail, userById } from './users.server'
import { markVerified } from './verify-email.server'

/** Asks for a link to choose a new password. Answers nothing and does the same work whether or not somebody has the address. */
export function askPasswordReset(ctx: Ctx, email: string): void {
  transact((db) => {
    const userId = userByEmail(db, email)?.id ?? null
    const subject = userId ?? emailHash(email)
    announce(db, ctx, passwordResetAsked, { subject, payload: { userId } })
    record(db, ctx, { action: 'identity.password.ask-reset', subject })
  })
}

interface Reset {
  readonly token: string
  readonly password: string
  readonly device: Device
}

/**
 * Sets a new password by a mail's link. It proves the address, ends every session, and lets in whoever was locked out;
 * answers the cookie that makes this device a known one.
 */
export async function resetPassword(ctx: Ctx, { token, password, device }: Reset): Promise<Result<{ cookies: string[] }, LinkIsDead>> {
  if (!read((db) => isTokenGood(db, token, 'reset-password', ctx.now))) return refuse({ kind: 'link-is-dead' })
  const passwordHash = await hashPassword(password)
  return transact((db): Result<{ cookies: string[] }, LinkIsDead> => {
    const used = useToken(db, ctx, token, 'reset-password')
    const proven = used && userById(db, used.userId)?.emailVerified
    if (!used || !markVerified(db, ctx, used)) return refuse({ kind: 'link-is-dead' })
    const owner: Ctx = { ...ctx, actor: { kind: 'user', id: used.userId, roles: [] } }
    setPassword(db, owner, { ...used, passwordHash, by: 'reset', keptSession: null, device: device.name })
    // Linked by somebody who had not shown that the address is theirs: perhaps not by its owner, who comes in by this mail.
    if (!proven) removeProviderLogIns(db, owner, used.userId)
    forgetAllFailures(db, used.email)
    return ok({ cookies: [deviceCookie(device, used.userId)] })
  })
}
