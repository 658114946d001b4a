import { accountOf, createAccount, issueToken, startSession, type TokenPurpose } from '~/core/identity/index.server'
import type { Actor, Ctx } from '~/kernel/ctx'
import type { Role } from '~/kernel/permissions'
import { cookieNames, cookieValue } from '~/platform/cookies.server'
import { read, transact } from '~/platform/database.server'
import type { Account } from '~/platform/gate.server'
import { contextAt, theMorning } from './world'

export const testPassword = 'guildhall-demo'

// The argon2id hash of the password above, so that a world of people costs no argon2 at all.
const itsHash = '$argon2id$v=19$m=19456,t=2,p=1$Z3VpbGRoYWxsLS1kZW1vIQ$NZGnwT9CNH7/RlHbHVmEBYMCA6S3SWRcndqIQg6ud1M'

interface PersonWanted {
  readonly email?: string
  readonly name?: string
  readonly verified?: boolean
  readonly roles?: readonly Role[]
  readonly language?: string
  readonly timeZone?: string
  readonly now?: number
}

export interface Person {
  readonly id: string
  readonly email: string
  readonly actor: Actor
}

/** A person with an account whose password is `testPassword`; verified unless told. */
export function person({ email = 'ana@example.test', name = 'Ana Marques', verified = true, roles = ['customer'], now = theMorning, ...rest }: PersonWanted = {}): Person {
  const id = transact((db) => createAccount(db, contextAt(now), { email, name, passwordHash: itsHash, verified, roles, ...rest }))
  if (id === null) throw new Error(`There is a person at ${email} already`)
  return { id, email, actor: { kind: 'user', id, roles } }
}

/** The Cookie header of a browser in which the person has logged in. */
export function cookieOf({ id }: Person, now = theMorning): string {
  return transact((db) => startSession(db, contextAt(now), id, 'Firefox · Linux')).split(';')[0] ?? ''
}

/** The account behind a Cookie header, as the guard sees it; null for nobody. */
export function accountBehind(cookies: string, now = theMorning): Account | null {
  return read((db) => accountOf(db, cookieValue(cookies, cookieNames.session), now))
}

/** The context of a request that the person sends from a browser they logged in with. */
export function contextOf(who: Person, now = theMorning): Ctx & { readonly account: Account } {
  const account = accountBehind(cookieOf(who, now), now)
  if (!account) throw new Error('The session did not start')
  return { ...contextAt(now, who.actor), account }
}

/** The secret that a mail's link to this person would carry. */
export function tokenFor({ id }: Person, purpose: TokenPurpose, now = theMorning): string {
  return transact((db) => issueToken(db, { now }, { userId: id, purpose }))
}
