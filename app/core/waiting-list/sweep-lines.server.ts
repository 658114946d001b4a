import type { BusinessCtx } from '~/kernel/ctx'
import { ok, type Result } from '~/kernel/result'
import { prepared, read, transact } from '~/platform/database.server'
import { jobCtx } from '../businesses/index.server'
import { isLive, sessionById } from '../sessions/index.server'
import { tellLapsed } from './emails/tell-waiting.server'
import { closeEntry, closeLine, isCalledOff } from './close-line.server'
import { entryById } from './entries.server'
import { endEntry, type EndRefusal } from './leave-line.server'
import { lastOfferMs } from './model/offer-time'
import { offerGraceMs, serveLine } from './serve-line.server'

interface Sweep {
  readonly now: number
  /** A job holds the write lock for short batches only. */
  readonly atMost: number
}

/** Ends offers that have run out, each handed on in the transaction that ends it. Answers how many. May run twice without harm. */
export function endOffers({ now, atMost }: Sweep): number {
  const due = read((db) => offersDue(db).all({ now: now - offerGraceMs, atMost }))
  return due.filter(({ id, businessId }) => lapse(read((db) => jobCtx(db, 'end-offers', now, businessId)), id)).length
}

/** Looks at every session that somebody waits for: offers what is free, and closes the lines of those that are over or called off. Answers what it did. */
export function serveLines({ now, atMost }: Sweep): number {
  const lines = read((db) => waitedFor(db).all({ atMost }))
  return lines.reduce((done, { sessionId, businessId }) => done + serveOne(read((db) => jobCtx(db, 'serve-lines', now, businessId)), sessionId), 0)
}

function lapse(ctx: BusinessCtx, entryId: string): boolean {
  return transact((db): Result<unknown, EndRefusal> => {
    const entry = entryById(db, ctx.businessId, entryId)
    if (entry?.status !== 'offered' || entry.offerUntil === null || entry.offerUntil + offerGraceMs > ctx.now) return ok(false)
    if (isCalledOff(db, ctx, entry.sessionId)) return ok(closeEntry(db, ctx, entry))
    const ended = endEntry(db, ctx, entry, 'lapsed')
    if (ended.ok) tellLapsed(db, ctx, entry)
    return ended
  }).ok
}

function serveOne(ctx: BusinessCtx, sessionId: string): number {
  return transact((db) => {
    const session = sessionById(db, ctx.businessId, sessionId)
    if (session && isLive(session.status) && session.startsAt - ctx.now >= lastOfferMs) return serveLine(db, ctx, sessionId)
    return closeLine(db, ctx, sessionId)
  })
}

const offersDue = prepared((db) =>
  db.$client.prepare<Sweep, { id: string; businessId: string }>(
    "SELECT id, business_id AS businessId FROM waiting_entries WHERE status = 'offered' AND offer_until <= @now ORDER BY offer_until LIMIT @atMost",
  ),
)

// A walk over the index of lines alone, from session to session: however long a line is, it is one step.
const waitedFor = prepared((db) =>
  db.$client.prepare<{ atMost: number }, { sessionId: string; businessId: string }>(
    `WITH RECURSIVE walk(session_id) AS (
       SELECT min(session_id) FROM waiting_entries WHERE status = 'waiting'
       UNION ALL SELECT (SELECT min(session_id) FROM waiting_entries WHERE status = 'waiting' AND session_id > walk.session_id) FROM walk WHERE walk.session_id IS NOT NULL)
     SELECT session_id AS sessionId, (SELECT business_id FROM waiting_entries w WHERE w.session_id = walk.session_id LIMIT 1) AS businessId FROM walk WHERE session_id IS NOT NULL LIMIT @atMost`,
  ),
)
