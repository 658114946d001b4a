import { planReminders } from '~/core/bookings/index.server'
import { day } from '~/kernel/time'
import type { Db } from '~/platform/database.server'
import type { Envelope } from '~/platform/outbox/events'
import { subscribersTo } from '~/platform/outbox/subscribers.server'
import { ctxAt, type Town } from './stage'

/** Tells what happened in the last two days, each thing at its moment; its mails count as sent. What is older is no news. */
export function tellNews(db: Db, town: Town): void {
  for (const event of eventsSince(db, town.now - 2 * day)) {
    const ctx = ctxAt(town, event.occurredAt, { kind: 'system', job: 'outbox' })
    for (const subscriber of subscribersTo(event.type)) subscriber.run(db, event, ctx)
  }
  forgetNews(db, town.now)
  db.$client.prepare("UPDATE mails SET status = 'sent', sent_at = created_at WHERE status = 'waiting'").run()
}

/** Nobody is told of what has happened so far. */
export function forgetNews(db: Db, now: number): void {
  db.$client.prepare('UPDATE events SET fanned_out_at = ? WHERE fanned_out_at IS NULL').run(now)
}

/** Plans the reminders of what lies ahead; those, and questions how it was, that would have gone out by now count as sent. */
export function planAhead(db: Db, now: number): void {
  const ahead = db.$client.prepare<[number], { id: string; businessId: string }>(
    "SELECT id, business_id AS businessId FROM bookings WHERE status = 'confirmed' AND starts_at > ?",
  )
  for (const { id, businessId } of ahead.all(now)) planReminders(db, businessId, id, now)
  db.$client.prepare('UPDATE reminders SET sent_at = due_at WHERE sent_at IS NULL AND dropped_at IS NULL AND due_at <= ?').run(now)
  db.$client.prepare('UPDATE review_requests SET sent_at = due_at WHERE sent_at IS NULL AND dropped_at IS NULL AND due_at <= ?').run(now)
}

type EventRow = Omit<Envelope, 'actor' | 'payload'> & { readonly actor: string; readonly payload: string }

function eventsSince(db: Db, since: number): Envelope[] {
  const rows = db.$client.prepare<[number], EventRow>(
    `SELECT id, type, version, business_id AS businessId, store_id AS storeId, subject, occurred_at AS occurredAt, actor, request_id AS requestId, cause, payload
     FROM events WHERE occurred_at >= ? ORDER BY occurred_at, id`,
  )
  return rows.all(since).map((row) => ({ ...row, actor: JSON.parse(row.actor) as Envelope['actor'], payload: JSON.parse(row.payload) as Envelope['payload'] }))
}
