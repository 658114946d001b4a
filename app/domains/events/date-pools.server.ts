import { createResource } from '~/core/allocation/index.server'
import { sessionsOf, type Session } from '~/core/sessions/index.server'
import type { BusinessCtx, Ctx } from '~/kernel/ctx'
import { prepared, type Db } from '~/platform/database.server'
import { datePoolsOf, quotasOf, ticketsOf } from './tickets.server'

/** The dates of an event that lie ahead and are not cancelled, by start. */
export function datesAhead(db: Db, ctx: BusinessCtx, listingId: string): Session[] {
  return [...sessionsOf(db, ctx.businessId, listingId, { from: ctx.now, statuses: ['scheduled', 'confirmed'], size: mostDates }).sessions]
}

/** More dates than a rule makes in a year of days. */
const mostDates = 1000

/** Gives every date to come the pools it lacks, in the caller's transaction. */
export function makePoolsAhead(db: Db, ctx: BusinessCtx, listingId: string): void {
  for (const session of datesAhead(db, ctx, listingId)) makePools(db, ctx, session)
}

/** Gives a date the pools that it lacks: one for each quota, with its usual capacity, and one for each kind of ticket. In the caller's transaction. */
export function makePools(db: Db, ctx: Ctx, session: Session): void {
  const there = datePoolsOf(db, session.id)
  const pool = (name: string, capacity: number | null) =>
    createResource(db, ctx, { businessId: session.businessId, storeId: session.storeId, kind: 'pool', ownerId: null, name, capacity })
  for (const { id, name, capacity } of quotasOf(db, session.listingId)) {
    if (there.some(({ quotaId }) => quotaId === id)) continue
    poolInsert(db).run({ sessionId: session.id, quotaId: id, ticketTypeId: null, resourceId: pool(name, capacity) })
  }
  for (const { id, title } of ticketsOf(db, session.listingId)) {
    if (there.some(({ ticketTypeId }) => ticketTypeId === id)) continue
    poolInsert(db).run({ sessionId: session.id, quotaId: null, ticketTypeId: id, resourceId: pool(title, null) })
  }
}

/** The pool of a quota on a date; null where the date has none of it. */
export function poolOfQuota(db: Db, sessionId: string, quotaId: string): string | null {
  return datePoolsOf(db, sessionId).find((pool) => pool.quotaId === quotaId)?.resourceId ?? null
}

const poolInsert = prepared((db) =>
  db.$client.prepare<{ sessionId: string; quotaId: string | null; ticketTypeId: string | null; resourceId: string }>(
    'INSERT INTO date_pools (session_id, quota_id, ticket_type_id, resource_id) VALUES (@sessionId, @quotaId, @ticketTypeId, @resourceId)',
  ),
)
