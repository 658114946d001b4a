import type { BusinessFacts, Membership } from '~/kernel/ctx'
import type { Role } from '~/kernel/permissions'
import type { Db } from './database.server'

/** The account behind a request's session. */
export interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly emailVerified: boolean
  readonly roles: readonly Role[]
  readonly language: string | null
  readonly timeZone: string | null
  /** The hash by which the file knows the session. */
  readonly sessionHash: string
}

/** Who may pass, told by the core at start: the platform knows no business. Every function reads in the caller's transaction. */
export interface Gate {
  /** The account of a session cookie's value; null for nobody. */
  readonly account: (db: Db, sessionCookie: string | null, now: number) => Account | null
  /** Notes that the account is being used; called before each of its posts. A GET never moves it. */
  readonly touch?: (account: Account, now: number) => void
  /** The business of a slug and the account's membership in it. `movedTo`: it has another slug now. */
  readonly business: (db: Db, slug: string, accountId: string | null) => { facts: BusinessFacts; member: Membership | null } | { movedTo: string } | null
  /** The booking of a reference, for whoever holds its link or its account. */
  readonly booking: (db: Db, reference: string, token: string | null, account: Account | null) => BookingHolder | null
}

export interface BookingHolder {
  readonly bookingId: string
  readonly facts: BusinessFacts
  readonly by: 'link' | 'account'
}

let installed: Gate | undefined

/** Hands the core's answers to the platform, once, at start. */
export function installGate(gate: Gate): void {
  installed = gate
}

export function gate(): Gate {
  if (!installed) throw new Error('No gate is installed: the registry does it at start')
  return installed
}
