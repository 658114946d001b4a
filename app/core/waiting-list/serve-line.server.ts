import type { BusinessCtx } from '~/kernel/ctx'
import { record } from '~/platform/audit.server'
import { prepared, transact, type Db } from '~/platform/database.server'
import { holdPlaces } from '../bookings/index.server'
import { isLive, sessionById } from '../sessions/index.server'
import { tellOffered } from './emails/tell-waiting.server'
import { lineOf, type WaitingEntry } from './entries.server'
import { offerUntil } from './model/offer-time'
import { waitingSettings } from './settings.server'

/** An offer's claims outlive what its reader is told by so much: who accepts at the last moment is not turned away by a slow line. */
export const offerGraceMs = 2 * 60 * 1000

/** So many of a line are looked at in one transaction; the job comes back for the others. */
const mostLooked = 50

/**
 * Offers what is free in a session to those who wait for it, in the order of joining: places are claimed for them until their offer ends, so
 * everybody else sees them as sold. Whoever wants more than is free is passed over, unless the business waits for the first. Answers how many offers were made.
 */
export function serveLine(db: Db, ctx: BusinessCtx, sessionId: string): number {
  const [first, ...others] = lineOf(db, ctx.businessId, sessionId, mostLooked)
  if (!first) return 0
  const session = sessionById(db, ctx.businessId, sessionId)
  const { offerHours, strict } = waitingSettings(db, ctx.businessId)
  const until = session && isLive(session.status) ? offerUntil(ctx.now, session.startsAt, offerHours) : null
  if (until === null) return 0
  let offers = 0
  for (const entry of [first, ...others]) {
    if (offer(ctx, entry, until)) offers += 1
    else if (strict) break
  }
  return offers
}

/** Claims places for one entry and tells them; false where they are not free. */
export function offer(ctx: BusinessCtx, entry: WaitingEntry, until: number): boolean {
  return transact((db) => {
    if (!holdPlaces(ctx, entry, entry.id, until + offerGraceMs).ok) return false
    offerUpdate(db).run({ id: entry.id, businessId: ctx.businessId, now: ctx.now, until })
    record(db, ctx, { businessId: ctx.businessId, action: 'waiting-list.entry.offer', subject: entry.id, changes: { until } })
    tellOffered(db, ctx, { ...entry, status: 'offered', offeredAt: ctx.now, offerUntil: until })
    return true
  })
}

const offerUpdate = prepared((db) =>
  db.$client.prepare<{ id: string; businessId: string; now: number; until: number }>(
    "UPDATE waiting_entries SET status = 'offered', offered_at = @now, offer_until = @until WHERE id = @id AND business_id = @businessId AND status = 'waiting'",
  ),
)
