import { and, asc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '~/kernel/ctx'
import { uuidv7 } from '~/kernel/ids'
import type { Instant } from '~/kernel/time'
import { deliveries, events } from '#db/schema/platform'
import { prepared, read, transact, type Db } from '../database.server'
import { confirmed } from '../litefs.server'
import { i18nFor, languages } from '../words/i18n'
import { backOff } from './back-off'
import type { Envelope } from './events'
import { subscriberCalled, subscribersTo } from './subscribers.server'

/** So many failures, and the admin is shown it. */
export const mostTries = 8

/** One round: events get their delivery rows, and what is due is delivered. What it tells of cannot be lost any more. Answers how much it did. */
export async function drainOutbox({ now, atMost }: { now: Instant; atMost: number }): Promise<number> {
  await confirmed()
  return fanOut(now, atMost) + deliverDue(now, atMost).delivered
}

/** Gives each event that has none its delivery rows, one per subscriber, `atMost` events at a time. Answers how many it took. */
export function fanOut(now: Instant, atMost = 100): number {
  if (read((db) => unfanned(db).all({ atMost: 1 })).length === 0) return 0
  return transact((db) => {
    const waiting = unfanned(db).all({ atMost })
    for (const event of waiting) {
      for (const { name } of subscribersTo(event.type)) insertDelivery(db).run({ eventId: event.id, subscriber: name, now })
      markFannedOut(db).run({ id: event.id, now })
    }
    return waiting.length
  })
}

/** Delivers what is due, oldest first, each in a transaction of its own. */
export function deliverDue(now: Instant, atMost = 100): { delivered: number; failed: number } {
  const counts = { delivered: 0, failed: 0 }
  for (const due of read((db) => dueDeliveries(db).all({ now, atMost }))) {
    const outcome = deliver(due, now)
    if (outcome) counts[outcome] += 1
  }
  return counts
}

interface DeliveryKey {
  readonly eventId: string
  readonly subscriber: string
}

// Null: another drain was there first.
function deliver(key: DeliveryKey, now: Instant): 'delivered' | 'failed' | null {
  try {
    return transact((db) => {
      const due = dueEvent(db).get({ ...key, now })
      if (!due) return null
      subscriberCalled(key.subscriber).run(db, due, contextOf(due, key.subscriber, now))
      markDone(db).run({ ...key, now })
      return 'delivered'
    })
  } catch (error) {
    // Nothing is wrong with the subscriber: somebody held the write lock for too long.
    if (isBusy(error)) throw error
    keepFailure(key, now, error)
    return 'failed'
  }
}

function keepFailure(key: DeliveryKey, now: Instant, error: unknown): void {
  transact((db) => {
    const [delivery] = db.select({ attempts: deliveries.attempts }).from(deliveries).where(isDelivery(key)).all()
    const attempts = (delivery?.attempts ?? 0) + 1
    db.update(deliveries)
      .set({
        attempts,
        status: attempts >= mostTries ? 'failed' : 'waiting',
        nextAt: now + backOff(attempts, `${key.eventId} ${key.subscriber}`),
        error: sentenceOf(error),
      })
      .where(isDelivery(key))
      .run()
  })
}

function contextOf(event: Envelope, subscriber: string, now: Instant): Ctx {
  return {
    now,
    newId: () => uuidv7(now),
    requestId: event.requestId,
    i18n: i18nFor(languages[0]),
    zone: null,
    actor: { kind: 'system', job: subscriber },
    clientAddress: '',
  }
}

/** What went wrong as a row may keep it: without the values that a failed query carried. */
function sentenceOf(error: unknown): string {
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return text.replace(/^params: [^]*$/m, 'params: …').slice(0, 1000)
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY')
}

function isDelivery({ eventId, subscriber }: DeliveryKey) {
  return and(eq(deliveries.eventId, eventId), eq(deliveries.subscriber, subscriber))
}

const unfanned = prepared((db: Db) =>
  db.select({ id: events.id, type: events.type }).from(events).where(isNull(events.fannedOutAt)).orderBy(asc(events.id)).limit(sql.placeholder('atMost')).prepare(),
)

const insertDelivery = prepared((db: Db) =>
  db
    .insert(deliveries)
    .values({ eventId: sql.placeholder('eventId'), subscriber: sql.placeholder('subscriber'), status: 'waiting', nextAt: sql.placeholder('now') })
    .onConflictDoNothing()
    .prepare(),
)

const markFannedOut = prepared((db: Db) =>
  db.update(events).set({ fannedOutAt: sql`${sql.placeholder('now')}` }).where(eq(events.id, sql.placeholder('id'))).prepare(),
)

const dueDeliveries = prepared((db: Db) =>
  db
    .select({ eventId: deliveries.eventId, subscriber: deliveries.subscriber })
    .from(deliveries)
    .where(and(sql`${deliveries.status} = 'waiting'`, lte(deliveries.nextAt, sql.placeholder('now'))))
    .orderBy(asc(deliveries.nextAt), asc(deliveries.eventId), asc(deliveries.subscriber))
    .limit(sql.placeholder('atMost'))
    .prepare(),
)

const dueEvent = prepared((db: Db) =>
  db
    .select({
      id: events.id,
      type: events.type,
      version: events.version,
      businessId: events.businessId,
      storeId: events.storeId,
      subject: events.subject,
      occurredAt: events.occurredAt,
      actor: events.actor,
      requestId: events.requestId,
      cause: events.cause,
      payload: events.payload,
    })
    .from(deliveries)
    .innerJoin(events, eq(events.id, deliveries.eventId))
    .where(
      and(
        eq(deliveries.eventId, sql.placeholder('eventId')),
        eq(deliveries.subscriber, sql.placeholder('subscriber')),
        sql`${deliveries.status} = 'waiting'`,
        lte(deliveries.nextAt, sql.placeholder('now')),
      ),
    )
    .prepare(),
)

const markDone = prepared((db: Db) =>
  db
    .update(deliveries)
    .set({ status: 'done', doneAt: sql`${sql.placeholder('now')}`, error: null })
    .where(and(eq(deliveries.eventId, sql.placeholder('eventId')), eq(deliveries.subscriber, sql.placeholder('subscriber'))))
    .prepare(),
)
