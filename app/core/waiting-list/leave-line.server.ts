import type { BusinessCtx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { release } from '../allocation/index.server'
import { entryById, type WaitingEntry, type WaitingStatus } from './entries.server'
import { serveLine } from './serve-line.server'

/** Ends somebody's waiting: they leave or decline, the business removes them, their offer ran out, or it is over. */
export type Ending = Extract<WaitingStatus, 'left' | 'declined' | 'removed' | 'lapsed' | 'over'>

export type EndRefusal = { readonly kind: 'not-in-line' }

/** Whoever waits leaves the line; an offer is declined, and goes to the next in the same transaction. */
export function leaveLine(ctx: BusinessCtx, entryId: string): Result<WaitingEntry, EndRefusal> {
  return transact((db) => {
    const entry = entryById(db, ctx.businessId, entryId)
    return entry ? endEntry(db, ctx, entry, entry.status === 'offered' ? 'declined' : 'left') : refuse({ kind: 'not-in-line' } as const)
  })
}

/** The business takes somebody off the line. */
export function removeFromLine(ctx: BusinessCtx, entryId: string): Result<WaitingEntry, EndRefusal> {
  return transact((db) => {
    const entry = entryById(db, ctx.businessId, entryId)
    return entry ? endEntry(db, ctx, entry, 'removed') : refuse({ kind: 'not-in-line' } as const)
  })
}

/** Ends an entry that stands, in the caller's transaction; what was claimed for it is offered to the next at once. */
export function endEntry(db: Db, ctx: BusinessCtx, entry: WaitingEntry, ending: Ending): Result<WaitingEntry, EndRefusal> {
  if (entry.status !== 'waiting' && entry.status !== 'offered') return refuse({ kind: 'not-in-line' })
  end(db).run({ id: entry.id, businessId: ctx.businessId, now: ctx.now, status: ending })
  record(db, ctx, { businessId: ctx.businessId, action: `waiting-list.entry.${ending}`, subject: entry.id })
  if (release(db, ctx.businessId, entry.id, ctx.now) > 0) serveLine(db, ctx, entry.sessionId)
  return ok({ ...entry, status: ending })
}

const end = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; now: number; status: string }>(
    "UPDATE waiting_entries SET status = @status, ended_at = @now WHERE id = @id AND business_id = @businessId AND status IN ('waiting', 'offered')",
  ),
)
