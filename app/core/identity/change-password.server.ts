import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { read, transact } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { hashPassword, isPassword } from '~/platform/passwords.server'
import { setPassword } from './set-password.server'
import { passwordHashOf } from './users.server'

interface PasswordChange {
  readonly present: string
  readonly password: string
  readonly device: string
}

/** The present password was not this one. */
export interface WrongPassword {
  readonly kind: 'wrong'
}

/** Changes the account's password for whoever knows the present one; every other session ends. */
export async function changePassword(ctx: Ctx & { readonly account: Account }, change: PasswordChange): Promise<Result<true, WrongPassword>> {
  const { id, email, sessionHash } = ctx.account
  const before = read((db) => passwordHashOf(db, id))
  if (!(await isPassword(change.present, before))) return refuse({ kind: 'wrong' })
  const passwordHash = await hashPassword(change.password)
  return transact((db): Result<true, WrongPassword> => {
    if (passwordHashOf(db, id) !== before) return refuse({ kind: 'wrong' })
    setPassword(db, ctx, { userId: id, email, passwordHash, by: 'change', keptSession: sessionHash, device: change.device })
    return ok(true)
  })
}
