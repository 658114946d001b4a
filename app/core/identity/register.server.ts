import type { Ctx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { transact } from '~/platform/database.server'
import { announce } from '~/platform/outbox/announce.server'
import { hashPassword } from '~/platform/passwords.server'
import { createAccount } from './create-account.server'
import { emailVerificationAsked, registrationRepeated, userRegistered } from './events'
import { userByEmail } from './users.server'

export interface Registration {
  readonly name: string
  readonly email: string
  readonly password: string
}

/**
 * Registers a person, who then gets a mail to verify the address. Where the address has an account its owner gets a mail that says so.
 * Answers nothing, so that nobody learns which it was; both hash one password.
 */
export async function register(ctx: Ctx, { name, email, password }: Registration): Promise<void> {
  const passwordHash = await hashPassword(password)
  transact((db) => {
    const known = userByEmail(db, email)
    if (known) {
      announce(db, ctx, registrationRepeated, { subject: known.id, payload: { userId: known.id } })
      record(db, ctx, { action: 'identity.user.register-again', subject: known.id })
      return
    }
    const userId = createAccount(db, ctx, { name, email, passwordHash, language: ctx.i18n.locale, timeZone: ctx.zone })
    if (userId === null) return
    announce(db, ctx, userRegistered, { subject: userId, payload: { userId } })
    announce(db, ctx, emailVerificationAsked, { subject: userId, payload: { userId } })
  })
}
