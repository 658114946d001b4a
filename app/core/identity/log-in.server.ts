import type { Ctx } from '~/kernel/ctx'
import type { Instant } from '~/kernel/time'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact } from '~/platform/database.server'
import { isPassword } from '~/platform/passwords.server'
import { beginSession } from './begin-session.server'
import type { Device } from './device.server'
import { countTry, forgetFailures, lockOutKey } from './lock-outs.server'
import { logLogIn } from './log-ins.server'
import { passwordHashOf, userByEmail } from './users.server'

export interface LogIn {
  readonly email: string
  readonly password: string
  readonly device: Device
  /** The session that the same browser is in now: it ends. */
  readonly present?: { readonly id: string; readonly sessionHash: string } | null
}

export type LogInRefusal =
  /** The address or the password: nobody learns which. */
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: Instant }

/** Logs a person in; answers the cookies of the session and the device. Known and unknown addresses both check one password. */
export async function logIn(ctx: Ctx, attempt: LogIn): Promise<Result<{ userId: string; cookies: string[] }, LogInRefusal>> {
  const begun = beginTry(ctx, attempt)
  if (begun.lockedUntil !== null) return refuse({ kind: 'locked', until: begun.lockedUntil })
  const right = await isPassword(attempt.password, begun.passwordHash)
  return endTry(ctx, attempt, begun, right)
}

interface BegunTry {
  readonly userId: string | null
  readonly passwordHash: string | null
  readonly key: string
  readonly lockedUntil: Instant | null
}

// Stays whatever comes of it: a try is counted before it is judged.
function beginTry(ctx: Ctx, { email, device }: LogIn): BegunTry {
  return transact((db) => {
    const userId = userByEmail(db, email)?.id ?? null
    const key = lockOutKey(email, device, userId)
    const lockedUntil = countTry(db, ctx, key)
    if (lockedUntil !== null) logLogIn(db, ctx, { userId, email, outcome: 'locked', device: device.name })
    return { userId, passwordHash: userId && passwordHashOf(db, userId), key, lockedUntil }
  })
}

function endTry(ctx: Ctx, attempt: LogIn, { userId, passwordHash, key }: BegunTry, right: boolean): Result<{ userId: string; cookies: string[] }, LogInRefusal> {
  const { email, device, present } = attempt
  const granted = transact((db) => {
    // The password may have been changed while this one was being checked.
    const user = right && userId !== null && passwordHashOf(db, userId) === passwordHash ? userId : null
    if (!user) {
      logLogIn(db, ctx, { userId, email, outcome: userId ? 'wrong-password' : 'unknown', device: device.name })
      return null
    }
    forgetFailures(db, key)
    return { userId: user, cookies: beginSession(db, ctx, { userId: user, email, device, present }) }
  })
  return granted ? ok(granted) : refuse({ kind: 'wrong' })
}
