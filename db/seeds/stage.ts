import { businessFacts, membership } from '~/core/businesses/index.server'
import { createAccount } from '~/core/identity/index.server'
import type { WeeklyHours } from '~/core/schedules/index.server'
import type { Actor, BusinessCtx, Ctx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import type { Role } from '~/kernel/permissions'
import type { Result } from '~/kernel/result'
import { day, parseTime } from '~/kernel/time'
import { transact } from '~/platform/database.server'
import { i18nFor } from '~/platform/words/i18n'
import { chanceFrom, type Chance } from './random'

/** The stage on which a demo town is set: its moment, and chance that is the same at every run. */
export interface Town {
  readonly now: number
  readonly chance: Chance
  /** The one hash that every demo account shares. */
  readonly passwordHash: string
  /** An id of a moment, drawn from the town's chance. */
  readonly newId: (at: number) => string
}

export function townAt(now: number, passwordHash: string, seed = 1): Town {
  const chance = chanceFrom(seed)
  let drawn = 0
  const newId = (at: number) => {
    const bytes = Uint8Array.from({ length: 16 }, () => chance.between(0, 255))
    // What is drawn later sorts later within a millisecond too, as ids of the house do.
    drawn = (drawn + 1) & 0xfff
    bytes[6] = drawn >> 8
    bytes[7] = drawn & 0xff
    return uuidv7(at, bytes)
  }
  return { now, chance, passwordHash, newId }
}

/** A request at a moment that may lie in the past. */
export function ctxAt(town: Town, at: number, actor: Actor = { kind: 'nobody' }, language = 'en'): Ctx {
  return { now: at, newId: () => town.newId(at), requestId: 'seed', i18n: i18nFor(language), zone: null, actor, clientAddress: '127.0.0.1' }
}

/** A request of an account within a business it may be a member of. */
export function memberAt(town: Town, businessId: string, userId: string, at: number): BusinessCtx {
  return transact((db) => ({ ...inBusiness(town, businessId, at, { kind: 'user', id: userId, roles: [] }), member: membership(db, businessId, userId) }))
}

/** A request of somebody who is not logged in. */
export function customerAt(town: Town, businessId: string, at: number, language = 'en'): BusinessCtx {
  return inBusiness(town, businessId, at, { kind: 'nobody' }, language)
}

/** A request of a job. */
export function jobAt(town: Town, businessId: string, at: number, job: string): BusinessCtx {
  return inBusiness(town, businessId, at, { kind: 'system', job })
}

function inBusiness(town: Town, businessId: string, at: number, actor: Actor, language?: string): BusinessCtx {
  return transact((db) => {
    const business = businessFacts(db, businessId)
    if (!business) throw new Error(`No business ${businessId}`)
    return { ...ctxAt(town, at, actor, language ?? business.language), businessId, business, member: null }
  })
}

export interface DemoPerson {
  readonly email: string
  readonly name: string
  readonly roles?: readonly Role[]
  readonly language?: string
  readonly timeZone?: string
}

/** An account with the demo's password and a verified address, a year old. Answers its id. */
export function account(town: Town, person: DemoPerson): string {
  const id = transact((db) => createAccount(db, ctxAt(town, town.now - 365 * day), { ...person, passwordHash: town.passwordHash, verified: true }))
  if (id === null) throw new Error(`There is an account at ${person.email} already`)
  return id
}

/** What a use case answered. A seed that is refused is a bug. */
export function must<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`The seed was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Weekly hours as a card in the window: `{ 2: '09:00-13:00 14:00-18:00' }`, by weekday (1 is Monday). What closes earlier than it opens closes on the next day. */
export function week(card: Readonly<Record<number, string>>): WeeklyHours[] {
  return Object.entries(card).flatMap(([weekday, stretches]) =>
    stretches.split(' ').map((stretch) => {
      const [from, to] = stretch.split('-').map((text) => parseTime(text))
      if (from == null || to == null) throw new Error(`Not a stretch of hours: ${stretch}`)
      return { weekday: Number(weekday), from, to: to <= from ? to + 1440 : to }
    }),
  )
}
