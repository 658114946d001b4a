import { and, eq, gte, lt, or, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import type { Instant } from '~/kernel/time'
import { prepared, type Db } from '~/platform/database.server'
import { hashToken } from '~/platform/signing.server'
import { lockOuts } from '#db/schema/identity'
import { knowsDevice, type Device } from './device.server'
import { emailKey } from './model/email-key'
import { delayAfter, forgottenAfter } from './model/lock-out'

/** What is kept of an address that may be nobody's. */
export function emailHash(email: string): string {
  return hashToken(`address ${emailKey(email)}`)
}

/**
 * Whose failures count together: a device the account has logged in on has a counter of its own, all strangers share another.
 * So nobody's failures lock the owner's own devices.
 */
export function lockOutKey(email: string, device: Device, userId: string | null): string {
  const address = emailHash(email)
  return userId !== null && knowsDevice(device, userId) ? `${address} ${device.id}` : address
}

/**
 * Counts a try as failed before the password is looked at, so that many at once are no more than one after another; the right
 * password takes it back with `forgetFailures`. Answers until when this key is locked, and then counts nothing; or null.
 */
export function countTry(db: Db, ctx: Ctx, key: string): Instant | null {
  const kept = lockOutOf(db).get({ key })
  const current = kept && kept.lastFailureAt > ctx.now - forgottenAfter ? kept : null
  if (current && current.lockedUntil > ctx.now) return current.lockedUntil
  const failures = (current?.failures ?? 0) + 1
  saveLockOut(db).run({ key, failures, lastFailureAt: ctx.now, lockedUntil: ctx.now + delayAfter(failures) })
  return null
}

/** The right password was given: this key's failures are forgotten. */
export function forgetFailures(db: Db, key: string): void {
  deleteLockOut(db).run({ key })
}

/** The address proved itself by mail: the failures of every device are forgotten. */
export function forgetAllFailures(db: Db, email: string): void {
  const address = emailHash(email)
  deleteLockOuts(db).run({ key: address, from: `${address} `, to: `${address}!` })
}

const lockOutOf = prepared((db) => db.select().from(lockOuts).where(eq(lockOuts.key, sql.placeholder('key'))).prepare())

const saveLockOut = prepared((db) =>
  db
    .insert(lockOuts)
    .values({
      key: sql.placeholder('key'),
      failures: sql.placeholder('failures'),
      lastFailureAt: sql.placeholder('lastFailureAt'),
      lockedUntil: sql.placeholder('lockedUntil'),
    })
    .onConflictDoUpdate({
      target: lockOuts.key,
      set: { failures: sql`excluded.failures`, lastFailureAt: sql`excluded.last_failure_at`, lockedUntil: sql`excluded.locked_until` },
    })
    .prepare(),
)

const deleteLockOut = prepared((db) => db.delete(lockOuts).where(eq(lockOuts.key, sql.placeholder('key'))).prepare())

const deleteLockOuts = prepared((db) =>
  db
    .delete(lockOuts)
    // From the space before a device's id up to the sign after it: every device of the address.
    .where(or(eq(lockOuts.key, sql.placeholder('key')), and(gte(lockOuts.key, sql.placeholder('from')), lt(lockOuts.key, sql.placeholder('to')))))
    .prepare(),
)
