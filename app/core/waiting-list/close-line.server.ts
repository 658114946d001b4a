import type { BusinessCtx } from '~/kernel/ctx'
import type { Db } from '~/platform/database.server'
import { sessionById } from '../sessions/index.server'
import { tellCalledOff } from './emails/tell-waiting.server'
import { entriesStanding, lineOf, type WaitingEntry } from './entries.server'
import { endEntry } from './leave-line.server'

/** So many mails are written in one transaction; the job comes back for the others. */
const mostClosed = 100

/**
 * Closes the line of a session that is over or called off. What is called off is kept for nobody, and all of them are told, once; otherwise
 * offers that stand keep their time. Answers how many were let go.
 */
export function closeLine(db: Db, ctx: BusinessCtx, sessionId: string): number {
  const entriesIn = isCalledOff(db, ctx, sessionId) ? entriesStanding : lineOf
  return entriesIn(db, ctx.businessId, sessionId, mostClosed).filter((entry) => closeEntry(db, ctx, entry)).length
}

/** Lets one of them go; false where they had gone already. */
export function closeEntry(db: Db, ctx: BusinessCtx, entry: WaitingEntry): boolean {
  const ended = endEntry(db, ctx, entry, 'over').ok
  if (ended && isCalledOff(db, ctx, entry.sessionId)) tellCalledOff(db, ctx, entry)
  return ended
}

/** Whether the session will not take place. */
export function isCalledOff(db: Db, { businessId }: BusinessCtx, sessionId: string): boolean {
  return sessionById(db, businessId, sessionId)?.status === 'cancelled'
}
