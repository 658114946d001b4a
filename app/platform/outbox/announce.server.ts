import type { Ctx } from '~/kernel/ctx'
import { prepared, type Db } from '../database.server'
import { auditActor } from '../audit.server'
import type { EventKind } from './events'

export interface Announcement<Payload extends Record<string, unknown>> {
  readonly businessId?: string
  readonly storeId?: string
  /** The id of what it happened to. */
  readonly subject: string
  readonly payload: Payload
  /** The event that led to this one. */
  readonly cause?: string
}

/** Writes an event in the transaction of the change it tells of; subscribers hear of it after commit. Answers the event's id. */
export function announce<Payload extends Record<string, unknown>>(db: Db, ctx: Ctx, kind: EventKind<Payload>, what: Announcement<Payload>): string {
  const id = ctx.newId()
  insertEvent(db).run({
    id,
    type: kind.type,
    version: kind.version,
    businessId: what.businessId ?? null,
    storeId: what.storeId ?? null,
    subject: what.subject,
    occurredAt: ctx.now,
    actor: JSON.stringify(auditActor(ctx.actor)),
    requestId: ctx.requestId,
    cause: what.cause ?? null,
    payload: JSON.stringify(what.payload),
  })
  return id
}

const insertEvent = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO events (id, type, version, business_id, store_id, subject, occurred_at, actor, request_id, cause, payload)
     VALUES (@id, @type, @version, @businessId, @storeId, @subject, @occurredAt, @actor, @requestId, @cause, @payload)`,
  ),
)
