import * as z from 'zod'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { transact, type Db } from '~/platform/database.server'
import type { ProviderPerson } from '~/platform/oauth.server'
import { announce } from '~/platform/outbox/announce.server'
import { beginSession } from './begin-session.server'
import { createAccount } from './create-account.server'
import type { Device } from './device.server'
import { emailVerificationAsked, userRegistered } from './events'
import type { ProviderLogInRefusal } from './model/refusals'
import { accountOfProvider, addProviderLogIn, keepProviderLogIn, providerLogInsOf } from './provider-log-ins.server'
import { userByEmail, userById, type User } from './users.server'
import { markVerified } from './verify-email.server'

interface ProviderLogInTry {
  readonly person: ProviderPerson
  readonly device: Device
  /** The session that the same browser is in now: it ends. */
  readonly present: { readonly id: string; readonly sessionHash: string } | null
}

interface LetIn {
  readonly userId: string
  readonly cookies: string[]
  /** Whether the account was known, or has just been opened with an address that is proven or is to be. */
  readonly account: 'known' | 'new' | 'new-unproven'
}

/**
 * Lets in whoever a provider says is there. An address brings two together only where both sides have proven it: the provider says so, and
 * so does the account. Otherwise whoever types another's address at a provider, or here before its owner comes, would share their account.
 */
export function logInWithProvider(ctx: Ctx, { person, device, present }: ProviderLogInTry): Result<LetIn, ProviderLogInRefusal> {
  return transact((db): Result<LetIn, ProviderLogInRefusal> => {
    const found = accountFor(db, ctx, person)
    if (!found.ok) return found
    const { user, account } = found.value
    return ok({ userId: user.id, account, cookies: beginSession(db, ctx, { userId: user.id, email: user.email, device, present }) })
  })
}

type Found = Result<{ readonly user: User; readonly account: LetIn['account'] }, ProviderLogInRefusal>

function accountFor(db: Db, ctx: Ctx, person: ProviderPerson): Found {
  const linked = accountOfProvider(db, person)
  if (linked !== null) return ok({ user: known(db, linked), account: 'known' })
  const email = addressOf(person)
  if (email === null) return refuse({ kind: 'no-address' })
  if (person.emailVerified === false) return refuse({ kind: 'unproven-address' })
  const owner = userByEmail(db, email)
  return owner ? linkByAddress(db, ctx, owner, person) : openAccount(db, ctx, email, person)
}

function linkByAddress(db: Db, ctx: Ctx, owner: User, person: ProviderPerson): Found {
  const hasOther = providerLogInsOf(db, owner.id).some(({ provider }) => provider === person.provider)
  if (!owner.emailVerified || person.emailVerified !== true || hasOther) return refuse({ kind: 'not-linked' })
  addProviderLogIn(db, asUser(ctx, owner.id), owner.id, person, 'address')
  return ok({ user: owner, account: 'known' })
}

function openAccount(db: Db, ctx: Ctx, email: string, person: ProviderPerson): Found {
  const userId = createAccount(db, ctx, { name: nameOf(person, email), email, passwordHash: null, language: ctx.i18n.locale, timeZone: ctx.zone })
  if (userId === null) throw new Error('The address was free a moment ago')
  keepProviderLogIn(db, asUser(ctx, userId), userId, person)
  announce(db, ctx, userRegistered, { subject: userId, payload: { userId } })
  if (person.emailVerified === true) markVerified(db, asUser(ctx, userId), { userId, email })
  else announce(db, ctx, emailVerificationAsked, { subject: userId, payload: { userId } })
  return ok({ user: known(db, userId), account: person.emailVerified === true ? 'new' : 'new-unproven' })
}

// What does not look like an address could be neither written to nor typed in.
function addressOf({ email }: ProviderPerson): string | null {
  const text = email?.trim() ?? ''
  return text.length <= 254 && z.regexes.email.test(text) ? text : null
}

const longestName = 120

function nameOf({ name }: ProviderPerson, email: string): string {
  return (name?.trim() || (email.split('@')[0] ?? email)).slice(0, longestName)
}

function known(db: Db, userId: string): User {
  const user = userById(db, userId)
  if (!user) throw new Error(`No account ${userId}`)
  return user
}

function asUser(ctx: Ctx, id: string): Ctx {
  return { ...ctx, actor: { kind: 'user', id, roles: [] } }
}
