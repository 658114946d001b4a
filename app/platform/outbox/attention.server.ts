import { and, desc, eq, lt, or, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { ok, refuse, type Result } from '~/kernel/result'
import type { Instant } from '~/kernel/time'
import { deliveries, events, mails } from '#db/schema/platform'
import { record } from '../audit.server'
import { prepared, transact, type Db } from '../database.server'

export interface FailedDelivery {
  readonly eventId: string
  readonly subscriber: string
  readonly type: string
  readonly version: number
  readonly businessId: string | null
  readonly subject: string
  readonly occurredAt: Instant
  readonly payload: Record<string, unknown>
  readonly attempts: number
  readonly error: string | null
}

export interface DeliveryCursor {
  readonly eventId: string
  readonly subscriber: string
}

const pageSize = 50

/** Deliveries that were given up, newest event first; `next` is the cursor of the following page. */
export function failedDeliveries(db: Db, cursor: DeliveryCursor | null = null): { rows: FailedDelivery[]; next: DeliveryCursor | null } {
  const after = cursor
    ? or(lt(deliveries.eventId, cursor.eventId), and(eq(deliveries.eventId, cursor.eventId), lt(deliveries.subscriber, cursor.subscriber)))
    : undefined
  const found = db
    .select({
      eventId: deliveries.eventId,
      subscriber: deliveries.subscriber,
      type: events.type,
      version: events.version,
      businessId: events.businessId,
      subject: events.subject,
      occurredAt: events.occurredAt,
      payload: events.payload,
      attempts: deliveries.attempts,
      error: deliveries.error,
    })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(and(sql`${deliveries.status} = 'failed'`, after))
    .orderBy(desc(deliveries.eventId), desc(deliveries.subscriber))
    .limit(pageSize + 1)
    .all()
  const rows = found.slice(0, pageSize)
  const last = rows.at(-1)
  return { rows, next: found.length > pageSize && last ? { eventId: last.eventId, subscriber: last.subscriber } : null }
}

/** Puts a delivery that was given up back into the queue, with all its tries. */
export function retryDelivery(ctx: Ctx, eventId: string, subscriber: string): Result<null, 'unknown'> {
  return transact((db) => {
    const { changes } = db
      .update(deliveries)
      .set({ status: 'waiting', attempts: 0, nextAt: ctx.now })
      .where(and(eq(deliveries.eventId, eventId), eq(deliveries.subscriber, subscriber), eq(deliveries.status, 'failed')))
      .run()
    if (changes === 0) return refuse('unknown')
    record(db, ctx, { action: 'platform.delivery.retry', subject: eventId, changes: { subscriber } })
    return ok(null)
  })
}

export interface FailedMail {
  readonly id: string
  readonly template: string
  readonly to: string
  readonly subject: string
  readonly status: 'refused' | 'failed'
  readonly attempts: number
  readonly createdAt: Instant
  readonly error: string | null
  /** False once its body is purged: then it cannot be sent any more. */
  readonly whole: boolean
}

/** Mails that Postmark refused or that failed too often, the newest 100. */
export function failedMails(db: Db): FailedMail[] {
  const found = db
    .select()
    .from(mails)
    .where(sql`${mails.status} in ('refused', 'failed')`)
    .orderBy(desc(mails.createdAt))
    .limit(100)
    .all()
  return found.map(({ message, status, ...mail }) => ({ ...mail, status: status === 'refused' ? 'refused' : 'failed', whole: message !== null }))
}

/** Puts a mail that was given up back into the queue; one whose body is purged cannot be sent. */
export function retryMail(ctx: Ctx, id: string): Result<null, 'unknown' | 'purged'> {
  return transact((db) => {
    const [mail] = db.select({ status: mails.status, message: mails.message }).from(mails).where(eq(mails.id, id)).all()
    if (!mail || (mail.status !== 'refused' && mail.status !== 'failed')) return refuse('unknown' as const)
    if (mail.message === null) return refuse('purged' as const)
    db.update(mails).set({ status: 'waiting', attempts: 0, nextAt: ctx.now }).where(eq(mails.id, id)).run()
    record(db, ctx, { action: 'platform.mail.retry', subject: id })
    return ok(null)
  })
}

/**
 * Since when the oldest event has waited to be told: since it happened where it has no delivery rows yet, since its delivery fell due
 * else. A delivery that backs off after a failure is not counted before its next try. Null where nothing waits.
 */
export function oldestUndelivered(db: Db): Instant | null {
  const waiting = [oldestEvent(db).get()?.at, oldestDelivery(db).get()?.at].filter((at) => at != null)
  return waiting.length === 0 ? null : Math.min(...waiting)
}

/** Since when the oldest mail has been due; null where none waits. */
export function oldestMail(db: Db): Instant | null {
  return oldestDueMail(db).get()?.at ?? null
}

const oldestEvent = prepared((db: Db) =>
  db.select({ at: events.occurredAt }).from(events).where(sql`${events.fannedOutAt} is null`).orderBy(events.id).limit(1).prepare(),
)

const oldestDelivery = prepared((db: Db) =>
  db.select({ at: deliveries.nextAt }).from(deliveries).where(sql`${deliveries.status} = 'waiting'`).orderBy(deliveries.nextAt).limit(1).prepare(),
)

const oldestDueMail = prepared((db: Db) =>
  db.select({ at: mails.nextAt }).from(mails).where(sql`${mails.status} = 'waiting'`).orderBy(mails.nextAt).limit(1).prepare(),
)
