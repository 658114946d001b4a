import { inArray, lt, type SQL } from 'drizzle-orm'
import { day, type Instant } from '~/kernel/time'
import { transact, type Db } from '~/platform/database.server'
import { lockOuts, logIns, sessions, tokens } from '#db/schema/identity'
import { forgottenAfter } from './model/lock-out'

interface Sweep {
  readonly now: Instant
  /** Rows of each table in one go, so that the file is not locked for long. */
  readonly atMost: number
}

// A dead link says for a month that it is dead; the log of log-ins is kept for half a year.
const tokensKept = 30 * day
const logInsKept = 180 * day

/** Deletes sessions and links that ran out, failures that are forgotten and old lines of the log; answers how many rows. */
export function sweepIdentity({ now, atMost }: Sweep): number {
  return transact((db) => {
    const old = [
      removeOld(db, sessions, sessions.idHash, lt(sessions.expiresAt, now), atMost),
      removeOld(db, tokens, tokens.hash, lt(tokens.expiresAt, now - tokensKept), atMost),
      removeOld(db, lockOuts, lockOuts.key, lt(lockOuts.lastFailureAt, now - forgottenAfter), atMost),
      removeOld(db, logIns, logIns.id, lt(logIns.at, now - logInsKept), atMost),
    ]
    return old.reduce((sum, n) => sum + n, 0)
  })
}

type SweptTable = typeof sessions | typeof tokens | typeof lockOuts | typeof logIns
type SweptKey = typeof sessions.idHash | typeof tokens.hash | typeof lockOuts.key | typeof logIns.id

function removeOld(db: Db, table: SweptTable, key: SweptKey, isOld: SQL, atMost: number): number {
  const some = db.select({ key }).from(table).where(isOld).limit(atMost)
  return db.delete(table).where(inArray(key, some)).run().changes
}
