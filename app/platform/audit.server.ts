import type { Actor, Ctx } from '~/kernel/ctx'
import { prepared, type Db } from './database.server'

export interface AuditEntry {
  readonly businessId?: string
  /** `domain.noun.verb`, such as `bookings.booking.confirm`. */
  readonly action: string
  /** The id of what was changed. */
  readonly subject: string
  /** Values of fields that are not personal; of personal ones only the name, as `{ changed: ['email'] }`. */
  readonly changes?: Readonly<Record<string, unknown>>
}

/** Writes who did what, in the transaction that did it. */
export function record(db: Db, ctx: Ctx, entry: AuditEntry): void {
  insertAudit(db).run({
    id: ctx.newId(),
    at: ctx.now,
    actor: JSON.stringify(auditActor(ctx.actor)),
    businessId: entry.businessId ?? null,
    action: entry.action,
    subject: entry.subject,
    changes: JSON.stringify(entry.changes ?? {}),
    requestId: ctx.requestId,
  })
}

/** Kind and id of who acts, as rows keep it. */
export function auditActor(actor: Actor): { kind: string; id?: string } {
  switch (actor.kind) {
    case 'nobody':
      return { kind: 'nobody' }
    case 'user':
      return { kind: 'user', id: actor.id }
    case 'link':
      return { kind: 'link', id: actor.bookingId }
    case 'system':
      return { kind: 'system', id: actor.job }
  }
}

const insertAudit = prepared((db) =>
  db.$client.prepare(
    `INSERT INTO audit (id, at, actor, business_id, action, subject, changes, request_id)
     VALUES (@id, @at, @actor, @businessId, @action, @subject, @changes, @requestId)`,
  ),
)
