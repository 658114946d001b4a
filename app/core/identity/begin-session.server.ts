import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import type { Db } from '~/platform/database.server'
import { deviceCookie, type Device } from './device.server'
import { logLogIn } from './log-ins.server'
import { endSession, startSession } from './sessions.server'

interface Beginning {
  readonly userId: string
  readonly email: string
  readonly device: Device
  /** The session that the same browser is in now: it ends. */
  readonly present?: { readonly id: string; readonly sessionHash: string } | null | undefined
}

/** Lets somebody in who has shown who they are; answers the cookies of the session and the device. */
export function beginSession(db: Db, ctx: Ctx, { userId, email, device, present }: Beginning): string[] {
  logLogIn(db, ctx, { userId, email, outcome: 'success', device: device.name })
  if (present) endSession(db, ctx, present.id, present.sessionHash)
  record(db, { ...ctx, actor: { kind: 'user', id: userId, roles: [] } }, { action: 'identity.session.start', subject: userId })
  return [startSession(db, ctx, userId, device.name), deviceCookie(device, userId)]
}
